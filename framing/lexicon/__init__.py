"""Word and phrase lists: read and checked, compiled, found in texts with exact spans."""

from framing.lexicon.checks import check_examples, lint
from framing.lexicon.concepts import concepts_lexicon, load_concepts
from framing.lexicon.files import load_lexicons, read_lexicon, save_lexicons
from framing.lexicon.matcher import Matcher
from framing.lexicon.own import get_lexicon, load_user_lexicon, read_user_lexicon

__all__ = [
    "Matcher",
    "check_examples",
    "concepts_lexicon",
    "get_lexicon",
    "lint",
    "load_concepts",
    "load_lexicons",
    "load_user_lexicon",
    "read_lexicon",
    "read_user_lexicon",
    "save_lexicons",
]
