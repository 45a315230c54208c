"""How well the voices agree with PolNeAR's hand-marked attributions.

``python -m benchmarks.voices_polnear DATA [train|dev]``: DATA holds ``bench/polnear_*.jsonl``
(or the files themselves). Prints precision, recall and F1 at both breadths for sentences
that hold an attribution, for content words (all, inside and outside quotation marks)
and for cues; and, where the cue agrees, how often the source overlaps. "Speech and belief"
is the recall of words outside marks whose gold cue has a verb of speech or belief.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.parsing.attributions import BREADTHS
from framing.parsing.document import read_passage
from framing.parsing.passage import Found, Passage
from framing.parsing.vocabulary import cue_words
from framing.types import Article

SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+[”\"’')\]]*|\n+|$)")
Characters = set[int]
Counts = Counter[str]


def rows(data: str, part: str) -> Iterator[dict[str, Any]]:
    """Read the annotated articles of one part."""
    name = f"polnear_{part}.jsonl"
    path = next(p for p in (Path(data) / "bench" / name, Path(data) / name) if p.exists())
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sentence_starts(text: str) -> list[int]:
    """Split plainly, so that both sides are judged by the same sentences."""
    return [m.start() for m in SENTENCE.finditer(text) if m.group().strip()]


def characters(passage: Passage, ranges: list[tuple[int, int]]) -> Characters:
    """Return the characters that ranges of tokens cover."""
    start, end = passage.words.start, passage.words.end
    return {k for first, last in ranges if last > first for k in range(start[first], end[last - 1])}


def gold_characters(spans: list[list[int]]) -> Characters:
    """Return the characters that gold spans cover."""
    return {k for a, b in spans for k in range(a, b)}


def score_article(row: dict[str, Any], breadth: str, counts: Counts, rules: Counts) -> None:
    """Add one article's agreements and disagreements to the counts."""
    text = row["text"]
    passage, found = read_passage(Article(id=row["id"], text=text), breadth=breadth)
    gold = [g for g in row["attributions"] if g["cue"]]
    _count_sentences(text, passage, found, gold, counts)
    _count_words(passage, found, row["attributions"], counts)
    _count_cues(passage, found, gold, counts, rules)


def _count_sentences(text: str, passage: Passage, found: list[Found], gold: list[Any], counts: Counts) -> None:
    starts = sentence_starts(text)
    mine = {bisect_right(starts, passage.words.start[item.cue[0]]) for item in found}
    theirs = {bisect_right(starts, g["cue"][0][0]) for g in gold}
    _add(counts, "sentence", len(mine & theirs), len(mine), len(theirs))


def _count_words(passage: Passage, found: list[Found], gold: list[Any], counts: Counts) -> None:
    covered = bytearray(passage.size)
    for item in found:
        for first, last in item.contents:
            covered[first:last] = b"\x01" * (last - first)
    content = gold_characters([span for g in gold for span in g["content"]])
    voiced = gold_characters([span for g in gold if _is_voiced(passage, g["cue"]) for span in g["content"]])
    for k in range(passage.size):
        if passage.is_word[k]:
            here, there = bool(covered[k] or passage.quoted[k]), passage.words.start[k] in content
            side = "inside marks" if passage.quoted[k] else "outside marks"
            for name in ("words", side):
                _add(counts, name, here and there, here, there)
            if passage.words.start[k] in voiced and not passage.quoted[k]:
                _add(counts, "speech and belief", here, 0, True)


def _is_voiced(passage: Passage, cue: list[list[int]]) -> bool:
    """Tell whether a gold cue holds a form of a verb of speech or belief."""
    forms = (cue_words().get(word) for a, b in cue for word in passage.words.text[a:b].lower().split())
    return any(form and form.verb and form.verb.frames & {"quote", "clause"} for form in forms)


def _count_cues(passage: Passage, found: list[Found], gold: list[Any], counts: Counts, rules: Counts) -> None:
    cues = [gold_characters(g["cue"]) for g in gold]
    matched: set[int] = set()
    right = 0
    for item in found:
        mine = characters(passage, [item.cue])
        hit = next((n for n, cue in enumerate(cues) if cue & mine), None)
        rules[item.rule, "all"] += 1
        if hit is None:
            continue
        rules[item.rule, "right"] += 1
        right += 1
        matched.add(hit)
        theirs = gold_characters(gold[hit]["source"])
        source = characters(passage, [item.source]) if item.source else set()
        _add(counts, "source", bool(source & theirs), bool(source), bool(theirs))
        counts["source exact"] += bool(theirs) and source == theirs
    counts["cue right"] += len(matched)
    counts["cue found"] += len(found) - right + len(matched)
    counts["cue gold"] += len(gold)


def _add(counts: Counts, name: str, right: int, found: int, gold: int) -> None:
    counts[f"{name} right"] += right
    counts[f"{name} found"] += found
    counts[f"{name} gold"] += gold


def show(counts: Counts) -> None:
    """Print a line for each kind of agreement."""
    for name in ("sentence", "words", "inside marks", "outside marks", "cue", "source"):
        right, found, gold = (counts[f"{name} {part}"] for part in ("right", "found", "gold"))
        precision, recall = right / max(1, found), right / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {name:14} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    voiced = counts["speech and belief right"] / max(1, counts["speech and belief gold"])
    print(f"  speech and belief       R {voiced:.3f}")
    print(f"  {'source exact':14} {counts['source exact'] / max(1, counts['source gold']):.3f}")


def main(data: str, part: str = "dev", detail: bool = False) -> None:
    """Score one part of PolNeAR at both breadths."""
    articles = list(rows(data, part))
    for breadth in BREADTHS:
        counts, rules = Counter[str](), Counter[Any]()
        for row in articles:
            score_article(row, breadth, counts, rules)
        print(f"{breadth} breadth, {len(articles)} articles of {part}")
        show(counts)
        if detail:
            for (rule, kind), total in sorted(rules.items()):
                if kind == "all":
                    print(f"    {rule:12} {rules[rule, 'right']:5}/{total:<5} {rules[rule, 'right'] / total:.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.voices_polnear DATA [train|dev] [rules]")
    main(sys.argv[1], (sys.argv[2:] or ["dev"])[0], detail="rules" in sys.argv)
