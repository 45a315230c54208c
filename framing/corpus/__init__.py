"""Many articles: rows of tables and folders scored one batch at a time, and samples of them checked by people."""

from framing.corpus.engines import score
from framing.corpus.scoring import Job, Scored, score_batch
from framing.corpus.tables import read_rows
from framing.corpus.writing import replacing

__all__ = ["Job", "Scored", "read_rows", "replacing", "score", "score_batch"]
