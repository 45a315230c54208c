"""From a document to its agency."""

from __future__ import annotations

from framing.agency.actors import Part, find_actors
from framing.agency.clauses import Finder
from framing.agency.letters import QUOTATION, spell
from framing.types import VOICES, Actor, Agency, Clause, Document, Span


def find_agency(document: Document) -> Agency:
    """Find who acts on whom in a document.

    Parameters
    ----------
    document : Document
        As `framing.parsing.parse` gives it.

    Returns
    -------
    Agency
        Its clauses (a finite verb other than *be*, or a passive) with voice, agent and
        patient, each with the voice it stands in; and its main actors with the verbs and
        words around them, in the outlet's own words only.

    Notes
    -----
    English only, by rules over words, without a parser: what the rules cannot tell is
    ``None``, and a passive that may be a state (*was closed*) is *unsure*. Pronouns are not
    resolved, and infinitives have no clause of their own.

    Examples
    --------
    >>> from framing.parsing import parse
    >>> from framing.types import Article
    >>> text = "The bridge was hit by floods. Korva rebuilt it."
    >>> agency = find_agency(parse(Article("a", text)))
    >>> [(c.diathesis.value, text[c.agent.start : c.agent.end]) for c in agency.clauses]
    [('passive', 'floods'), ('active', 'Korva')]
    """
    letters, words = spell(document), document.tokens.low
    clauses = Finder(letters, words).find()
    sentence_of = [number for number, s in enumerate(document.sentences) for _ in range(s.first, s.last)]

    def span(place: tuple[int, int] | None) -> Span | None:
        return place and _span(document, letters, *place)

    return Agency(
        tuple(
            Clause(
                _span(document, letters, found.start, found.end),
                _span(document, letters, found.end - 1, found.end),
                found.diathesis,
                span(found.agent),
                span(found.patient),
                VOICES[document.voices[found.end - 1]],
                sentence_of[found.end - 1],
            )
            for found in clauses
        ),
        tuple(_actor(document, letters, part) for part in find_actors(document, letters, clauses)),
    )


def _actor(document: Document, letters: str, part: Part) -> Actor:
    """Return an actor with its places as characters, named by its fullest mention."""
    tokens, text = document.tokens, document.article.text
    mentions = tuple(
        Span(tokens.start[m.first], tokens.end[m.last - 1] - 2 * (letters[m.last - 1] == "K")) for m in part.mentions
    )
    fullest = mentions[max(range(len(mentions)), key=lambda k: (len(part.mentions[k].form), -k))]
    groups = (part.agent_of, part.patient_of, part.possessor_of, part.described_by)
    spans = (tuple(_span(document, letters, *place) for place in sorted(places)) for places in groups)
    return Actor(" ".join(text[fullest.start : fullest.end].split()), mentions, *spans)


def _span(document: Document, letters: str, first: int, last: int) -> Span:
    """Return the characters of some tokens, without quotation marks around them or what is contracted to a pronoun."""
    tokens = document.tokens
    while last - first > 1 and letters[last - 1] == QUOTATION:
        last -= 1
    while last - first > 1 and letters[first] == QUOTATION:
        first += 1
    start, end = tokens.start[first], tokens.end[last - 1]
    if last - first == 1 and letters[first] in "cu":
        end = start + tokens.low[first].index("'")
    return Span(start, end)
