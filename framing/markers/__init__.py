"""What is counted: the table of markers, and the hits they have in a document."""

from framing.markers.marking import mark
from framing.markers.own import with_own
from framing.markers.table import GROUPS, MARKERS, Row

__all__ = ["GROUPS", "MARKERS", "Row", "mark", "with_own"]
