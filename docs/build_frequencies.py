"""Build ``framing/data/frequencies.tsv.gz``: how frequent words are in English news.

Run, from the top of the clone, with the folder of the project's news articles
(``articles.jsonl.gz``)::

    python docs/build_frequencies.py path/to/news

Each line of the table holds a word form, its occurrences per million words and the share
of them with a capital, sentence openings left out; most frequent first. State and Western
outlets weigh one half each, and within a half every outlet up to `PER_OUTLET` articles, so
that neither side's usage is the yardstick. Words of fewer than `OUTLETS` outlets are left
out, so that no article can be read off the table. The same input gives the same bytes.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from framing.parsing.tokens import tokenize

TABLE = Path(__file__).parents[1] / "framing" / "data" / "frequencies.tsv.gz"
STATE = {"cn-state", "ru-state", "ir-state", "sy-state"}
WESTERN = {"mainstream", "agency", "tabloid"}
PER_OUTLET = 300
OUTLETS = 4
SIZE = 20_000


def main(source: str) -> None:
    """Read the articles in folder ``source`` and write the table."""
    taken: Counter[str] = Counter()
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    with gzip.open(Path(source) / "articles.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["subgroup"] not in STATE | WESTERN or taken[row["outlet"]] == PER_OUTLET:
                continue
            taken[row["outlet"]] += 1
            tokens = tokenize(row["text"])
            words = [word.removesuffix("'s") for word in tokens.low]
            counts[row["subgroup"] in STATE].update(word for word in words if word[0].isalpha())
            for word in set(words):
                outlets[word].add(row["outlet"])
            inside = [k for k in range(1, len(words)) if words[k][0].isalpha() and tokens.is_word[k - 1]]
            seen.update(words[k] for k in inside)
            capital.update(words[k] for k in inside if tokens.capital[k])
    rates: Counter[str] = Counter()
    for half in counts.values():
        total = half.total()
        for word, count in half.items():
            rates[word] += 500_000 * count / total
    kept = [(word, rate) for word, rate in rates.items() if len(outlets[word]) >= OUTLETS]
    kept.sort(key=lambda item: (-item[1], item[0]))
    lines = "".join(f"{word}\t{rate:.3g}\t{capital[word] / max(1, seen[word]):.2f}\n" for word, rate in kept[:SIZE])
    TABLE.write_bytes(gzip.compress(lines.encode(), compresslevel=9, mtime=0))
    print(f"{min(SIZE, len(kept))} words of {sum(taken.values())} articles, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
