"""Word and phrase lists: read and checked, compiled, found in texts with exact spans."""

from framing.lexicon.checks import check_examples, lint
from framing.lexicon.files import load_lexicons, read_lexicon
from framing.lexicon.matcher import Matcher
from framing.lexicon.own import load_user_lexicon

__all__ = ["Matcher", "check_examples", "lint", "load_lexicons", "load_user_lexicon", "read_lexicon"]
