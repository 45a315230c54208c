"""Who is heard: sources with their roles, words and verbs, and the first dissenting voice."""

from framing.sourcing.describe import describe_sources
from framing.sourcing.marking import match_roles

__all__ = ["describe_sources", "match_roles"]
