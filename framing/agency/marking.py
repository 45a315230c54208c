"""The markers that agency gives: passives with and without who acts, nouns that stand for an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

from framing.agency.letters import rows, spell
from framing.agency.verbs import find_passives
from framing.types import Diathesis, Document, Match

MARKERS = {Diathesis.PASSIVE: "passives", Diathesis.AGENTLESS: "agentless_passives"}
NOT_HEAD = frozenset("nNlxXIJK")
"""A noun before one of these only modifies the next (*detention centre*)."""
OWNERS = frozenset(("its", "his", "her", "their", "our", "my", "your", "whose"))


def match_agency(document: Document) -> list[Match]:
    """Return passives and nominalisations; ``entry`` is the participle or the noun.

    Examples
    --------
    >>> from framing.parsing import parse
    >>> from framing.types import Article
    >>> text = "The bridge was hit by floods. Its removal was delayed."
    >>> [(match.lexicon, text[match.start : match.end]) for match in match_agency(parse(Article("a", text)))]
    [('passives', 'was hit'), ('agentless_passives', 'was delayed'), ('nominalisations', 'removal')]
    """
    letters, words = spell(document), document.tokens.low
    starts, ends = document.tokens.start, document.tokens.end
    found = [
        Match(MARKERS[verb.diathesis], words[verb.end - 1], starts[verb.start], ends[verb.end - 1], verb.start)
        for verb in find_passives(letters, words)
        if verb.diathesis in MARKERS
    ]
    found += (
        Match("nominalisations", words[token], starts[token], ends[token], token)
        for token in find_nominalisations(letters, words)
    )
    return found


def find_nominalisations(letters: str, words: Sequence[str]) -> Iterator[int]:
    """Yield the tokens that are nouns for an act: some always, some only where it says whose or of what."""
    always, known = _nouns()
    for token in compress(range(len(words)), map(known.__contains__, words)):
        if letters[token] not in "nlI" or letters[token + 1] in NOT_HEAD:
            continue
        before = token - 1 - (letters[token - 1] in "nJ")
        if words[token] in always or letters[token + 1] == "O" or letters[before] == "K" or words[before] in OWNERS:
            yield token


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns that always stand for an act, plurals too, and all that may."""
    table = rows("nominalisations.tsv")
    always = {noun for noun, when in table if when == "always"}
    always |= {noun + "s" for noun in always}
    return frozenset(always), frozenset(always | {noun for noun, _ in table})
