"""The coders' sheets read back: how often the tool is right, how much it misses, how far the coders agree."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from framing.corpus.sampling import KEY
from framing.corpus.tables import Row, read_csv
from framing.errors import FramingError, InputError
from framing.reading.decoding import decode
from framing.stats import Estimate, krippendorff_alpha, wilson

CODES = {
    **dict.fromkeys(("yes", "y", "1", "true"), "yes"),
    **dict.fromkeys(("other", "o"), "other"),
    **dict.fromkeys(("no", "n", "0", "false"), "no"),
    **dict.fromkeys(("unsure", "u", "?"), "unsure"),
}

Codes = Mapping[str, Sequence[str]]
"""The codes an item was given, by item."""


@dataclass(frozen=True, slots=True)
class Validity:
    """How one marker did: what people said of its hits, and of sentences it found none in.

    ``hits`` and ``sentences`` are how many there were to draw from, ``hits_judged`` and
    ``sentences_judged`` those with a clear majority of coders. ``precision`` weighs voices
    by their hits. ``recall`` sets right hits against sentences with something missed; what
    is missed in a sentence that has a hit is not seen, so it is an upper estimate.
    """

    marker: str
    hits: int
    hits_judged: int
    precision: Estimate | None
    sentences: int
    sentences_judged: int
    recall: Estimate | None
    unsure: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Keyed:
    """What the key says of an item; ``stratum`` is the voice of a hit, empty for a sentence without."""

    marker: str
    stratum: str
    of: int


def read_key(path: str | Path) -> dict[str, Keyed]:
    """Read the key that was written with the sample.

    Raises
    ------
    InputError
        Where it is no such key.
    """
    key = {}
    for row in _rows(path):
        cells = _cells(row)
        if missing := [name for name in KEY if name not in cells]:
            raise InputError(f"no column {missing[0]!r}", where=str(path), hint="give the .key.csv of the sample")
        if not cells["of"].isdecimal():
            raise InputError(f"of is {cells['of']!r}", where=row.where, hint="it must be a whole number")
        key[cells["item"]] = Keyed(cells["marker"], cells["voice"], int(cells["of"]))
    if not key:
        raise InputError("the key is empty", where=str(path), hint="give the .key.csv of the sample")
    return key


def read_codes(paths: Iterable[str | Path], items: Iterable[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Read coders' sheets: every column whose name begins with ``code`` is a coder.

    Returns
    -------
    dict, list of str
        The codes of each item, and what is wrong with rows that were left out.
    """
    known = set(items)
    codes: dict[str, list[str]] = defaultdict(list)
    faults: list[str] = []
    for path in paths:
        seen: set[str] = set()
        try:
            for row in _rows(path):
                try:
                    item, given = _codes(row, known, seen)
                    codes[item] += given
                except FramingError as error:
                    faults.append(str(error))
        except FramingError as error:
            faults.append(str(error))
    return codes, faults


def judge(key: Mapping[str, Keyed], codes: Codes) -> list[Validity]:
    """Return precision, recall and agreement of each marker, in the order of their names."""
    by_marker: dict[str, list[str]] = defaultdict(list)
    for item, keyed in key.items():
        by_marker[keyed.marker].append(item)
    return [_judge(marker, by_marker[marker], key, codes) for marker in sorted(by_marker)]


def agreement(codes: Codes) -> float | None:
    """Return Krippendorff's alpha over all items; ``unsure`` is a code like the others."""
    return krippendorff_alpha(codes.values())


def _rows(path: str | Path) -> Iterator[Row]:
    try:
        text, _ = decode(Path(path).read_bytes(), where=str(path))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(path)) from None
    return read_csv(io.BytesIO(text.encode()), str(path))


def _cells(row: Row) -> Mapping[str, str]:
    if isinstance(row.content, FramingError):
        raise row.content
    return cast("Mapping[str, str]", row.content)


def _codes(row: Row, known: set[str], seen: set[str]) -> tuple[str, list[str]]:
    """Return the item of a row and the codes in it, empty ones left out."""
    cells = _cells(row)
    columns = [name for name in cells if name.lower().startswith("code")]
    if "item" not in cells or not columns:
        raise InputError("no column 'item' or no column 'code'", where=row.where, hint="keep the sheet's header")
    item = cells["item"].strip()
    if item not in known:
        raise InputError(f"item {item!r} is not in the key", where=row.where, hint="give the sheet of this key")
    if item in seen:
        raise InputError(f"item {item} stands here twice", where=row.where, hint="keep one of the rows")
    seen.add(item)
    given = [cells[name].strip().strip("'").lower() for name in columns]
    for code in filter(None, given):
        if code not in CODES:
            raise InputError(f"{code!r} is no code", where=row.where, hint="write yes, other, no or unsure")
    return item, [CODES[code] for code in given if code]


def _judge(marker: str, items: Sequence[str], key: Mapping[str, Keyed], codes: Codes) -> Validity:
    sizes = {key[item].stratum: key[item].of for item in items}
    judged: dict[str, list[bool]] = {stratum: [] for stratum in sizes}
    for item in items:
        stratum = key[item].stratum
        right = ("yes",) if stratum else ("yes", "other")
        verdict = _majority([code in right for code in codes.get(item, ()) if code != "unsure"])
        if verdict is not None:
            judged[stratum].append(verdict)
    sentences, missed = sizes.pop("", 0), judged.pop("", [])
    hits = sum(sizes.values())
    precision = _weighted(sizes, judged)
    return Validity(
        marker,
        hits=hits,
        hits_judged=sum(map(len, judged.values())),
        precision=precision,
        sentences=sentences,
        sentences_judged=len(missed),
        recall=_recall(hits, precision, sentences, missed),
        unsure=sum(code == "unsure" for item in items for code in codes.get(item, ())),
        alpha=krippendorff_alpha(codes.get(item, ()) for item in items),
    )


def _majority(verdicts: Sequence[bool]) -> bool | None:
    counts = Counter(verdicts)
    return None if counts[True] == counts[False] else counts[True] > counts[False]


def _weighted(sizes: Mapping[str, int], judged: Mapping[str, Sequence[bool]]) -> Estimate | None:
    """Return the share that is right, each stratum weighted by its size."""
    strata = [(sizes[name], verdicts) for name, verdicts in judged.items() if verdicts]
    if not strata:
        return None
    total = sum(size for size, _ in strata)
    share = sum(size / total * sum(verdicts) / len(verdicts) for size, verdicts in strata)
    return wilson(min(share, 1.0), 1 / sum((size / total) ** 2 / len(verdicts) for size, verdicts in strata))


def _recall(hits: int, precision: Estimate | None, sentences: int, missed: Sequence[bool]) -> Estimate | None:
    """Set right hits against sentences with a miss; each end takes the far ends of both intervals."""
    if precision is None or not missed:
        return None
    share = wilson(sum(missed) / len(missed), len(missed))

    def recall(right: float, wrong: float) -> float:
        found = hits * right
        return found / (found + sentences * wrong) if found else 0.0

    return Estimate(
        recall(precision.value, share.value), recall(precision.low, share.high), recall(precision.high, share.low)
    )
