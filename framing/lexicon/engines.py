"""Two ways to find many byte strings at once, with the same results.

An engine is built from heads, each a space and one or more words, closed by a space or
open at its end. Called with a text it gives ``(index of head, start, end)`` for every
place a head stands at, overlapping ones too, in no order that may be relied on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from framing.errors import OptionError, one_of

Engine = Callable[[bytes], Iterable[tuple[int, int, int]]]

ENGINES = ("auto", "ahocorasick", "python")
_MEMO = 50_000
_END = b"\n"


def make_engine(name: str, heads: Sequence[bytes]) -> Engine:
    """Build the engine called ``name``; ``auto`` takes the fastest that is installed.

    Raises
    ------
    OptionError
        If the name is unknown, or names an engine that is not installed.
    """
    if one_of(name, ENGINES, what="engine") == "python" or not heads:
        return Trie(heads).find
    try:
        from ahocorasick_rs import BytesAhoCorasick
    except ImportError as error:
        if name == "auto":
            return Trie(heads).find
        hint = "install ahocorasick-rs, or choose auto"
        raise OptionError("the engine 'ahocorasick' is not installed", hint=hint) from error
    engine: Engine = partial(BytesAhoCorasick(list(heads)).find_matches_as_indexes, overlapping=True)
    return engine


class Trie:
    """A tree of words in plain Python, for machines without the compiled engine.

    What a word can begin is looked up once and remembered, so that a text costs little
    more than splitting it.
    """

    def __init__(self, heads: Sequence[bytes]) -> None:
        self._root = _Node()
        for index, head in enumerate(heads):
            *words, last = head[1:].split(b" ")
            node = self._root
            for word in words:
                node = node.children.setdefault(word, _Node())
            if last:
                node.stems[last] = index
            else:
                node.head = index

    def find(self, text: bytes) -> list[tuple[int, int, int]]:
        """Find every head in a text that begins and ends with a space."""
        found: list[tuple[int, int, int]] = []
        words = [*text.split(b" ")[1:], _END]
        start = 0
        for first, word in enumerate(words):
            at, i = start, first
            node: _Node | None = self._root
            while node:
                word = words[i]
                node, stems = node.known.get(word) or node.step(word)
                if stems:
                    found += [(head, start, at + 1 + length) for head, length in stems]
                if node:
                    at += 1 + len(word)
                    i += 1
                    if node.head is not None:
                        found.append((node.head, start, at + 1))
            start += 1 + len(words[first])
        return found


class _Node:
    """Words that may follow, stems a following word may begin with, and the head that ends here."""

    __slots__ = ("children", "head", "known", "stems")

    def __init__(self) -> None:
        self.children: dict[bytes, _Node] = {}
        self.stems: dict[bytes, int] = {}
        self.head: int | None = None
        self.known: dict[bytes, _Step] = {}

    def step(self, word: bytes) -> _Step:
        """Say which node ``word`` leads to, and which open stems it begins with, as (head, length)."""
        if len(self.known) >= _MEMO:
            self.known.clear()
        stems = tuple((head, len(stem)) for stem, head in self.stems.items() if word.startswith(stem))
        self.known[word] = step = self.children.get(word), stems
        return step


_Step = tuple[_Node | None, tuple[tuple[int, int], ...]]
