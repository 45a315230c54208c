"""Faults in a lexicon that a reader of the table would miss."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from framing.lexicon.matcher import Matcher
from framing.lexicon.patterns import expand
from framing.types import Entry, Lexicon

_BRACKETED = re.compile(r"\[([^][]*)\]")


def lint(lexicon: Lexicon) -> list[str]:
    """List duplicates, entries that another covers, and entries that cannot match.

    Returns
    -------
    list of str
        One plain sentence a fault; empty where there is none.
    """
    patterns = [entry.pattern for entry in lexicon.entries]
    faults = [f"{pattern!r} stands twice" for pattern, count in Counter(patterns).items() if count > 1]
    faults += [f"{b!r} stands before {a!r}" for b, a in pairwise(patterns) if b > a]
    faults += [fault for entry in lexicon.entries for fault in _idle(entry)]
    return faults + list(_covered(lexicon.entries))


def check_examples(lexicon: Lexicon) -> list[str]:
    """Find the lexicon in its card's examples, and nothing of it in the counterexamples.

    Returns
    -------
    list of str
        One plain sentence a fault: a hit in [brackets] that was not found, an example
        without one, or a counterexample with a hit.
    """
    matcher = Matcher([lexicon])
    faults = []
    for example in lexicon.card.examples:
        text, expected = _unwrap(example)
        found = {(match.start, match.end) for match in matcher.find_text(text)}
        if not expected:
            faults.append(f"no hit is in [brackets] in the example {example!r}")
        faults += [f"no hit {text[s:e]!r} in the example {text!r}" for s, e in expected if (s, e) not in found]
    for text in lexicon.card.counterexamples:
        matches = matcher.find_text(text)
        faults += [f"a hit {text[m.start : m.end]!r} ({m.entry}) in the counterexample {text!r}" for m in matches]
    return faults


def _unwrap(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets out of an example and say where they stood."""
    spans = [
        (found.start() - 2 * number, found.end() - 2 * number - 2)
        for number, found in enumerate(_BRACKETED.finditer(example))
    ]
    return _BRACKETED.sub(r"\1", example), spans


def _idle(entry: Entry) -> Iterator[str]:
    words = expand(entry.pattern)
    if entry.case == "lower" and entry.pattern != entry.pattern.lower():
        yield f"{entry.pattern!r} can never match: it has capitals and counts in lower case only"
    for phrase in entry.exclude:
        longer = expand(phrase)
        if all(any(_covers(a, b) for a in longer) for b in words):
            yield f"{entry.pattern!r} can never match: {phrase!r} excludes it altogether"
        elif not any(_inside(a, b) for a in words for b in longer):
            yield f"{phrase!r} excludes nothing: {entry.pattern!r} does not stand in it"


def _covered(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Name entries whose every match is a match of other entries."""
    alike: defaultdict[tuple[int, str], list[tuple[Entry, tuple[str, ...]]]] = defaultdict(list)
    for entry in entries:
        for words in expand(entry.pattern):
            alike[_likeness(words)].append((entry, words))
    for entry in entries:
        wider = [_wider(entry, words, alike[_likeness(words)]) for words in expand(entry.pattern)]
        if all(wider):
            yield f"{entry.pattern!r} is covered by {wider[0]!r}"


def _likeness(words: tuple[str, ...]) -> tuple[int, str]:
    """Return what readings share if one can cover the other: their length, and how they begin."""
    return len(words), words[0][:2].lower()


def _wider(entry: Entry, words: tuple[str, ...], others: list[tuple[Entry, tuple[str, ...]]]) -> str | None:
    for other, reading in others:
        free = other.pattern != entry.pattern and other.case in ("any", entry.case) and not other.exclude
        if free and _covers(reading, words):
            return other.pattern
    return None


def _covers(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Say whether all that reads as ``narrow`` reads as ``wide`` too."""
    return len(wide) == len(narrow) and all(
        a.lower() == b.lower() or (a.endswith("*") and b.lower().startswith(a[:-1].lower()))
        for a, b in zip(wide, narrow, strict=True)
    )


def _inside(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Say whether some reading of ``longer`` holds one of ``words``."""
    n = len(words)
    windows = (longer[i : i + n] for i in range(len(longer) - n + 1))
    return any(_covers(words, window) or _covers(window, words) for window in windows)
