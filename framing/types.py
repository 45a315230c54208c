"""The nouns: what travels between the rooms. Frozen values, no verbs.

Every offset is a position in ``Article.text``, counted in Unicode code points,
half open: ``text[start:end]`` is what is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Voice(StrEnum):
    """Whose words a word is. Removed text has no voice at all."""

    OWN = "own"
    QUOTED = "quoted"
    REPORTED = "reported"
    HEADING = "heading"


VOICES = tuple(Voice)
"""A token's code in ``Document.voices`` is its voice's position here."""


class Relation(StrEnum):
    """How the publisher of a text stands to its origin."""

    ORIGINAL = "original"
    WIRE = "wire"
    REPUBLISHED = "republished"
    TRANSLATED = "translated"
    ADAPTED = "adapted"
    UNKNOWN = "unknown"


class QuoteKind(StrEnum):
    """What a pair of quotation marks does."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SCARE = "scare"
    TITLE = "title"


class SpeakerType(StrEnum):
    """How a source is identified."""

    NAMED = "named"
    UNNAMED = "unnamed"
    INSTITUTION = "institution"


class Verdict(StrEnum):
    """What may be said of a contrast."""

    MORE_IN_A = "more_in_a"
    MORE_IN_B = "more_in_b"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    TOO_LITTLE_TEXT = "too_little_text"


# ── reading ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A slice that is not the article, and why: ``kind`` is a short plain phrase."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The slice of text that a field of `Provenance` was read from."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text says it comes from; ``None`` where it does not say."""

    published_by: str | None = None
    origin: str | None = None
    relation: Relation = Relation.UNKNOWN
    author: str | None = None
    translated: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read, boilerplate included, with what was found to be boilerplate.

    ``source`` is the path, address or ``event:NAME/FILE`` it came from; ``sha256`` is
    of the bytes read. ``removed`` is sorted and does not overlap.
    """

    id: str
    text: str
    source: str = ""
    sha256: str = ""
    title: str | None = None
    date: str | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    provenance: Provenance = Provenance()
    removed: tuple[Removed, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


# ── parsing ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and punctuation of the kept text, as parallel columns.

    ``low`` is the lower-cased form with straight apostrophes; ``is_word`` holds one
    byte per token, 1 for a word or number and 0 for punctuation.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    low: tuple[str, ...]
    is_word: bytes

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: characters ``start:end``, tokens ``first:last``."""

    start: int
    end: int
    first: int
    last: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters ``start:end``, tokens ``first:last``."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to speak: the words in the text, and the fullest safe ``name`` for them."""

    text: str
    start: int
    end: int
    type: SpeakerType
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; ``start:end`` takes the marks in."""

    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue ("said"), its source and what it reports.

    ``rule`` names the rule that found it, ``certainty`` is that rule's precision on
    development text.
    """

    cue: Span
    speaker: Speaker | None
    contents: tuple[Span, ...]
    rule: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Document:
    """An article parsed: structure, quotations, attributions, one voice per token.

    ``clean`` is as long as the text, with removed slices blanked by newlines (by spaces
    inside a line), so that offsets into either agree. ``voices`` holds one byte per token
    (see `VOICES`). ``damaged`` is set where punctuation was stripped and voices cannot be trusted.
    """

    article: Article
    clean: str
    tokens: Tokens
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    voices: bytes
    title: str | None = None
    damaged: bool = False


# ── lexicons and markers ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: a word or phrase, where it counts and where it does not."""

    pattern: str
    case: str = "any"
    exclude: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What a lexicon measures, how it was made and how far to trust it."""

    name: str
    version: str
    language: str
    construct: str
    unit: str
    direction: str
    made: str
    sources: tuple[str, ...]
    licence: str
    misses: tuple[str, ...]
    cautions: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries and their card; ``sha256`` is of the entries' table."""

    name: str
    card: Card
    entries: tuple[Entry, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Match:
    """A lexicon entry found in a document; ``token`` is the first token it covers."""

    lexicon: str
    entry: str
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Group:
    """A family of markers; ``words`` is its name in running text."""

    name: str
    letter: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Marker:
    """One thing that is counted: what it stands for, in what unit, on what evidence."""

    name: str
    label: str
    group: str
    construct: str
    unit: str
    direction: str
    source: str
    misses: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence of a marker; ``match`` is ``text[start:end]``, ``sentence`` an index."""

    marker: str
    entry: str
    match: str
    start: int
    end: int
    voice: Voice
    sentence: int


# ── profiles and comparisons ─────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words by voice; ``total`` leaves removed words out."""

    total: int
    own: int
    quoted: int
    reported: int
    heading: int
    removed: int


@dataclass(frozen=True, slots=True)
class Rate:
    """Hits per 1,000 words of one voice, with a 95 % interval.

    ``marker`` is a marker's name, or ``group:NAME`` for a whole group. With no words
    in that voice ``per_1000``, ``low`` and ``high`` are ``None``.
    """

    marker: str
    group: str
    voice: Voice
    count: int
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
    """Everything counted in one article, with the evidence for it."""

    document: Document
    words: WordCounts
    hits: tuple[Hit, ...]
    rates: tuple[Rate, ...]
    readability: Readability
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
    """Articles side by side."""

    profiles: tuple[Profile, ...]
    contrasts: tuple[Contrast, ...]
    reprints: tuple[Reprint, ...]
    run: Run
