"""Two ways to find many byte strings at once, with the same results.

An engine is built from heads, each a space and one or more words, closed by a space or
open at its end. Called with a text it gives ``(index of head, start, end)`` for every
place a head stands at, overlapping ones too, in no order that may be relied on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from framing.errors import one_of

Engine = Callable[[bytes], Iterable[tuple[int, int, int]]]

ENGINES = ("auto", "ahocorasick", "python")
_MEMO = 50_000


def make_engine(name: str, heads: Sequence[bytes]) -> Engine:
    """Build the engine called ``name``; ``auto`` takes the fastest that is installed.

    Raises
    ------
    OptionError
        If the name is unknown.
    ImportError
        If ``ahocorasick`` was asked for by name and is not installed.
    """
    if one_of(name, ENGINES, what="engine") == "python" or not heads:
        return Trie(heads).find
    try:
        from ahocorasick_rs import BytesAhoCorasick
    except ImportError:
        if name == "ahocorasick":
            raise
        return Trie(heads).find
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
        words = text.split(b" ")[1:-1]
        first_steps = self._root.step
        at = 0
        for i, word in enumerate(words):
            child, stems = first_steps(word)
            for length, index in stems:
                found.append((index, at, at + 1 + length))
            if child:
                self._follow(child, words, i, at, found)
            at += len(word) + 1
        return found

    def _follow(
        self, node: _Node | None, words: list[bytes], i: int, at: int, found: list[tuple[int, int, int]]
    ) -> None:
        """Walk down from the node that the word ``i``, after the space ``at``, leads to."""
        end = at + 1 + len(words[i])
        while node:
            if node.head is not None:
                found.append((node.head, at, end + 1))
            i += 1
            if i == len(words):
                return
            node, stems = node.step(words[i])
            found += [(index, at, end + 1 + length) for length, index in stems]
            end += 1 + len(words[i])


class _Node:
    """Words that may follow, stems a following word may begin with, and the head that ends here."""

    __slots__ = ("children", "head", "memo", "stems")

    def __init__(self) -> None:
        self.children: dict[bytes, _Node] = {}
        self.stems: dict[bytes, int] = {}
        self.head: int | None = None
        self.memo: dict[bytes, tuple[_Node | None, tuple[tuple[int, int], ...]]] = {}

    def step(self, word: bytes) -> tuple[_Node | None, tuple[tuple[int, int], ...]]:
        """Say where ``word`` leads, and the stems it begins with as (length, head)."""
        try:
            return self.memo[word]
        except KeyError:
            pass
        lengths = {len(stem) for stem in self.stems} if self.stems else ()
        stems = tuple((n, self.stems[word[:n]]) for n in lengths if word[:n] in self.stems and n <= len(word))
        if len(self.memo) >= _MEMO:
            self.memo.clear()
        self.memo[word] = step = self.children.get(word), stems
        return step
