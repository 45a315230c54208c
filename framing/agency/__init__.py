"""Who acts on whom, found by rules over words."""

from framing.agency.finding import find_agency
from framing.agency.marking import match_agency

__all__ = ["find_agency", "match_agency"]
