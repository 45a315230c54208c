"""Each word as one letter for its class, so that patterns over letters find clauses.

The letters of closed classes stand in ``words.tsv``. Verb forms (``verbs.tsv``) are:

``V`` third person (*opposes*), ``v`` base (*oppose*), ``X`` and ``x`` the same where it may be
a noun (*attacks*), ``F`` past (*took*), ``e`` participle (*taken*), ``E`` either (*opposed*),
``Z`` either or base (*cut*), ``I`` form in -ing. ``N`` is a name, ``l`` a plural, ``n`` any other
word, ``K`` a possessor (*Korva's*), ``c`` a pronoun with *'s*, ``u`` one with another auxiliary,
``J`` an adjective. Marks are ``, . " ;`` (for all others) and, at a sentence's end, ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from typing import ClassVar

from framing.types import Document

PAUSE, MARK, QUOTATION, BREAK = ",", ";", '"', "|"
VOWELS = frozenset("aeiou")
SHORT = re.compile("(?:[^aeiou]|qu)[aeiou][^aeiouwxy]$")
"""An irregular verb that ends so doubles its last letter before -ing."""
PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "that", "there", "what")
MARKS = {
    **dict.fromkeys(",—–-", PAUSE),
    **dict.fromkeys("“”\"«»„‘'`", QUOTATION),
    "$": "Q",
    "€": "Q",
    "£": "Q",
    "%": "n",
    ".": ".",
}
MONTHS = frozenset(("march", "may"))
"""Months that are verbs, too: told by the word before."""
NAMEABLE = frozenset("nlvVxXZEeFIJAMru")
"""Classes that a capital inside a sentence turns into a name."""

RESOLVED = (
    (re.compile(r"\.(?<=N\.)(?=N)"), "N"),
    (re.compile(r"[xXZ](?<=[DPOKYQs].)"), "n"),
    (re.compile(r"E(?=[nlNxXQJ])(?:(?<=[DPOKYQJs].)|(?<=DA.))"), "J"),
    (re.compile(r"[Xxv](?<=[RUWc].)(?![,.;|])"), "V"),
    (re.compile(r"v(?<=NCN.)|X(?:(?=[DrK])(?<=[nNKh].)|(?=[NThU])(?<=N.))|x(?=[DrKNUQ])(?:(?<=l.)|(?<=NCN.))"), "V"),
    (re.compile(r"Z(?=[DrKNUQnlJ])(?<=[RUWlnNC].)"), "F"),
)
"""Ambiguous letters settled by their neighbours, in this order."""


@lru_cache(maxsize=4)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of this room, without its header."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in table.splitlines()[1:])


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """Return the words of a class that has no letter."""
    return next(frozenset(words.split()) for letter, _, words in rows("words.tsv") if letter == name)


class Letters(dict[str, str]):
    """The letter of every listed word; of others by their ending, and remembered."""

    limit: ClassVar = 200_000

    def __missing__(self, word: str) -> str:
        letter = letter_by_ending(word)
        if len(self) < self.limit and len(word) < 40:
            self[word] = letter
        return letter


def letter_by_ending(word: str) -> str:
    """Return the letter of a word that no table lists.

    Examples
    --------
    >>> [letter_by_ending(word) for word in ("korva's", "1,500", "bravely", "troubled", "trains", "state-run")]
    ['K', 'Q', 'A', 'E', 'l', 'n']
    """
    if not word[0].isalnum():
        return MARKS.get(word, MARK)
    if word.endswith("'s"):
        return "K"
    if word[0].isdigit():
        return "Q"
    if "-" in word:
        return "n"
    if word.endswith("ly"):
        return "A"
    if word.endswith("ed") and len(word) > 4:
        return "E"
    return "l" if word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) else "n"


def forms_of(lemma: str, past: str, participle: str, also: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb with their letters.

    Examples
    --------
    >>> list(forms_of("deny", "", "", ""))
    [('deny', 'v'), ('denies', 'V'), ('denying', 'I'), ('denied', 'E')]
    >>> list(forms_of("steal", "stole", "stolen", ""))
    [('steal', 'v'), ('steals', 'V'), ('stealing', 'I'), ('stole', 'F'), ('stolen', 'e')]
    """
    ends_in_y = lemma.endswith("y") and lemma[-2] not in VOWELS
    stem = lemma[:-1] if (lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe"))) or ends_in_y else lemma
    third = stem + "ies" if ends_in_y else lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    regular = stem + "ied" if ends_in_y else lemma.removesuffix("e") + "ed"
    past = past or regular
    participle = participle or past
    doubled = past == lemma + lemma[-1] + "ed" or (past != regular and SHORT.search(lemma))
    base = "Z" if lemma == participle else "x" if also else "v"
    yield from ((lemma, base), (third, "X" if also else "V"))
    yield (lemma if ends_in_y else lemma + lemma[-1] if doubled else stem) + "ing", "I"
    if past == participle:
        if past != lemma:
            yield past, "E"
    else:
        yield past, "F"
        if participle != lemma:
            yield participle, "e"


@lru_cache(maxsize=1)
def letters() -> Letters:
    """Every listed word with its letter; the closed classes win over the verbs."""
    known = Letters()
    for row in rows("verbs.tsv"):
        for form, letter in forms_of(*row):
            known[form] = letter
    for letter, _, words in rows("words.tsv"):
        if len(letter) == 1:
            known.update(dict.fromkeys(words.split(), letter))
    for pronoun in PRONOUNS:
        known[pronoun + "'s"] = "c"
        known.update(dict.fromkeys((pronoun + "'re", pronoun + "'m"), "c"))
        known.update(dict.fromkeys((pronoun + "'ve", pronoun + "'d", pronoun + "'ll"), "u"))
    return known


def spell(document: Document) -> str:
    """Write a document in letters, one a token, ambiguous ones settled where their neighbours tell.

    A sentence's last token, nearly always its stop, is written as `BREAK`.
    """
    tokens, low = document.tokens, document.tokens.low
    spelled = list(map(letters().__getitem__, low))
    openings = {sentence.first for sentence in document.sentences}
    for token in compress(range(len(low)), tokens.capital):
        letter = spelled[token]
        if letter == "n" or (letter in NAMEABLE and token not in openings and _is_name(document, spelled, token)):
            spelled[token] = "d" if low[token] in MONTHS and spelled[token - 1] in "Psd" else "N"
    for sentence in document.sentences:
        spelled[sentence.last - 1] = BREAK
    line = "".join(spelled)
    for pattern, letter in RESOLVED:
        line = pattern.sub(letter, line)
    return line


def _is_name(document: Document, spelled: list[str], token: int) -> bool:
    """Tell whether a capital inside a sentence makes a name of a common word; pronouns must be all capitals (*US*)."""
    if spelled[token - 1] == QUOTATION:
        return False
    return spelled[token] not in "ru" or document.clean[document.tokens.start[token] + 1].isupper()
