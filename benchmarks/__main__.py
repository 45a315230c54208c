"""``python -m benchmarks DATA``: every benchmark in turn. DATA is the folder with ``news/`` and ``bench/``."""

from __future__ import annotations

import sys

from benchmarks import chain, matching, scoring, startup

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks DATA (a folder with news/articles.jsonl.gz)")
    chain.main(sys.argv[1])
    matching.main(sys.argv[1])
    scoring.main(sys.argv[1])
    startup.main()
