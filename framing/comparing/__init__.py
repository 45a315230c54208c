"""Profiles side by side: what differs, and what is the same text."""

from framing.comparing.alignment import align_facts
from framing.comparing.contrasts import contrast_profiles
from framing.comparing.keyness import find_keywords
from framing.comparing.naming import find_naming
from framing.comparing.reprints import find_reprints
from framing.comparing.sentences import align_sentences

__all__ = ["align_facts", "align_sentences", "contrast_profiles", "find_keywords", "find_naming", "find_reprints"]
