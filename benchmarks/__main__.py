"""``python -m benchmarks [DATA]``: every benchmark in turn. DATA is the folder with ``news/`` and ``bench/``."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import chain, matching, scoring, startup

if __name__ == "__main__":
    data = sys.argv[1] if sys.argv[1:] else "../shared/data"
    if Path(data, "news", "articles.jsonl.gz").is_file():
        chain.main(data)
        matching.main(data)
        scoring.main(data)
    else:
        print(f"no news/articles.jsonl.gz in {data}: only the built-in texts are timed")
        chain.main()
    startup.main()
