"""Score the program against the hand-marked gold of the built-in events.

``python -m tests.gold`` prints the table of ``docs/limits.md``; with ``--pin`` it writes that
table and the floors that ``tests/test_gate.py`` holds. Lists and rules were mended with the
invented events in view; the public events are kept apart as the fairer test.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from framing.analysis import analyze
from framing.reading import article_from_text
from framing.types import VOICES, Profile, Quote, Voice

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
LIMITS = ROOT / "docs" / "limits.md"
FLOORS = Path(__file__).with_name("gold_floors.json")
MARKED = (
    *("hedges", "boosters", "absolutes", "obligation", "praise", "judging", "unnamed_sources", "named_sources"),
    *("western_conventions", "doubting", "scare_quotes", "labels", "principles", "history", "threat"),
    *("conflict_verbs", "china_formula", "russia_formula", "diplomatic", "numbers", "dates"),
)
"""Markers marked throughout (docs/corpus.md); of others a missing mark means nothing."""
PARTS = {
    "boosters": ("boosters", "fact_framing"),
    "doubting": ("doubting", "hearsay"),
    "judging": ("judging", "moral_vice"),
    "praise": ("praise", "moral_virtue"),
    "western_conventions": ("western_conventions", "right_of_reply", "state_labels"),
}
"""Markers that were one when the gold was made: what it marks is what they find together."""
TABLE = re.compile(r"(<!-- figures -->\n)(.*?)(\n<!-- end -->)", re.DOTALL)


@dataclass
class Tally:
    """True positives among what was found and among what is gold."""

    right: int = 0
    found: int = 0
    got: int = 0
    gold: int = 0

    def add(self, right: int, found: int, got: int, gold: int) -> None:
        self.right, self.found = self.right + right, self.found + found
        self.got, self.gold = self.got + got, self.gold + gold

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.got / self.gold if self.gold else 1.0


@dataclass
class Scores:
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def spans(self, name: str, found: set[tuple[int, int]], gold: set[tuple[int, int]], *, exact: bool) -> None:
        if exact:
            both = len(found & gold)
            self.tallies[name].add(both, len(found), both, len(gold))
        else:
            self.tallies[name].add(_touching(found, gold), len(found), _touching(gold, found), len(gold))


def _touching(some: Iterable[tuple[int, int]], others: set[tuple[int, int]]) -> int:
    return sum(any(s < e2 and s2 < e for s2, e2 in others) for s, e in some)


def locate(text: str, piece: str, nth: int) -> tuple[int, int]:
    """The ``nth`` place (from 1) where ``piece`` stands in ``text``."""
    at = -1
    for _ in range(nth):
        at = text.index(piece, at + 1)
    return at, at + len(piece)


def texts() -> list[Path]:
    return sorted(path for path in CORPUS.glob("*/*.txt") if path.with_suffix(".gold.toml").exists())


def fingerprint() -> str:
    """A hash of every text and its gold: floors hold for this data only."""
    digest = hashlib.sha256()
    for path in texts():
        digest.update(path.read_bytes())
        digest.update(path.with_suffix(".gold.toml").read_bytes())
    return digest.hexdigest()


def is_invented(path: Path) -> bool:
    return bool(tomllib.loads((path.parent / "event.toml").read_text(encoding="utf-8"))["invented"])


def score_all(*, invented: bool | None = None) -> Scores:
    """Score all texts, or those of the invented or of the public events."""
    scores = Scores()
    for path in texts():
        if invented not in (None, is_invented(path)):
            continue
        text = path.read_text(encoding="utf-8")
        gold = tomllib.loads(path.with_suffix(".gold.toml").read_text(encoding="utf-8"))
        _score(scores, analyze(article_from_text(text, id=path.stem)), text, gold)
    return scores


def _score(scores: Scores, profile: Profile, text: str, gold: dict) -> None:
    def spans(rows: list[dict]) -> list[tuple[int, int]]:
        return [locate(text, row["text"], row.get("nth", 1)) for row in rows]

    document = profile.document
    quotes = [row for row in gold.get("quotes", ()) if not row.get("nested")]
    gold_quotes = dict(zip(spans(quotes), quotes, strict=True))
    ours = {(q.start, q.end): q for q in document.quotes if not _nested(q, document.quotes)}
    scores.spans("quotations", set(ours), set(gold_quotes), exact=True)
    for span in ours.keys() & gold_quotes.keys():
        kind, gold_kind = ours[span].kind.value, gold_quotes[span]["kind"]
        scores.tallies["quotation kind"].add(kind == gold_kind, 1, kind == gold_kind, 1)
        _score_speaker(scores.tallies["speaker"], ours[span], gold_quotes[span].get("speaker", ""))

    marked = _words(document, [(s, e) for s, e in gold_quotes])
    reported = _words(document, spans(gold.get("reported", []))) - marked
    found = {
        i for i, code in enumerate(document.voices) if VOICES[code] is Voice.REPORTED and document.tokens.is_word[i]
    }
    both = len(found & reported)
    scores.tallies["reported words"].add(both, len(found), both, len(reported))

    taken = {(r.start, r.end) for r in document.article.removed}
    scores.spans("removed", taken, set(spans(gold.get("removed", []))), exact=False)
    headings = {document.clean[p.start : p.end].strip() for p in document.paragraphs if p.heading}
    right = len(headings & set(gold.get("headings", ())))
    scores.tallies["headings"].add(right, len(headings), right, len(gold.get("headings", ())))

    rows = defaultdict(set)
    for row, span in zip(gold.get("markers", []), spans(gold.get("markers", [])), strict=True):
        rows[row["marker"]].add(span)
    for marker in MARKED:
        hits = [hit for hit in profile.hits if hit.marker in PARTS.get(marker, (marker,))]
        scores.spans(f"marker {marker}", {(hit.start, hit.end) for hit in hits}, rows[marker], exact=False)


def _nested(quote: Quote, quotes: Iterable[Quote]) -> bool:
    return any(q.start <= quote.start and quote.end <= q.end and q != quote for q in quotes)


def _score_speaker(tally: Tally, quote: Quote, gold: str) -> None:
    name = quote.speaker.name if quote.speaker else ""
    right = bool(name) and bool(gold) and _same(name, gold)
    tally.add(right, bool(name), right, bool(gold))


def _same(name: str, gold: str) -> bool:
    """One name holds all the words of the other, titles and articles aside."""
    a, b = ({w for w in n.casefold().replace("’", "'").split() if w not in {"the", "a", "an"}} for n in (name, gold))
    return bool(a and b) and (a <= b or b <= a)


def _words(document, spans: list[tuple[int, int]]) -> set[int]:
    tokens = document.tokens
    return {i for i in range(len(tokens)) if tokens.is_word[i] and any(s <= tokens.start[i] < e for s, e in spans)}


def table() -> str:
    """The figures as a Markdown table: precision, recall and marks in the gold, for both kinds of event."""
    columns = [score_all(invented=True).tallies, score_all(invented=False).tallies]
    lines = [
        "| | P | R | marks | P | R | marks |",
        "|---|--:|--:|--:|--:|--:|--:|",
        "| | *invented* | | | *public* | | |",
    ]
    for name in sorted({*columns[0], *columns[1]}, key=lambda name: (name.startswith("marker"), name)):
        cells = [
            f"{t.precision:.2f} | {t.recall:.2f} | {t.gold}" if t.gold else "– | – | 0"
            for t in (c[name] for c in columns)
        ]
        lines.append(f"| {name.removeprefix('marker ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def pin() -> None:
    """Write today's figures, rounded down to the next .05, as the floors, and the table into the docs."""
    floors = {
        name: {"precision": int(t.precision * 20) / 20, "recall": int(t.recall * 20) / 20}
        for name, t in sorted(score_all().tallies.items())
        if t.gold >= 10
    }
    FLOORS.write_text(json.dumps({"fingerprint": fingerprint(), "floors": floors}, indent=1) + "\n", encoding="utf-8")
    page = LIMITS.read_text(encoding="utf-8")
    LIMITS.write_text(TABLE.sub(lambda found: found[1] + table() + found[3], page), encoding="utf-8")


if __name__ == "__main__":
    pin() if "--pin" in sys.argv else print(table())
