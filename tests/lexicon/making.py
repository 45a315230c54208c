"""Lexicons made in a line, and texts that make trouble."""

from __future__ import annotations

from hypothesis import strategies as st

from framing.types import Card, Entry, Lexicon

CARD = Card(*["x"] * 7, sources=("x",), licence="x", misses=("x",), cautions=("x",), examples=(), counterexamples=())


def lexicon(*entries: Entry | str, name: str = "test") -> Lexicon:
    return Lexicon(name, CARD, tuple(e if isinstance(e, Entry) else Entry(e) for e in entries), "")


HOSTILE = lexicon(
    "tax|income relief",
    "promot*",
    "promot* peace",
    "win win",
    "world's policeman",
    "leaders' summit",
    "don't",
    "us",
    "a a",
    "a a a",
    "coup d'état",
    Entry("may", "lower"),
    Entry("West", "exact"),
    Entry("US led", "exact"),
    Entry("war", exclude=("world war|wars", "war on*")),
)
OTHER = lexicon("a", "relief", "war*", "win win win", "peace", name="other")

_WORDS = """
a tax income relief promote promotes peace win world world's world’s war wars World II on of policeman leaders'
leaders’ summit don't don’t us US U.S. U.S.-led may May MAY West west coup d'état d’état 's ' ’ " “ ” - -- – — . , ! ?
… é É İ ß 𝒳 中 ~ *
"""
_CHARACTERS = ["\n", "\n\n", "\r\n", "\t", "\xa0", "\xad", "\u200b", "\u0301", "\u2028", "\x00", "\x7f", "\ud800"]
PIECES = st.sampled_from([*_WORDS.split(), *_CHARACTERS])
TEXTS = st.lists(PIECES | st.just(" ") | st.characters(), max_size=60).map("".join) | st.text(max_size=60)
