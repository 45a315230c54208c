"""Build ``framing/data/syllables.tsv.gz`` from CMUdict.

Take ``cmudict.dict`` from https://github.com/cmusphinx/cmudict (the table in the tree was
made from commit 0f8072f) and run, from the top of the clone::

    python docs/build_syllables.py path/to/cmudict.dict

Each line of the table holds a word, a tab and the number of syllables in its first
pronunciation; lines are sorted, to be searched without being parsed. The same input gives
the same bytes. CMUdict's licence stands in ``NOTICE``.
"""

import gzip
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "framing" / "data" / "syllables.tsv.gz"


def main(source: str) -> None:
    """Read CMUdict at ``source`` and write the table."""
    lines = []
    for entry in Path(source).read_text(encoding="utf-8").splitlines():
        word, *phones = entry.partition("#")[0].split()
        if not word.endswith(")"):  # "(2)", "(3)": further pronunciations
            lines.append(f"{word}\t{sum(phone[-1].isdigit() for phone in phones)}\n")
    TABLE.write_bytes(gzip.compress("".join(sorted(lines)).encode(), compresslevel=9, mtime=0))
    print(f"{len(lines)} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
