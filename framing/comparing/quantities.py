"""What a figure or a date in running text says, in a form that can be compared."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from framing.comparing.frequencies import grammar
from framing.types import FactKind

TIMES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}


@cache
def _values(kind: str) -> dict[str, str]:
    """Return the words of a kind with what they stand for: month, number, scale or currency."""
    table = files(__package__).joinpath("quantities.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in table)
    return {word: value for word, known, value in rows if known == kind}


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = re.compile(r"[^\W\d_]+|[$€£¥%]")
_DATE = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>[A-Za-z]+)\.?"
    r"(?:,?\s(?P<year>\d{4}))?|(?P<month_>[A-Za-z]+)\.?(?:\s(?P<day_>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?"
    r"(?:,?\s(?P<year_>\d{4}))?|(?P<only>\d{4})"
)
_UNIT = re.compile(r"[\s-]*(?:(?:more|other|new|different|separate|additional)\s)?([^\W\d_]{3,})")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_OF_THE_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock)", re.IGNORECASE)
_TIME = re.compile(r"[\s-](minute|hour|day|week|month|year)s?\b(?![\s-]old)")
_AND_TIME = re.compile(r"(?:,|\s?and)?\s(\d+)\s(minute|hour|day|week|month|year)s?\b")


class Quantity(NamedTuple):
    """A kind, a value to be compared (a number, or ISO-like parts of a date) and its unit."""

    kind: FactKind
    value: float | tuple[int, int, int]
    unit: str
    end: int


def read_number(words: str) -> float | None:
    """Return the number that figures or number words say, with their scale.

    Examples
    --------
    >>> [read_number(words) for words in ("1,500", "$2.5 million", "234bn", "half a million")]
    [1500.0, 2500000.0, 234000000000.0, 500000.0]
    """
    digits = _DIGITS.search(words)
    if digits:
        value = float(digits[0].replace(",", ""))
        for word in _WORDS.findall(words[digits.end() :].lower()):
            value *= float(_values("scale").get(word, 1))
        return value
    numbers, scales = _values("number"), _values("scale")
    total = part = 0.0
    said = [word for word in _WORDS.findall(words.lower()) if word in numbers or word in scales]
    for word in said:
        if word in numbers:
            part += float(numbers[word])
        elif word == "hundred":
            part = (part or 1) * 100
        else:
            total, part = total + (part or 1) * float(scales[word]), 0
    return total + part if said else None


def read_date(words: str) -> tuple[int, int, int] | None:
    """Return year, month and day; 0 for what is not said.

    Examples
    --------
    >>> [read_date(words) for words in ("4 Feb", "February 4, 2026", "2026-02-04", "March 2022", "1917", "Monday")]
    [(0, 2, 4), (2026, 2, 4), (2026, 2, 4), (2022, 3, 0), (1917, 0, 0), None]
    """
    found = _DATE.fullmatch(words)
    if not found:
        return None
    name = found["month"] or found["month_"]
    month = int(found["m"] or 0) if not name else int(_values("month").get(name.lower(), 0))
    if name and not month:
        return None
    year = found["y"] or found["year"] or found["year_"] or found["only"]
    day = found["d"] or found["day"] or found["day_"]
    return int(year or 0), month, int(day or 0)


def read_quantity(text: str, start: int, end: int) -> Quantity | None:
    """Return what the figure at ``start:end`` says, with the unit behind it; ``None`` for none.

    Times are in minutes, whether one unit or two ("1 hour 25 minutes").

    Examples
    --------
    >>> for text in ("$234 billion", "20 times", "15 per cent", "1 hour 25 minutes"):
    ...     print(read_quantity(text, 0, len(text.split(" ")[0]) if text[0] != "$" else len(text))[:3])
    (<FactKind.MONEY: 'money'>, 234000000000.0, 'dollar')
    (<FactKind.NUMBER: 'number'>, 20.0, 'time')
    (<FactKind.PERCENT: 'percent'>, 15.0, '%')
    (<FactKind.DURATION: 'duration'>, 85.0, 'minute')
    """
    words = text[start:end]
    value = read_number(words)
    if value is None or ":" in words or _OF_THE_CLOCK.match(text, end):
        return None
    if _ORDINAL.search(words):
        unit = _UNIT.match(text, end)
        if unit is None or not unit[1].islower():
            return None
        return Quantity(FactKind.NUMBER, value, f"th {unit[1]}", unit.end())
    low = _WORDS.findall(words.lower())
    currencies = _values("currency")
    if currency := next((currencies[word] for word in low if word in currencies), ""):
        return Quantity(FactKind.MONEY, value, currency, end)
    if percent := re.match(r"\s?(?:%|per\scent|percent)", text[end : end + 10]):
        return Quantity(FactKind.PERCENT, value, "%", end + percent.end())
    if "%" in low or "percent" in low or "cent" in low:
        return Quantity(FactKind.PERCENT, value, "%", end)
    if time := _TIME.match(text, end):
        minutes, end = value * TIMES[time[1]], time.end()
        if more := _AND_TIME.match(text, end):
            minutes, end = minutes + int(more[1]) * TIMES[more[2]], more.end()
        return Quantity(FactKind.DURATION, minutes, "minute", end)
    unit = _UNIT.match(text, end)
    counted = unit[1].lower() if unit else ""
    return Quantity(FactKind.NUMBER, value, "" if counted in grammar() else _stem(counted), end)


def _stem(word: str) -> str:
    word = word.replace("metre", "meter")
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
