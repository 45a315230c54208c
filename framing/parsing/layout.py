"""Paragraphs and headings."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import Final

from framing.parsing.tokens import Words
from framing.parsing.vocabulary import CONJUNCTION, DETERMINER, PREPOSITION, word_bits
from framing.types import Paragraph

FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]*_ ]*$")
ENDS_OPEN = re.compile(r"[,;:—–-]\s*$")
BULLET = re.compile(r"\s*(?:[•▪◦*·–—-]|\d{1,2}[.)])\s")
MARKDOWN = re.compile(r"\s{0,3}#{1,6}\s")

WIDEST = 120
LONGEST_HEADING = 16
LONGEST_TITLE = 30
SMALL: Final = CONJUNCTION | DETERMINER | PREPOSITION


def find_lines(text: str) -> list[tuple[int, int]]:
    """Return the lines that hold anything, from their first to their last visible character."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if body := line.strip():
            start = at + line.index(body[0])
            found.append((start, start + len(body)))
        at += len(line)
    return found


def join_wrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a hard-wrapped text into paragraphs; leave any other text as it is.

    A text is wrapped where nearly every line that another follows directly would have
    become too wide with the next line's first word; where there was room, the break was meant.
    """
    if len(lines) < 4 or any(end - start > WIDEST and " " in text[start:end] for start, end in lines):
        return lines
    width = max(end - start for start, end in lines)
    full = []
    for (start, end), (after, stop) in itertools.pairwise(lines):
        touching = text.count("\n", end, after) == 1 and not BULLET.match(text, after, stop)
        full.append(touching and end - start + 1 + len(text[after:stop].split(None, 1)[0]) > width)
    unfinished = sum(joined and not FULL_STOP.search(text, *line) for joined, line in zip(full, lines, strict=False))
    if sum(full) < 3 or width < 30 or unfinished * 2 < sum(full):
        return lines
    paragraphs = [lines[0]]
    for joined, line in zip(full, lines[1:], strict=True):
        if joined:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def find_paragraphs(words: Words, title: str | None = None) -> list[Paragraph]:
    """Split a text into paragraphs at line breaks, and tell headings from body text."""
    text = words.text
    spans = join_wrapped(text, find_lines(text))
    firsts = [bisect_left(words.start, start) for start, _ in spans]
    paragraphs = []
    for n, (start, end) in enumerate(spans):
        first, last = firsts[n], firsts[n + 1] if n + 1 < len(spans) else len(words)
        if first < last:
            paragraphs.append(Paragraph(start, end, first, last))
    return _mark_headings(words, paragraphs, title)


def _mark_headings(words: Words, paragraphs: list[Paragraph], title: str | None) -> list[Paragraph]:
    body = [n for n, p in enumerate(paragraphs) if not _may_head(words, p)]
    if not body:
        return [_heading(p) if _same(words.text[p.start : p.end], title) else p for p in paragraphs]
    marked = []
    for n, p in enumerate(paragraphs):
        opens = n == 0 and (_may_title(words, p) or _same(words.text[p.start : p.end], title))
        marked.append(_heading(p) if opens or (n < body[-1] and _is_heading(words, p)) else p)
    return marked


def _heading(p: Paragraph) -> Paragraph:
    return Paragraph(p.start, p.end, p.first, p.last, True)


def _same(line: str, title: str | None) -> bool:
    return title is not None and line.strip("# \t") == title.strip()


def _may_title(words: Words, p: Paragraph) -> bool:
    """Tell whether this opening paragraph may be the headline."""
    line = words.text[p.start : p.end]
    if MARKDOWN.match(line):
        return True
    size = words.is_word.count(1, p.first, p.last)
    if size > LONGEST_TITLE or ENDS_OPEN.search(line) or not size:
        return False
    return not FULL_STOP.search(line) or (line[-1] in "?!…”\"'’" and size <= LONGEST_HEADING)


def _may_head(words: Words, p: Paragraph) -> bool:
    """Tell whether this paragraph may be a heading, by its size and ending."""
    if p.last - p.first > 2 * LONGEST_HEADING:
        return False
    line = words.text[p.start : p.end]
    if MARKDOWN.match(line):
        return True
    size = words.is_word.count(1, p.first, p.last)
    if not 0 < size <= LONGEST_HEADING or ENDS_OPEN.search(line) or BULLET.match(line):
        return False
    return not FULL_STOP.search(line) or (line[-1] == "?" and size <= 8)


def _is_heading(words: Words, p: Paragraph) -> bool:
    """Tell whether a paragraph that may be a heading looks like one."""
    if not _may_head(words, p):
        return False
    if MARKDOWN.match(words.text[p.start : p.end]):
        return True
    of_words = [k for k in range(p.first, p.last) if words.is_word[k]]
    bits = word_bits()
    raised = sum(words.capital[k] or bits[words.low[k]] & SMALL > 0 or words.low[k][0].isdigit() for k in of_words)
    opens = words.capital[of_words[0]] or words.low[of_words[0]][0].isdigit()
    return bool(opens) and (raised >= 0.6 * len(of_words) or len(of_words) <= 10)
