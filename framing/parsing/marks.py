"""Quotation marks: which ones open, which close, and which are apostrophes.

Everything is decided paragraph by paragraph; only a quotation that is still open at the
end of one may run on into the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

ELIDED = re.compile(r"(?:em|til|cause|n|tis|twas|bout|round|cos|ere|neath|tude|hood)\b|\d\ds?\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?](?=\s)")

GLUED_HEADING = re.compile(r"[.!?]' [A-Z][^'.!?\n]{2,50}\??'(?=[A-Z])")
"""A cross-head in marks between two sentences that lost their line breaks."""

OPENING, CLOSING = frozenset(("“", "„", "«", "``", "‘‘")), frozenset(("”", "»", "’’"))
TWICE = frozenset(("''", "``", "‘‘", "’’"))
BEFORE_OPENER = frozenset(" \t\n\xa0([{—–-/:“\"„«>‘'")
AFTER_CLOSER = frozenset(" \t\n\xa0.,;:!?)]}—–-/”\"»<…’'")
TYPED = frozenset('"＂')
AHEAD = 40
"""So many single marks are looked at for the one that closes."""


@dataclass(slots=True)
class Pair:
    """Text between quotation marks, marks included.

    ``closed`` is false where no closing mark was found, ``carried`` true where the
    quotation goes on from an earlier paragraph, ``depth`` 1 inside another pair;
    ``first:last`` are its tokens, once these are known.
    """

    start: int
    end: int
    closed: bool = True
    carried: bool = False
    depth: int = 0
    first: int = 0
    last: int = 0


def find_pairs(text: str, paragraphs: list[tuple[int, int]], doubles: list[int], singles: list[int]) -> list[Pair]:
    """Find what stands between quotation marks of any kind, sorted by position.

    ``doubles`` and ``singles`` are the places of the marks.
    """
    marks, singles = _twins(text, doubles, singles)
    pairs: list[Pair] = []
    if not marks and not singles:
        return pairs
    unfinished: Pair | None = None
    single_open = False
    at, lone = 0, 0
    for number, (start, end) in enumerate(paragraphs):
        here, at = marks[at : (stop := bisect_left(marks, (end, end), at))], stop
        apart, lone = singles[lone : (stop := bisect_left(singles, end, lone))], stop
        if not here and not apart and unfinished is None:
            continue
        fresh = text[start] in '“"„«'
        found = _doubles(text, start, end, here, unfinished is not None and not fresh)
        if unfinished is not None:
            if found and (fresh or found[0].carried):
                unfinished.closed = found[0].carried = True
            else:
                _cut_short(text, unfinished)
        unfinished = found[-1] if found and not found[-1].closed and found[-1].end == end else None
        if apart:
            after = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else -1
            runs_on = single_open or (after >= 0 and text[after] in "‘'")
            single_open = _singles(text, start, end, apart, found, runs_on)
        else:
            single_open = False
        pairs += sorted(found, key=lambda pair: (pair.start, -pair.end))
    if unfinished is not None:
        _cut_short(text, unfinished)
    return pairs


def _twins(text: str, doubles: list[int], singles: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Take two single marks side by side for a double one; drop lone backticks."""
    marks, lone = [(a, a + 1) for a in doubles], []
    last = -1
    for a in singles:
        if a == last:
            continue
        if text[a : a + 2] in TWICE:
            last = a + 1
            marks.append((a, a + 2))
        elif text[a] != "`":
            lone.append(a)
    return (sorted(marks) if last >= 0 else marks), lone


def _cut_short(text: str, pair: Pair) -> None:
    """Let a mark that was never closed cover one sentence, or the paragraph that it opens."""
    line = text.rfind("\n", max(0, pair.start - 200), pair.start)
    if pair.start == 0 or (line >= 0 and not text[line : pair.start].strip()):
        return
    if stop := SENTENCE_END.search(text, pair.start, pair.end):
        pair.end = stop.end()


# ── double marks ─────────────────────────────────────────────────────────────


def _doubles(text: str, start: int, end: int, marks: list[tuple[int, int]], carry: bool) -> list[Pair]:
    if not marks:
        return []
    if all(text[a] in TYPED for a, _ in marks):
        return _typed(text, start, end, [a for a, _ in marks], carry)
    return _curly(text, start, end, marks, carry)


def _misfit(text: str, start: int, end: int, at: int, opens: bool) -> int:
    """How ill the spaces around a straight mark agree with its opening or closing there."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    if opens:
        return (left not in BEFORE_OPENER) + (right in " \t\xa0\n")
    return (right not in AFTER_CLOSER) + (left in " \t\xa0\n")


def _typed(text: str, start: int, end: int, marks: list[int], carry: bool) -> list[Pair]:
    """Straight marks take turns; of an odd number, the one that fits worst stands alone."""
    if len(marks) % 2:
        kept = [
            a for a in marks if not (a > start and text[a - 1].isdigit() and text[a + 1 : a + 2] in ("", " ", ",", ")"))
        ]
        if not len(kept) % 2:  # inches
            marks = kept
    if not len(marks) % 2:
        return [Pair(a, b + 1) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    lone = _lone_mark(text, start, end, marks, carry)
    rest = marks[:lone] + marks[lone + 1 :]
    pairs = [Pair(a, b + 1) for a, b in zip(rest[::2], rest[1::2], strict=True)]
    if lone == 0 and carry:
        return [Pair(start, marks[0] + 1, carried=True), *pairs]
    if lone == len(marks) - 1 and _misfit(text, start, end, marks[-1], True) < 2:
        pairs.append(Pair(marks[-1], end, closed=False))
    return pairs


def _lone_mark(text: str, start: int, end: int, marks: list[int], carry: bool) -> int:
    """Index of the straight mark without partner: what remains must fit best."""
    opening = [_misfit(text, start, end, a, True) for a in marks]
    closing = [_misfit(text, start, end, a, False) for a in marks]
    cost = float(sum(opening[1::2]) + sum(closing[2::2]))
    best, lowest = 0, cost + (-0.6 if carry else 1)
    for n in range(1, len(marks)):
        side = opening if n % 2 else closing
        cost += side[n - 1] - side[n]
        penalty = -0.5 if n == len(marks) - 1 else 1
        if cost + penalty < lowest:
            best, lowest = n, cost + penalty
    return best


def _curly(text: str, start: int, end: int, marks: list[tuple[int, int]], carry: bool) -> list[Pair]:
    pairs: list[Pair] = []
    closers = [a for a, _ in marks if text[a] == "”"]
    openers = [a for a, _ in marks if text[a] == "“"]
    begun: int | None = None
    inner = 0
    for a, b in marks:
        mark = text[a:b]
        if (begun is not None and text[begun] == "„" and mark == "“") or not _opens(
            text, start, end, a, b, begun is not None
        ):
            if begun is not None and inner:
                inner -= 1
            elif begun is not None:
                pairs.append(Pair(begun, b))
                begun = None
            elif carry and not pairs:
                pairs.append(Pair(start, b, carried=True))
        elif begun is None:
            begun = a
        elif _nested(a, closers, openers):
            inner += 1
        else:
            pairs.append(Pair(begun, a - (text[a - 1] == " "), closed=False))
            begun = a
    if begun is not None:
        pairs.append(Pair(begun, end, closed=False))
    return pairs


def _opens(text: str, start: int, end: int, a: int, b: int, inside: bool) -> bool:
    mark = text[a:b]
    fits_opener = a == start or text[a - 1] in BEFORE_OPENER
    fits_closer = b == end or text[b] in AFTER_CLOSER
    if mark in OPENING:
        return not (inside and fits_closer and not fits_opener)
    if mark in CLOSING:
        return not inside and fits_opener and not fits_closer
    if mark != "‟" and fits_opener != fits_closer:
        return fits_opener
    return not inside


def _nested(at: int, closers: list[int], openers: list[int]) -> bool:
    """Tell whether two closing marks follow before anything else opens."""
    second = bisect_right(closers, at) + 1
    following = bisect_right(openers, at)
    if second >= len(closers):
        return False
    return following >= len(openers) or openers[following] > closers[second]


# ── single marks ─────────────────────────────────────────────────────────────


def _singles(text: str, start: int, end: int, marks: list[int], found: list[Pair], runs_on: bool) -> bool:
    """Add pairs of single marks to the pairs of double marks in ``found``; tell whether one is left open."""
    marks = [a for a in marks if not _is_apostrophe(text, start, end, a)]
    if not marks:
        return False
    doubles = sorted(found, key=lambda pair: pair.start)
    starts = [pair.start for pair in doubles]
    n = 0
    while n < len(marks):
        a = marks[n]
        n += 1
        if not _single_opens(text, start, end, a):
            continue
        k = bisect_right(starts, a) - 1
        around = doubles[k] if k >= 0 and a < doubles[k].end else None
        closing = _closing_mark(text, start, end, marks, n, around, doubles, starts)
        if closing is None:
            opens_text = a == start
            left = text[max(start, a - 3) : a].rstrip()[-1:]
            speech = opens_text or (text[a + 1 : a + 2].isupper() and left in (",", ".", ":"))
            if runs_on and around is None and speech and text[a] != "’" and text[a + 1 : a + 2] != " ":
                found.append(Pair(a, end, closed=False))
                return True
            continue
        b = marks[closing]
        if _elision(text, a, b):
            continue
        if text[a] != "‘" and text.count(". ", a, b) > 8:
            continue
        pair = Pair(a, b + 1, depth=int(around is not None))
        for inner in doubles[bisect_left(starts, a) : bisect_left(starts, b)]:
            inner.depth = 1
        found.append(pair)
        n = closing + 1
    return False


def _is_apostrophe(text: str, start: int, end: int, a: int) -> bool:
    """Tell whether the mark stands between letters, or beside another mark of its kind."""
    left = text[a - 1] if a > start else " "
    right = text[a + 1] if a + 1 < end else " "
    if "'" in (left, right):
        return True
    lost_space = left.islower() and right.isupper() and text[a + 2 : a + 3].islower()
    return left.isalnum() and right.isalnum() and not lost_space


def _single_opens(text: str, start: int, end: int, a: int) -> bool:
    left = text[a - 1] if a > start else " "
    right = text[a + 1] if a + 1 < end else ""
    if right == " " and left in ".!?" and GLUED_HEADING.match(text, a - 1, end):
        return True
    if not right or (left not in BEFORE_OPENER and not (left in ".!?" and right.isupper())):
        return False
    if right == " ":
        before = text[max(start, a - 3) : a].rstrip()[-1:]
        return text[a] != "’" and before not in ("s", "S", ".", "!", "?") and text[a + 2 : a + 3] != " "
    return right.isalnum() or right in '$£€“"[(…#@.'


def _elision(text: str, a: int, b: int) -> bool:
    """Tell whether the opening mark at ``a`` is rather the apostrophe of 'em or '90s."""
    short = ELIDED.match(text, a + 1)
    if not short:
        return False
    if short.group()[0].isdigit():
        return text[b - 1] not in ".,!?"
    return b - a > 25 or text[a + 1 : b] == "n"


def _closing_mark(
    text: str,
    start: int,
    end: int,
    marks: list[int],
    first: int,
    around: Pair | None,
    doubles: list[Pair],
    starts: list[int],
) -> int | None:
    """Index of the mark that closes the one before ``first``; a possessive only if nothing better follows."""
    limit = around.end - 1 if around else end
    weak: int | None = None
    for n in range(first, min(first + AHEAD, len(marks))):
        b = marks[n]
        if b >= limit or text[b] == "‘":
            break
        left, right = text[b - 1], text[b + 1] if b + 1 < end else ""
        spaced = left == " "
        if spaced:
            if right and right not in AFTER_CLOSER:
                if (right.isalnum() or right in '$£€“"[') and not ELIDED.match(text, b + 1):
                    break
                continue
            left = text[b - 2]
        elif right and right not in AFTER_CLOSER and not (right.isupper() and (left.islower() or left in ".,!?")):
            if left in BEFORE_OPENER and right.isalnum() and not ELIDED.match(text, b + 1):
                break
            continue
        if not around and _inside(doubles, starts, marks[first - 1], b):
            continue
        if left in '.,!?…"”)' or (right and right in ",;:.!?") or not right or not left.isalpha():
            return _stronger(text, marks, weak, n)
        if _possessive(text, b, left, right, spaced):
            weak = n if weak is None else weak
            continue
        return _stronger(text, marks, weak, n)
    return weak


def _inside(doubles: list[Pair], starts: list[int], a: int, b: int) -> bool:
    """Tell whether ``b`` lies inside a pair of double marks that begins after ``a``."""
    k = bisect_right(starts, b) - 1
    return k >= 0 and a < doubles[k].start < b < doubles[k].end - 1


def _possessive(text: str, b: int, left: str, right: str, spaced: bool) -> bool:
    if right != " ":
        return False
    return (left in "sS" and (text[b + 2 : b + 3].islower() or spaced)) or text[b - 2 : b].lower() == "in"


def _stronger(text: str, marks: list[int], weak: int | None, n: int) -> int:
    """Prefer the earlier, weaker closer where the later one lies a sentence further and ends none."""
    if weak is None or text[marks[n] - 1] in ".,!?":
        return n
    between = text[marks[weak] : marks[n]]
    return weak if any(c in between for c in ".!?") else n
