"""What parsing makes: structure, quotations, attributions and one voice per word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.article import Article, Span


class Voice(StrEnum):
    """Whose words a word is. Removed text has no voice at all."""

    OWN = "own"
    QUOTED = "quoted"
    REPORTED = "reported"
    HEADING = "heading"


VOICES = tuple(Voice)
"""A token's code in ``Document.voices`` is its voice's position here."""


class QuoteKind(StrEnum):
    """What a pair of quotation marks does; ``TITLE`` marks names, titles and words that are named as words."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SCARE = "scare"
    TITLE = "title"


class SpeakerType(StrEnum):
    """How a source is identified."""

    NAMED = "named"
    UNNAMED = "unnamed"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and punctuation of the kept text, as parallel columns.

    ``low`` is the lower-cased form with straight apostrophes; ``is_word`` holds one
    byte per token, 1 for a word or number and 0 for punctuation; ``capital`` holds 1 where
    a token begins with a capital.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    low: tuple[str, ...]
    is_word: bytes
    capital: bytes

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
