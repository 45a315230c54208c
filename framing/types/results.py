"""What is counted and compared: profiles, contrasts, the record of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from framing.types.agency import Agency
from framing.types.article import Span
from framing.types.document import Document, Voice
from framing.types.facts import Alignment
from framing.types.marking import Group, Hit, Marker
from framing.types.naming import Naming
from framing.types.outlet import Outlet
from framing.types.sourcing import Sourcing


class Verdict(StrEnum):
    """What may be said of a contrast."""

    MORE_IN_A = "more_in_a"
    MORE_IN_B = "more_in_b"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    TOO_LITTLE_TEXT = "too_little_text"


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words by voice; ``total`` leaves removed words out."""

    total: int
    own: int
    quoted: int
    reported: int
    heading: int
    removed: int


class Rate(NamedTuple):
    """Hits per 1,000 words of one voice, with a 95 % interval.

    ``marker`` is a marker's name, or ``group:NAME`` for a whole group. With no words
    in that voice ``per_1000``, ``low`` and ``high`` are ``None``.
    """

    marker: str
    group: str
    voice: Voice
    count: int  # type: ignore[assignment]  # hides the count of tuples, which nobody needs here
    words: int
    per_1000: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Readability:
    """Length and difficulty of the kept body text.

    The indices follow textstat's own definitions to the last digit;
    ``words_per_sentence`` rests on our sentences. ``None`` where there is no body, and no
    index where full stops are missing.
    """

    words: int
    sentences: int
    words_per_sentence: float | None
    syllables_per_word: float | None
    long_words: float | None
    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    gunning_fog: float | None
    smog: float | None
    coleman_liau: float | None
    automated_readability: float | None


@dataclass(frozen=True, slots=True)
class RegisterScore:
    """Closeness to the wording of state or Western outlets, or the reason there is none."""

    state_like: float | None = None
    low: float | None = None
    high: float | None = None
    abstained: bool = True
    reason: str = "this version ships no register model"
    bias: float | None = None
    contributions: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything counted in one article, with the evidence for it; ``agency`` only in a comparison."""

    document: Document
    words: WordCounts
    hits: tuple[Hit, ...]
    rates: tuple[Rate, ...]
    readability: Readability
    sourcing: Sourcing = field(default_factory=Sourcing)
    outlet: Outlet | None = None
    agency: Agency | None = None
    register: RegisterScore = RegisterScore()


@dataclass(frozen=True, slots=True)
class Contrast:
    """One marker in two texts: difference ``a - b`` per 1,000 words, with what may be said.

    With more than two texts ``a`` is ``article`` and ``b`` is the mean of the others.
    """

    marker: str
    group: str
    voice: Voice
    a: Rate
    b: Rate
    difference: float | None
    low: float | None
    high: float | None
    p: float | None
    q: float | None
    verdict: Verdict
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """One word in two texts: how often in each, how sure the difference is and how large.

    ``g2`` and ``q`` are evidence, ``log_ratio`` (binary) and ``percent_diff`` are size,
    ``log_odds`` and ``z`` both; positive is more in ``a``. With more than two texts ``a``
    is ``article`` and ``b`` all others together.
    """

    feature: str
    voice: Voice
    count_a: int
    words_a: int
    count_b: int
    words_b: int
    g2: float
    q: float
    log_ratio: float
    percent_diff: float | None
    log_odds: float
    z: float
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two articles that share much of their wording: shares of each, passages in both."""

    a: str
    b: str
    share_a: float
    share_b: float
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Name, version and hash of something a result depends on."""

    name: str
    sha256: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The record of a run: enough to make it again."""

    tool_version: str
    lexicons: tuple[Stamp, ...]
    inputs: tuple[Stamp, ...]
    options: Mapping[str, Any]
    seed: int
    model: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Articles side by side; ``markers`` and their ``groups`` are what was looked for, in order."""

    profiles: tuple[Profile, ...]
    contrasts: tuple[Contrast, ...]
    reprints: tuple[Reprint, ...]
    run: Run
    markers: tuple[Marker, ...]
    groups: tuple[Group, ...]
    keywords: tuple[Keyword, ...] = ()
    naming: tuple[Naming, ...] = ()
    alignment: tuple[Alignment, ...] = ()
