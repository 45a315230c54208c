"""Score agency against two hundred sentences marked by hand (``sentences.tsv``).

``python -m tests.agency.score`` prints precision and recall for each half. Rules were mended
with the half ``dev`` in view; ``test`` is the fairer one. A clause of the gold is
``verb|voice|agent|patient``; ``-`` is nobody, ``?`` is left open, ``/`` parts names for one.
A phrase is right where it ends with the same word.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from framing.agency import find_agency
from framing.parsing import parse
from framing.reading import article_from_text
from framing.types import Clause, Diathesis, Span

TABLE = Path(__file__).with_name("sentences.tsv")
HALVES = ("dev", "test")
WHAT = ("clause", "voice", "passive", "agentless", "agent", "patient")


@dataclass
class Tally:
    """How many were right, of how many found and how many in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0


@dataclass
class Scores:
    """Tallies by what is scored, and the clauses the finder was not sure of."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in WHAT})
    unsure: int = 0
    clauses: int = 0
    misses: list[str] = field(default_factory=list)


def sentences(half: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the sentences of one half with their gold clauses."""
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        where, sentence, clauses = line.split("\t")
        if where == half:
            yield sentence, [clause.split("|") for clause in clauses.split("; ") if clause]


def score(half: str) -> Scores:
    """Score one half."""
    scores = Scores()
    for sentence, gold in sentences(half):
        article = article_from_text(sentence, id="x")
        found = list(find_agency(parse(article)).clauses)
        scores.clauses += len(found)
        scores.unsure += sum(clause.diathesis is Diathesis.UNSURE for clause in found)
        before = len(scores.misses)
        _compare(scores, article.text, found, gold)
        if len(scores.misses) > before:
            scores.misses.insert(before, sentence)
    return scores


def _compare(scores: Scores, text: str, found: list[Clause], gold: list[list[str]]) -> None:
    tallies, left = scores.tallies, list(found)
    for verb, voice, agent, patient in gold:
        ours = next((clause for clause in left if text[clause.verb.start : clause.verb.end] == verb), None)
        if ours:
            left.remove(ours)
        sure = ours is not None and ours.diathesis is not Diathesis.UNSURE
        _add(scores, "clause", ours is not None, ours is not None, True, verb)
        _add(scores, "voice", sure and ours.diathesis == voice, sure, True, f"{verb} is {voice}")
        for name in ("passive", "agentless"):
            is_it, said = voice == name, ours is not None and ours.diathesis == name
            _add(scores, name, is_it and said, said, is_it)
        _add_phrase(scores, "agent", text, ours and ours.agent, agent, verb)
        _add_phrase(scores, "patient", text, ours and ours.patient, patient, verb)
    for clause in left:
        verb = text[clause.verb.start : clause.verb.end]
        _add(scores, "clause", False, True, False, f"no clause {verb}")
        if clause.diathesis is not Diathesis.UNSURE:
            tallies["voice"].found += 1
        if clause.diathesis in ("passive", "agentless"):
            tallies[clause.diathesis].found += 1
        tallies["agent"].found += clause.agent is not None
        tallies["patient"].found += clause.patient is not None


def _add(scores: Scores, name: str, right: bool, found: bool, gold: bool, miss: str = "") -> None:
    tally = scores.tallies[name]
    tally.right, tally.found, tally.gold = tally.right + right, tally.found + found, tally.gold + gold
    if miss and not right:
        scores.misses.append(f"    {name}: {miss}")


def _add_phrase(scores: Scores, name: str, text: str, ours: Span | None, gold: str, verb: str) -> None:
    if gold == "?":
        return
    words = text[ours.start : ours.end] if ours else ""
    right = bool(ours) and any(_ends_alike(words, other) for other in gold.split("/"))
    tally = scores.tallies[name]
    tally.right, tally.found, tally.gold = tally.right + right, tally.found + bool(ours), tally.gold + (gold != "-")
    if not right and (ours or gold != "-"):
        scores.misses.append(f"    {name} of {verb}: {words or '-'} (gold: {gold})")


def _ends_alike(words: str, gold: str) -> bool:
    return words.lower().strip("“”\"'‘’").split()[-1] == gold.lower().split()[-1]


def table(halves: dict[str, Scores]) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| | " + " | ".join(f"P {half} | R {half} | n" for half in halves) + " |"]
    lines.append("|---" + "|--:|--:|--:" * len(halves) + "|")
    for name in WHAT:
        cells = [f"{t.precision:.2f} | {t.recall:.2f} | {t.gold}" for t in (s.tallies[name] for s in halves.values())]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    shares = [f"{s.unsure / s.clauses:.2f} | | {s.clauses}" for s in halves.values()]
    return "\n".join([*lines, "| not sure | " + " | ".join(shares) + " |"])


if __name__ == "__main__":
    wanted = {half: score(half) for half in HALVES if half in (sys.argv[1:] or HALVES)}
    print(table(wanted))
    if "--misses" in sys.argv:
        print("\n".join(line for scores in wanted.values() for line in scores.misses))
