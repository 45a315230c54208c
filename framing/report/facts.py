"""What the texts give alike, and what only one of them gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from framing.comparing.sentences import SURE
from framing.report.lines import plain
from framing.report.texts import line_at
from framing.report.tree import Cell, Column, Link, Marked, Table, TableRow
from framing.report.wording import at_line, letter_of, name, number, shortened
from framing.types import Alignment, Comparison, FactKind, Status
from framing.types import Cell as FactCell

_KINDS = {
    FactKind.DATE: "Dates",
    FactKind.MONEY: "Sums of money",
    FactKind.PERCENT: "Shares",
    FactKind.DURATION: "Lengths of time",
    FactKind.NUMBER: "Numbers",
    FactKind.PERSON: "People",
    FactKind.PLACE: "Places",
    FactKind.ORGANISATION: "Organisations",
    FactKind.NAME: "Other names",
}
_FIGURES = {FactKind.DATE, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION, FactKind.NUMBER}
_GRAMMAR = (
    "a an and are as at but by can could for from had has have if in is may more most of on or so than that the to "
    "was were when where who will with would"
)
_BEHIND = re.compile(rf"(?:-\w+)?(?: (?!(?:{'|'.join(_GRAMMAR.split())})\b)[^\W\d]+){{0,2}}")
_MOST = 12
"""Facts that are listed in one cell."""
_SENTENCES = 6
_TEXTS = 4
"""Texts for which there is room."""


def sentences_table(comparison: Comparison, articles: Mapping[str, Marked]) -> Table | None:
    """Sentences that tell much the same in two texts, likest first; ``None`` for none or more than two texts."""
    letters = [letter_of(p) for p in comparison.profiles]
    pairs = [fact for fact in comparison.alignment if fact.kind is FactKind.SENTENCE and fact.score >= SURE]
    if len(letters) != 2 or not pairs:
        return None
    pairs.sort(key=lambda fact: -fact.score)
    rows = tuple(TableRow(tuple(_sentence(cell, articles) for cell in fact.cells)) for fact in pairs[:_SENTENCES])
    columns = tuple(Column(name(letter), "words", 0, letter) for letter in letters)
    caption = "Sentences with the most rare words in common. What one has and the other has not is for you to see."
    return Table("sentences", "Much the same, in other words", columns, rows, caption)


def _sentence(fact: FactCell, articles: Mapping[str, Marked]) -> Cell:
    line = line_at(articles[fact.article].lines, fact.spans[0].start)
    return Cell(shortened(plain(fact.text), 260), note=at_line(line), text=fact.article, line=line)


def facts_table(comparison: Comparison, articles: Mapping[str, Marked]) -> Table | None:
    """Figures, dates and names in both texts, and in one only; ``None`` for none or too many texts."""
    letters = [letter_of(p) for p in comparison.profiles]
    if not any(fact.kind in _KINDS for fact in comparison.alignment) or not 1 < len(letters) <= _TEXTS:
        return None
    texts = {letter_of(p): p.document.article.text for p in comparison.profiles}
    rows = []
    for kind, label in _KINDS.items():
        found = [fact for fact in comparison.alignment if fact.kind is kind]
        if found:
            shared = [fact for fact in found if fact.status is not Status.ONLY_IN_ONE]
            sides = [shared]
            sides += [[f for f in found if f not in shared and f.cells[0].article == one] for one in letters]
            rows.append(TableRow((Cell(label, strong=True), *(_cell(side, texts, articles) for side in sides))))
    where = "in both" if len(letters) == 2 else f"in at least {number(2)}"
    columns = (
        Column("", "words", 27),
        Column(where, "words"),
        *(Column(f"only in {name(letter)}", "words", 0, letter) for letter in letters),
    )
    caption = (
        "Found by shape and by lists of places and organisations, names under their fullest form. “Only in” means: not "
        "found in the other text. In brackets: who is said to say it. A slash: one thing, told differently."
    )
    return Table("facts", "Dates, figures and names", columns, tuple(rows), caption)


def _cell(facts: Sequence[Alignment], texts: Mapping[str, str], articles: Mapping[str, Marked]) -> Cell:
    if not facts:
        return Cell("–", muted=True)
    links = []
    for fact in facts[:_MOST]:
        first = fact.cells[0]
        line = line_at(articles[first.article].lines, first.spans[0].start)
        links.append(Link(shortened(_told(fact, texts), 60), first.article, line))
    more = f"and {len(facts) - _MOST} more" if len(facts) > _MOST else ""
    return Cell("; ".join(link.words for link in links), note=more, links=tuple(links))


def _told(fact: Alignment, texts: Mapping[str, str]) -> str:
    said = [_words(cell, fact.kind, texts) for cell in fact.cells]
    if fact.status is Status.BOTH_DIFFERENTLY:
        return " / ".join(f"{words} in {cell.article}" for words, cell in zip(said, fact.cells, strict=True))
    source = fact.cells[0].said_by if len(said) == 1 and fact.kind in _FIGURES else None
    return f"{said[0]} ({shortened(plain(source), 28)})" if source else max(said, key=len)


def _words(cell: FactCell, kind: FactKind, texts: Mapping[str, str]) -> str:
    """Give a fact's words, a number's with up to two words of what it counts."""
    if kind is not FactKind.NUMBER:
        return plain(cell.text)
    last = cell.text.split()[-1]
    behind = _BEHIND.match(texts[cell.article], cell.spans[0].end)
    names_it = last.isalpha() and not last.endswith(("illion", "thousand", "hundred"))
    return plain(cell.text if names_it or not behind else cell.text + behind[0])
