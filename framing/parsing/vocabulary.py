"""The closed word classes and the cue words, read once from ``words.tsv`` and ``cues.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

NAMES = (
    "determiner possessive pronoun person be have do modal auxiliary adverb preposition subordinator conjunction "
    "date time finite irregular abbreviation starter venue section evidence addressee title institution unnamed"
)
CLASSES = tuple(NAMES.split())
(
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    PERSON,
    BE,
    HAVE,
    DO,
    MODAL,
    AUXILIARY,
    ADVERB,
    PREPOSITION,
    SUBORDINATOR,
    CONJUNCTION,
    DATE,
    TIME,
    FINITE,
    IRREGULAR,
    ABBREVIATION,
    STARTER,
    VENUE,
    SECTION,
    EVIDENCE,
    ADDRESSEE,
    TITLE,
    INSTITUTION,
    UNNAMED,
) = (1 << n for n in range(len(CLASSES)))
CONTRACTION, VERB, NOUN, ADJECTIVE, PHRASE, FINITE_CUE, LY, ING, ED, MARK = (
    1 << n for n in range(len(CLASSES), len(CLASSES) + 10)
)

CUE = VERB | NOUN | ADJECTIVE | PHRASE
KINDS = {"noun": NOUN, "adjective": ADJECTIVE, "phrase": PHRASE}
AUX = BE | HAVE | DO | MODAL | AUXILIARY
CONTRACTED = {"'s": BE, "'re": BE, "'m": BE, "'ve": HAVE, "'d": HAVE | MODAL, "'ll": MODAL}


def words(text: str) -> frozenset[str]:
    """Return a set of words written on one line."""
    return frozenset(text.split())


NOT_LY = words("only family july italy early reply supply apply rely ally daily friendly")
"""Words in -ly that are no adverbs of manner."""


class Cue(NamedTuple):
    """A word form that can introduce someone's words.

    ``form`` is base, third, past, gerund, noun, adjective or phrase; ``frames`` are the
    complements that make it a cue; ``prepositions`` open its topic.
    """

    lemma: str
    form: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    flags: frozenset[str]


class WordBits(dict[str, int]):
    """The classes of a word as bits; words of no list are classed by their ending and remembered."""

    limit = 200_000

    def __missing__(self, word: str) -> int:
        bits = MARK if not word[0].isalnum() else suffix_bits(word)
        if len(self) < self.limit and len(word) < 40:
            self[word] = bits
        return bits


def suffix_bits(word: str) -> int:
    """The bits that a word's ending gives."""
    if word.endswith("ly"):
        return 0 if word in NOT_LY else LY
    if word.endswith("ing"):
        return ING
    return ED if word.endswith("ed") else 0


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this package, without its header."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines()[1:])


@lru_cache(maxsize=1)
def word_bits() -> WordBits:
    """Every listed word with its classes."""
    bits = WordBits()
    for name, words in rows("words.tsv"):
        for word in words.split():
            bits[word] = bits.get(word, 0) | 1 << CLASSES.index(name)
    for pronoun in ("he", "she", "they", "it", "we", "i", "you", "who", "that", "there"):
        for ending, kind in CONTRACTED.items():
            bits[pronoun + ending] = CONTRACTION | kind | (PRONOUN if pronoun not in ("that", "there") else 0)
    for word in bits:
        bits[word] |= suffix_bits(word)
    for word, cues in cue_words().items():
        for cue in cues:
            bits[word] = bits.get(word, suffix_bits(word)) | KINDS.get(cue.form, VERB)
            if cue.form in ("third", "past"):
                bits[word] |= FINITE_CUE
    return bits


@lru_cache(maxsize=1)
def cue_words() -> dict[str, tuple[Cue, ...]]:
    """Every form of every cue word."""
    cues: dict[str, tuple[Cue, ...]] = {}
    for lemma, kind, frames, prepositions, irregular, flags in rows("cues.tsv"):
        sets = (frozenset(frames.split()), frozenset(prepositions.split()), frozenset(flags.split()))
        for word, form in inflect(lemma, kind, irregular.split()):
            known = cues.get(word, ())
            if all(cue.form in KINDS or kind != "verb" for cue in known):
                cues[word] = (*known, Cue(lemma, form, *sets))
    return cues


def inflect(lemma: str, kind: str, irregular: list[str]) -> Iterator[tuple[str, str]]:
    """The forms of a lemma with their names.

    Examples
    --------
    >>> list(inflect("deny", "verb", []))
    [('deny', 'base'), ('denies', 'third'), ('denied', 'past'), ('denying', 'gerund')]
    >>> list(inflect("plea", "noun", []))
    [('plea', 'noun'), ('pleas', 'noun')]
    """
    vowel_y = lemma.endswith("y") and lemma[-2] in "aeiou"
    stem = lemma[:-1] if lemma.endswith("e") or (lemma.endswith("y") and not vowel_y) else lemma
    if lemma.endswith("y") and not vowel_y:
        third, past = stem + "ies", stem + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
        past = stem + "ed"
    if kind != "verb":
        yield from ((lemma, kind), (third, kind)) if kind == "noun" else ((lemma, kind),)
        return
    gerund = (lemma if lemma.endswith("y") else stem) + "ing"
    third, *others = irregular or (third, past, gerund)
    yield from ((lemma, "base"), (third, "third"))
    yield from ((word, "gerund" if word.endswith("ing") else "past") for word in dict.fromkeys(others))
