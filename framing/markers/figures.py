"""Dates and numbers in running text, found by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Figure(NamedTuple):
    """A slice of text and what it is."""

    start: int
    end: int
    kind: str


_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|July|September|October|November|December"
_NAME_LIKE = "March|April|May|June|August"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MAGNITUDES = ("hundred", "thousand", "million", "billion", "trillion", "per cent", "percent")
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_CURRENCY = "dollars?|euros?|pounds?|yuan|renminbi|roubles?|rubles?|rupees?|yen|crowns?|francs?"
_MEASURE = (
    rf"(?:[-\s]?(?:hundred|thousand|million|billion|trillion|bn|mn|m|tn|k)\b)?(?:\s(?:US\s)?(?:{_CURRENCY})\b)?"
    r"(?:\s?%|\s(?:per\scent|percent)\b)?"
)

_NAMED = re.compile(rf"(?:{_WEEKDAYS}|{_MONTHS}|{_NAME_LIKE}|{_SHORT})\b")
_ALWAYS = frozenset(f"{_WEEKDAYS}|{_MONTHS}".split("|"))
_WITH_PREPOSITION = frozenset(_NAME_LIKE.split("|"))
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Ll]ast|this|next|early|late|[Mm]id)[-\s]\Z")
_AFTER_MONTH = re.compile(rf"\.?(?:\s{_DAY}\b(?!,\d)(?:,?\s{_YEAR}\b)?|,?\s{_YEAR}\b)")

_NUMERAL = re.compile(r"\d(?:\d|[.,:/]\d)*")
_STUCK = re.compile(r"[^\W\d](?:-(?<!mid-)(?<!pre-)(?<!ost-))?\Z")
_DAY_MONTH = re.compile(rf"{_DAY}(?:\sof)?\s(?:{_MONTHS}|{_NAME_LIKE}|(?:{_SHORT})\b\.?)(?!\w)(?:,?\s{_YEAR}\b)?")
_WRITTEN_DATE = re.compile(r"\d{4}-\d\d-\d\d(?!\w)|\d\d?[/.]\d\d?[/.](?:\d\d)?\d\d(?![\w/])")
_BARE_YEAR = re.compile(rf"{_YEAR}(?:s\b|(?![\w%]|[.,:/]\d))")
_QUANTITY = re.compile(r"\b(?:about|some|over|than|nearly|almost|least|roughly|approximately|another|these|those)\s\Z")
_SIGN = re.compile(r"(?:US|A|C|HK|NZ)?[$€£¥]\s?\Z")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_AFTER_NUMERAL = re.compile(_MEASURE)
_SPELLED = re.compile(
    rf"\b(?:{_SMALL})(?:[-\s](?:{_SMALL}|and|hundred|thousand|million|billion))*[-\s]"
    rf"(?:{'|'.join(_MAGNITUDES)})\b{_MEASURE}",
    re.IGNORECASE,
)
_REACH = 40


def find_dates(text: str) -> list[Figure]:
    """Find weekdays, months, days and years.

    ``May``, ``March`` and other months that are also names or words count beside a day or a
    year, or after *in*, *since*, *last* and the like.

    Examples
    --------
    >>> [figure.kind for figure in find_dates("On Monday, 4 February 2026, Mrs May said March was in 1917.")]
    ['weekday', 'date', 'year']
    """
    return [figure for figure in _figures(text) if figure.kind in ("weekday", "date", "year")]


def find_numbers(text: str) -> list[Figure]:
    """Find figures, sums of money, percentages and spelled numbers from a hundred up.

    Examples
    --------
    >>> text = "Some 1,500 people paid $2.5 million, or ten per cent, for the F-16s on May 4."
    >>> [text[figure.start : figure.end] for figure in find_numbers(text)]
    ['1,500', '$2.5 million', 'ten per cent']
    """
    return [figure for figure in _figures(text) if figure.kind not in ("weekday", "date", "year")]


@lru_cache(maxsize=2)
def _figures(text: str) -> tuple[Figure, ...]:
    """Return all figures; where two overlap, the one that begins first, then the longer."""
    found = [*_named_dates(text), *_numerals(text), *_spelled(text)]
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return tuple(kept)


def _named_dates(text: str) -> Iterator[Figure]:
    for found in _NAMED.finditer(text):
        start, end = found.span()
        name = found[0]
        if name.endswith("day"):
            yield Figure(start, end, "weekday")
        elif tail := _AFTER_MONTH.match(text, end):
            yield Figure(start, tail.end(), "date")
        elif name in _ALWAYS or (name in _WITH_PREPOSITION and _PREPOSITION.search(text, max(0, start - 9), start)):
            yield Figure(start, end, "date")


def _numerals(text: str) -> Iterator[Figure]:
    for found in _NUMERAL.finditer(text):
        start, end = found.span()
        if _STUCK.search(text, max(0, start - 2), start):
            continue
        if date := _DAY_MONTH.match(text, start) or _WRITTEN_DATE.match(text, start):
            yield Figure(start, date.end(), "date")
            continue
        sign = _SIGN.search(text, max(0, start - 4), start)
        measure = _AFTER_NUMERAL.match(text, end)
        tail = measure.end() if measure else end
        year = _BARE_YEAR.match(text, start)
        if year and tail == end and not sign and not _QUANTITY.search(text, max(0, start - 15), start):
            yield Figure(start, year.end(), "year")
        elif ordinal := _ORDINAL.match(text, end):
            yield Figure(start, ordinal.end(), "ordinal")
        else:
            yield Figure(sign.start() if sign else start, tail, _kind(text[end:tail], signed=bool(sign)))


def _kind(measure: str, *, signed: bool) -> str:
    if "%" in measure or "cent" in measure:
        return "per cent"
    return "money" if signed or re.search(rf"\b(?:{_CURRENCY})\b", measure) else "figure"


def _spelled(text: str) -> Iterator[Figure]:
    for magnitude in _MAGNITUDES:
        at = text.find(magnitude)
        while at >= 0:
            found = _SPELLED.search(text, max(0, at - _REACH), at + _REACH)
            if found and found.start() < at:
                yield Figure(*found.span(), "words")
            at = text.find(magnitude, at + 1)
