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
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a"
)
_MAGNITUDE = "(?:hundred|thousand|million|billion|trillion)"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = "(?:1[5-9]|20)[0-9]{2}"
_PERCENT = r"\s?%|\s(?:per\scent|percent)\b"
_MONEY = r"\s(?:US\s)?(?:dollars?|euros?|yuan|renminbi|roubles?|rubles?|rupees?|yen|crowns?|francs?)\b"

_NAMED = re.compile(rf"(?:{_WEEKDAYS}|{_MONTHS}|{_NAME_LIKE}|{_SHORT})\b")
_ALWAYS = frozenset(_MONTHS.split("|"))
_WITH_PREPOSITION = frozenset(_NAME_LIKE.split("|"))
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Ll]ast|this|next|early|late|[Mm]id)[-\s]\Z")
_AFTER_MONTH = re.compile(rf"\.?(?:\s{_DAY}\b(?!,[0-9])(?:,?\s{_YEAR}\b)?|,?\s{_YEAR}\b)")

_NUMERAL = "[0-9](?:[0-9]|[.,:/][0-9])*"
_STUCK = re.compile(r"[^\W\d](?:-(?<!mid-)(?<!pre-)(?<!ost-))?\Z")
_QUANTITY = re.compile(r"\b(?:about|some|over|than|nearly|almost|least|roughly|approximately|another|these|those)\s\Z")
_FROM_DIGIT = re.compile(
    rf"(?P<date>{_DAY}(?:\sof)?\s(?:{_MONTHS}|{_NAME_LIKE}|(?:{_SHORT})\b\.?)(?!\w)(?:,?\s{_YEAR}\b)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w)|[0-9]{1,2}([/.])[0-9]{1,2}\2(?:[0-9]{2}){1,2}(?![\w/]))"
    rf"|(?P<year>{_YEAR}(?:s\b|(?!\w|[.,:/][0-9]|\s{_MAGNITUDE}|{_PERCENT}|{_MONEY})))"
    r"|(?P<ordinal>[0-9]+(?:st|nd|rd|th)\b)"
    rf"|{_NUMERAL}(?:[-\s]?{_MAGNITUDE}\b|\s?(?:bn|mn|tn|m|k)\b)?(?:(?P<money>{_MONEY})|(?P<percent>{_PERCENT}))?"
)
_STEMS = ("hundred", "thousand", "illion")
_SPELLED = re.compile(
    rf"\b(?:{_SMALL})(?:[-\s](?:{_SMALL}|and|{_MAGNITUDE}))*[-\s]{_MAGNITUDE}\b(?:{_MONEY}|{_PERCENT})?", re.IGNORECASE
)
_IS_NAME = re.compile(
    r"\b(?:[Rr]esolution|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]aragraph|[Ff]light|[Rr]oute|[Cc]hannel|Boeing|No\.?|Stream)\s\Z"
)
_OF_THE_CLOCK = re.compile(r"\s?[ap]\.?m\b")
_CENTURY = re.compile(r"[-\s]century\b")
_REACH = 40
_CURRENCY_SIGNS = frozenset("$€£¥")
_DIGITS = bytes(ord("0") if ord("0") <= byte <= ord("9") else 0 for byte in range(256))


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
    """Find figures, sums of money, percentages and numbers in words from a hundred up.

    Examples
    --------
    >>> text = "Some 1,500 people paid $2.5 million, or 2 per cent, for the F-16s on May 4."
    >>> [text[figure.start : figure.end] for figure in find_numbers(text)]
    ['1,500', '$2.5 million', '2 per cent']
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
    """Find dates by the names of days and months."""
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
    """Find what begins with a digit."""
    digits = text.encode("latin-1", "replace").translate(_DIGITS)
    start = digits.find(b"0")
    while start >= 0 and (found := _FROM_DIGIT.match(text, start)):
        kind, end = found.lastgroup or "figure", found.end()
        before = text[max(0, start - 1) : start]
        if before in _CURRENCY_SIGNS:
            yield Figure(start - 1, end, "money")
        elif not _STUCK.search(text, max(0, start - 2), start) and not _is_no_number(text, start, end, kind):
            if kind == "year" and _QUANTITY.search(text, max(0, start - 15), start):
                kind = "figure"
            yield Figure(start, end, kind)
        start = digits.find(b"0", end)


def _is_no_number(text: str, start: int, end: int, kind: str) -> bool:
    """Whether figures are a name ("Resolution 1441", "9/11"), a time of day or a century."""
    if kind == "ordinal":
        return bool(_CENTURY.match(text, end))
    if kind != "figure":
        return False
    name = text[start:end] == "9/11" or _IS_NAME.search(text, max(0, start - 12), start)
    return bool(name or _OF_THE_CLOCK.match(text, end))


def _spelled(text: str) -> Iterator[Figure]:
    """Find numbers in words, from a hundred up."""
    for stem in _STEMS:
        at = text.find(stem)
        while at >= 0:
            found = _SPELLED.search(text, max(0, at - _REACH), at + _REACH)
            if found and found.start() < at:
                yield Figure(*found.span(), "words")
            at = text.find(stem, at + 1)
