"""Articles as numbered lines with their marks: what the side-by-side view shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from framing.report.lines import HEADING, MEASURE, cut, plain, word_count
from framing.report.tree import Gap, HitCard, Key, Line, Marked, Segment, Texts
from framing.report.wording import letter_of, many, name
from framing.types import VOICES, Comparison, Document, Group, Hit, Marker, Paragraph, Profile, Removed, Voice

VOICE_WORDS = {
    Voice.OWN: "writer’s own voice",
    Voice.QUOTED: "in quotation marks, counted apart",
    Voice.REPORTED: "reported speech, counted apart",
    Voice.HEADING: "heading, counted apart",
}
_CAPTION = (
    "Margin letter: the group of a mark that begins on that line. Grey ground: quoted; italics: reported; "
    "both counted apart."
)

LookedFor = Mapping[str, tuple[Marker, Group]]
"""Markers and their groups by the marker's name."""
_DROPPED = "\ufdd0"
"""Stands for a character that is not shown; never a character of a text (Unicode keeps it free)."""


def marked_texts(comparison: Comparison) -> Texts:
    """Cut and mark all articles, under one key."""
    key = tuple(Key(group.name, group.letter, group.label) for group in comparison.groups)
    return Texts(key, _CAPTION, tuple(mark_up(profile, comparison) for profile in comparison.profiles))


def mark_up(profile: Profile, comparison: Comparison) -> Marked:
    """Cut an article into numbered lines that carry its marks and voices."""
    article = profile.document.article
    groups = {group.name: group for group in comparison.groups}
    looked_for = {marker.name: (marker, groups[marker.group]) for marker in comparison.markers}
    lines = tuple(_lines(profile, looked_for))
    letter = letter_of(profile)
    return Marked(
        text=letter,
        says=name(letter),
        title=plain(article.title or profile.document.title or ""),
        language=article.language or "en",
        lines=lines,
        hits=tuple(_cards(profile, lines, looked_for)),
    )


def line_at(lines: Sequence[Line | Gap], offset: int) -> int:
    """Return the number of the line an offset stands on, or of the line before it."""
    return max(1, bisect_right(_starts(lines), offset))


def _starts(lines: Sequence[Line | Gap]) -> list[int]:
    return [line.start for line in lines if isinstance(line, Line)]


def _lines(profile: Profile, looked_for: LookedFor) -> Iterator[Line | Gap]:
    marks = _Marks(profile, looked_for)
    text = profile.document.article.text
    number = 0
    for part in _parts(profile.document):
        if isinstance(part, list):
            yield _gap(text, part)
            continue
        measure = MEASURE * (HEADING if part.heading else 1)
        for first, last in cut(text[part.start : part.end], measure):
            number += 1
            start, end = part.start + first, part.start + last
            yield Line(
                number=number,
                start=start,
                end=end,
                segments=tuple(marks.segments(start, end)),
                letters=marks.letters(start, end),
                first=first == 0,
                heading=part.heading,
            )


def _parts(document: Document) -> Iterator[Paragraph | list[Removed]]:
    """Paragraphs and runs of removed slices, in the order of the text."""
    pending: list[Removed] = []
    gaps = [part for part in document.article.removed if not is_inside_line(document, part)]
    both: list[Paragraph | Removed] = [*document.paragraphs, *gaps]
    for part in sorted(both, key=lambda part: (part.start, part.end)):
        if isinstance(part, Removed):
            pending.append(part)
            continue
        if pending:
            yield pending
            pending = []
        yield part
    if pending:
        yield pending


def _gap(text: str, removed: Sequence[Removed]) -> Gap:
    lines = tuple(plain(line).strip() for part in removed for line in text[part.start : part.end].splitlines())
    lines = tuple(line for line in lines if line)
    words = sum(map(word_count, lines))
    kinds = ", ".join(dict.fromkeys(part.kind for part in removed))
    return Gap(f"{many(len(lines), 'line')} taken off ({many(words, 'word')}): {kinds}", lines)


def kept_words(document: Document, start: int, end: int) -> int:
    """Count the words of a slice of the kept text."""
    tokens = document.tokens
    return sum(tokens.is_word[bisect_left(tokens.start, start) : bisect_left(tokens.start, end)])


def gap_words(gap: Gap) -> int:
    """Count the words of what was taken off."""
    return sum(map(word_count, gap.lines))


def _cards(profile: Profile, lines: Sequence[Line | Gap], looked_for: LookedFor) -> Iterator[HitCard]:
    document = profile.document
    text, letter = document.article.text, letter_of(profile)
    starts = _starts(lines)
    for index, hit in enumerate(profile.hits):
        marker, group = looked_for[hit.marker]
        sentence = document.sentences[hit.sentence]
        line = max(1, bisect_right(starts, hit.start))
        yield HitCard(
            number=index,
            marker=marker.name,
            group=group.name,
            letter=group.letter,
            label=marker.label,
            group_label=group.label,
            construct=marker.construct,
            entry=hit.entry,
            match=plain(hit.match),
            voice=hit.voice,
            voice_words=VOICE_WORDS[hit.voice],
            sentence=plain(text[sentence.start : sentence.end]).strip(),
            line=line,
            start=hit.start,
            end=hit.end,
            where=f"{name(letter)}, line {line}",
        )


class _Marks:
    """Who owns each character: its voice, the longest hit over it, and all hits over it."""

    def __init__(self, profile: Profile, looked_for: LookedFor) -> None:
        document = profile.document
        self.text = _shown(document)
        self.hits = profile.hits
        self.starts = [hit.start for hit in self.hits]
        self.reach = max((hit.end - hit.start for hit in self.hits), default=0)
        self.letter = [looked_for[hit.marker][1].letter for hit in self.hits]
        self.voice = _voices(document)
        self.owner: list[int | None] = [None] * len(self.text)
        for index in sorted(range(len(self.hits)), key=lambda i: (self.hits[i].end - self.hits[i].start, -i)):
            hit = self.hits[index]
            self.owner[hit.start : hit.end] = [index] * (hit.end - hit.start)
        self.edges = sorted({edge for hit in self.hits for edge in (hit.start, hit.end)})

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """Cut a line where its voice or its marks change."""
        edges = self.edges[bisect_right(self.edges, start) : bisect_right(self.edges, end - 1)]
        cuts = {start, end, *edges}
        cuts |= {at for at in range(start + 1, end) if self.voice[at] != self.voice[at - 1]}
        places = sorted(cuts)
        for first, last in pairwise(places):
            words = plain(self.text[first:last].replace(_DROPPED, ""))
            if not words:
                continue
            owner = self.owner[first]
            yield Segment(
                words=words,
                voice=VOICES[self.voice[first]],
                letter="" if owner is None else self.letter[owner],
                hit=owner,
                hits=self._covering(first, last),
            )

    def letters(self, start: int, end: int) -> tuple[str, ...]:
        """Name the groups of the hits that begin in a slice, each once."""
        return tuple(dict.fromkeys(self.letter[i] for i, hit in self._near(start, end) if start <= hit.start < end))

    def _covering(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(i for i, hit in self._near(start, end) if hit.start < end and hit.end > start)

    def _near(self, start: int, end: int) -> Iterator[tuple[int, Hit]]:
        """Hits that may touch a slice; hits are sorted by start and none is longer than the longest."""
        first = bisect_right(self.starts, start - self.reach - 1)
        for index in range(first, len(self.hits)):
            if self.hits[index].start >= end:
                return
            yield index, self.hits[index]


def is_inside_line(document: Document, part: Removed) -> bool:
    """Tell whether a removed slice, like a mark of emphasis, stands between kept words of one line."""
    return "\n" not in document.clean[part.start : part.end]


def _shown(document: Document) -> str:
    """Return the article's text with what was taken out of its lines crossed out, at the same length."""
    text, pieces, at = document.article.text, [], 0
    for part in document.article.removed:
        if is_inside_line(document, part):
            pieces += [text[at : part.start], _DROPPED * (part.end - part.start)]
            at = part.end
    return "".join((*pieces, text[at:]))


def _voices(document: Document) -> bytearray:
    """One voice per character; between two words of one voice it runs on."""
    voices = bytearray(len(document.article.text))
    tokens = document.tokens
    before, code = 0, -1
    for start, end, voice in zip(tokens.start, tokens.end, document.voices, strict=True):
        first = before if voice == code else start
        voices[first:end] = bytes([voice]) * (end - first)
        before, code = end, voice
    return voices
