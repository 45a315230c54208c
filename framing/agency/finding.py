"""From a document to its agency."""

from __future__ import annotations

from framing.agency.clauses import Finder, Range
from framing.agency.letters import spell
from framing.types import VOICES, Agency, Clause, Document, Span


def find_agency(document: Document) -> Agency:
    lines = spell(document)
    tokens = document.tokens
    clauses = []
    for number, (sentence, line) in enumerate(zip(document.sentences, lines, strict=True)):
        first = sentence.first

        def span(place: Range | None, first: int = first, line: str = line) -> Span | None:
            if place is None:
                return None
            start, end, word = tokens.start[first + place[0]], tokens.end[first + place[1] - 1], tokens.low[first + place[0]]
            return Span(start, start + word.index("'") if line[place[0]] in "cu" and place[1] - place[0] == 1 else end)

        for found in Finder(line, tokens.low[first : sentence.last]).find():
            verb = first + found.group[1] - 1
            clauses.append(Clause(span(found.group), Span(tokens.start[verb], tokens.end[verb]), found.diathesis, span(found.agent), span(found.patient), VOICES[document.voices[verb]], number))
    return Agency(tuple(clauses))
