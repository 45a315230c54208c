"""Article → Document: paragraphs, sentences, words, and whose words they are."""

from framing.parsing.document import parse

__all__ = ["parse"]
