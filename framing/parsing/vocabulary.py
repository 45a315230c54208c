"""The closed word classes and the cue words, read once from ``words.tsv`` and ``cues.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

# Classes are bits, and fewer than thirty, as Python is slow with larger numbers; the other classes
# of words.tsv are sets (see `listed`). They are written out one by one, so that a compiler knows them.
DETERMINER: Final = 1 << 0
POSSESSIVE: Final = 1 << 1
PRONOUN: Final = 1 << 2
PERSON: Final = 1 << 3
BE: Final = 1 << 4
HAVE: Final = 1 << 5
DO: Final = 1 << 6
MODAL: Final = 1 << 7
AUXILIARY: Final = 1 << 8
ADVERB: Final = 1 << 9
PREPOSITION: Final = 1 << 10
SUBORDINATOR: Final = 1 << 11
CONJUNCTION: Final = 1 << 12
DATE: Final = 1 << 13
TIME: Final = 1 << 14
FINITE: Final = 1 << 15
IRREGULAR: Final = 1 << 16
ABBREVIATION: Final = 1 << 17
TITLE: Final = 1 << 18
INSTITUTION: Final = 1 << 19
CONTRACTION: Final = 1 << 20
VERB: Final = 1 << 21
NOUN: Final = 1 << 22
OTHER: Final = 1 << 23
FINITE_CUE: Final = 1 << 24
LY: Final = 1 << 25
ING: Final = 1 << 26
ED: Final = 1 << 27
MARK: Final = 1 << 28
END: Final = 1 << 29

CLASSES = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "person": PERSON,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modal": MODAL,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "preposition": PREPOSITION,
    "subordinator": SUBORDINATOR,
    "conjunction": CONJUNCTION,
    "date": DATE,
    "time": TIME,
    "finite": FINITE,
    "irregular": IRREGULAR,
    "abbreviation": ABBREVIATION,
    "title": TITLE,
    "institution": INSTITUTION,
}

CUE: Final = VERB | NOUN | OTHER
AUX: Final = BE | HAVE | DO | MODAL | AUXILIARY
CONTRACTED = {"'s": BE, "'re": BE, "'m": BE, "'ve": HAVE, "'d": HAVE | MODAL, "'ll": MODAL}


def words(text: str) -> frozenset[str]:
    """Return a set of words written on one line."""
    return frozenset(text.split())


NOT_LY = words(
    "only family july italy early reply supply apply rely ally daily friendly kelly emily molly billy sally "
    "holly reilly o'reilly connolly donnelly beverly kimberly"
)
"""Words in -ly that are no adverbs of manner."""


ENDERS = frozenset(".!?…")
REMEMBERED = 200_000
"""So many words keep their classes."""


SPEAKING = words("quote clause question person name")
HEARD = words("judgement promise passive passive_by speech_topic")


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
    speaks: bool
    """Can it report speech or belief without a quotation?"""


class CueWord(NamedTuple):
    """A word form with what it can be: as a verb, as a noun, and else (adjective or phrase)."""

    verb: Cue | None = None
    noun: Cue | None = None
    other: Cue | None = None


class WordBits(dict[str, int]):
    """The classes of a word as bits; words of no list are classed by their ending and remembered."""

    def __missing__(self, word: str) -> int:
        bits = suffix_bits(word) if word[0].isalnum() else MARK | END if word in ENDERS else MARK
        if len(self) < REMEMBERED and len(word) < 40:
            self[word] = bits
        return bits


def suffix_bits(word: str) -> int:
    """Return the bits that a word's ending gives."""
    if word.endswith("ly"):
        return 0 if word in NOT_LY else LY
    if word.endswith("ing"):
        return ING
    if word.endswith("ed"):
        return ED
    return END if word.endswith(".") else 0


@lru_cache(maxsize=2)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of this package, without its header."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in table.splitlines()[1:])


@lru_cache(maxsize=64)
def listed(name: str) -> frozenset[str]:
    """Return the words of a class."""
    return next(words(line) for other, line in rows("words.tsv") if other == name)


@lru_cache(maxsize=1)
def word_bits() -> WordBits:
    """Every listed word with its classes."""
    bits = WordBits()
    for name, bit in CLASSES.items():
        for word in listed(name):
            bits[word] = bits.get(word, 0) | bit
    for pronoun in ("he", "she", "they", "it", "we", "i", "you", "who", "that", "there"):
        for ending, kind in CONTRACTED.items():
            bits[pronoun + ending] = CONTRACTION | kind | (PRONOUN if pronoun not in ("that", "there") else 0)
    for word in bits:
        bits[word] |= suffix_bits(word)
    for word, cue in cue_words().items():
        bits[word] = bits.get(word, suffix_bits(word))
        if cue.verb:
            bits[word] |= VERB | (FINITE_CUE if cue.verb.form in ("third", "past") else 0)
        if cue.noun:
            bits[word] |= NOUN
        if cue.other:
            bits[word] |= OTHER
    return bits


@lru_cache(maxsize=1)
def cue_words() -> dict[str, CueWord]:
    """Every form of every cue word; where two verbs share one, the first in the table has it."""
    known: dict[str, CueWord] = {}
    for lemma, kind, frames, prepositions, irregular, flags in rows("cues.tsv"):
        sets = (frozenset(frames.split()), frozenset(prepositions.split()), frozenset(flags.split()))
        speaks = bool(sets[0] & SPEAKING or sets[2] & HEARD)
        slot = {"verb": "verb", "noun": "noun"}.get(kind, "other")
        for word, form in inflect(lemma, kind, irregular.split()):
            if "inflected" in sets[2] and form in ("base", "third"):  # state, judge: nouns nearly always
                continue
            entry = known.get(word, CueWord())
            if getattr(entry, slot) is None:
                known[word] = entry._replace(**{slot: Cue(lemma, form, *sets, speaks)})
    return known


def inflect(lemma: str, kind: str, irregular: list[str]) -> Iterator[tuple[str, str]]:
    """Return the forms of a lemma with their names.

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
