"""How well facts are found and set side by side, against two events marked by hand.

``python -m tests.comparing.facts`` prints precision and recall by kind, and every miss.
The table was written from the texts before the program saw them, by one reader. A fact
of the program is right if the table has one of the same status with the same words in each
text, or a part of them; kinds count for the table only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from framing.analysis import analyze
from framing.comparing import align_facts
from framing.reading import read_article
from framing.types import Alignment

TABLE = Path(__file__).with_name("facts_gold.tsv")


class Gold(NamedTuple):
    kind: str
    status: str
    texts: dict[str, str]


class Score(NamedTuple):
    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0


def read_gold() -> dict[tuple[str, str, str], list[Gold]]:
    """Facts by event and the names of its two texts."""
    gold: defaultdict[tuple[str, str, str], list[Gold]] = defaultdict(list)
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        event, a, b, kind, status, in_a, in_b = line.split("\t")
        gold[event, a, b].append(Gold(kind, status, {k: v for k, v in (("A", in_a), ("B", in_b)) if v}))
    return dict(gold)


def agrees(fact: Alignment, gold: Gold) -> bool:
    told = {cell.article: cell.text for cell in fact.cells}
    if gold.status not in ("any", fact.status.value) or told.keys() != gold.texts.keys():
        return False
    pairs = [({*gold.texts[one].split()}, {*words.split()}) for one, words in told.items()]
    return all(a <= b or b <= a for a, b in pairs)


def score() -> tuple[dict[str, Score], list[str]]:
    """Score by kind, and what was missed or found wrongly, in words."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    faults = []
    for (event, a, b), marked in read_gold().items():
        sides = {"A": a, "B": b}.items()
        facts = align_facts([analyze(read_article(f"event:{event}/{name}", id=one)) for one, name in sides])
        left = list(marked)
        for fact in facts:
            same = next((gold for gold in left if agrees(fact, gold)), None)
            kind = same.kind if same else fact.kind.value
            counts[kind][1] += 1
            if same:
                left.remove(same)
                counts[kind][0] += 1
            else:
                faults.append(f"{event}: found {fact.kind.value}, {fact.status.value}: {list(_words(fact))}")
        for gold in marked:
            counts[gold.kind][2] += 1
        faults += [f"{event}: missed {gold.kind}, {gold.status}: {list(gold.texts.values())}" for gold in left]
    scores = {kind: Score(*numbers) for kind, numbers in sorted(counts.items())}
    scores["all"] = Score(*(sum(parts) for parts in zip(*scores.values(), strict=True)))
    return scores, faults


def _words(fact: Alignment) -> Iterator[str]:
    return (f"{cell.article}: {cell.text}" for cell in fact.cells)


if __name__ == "__main__":
    found, faults = score()
    for kind, one in found.items():
        print(f"{kind:13} P {one.precision:.2f}  R {one.recall:.2f}  ({one.marked} marked)")
    print(*faults, sep="\n")
