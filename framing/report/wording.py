"""Words by rule: states, names, numbers and verdicts, the same in every part of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from framing.report.lines import plain
from framing.types import Comparison, Contrast, Group, Profile, Relation, Verdict, Voice

FOOT = "Describes wording. Says nothing about truth, intent or who wrote it."
SHORT = 150
"""Words of a writer's own voice from which rates are given."""
CI = "95\N{NO-BREAK SPACE}% interval"
OWN_VOICE = "the writer’s own voice"
CLEAR = (Verdict.MORE_IN_A, Verdict.MORE_IN_B)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "’"})


class State(StrEnum):
    """What kind of comparison can be told at all."""

    SINGLE = "single"
    FOREIGN = "foreign"
    SHORT = "short"
    REPRINT = "reprint"
    PLAIN = "plain"


def state_of(comparison: Comparison) -> State:
    """Say what kind of comparison this is; the first that applies."""
    profiles = comparison.profiles
    if len(profiles) == 1:
        return State.SINGLE
    if any(is_foreign(profile) for profile in profiles):
        return State.FOREIGN
    if comparison.reprints and len(profiles) == 2:
        return State.REPRINT
    if sum(not is_short(profile) for profile in profiles) < 2:
        return State.SHORT
    return State.PLAIN


def is_short(profile: Profile) -> bool:
    """Whether a text has too few words of its own voice for rates."""
    return profile.words.own < SHORT


def is_foreign(profile: Profile) -> bool:
    """Whether a text is known not to be in English."""
    language = profile.document.article.language
    return language is not None and language.lower().split("-")[0] not in ("en", "und", "")


def is_translated(profile: Profile) -> bool:
    """Whether a text says it is a translation."""
    provenance = profile.document.article.provenance
    return provenance.translated or provenance.relation is Relation.TRANSLATED


# ── names and numbers ────────────────────────────────────────────────────────


def name(letter: str) -> str:
    """Name a text in words, kept on one line: "Text A"."""
    return f"Text\N{NO-BREAK SPACE}{letter}"


def letter_of(profile: Profile) -> str:
    """Return the letter of a profile's text."""
    return profile.document.article.id


def file_of(source: str) -> str:
    """Return the last part of a path or an address; "" for standard input and text in memory.

    Examples
    --------
    >>> file_of("https://news.example/2026/bridge/"), file_of("texts/a.txt"), file_of("-")
    ('bridge', 'a.txt', '')
    """
    name = plain(source).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return "" if name == "-" else name


def percent(share: float) -> str:
    """Print a share of 1 in per cent, without decimals: "12 %", "<1 %"."""
    value = "<1" if 0 < share < 0.005 else f"{100 * share:.0f}"
    return f"{value}\N{NO-BREAK SPACE}%"


def rate(value: float) -> str:
    """Print a rate without decimals; what would round to nothing is "<1".

    Examples
    --------
    >>> [rate(value) for value in (0, 0.2, 5.6, 1234.4)]
    ['0', '<1', '6', '1,234']
    """
    return "<1" if 0 < value < 0.5 else f"{value:,.0f}"


def interval(low: float, high: float) -> str:
    """Print an interval without decimals: "18–44"."""
    return f"{low:.0f}–{high:.0f}"


def number(count: int) -> str:
    """Write a small count in words, a larger one in figures.

    Examples
    --------
    >>> [number(count) for count in (0, 3, 40)]
    ['no', 'three', '40']
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def groups(comparison: Comparison) -> str:
    """Count the groups of markers: "eight groups"."""
    return f"{number(len(comparison.groups))} groups"


def of_groups(count: int, comparison: Comparison) -> str:
    """Say how many of the groups: "none of eight groups", "two of eight groups", "all eight groups"."""
    if count == len(comparison.groups):
        return f"all {groups(comparison)}"
    return f"{number(count) if count else 'none'} of {groups(comparison)}"


def in_quotes(words: str) -> str:
    """Put words in quotation marks, and marks of the same kind within them in single ones.

    Examples
    --------
    >>> in_quotes("a word"), in_quotes('“Yes”, and "no"')
    ('“a word”', '“‘Yes’, and ‘no’”')
    """
    inside = re.sub(r'(?<![^\s([—])"', "‘", words).translate(_SINGLE)
    return f"“{inside}”"


def many(count: int, thing: str, things: str = "") -> str:
    """Count things in figures: "1 word", "1,024 words"."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"


def listing(items: Iterable[str], last: str = "and") -> str:
    """Join items as in a sentence.

    Examples
    --------
    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    *rest, end = list(items) or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def at_line(line: int) -> str:
    """Name a line, kept on one line: "line 12"."""
    return f"line\N{NO-BREAK SPACE}{line}"


def times(count: int) -> str:
    """Say how often, kept with the word before it: " 3×"; nothing for once."""
    return f"\N{NO-BREAK SPACE}{count}×" if count > 1 else ""


def sentence(words: str) -> str:
    """Begin with a capital and end with a full stop."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", ".”")) else words + "."


def shortened(words: str, room: int) -> str:
    """Cut at a word, with an ellipsis, if there are more than ``room`` characters."""
    if len(words) <= room:
        return words
    return words[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


# ── contrasts in words ───────────────────────────────────────────────────────


def group_contrasts(comparison: Comparison) -> list[Contrast]:
    """Return the contrasts of whole groups in the writers' own voice, in the order of the groups."""
    order = [f"group:{group.name}" for group in comparison.groups]
    found = [c for c in comparison.contrasts if c.voice is Voice.OWN and c.marker in order]
    return sorted(found, key=lambda c: (order.index(c.marker), c.article or ""))


def is_clear(contrast: Contrast) -> bool:
    """Whether a contrast is a clear difference."""
    return contrast.verdict in CLEAR


def by_verdict(contrasts: Iterable[Contrast], verdict: Verdict) -> list[Contrast]:
    """Pick the contrasts with a verdict, in their order."""
    return [contrast for contrast in contrasts if contrast.verdict is verdict]


def by_size(contrasts: Iterable[Contrast], verdict: Verdict) -> list[Contrast]:
    """Pick the contrasts with a verdict, the largest difference first."""
    return sorted(by_verdict(contrasts, verdict), key=lambda c: -abs(c.difference or 0))


def group_of(contrast: Contrast, comparison: Comparison) -> Group:
    """Return the group a contrast belongs to."""
    return next(group for group in comparison.groups if group.name == contrast.group)


def damaged_texts(profiles: Iterable[Profile]) -> str:
    """Name the texts whose punctuation was stripped, so that nobody can tell who speaks; "" if there is none."""
    return listing(name(letter_of(p)) for p in profiles if p.document.damaged)


def is_unheard(contrast: Contrast, profiles: Iterable[Profile]) -> bool:
    """Whether a contrast has no verdict because a text does not tell who speaks."""
    return contrast.group == "sourcing" and any(p.document.damaged for p in profiles)
