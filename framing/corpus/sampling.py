"""A blind sample for people to code: some hits of every marker, and as many sentences without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from random import Random
from typing import Generic, TypeVar

from framing.exporting import table_to_csv
from framing.types import VOICES, Document, Hit, Marker, Profile, Run, Sentence, Span, Voice

FEWEST_WORDS = 5
"""Words a sentence must have to be drawn."""
SHEET = ("item", "marker", "question", "text")
KEY = ("item", "marker", "hit", "voice", "of", "doc_id", "start", "end", "entry", "run_id", "tool_version")

_MARK = "\ufeff".encode()
"""Without it a spreadsheet takes UTF-8 for something else."""
_ROUND = str.maketrans("[]", "()")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """A question for a coder, whether the words in […] of ``text`` are what ``marker`` stands for.

    ``voice`` and ``entry`` are those of the hit, and ``None`` where the tool found none in
    the whole sentence; the words in […] are then any others. ``of`` is how many such hits
    or sentences there were to draw from.
    """

    marker: str
    voice: Voice | None
    entry: str | None
    of: int
    doc_id: str
    span: Span
    text: str


@dataclass(slots=True)
class _Reservoir(Generic[T]):
    """So many of all that were seen, each as likely (Vitter 1985, algorithm R)."""

    size: int
    seen: int = 0
    kept: list[T] = field(default_factory=list)

    def place(self, rng: Random) -> int | None:
        """Say where the next one goes, if anywhere."""
        self.seen += 1
        if len(self.kept) < self.size:
            return len(self.kept)
        place = rng.randrange(self.seen)
        return place if place < self.size else None

    def put(self, place: int, one: T) -> None:
        self.kept[place : place + 1] = [one]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Words of a sentence, and where from."""

    doc_id: str
    span: Span
    text: str
    entry: str | None = None


def draw_sample(profiles: Iterable[Profile], markers: Sequence[str], per_marker: int, seed: int) -> list[Item]:
    """Draw a stratified sample in one pass over the profiles, and shuffle it.

    Parameters
    ----------
    profiles : iterable of Profile
        Read once; nothing is kept but what is drawn.
    markers : sequence of str
        Names of the markers to ask about.
    per_marker : int
        Hits of each marker, spread over the voices as its hits are, but some of each; and
        as many sentences without a hit of it.
    seed : int
        The same seed and profiles give the same sample.
    """
    rng = Random(seed)
    hits: dict[tuple[str, Voice], _Reservoir[_Drawn]] = defaultdict(lambda: _Reservoir(per_marker))
    misses: dict[str, _Reservoir[_Drawn]] = defaultdict(lambda: _Reservoir(per_marker))
    lengths = dict.fromkeys(markers, 1)
    for profile in profiles:
        document = profile.document
        found = [hit for hit in profile.hits if hit.marker in lengths]
        for hit in found:
            reservoir = hits[hit.marker, hit.voice]
            if (place := reservoir.place(rng)) is not None:
                reservoir.put(place, _from_hit(document, hit))
            lengths[hit.marker] = len(hit.match.split())
        taken = {(hit.marker, hit.sentence) for hit in found}
        for number, sentence in enumerate(document.sentences):
            if sum(document.tokens.is_word[sentence.first : sentence.last]) < FEWEST_WORDS:
                continue
            for marker in markers:
                if (marker, number) not in taken and (place := misses[marker].place(rng)) is not None:
                    misses[marker].put(place, _without_hit(document, sentence, lengths[marker], rng))
    items = [item for marker in markers for item in _of_marker(marker, hits, misses[marker], per_marker, rng)]
    rng.shuffle(items)
    return items


def sheet_to_csv(items: Sequence[Item], markers: Iterable[Marker], coders: int = 1) -> bytes:
    """Return the coders' sheet: no outlet, no verdict of the tool, an empty column for each coder's codes."""
    about = {marker.name: marker for marker in markers}
    codes = ["code"] if coders == 1 else [f"code_{number}" for number in range(1, coders + 1)]
    rows = (
        (number, about[item.marker].label, _question(about[item.marker]), item.text, *[""] * coders)
        for number, item in enumerate(items, start=1)
    )
    return _MARK + table_to_csv((*SHEET, *codes), rows)


def key_to_csv(items: Sequence[Item], run: Run, run_id: str) -> bytes:
    """Return the key: for each item the marker, whether the tool found it, where, and out of how many."""
    rows = (
        (
            *(number, item.marker, "yes" if item.voice else "no", item.voice, item.of),
            *(item.doc_id, item.span.start, item.span.end, item.entry, run_id, run.tool_version),
        )
        for number, item in enumerate(items, start=1)
    )
    return _MARK + table_to_csv(KEY, rows)


def _question(marker: Marker) -> str:
    return f"In this sentence, are the words in […] {marker.construct}? yes; other (other words are); no; unsure"


def _of_marker(
    marker: str,
    hits: dict[tuple[str, Voice], _Reservoir[_Drawn]],
    misses: _Reservoir[_Drawn],
    per_marker: int,
    rng: Random,
) -> Iterator[Item]:
    strata = [(voice, hits[marker, voice]) for voice in VOICES if (marker, voice) in hits]
    shares = _shares([stratum.seen for _, stratum in strata], per_marker)
    for (voice, stratum), share in zip(strata, shares, strict=True):
        for drawn in rng.sample(stratum.kept, share):
            yield Item(marker, voice, drawn.entry, stratum.seen, drawn.doc_id, drawn.span, drawn.text)
    for drawn in misses.kept:
        yield Item(marker, None, None, misses.seen, drawn.doc_id, drawn.span, drawn.text)


def _shares(sizes: Sequence[int], wanted: int) -> list[int]:
    """Share out what is wanted among strata by their sizes, one for each first (D'Hondt's method).

    Examples
    --------
    >>> _shares([500, 30, 2], 20), _shares([500, 30, 2], 2), _shares([3, 1], 20)
    ([18, 1, 1], [1, 1, 0], [3, 1])
    """
    shares = [0] * len(sizes)
    for _ in range(min(wanted, sum(sizes))):
        open_ = [index for index, share in enumerate(shares) if share < sizes[index]]
        shares[max(open_, key=lambda index: (not shares[index], sizes[index] / (shares[index] + 1)))] += 1
    return shares


def _from_hit(document: Document, hit: Hit) -> _Drawn:
    span = Span(hit.start, hit.end)
    return _Drawn(document.article.id, span, _bracketed(document, document.sentences[hit.sentence], span), hit.entry)


def _without_hit(document: Document, sentence: Sentence, length: int, rng: Random) -> _Drawn:
    """Put brackets around any words, as many as a hit has, so that brackets tell the coder nothing."""
    tokens = document.tokens
    runs = groupby(range(sentence.first, sentence.last), key=lambda token: bool(tokens.is_word[token]))
    stretches = [words for is_word, run in runs if is_word for words in [list(run)]]
    fitting = [words[at : at + length] for words in stretches for at in range(len(words) - length + 1)] or stretches
    words = rng.choice(fitting)
    text = _bracketed(document, sentence, Span(tokens.start[words[0]], tokens.end[words[-1]]))
    return _Drawn(document.article.id, Span(sentence.start, sentence.end), text)


def _bracketed(document: Document, sentence: Sentence, span: Span) -> str:
    """Return a sentence on one line with the words of a span in […], its own brackets made round."""
    start, end = max(sentence.start, span.start), min(sentence.end, span.end)
    cuts = ((sentence.start, start), (start, end), (end, sentence.end))
    before, words, after = (document.clean[left:right].translate(_ROUND) for left, right in cuts)
    return " ".join(f"{before}[{words}]{after}".split())
