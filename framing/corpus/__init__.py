"""Many articles: rows of tables and files scored one batch at a time, and samples of them checked by people."""

from framing.corpus.coding import Validity, agreement, judge, read_codes, read_key
from framing.corpus.engines import score
from framing.corpus.sampling import draw_sample, key_to_csv, sheet_to_csv
from framing.corpus.scoring import Job, Scored, score_batch
from framing.corpus.tables import read_rows
from framing.corpus.writing import replacing

__all__ = [
    "Job",
    "Scored",
    "Validity",
    "agreement",
    "draw_sample",
    "judge",
    "key_to_csv",
    "read_codes",
    "read_key",
    "read_rows",
    "replacing",
    "score",
    "score_batch",
    "sheet_to_csv",
]
