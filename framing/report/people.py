"""Who is speaking: words by voice, and who is quoted or reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from framing.plots import Bar, BarChart, Part
from framing.report.lines import plain
from framing.report.texts import kept_words, line_at
from framing.report.tree import Cell, Column, Figure, Marked, Table, TableRow
from framing.report.wording import damaged_texts, in_quotes, letter_of, listing, many, name, percent, shortened
from framing.types import Document, Profile, Quote, QuoteKind, Speaker, SpeakerType, Voice, WordCounts

_PARTS = {
    Voice.OWN: "writer’s own voice",
    Voice.REPORTED: "reported",
    Voice.QUOTED: "quoted",
    Voice.HEADING: "titles",
}
_KINDS = {
    SpeakerType.NAMED: "named",
    SpeakerType.UNNAMED: "not named",
    SpeakerType.INSTITUTION: "institution",
}
_MOST = 9
_MOST_OF_MANY = 4
_NOBODY = "no speaker given"
_PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "who"}


def voices_figure(profiles: Sequence[Profile]) -> Figure:
    """One bar per text to 100 %: own, reported, quoted, titles."""
    bars = tuple(Bar(letter_of(p), _parts(p.words)) for p in profiles)
    return Figure(
        name="voices",
        kind="voices",
        title=_finding(profiles),
        chart=BarChart(bars, shares=True),
        alt=_alt(profiles),
        caption="Share of the words kept. Titles are the words of headings.",
        table=_table(profiles),
        table_below=True,
    )


def _parts(words: WordCounts) -> tuple[Part, ...]:
    counts = _by_voice(words)
    whole = sum(counts.values()) or 1
    return tuple(
        Part(voice.value, _PARTS[voice], count, 100 * count / whole, percent(count / whole))
        for voice, count in counts.items()
    )


def _by_voice(words: WordCounts) -> dict[Voice, int]:
    return {
        Voice.OWN: words.own,
        Voice.REPORTED: words.reported,
        Voice.QUOTED: words.quoted,
        Voice.HEADING: words.heading,
    }


def _given(profile: Profile) -> float:
    words = profile.words
    return (words.quoted + words.reported) / words.total if words.total else 0.0


def _finding(profiles: Sequence[Profile]) -> str:
    heard = [p for p in profiles if not p.document.damaged]
    if not heard:
        return "Words by voice: voices cannot be told apart"
    shown = heard if len(heard) < 4 else [min(heard, key=_given), max(heard, key=_given)]
    shares = listing(f"{percent(_given(p))} in {name(letter_of(p))}" for p in shown)
    between = "between " if len(shown) < len(heard) else ""
    end = f"; not to be told in {where}" if (where := damaged_texts(profiles)) else ""
    return f"Words given to others, quoted or reported: {between}{shares}{end}"


def _alt(profiles: Sequence[Profile]) -> str:
    who = listing(f"{name(letter_of(p))} ({many(p.words.total, 'word')})" for p in profiles)
    said = "; ".join(
        f"{name(letter_of(p))}: " + ", ".join(f"{part.label} {part.printed}" for part in _parts(p.words))
        for p in profiles
    )
    return f"Bars of the share of words by voice, from 0 to 100\N{NO-BREAK SPACE}%, {who}. {said}."


def _table(profiles: Sequence[Profile]) -> Table:
    columns = [Column("Voice", "words")]
    for profile in profiles:
        letter = letter_of(profile)
        columns.append(Column(name(letter), "number", 36 if len(profiles) < 4 else 120 / len(profiles), letter))
    rows = []
    for voice, label in _PARTS.items():
        cells = [Cell(label)]
        for profile in profiles:
            count = _by_voice(profile.words)[voice]
            cells.append(Cell(f"{count:,}", note=percent(count / (profile.words.total or 1))))
        rows.append(TableRow(tuple(cells)))
    return Table("voices", "Words by voice", tuple(columns), tuple(rows))


# ── speakers ─────────────────────────────────────────────────────────────────


@dataclass
class _Said:
    """What one speaker is given in one text."""

    kind: str
    words: int = 0
    quotes: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    first: int = 0


def speakers_table(profiles: Sequence[Profile], articles: Mapping[str, Marked]) -> Table | None:
    """Who is quoted or reported in each text, most words first; ``None`` if nobody is."""
    rows = []
    most = _MOST if len(profiles) < 3 else _MOST_OF_MANY
    for profile in profiles:
        letter = letter_of(profile)
        found = said_by(profile.document)
        ranked = sorted(found.items(), key=lambda item: (item[0] == _NOBODY, -item[1].words, item[1].first))
        for who, said in ranked[:most]:
            line = line_at(articles[letter].lines, said.first)
            rows.append(
                TableRow(
                    (
                        Cell(who, text=letter, strong=who != _NOBODY, muted=who == _NOBODY),
                        Cell(said.kind),
                        _what(said),
                        Cell(f"{said.words:,}" if said.words else "–"),
                        Cell(str(line), line=line),
                    )
                )
            )
        if len(ranked) > most:
            more = Cell(f"and {many(len(ranked) - most, 'more speaker')}", text=letter, muted=True)
            rows.append(TableRow((more, Cell(""), Cell(""), Cell(""), Cell(""))))
        if not ranked:
            why = "voices cannot be told apart" if profile.document.damaged else "nobody is quoted or reported"
            nobody = Cell(why, text=letter, muted=True)
            rows.append(TableRow((nobody, Cell(""), Cell(""), Cell(""), Cell(""))))
    if not any(said_by(p.document) for p in profiles):
        return None
    columns = (
        Column("Speaker", "words", 52),
        Column("Kind", "words", 24),
        Column("What", "words"),
        Column("words quoted", "number", 21),
        Column("line", "number", 11),
    )
    return Table(
        "speakers",
        "Who is quoted or reported",
        columns,
        tuple(rows),
        "A dash: reported only, no words in quotation marks. Line: where the first of it stands.",
    )


def _what(said: _Said) -> Cell:
    if said.quotes:
        return Cell(in_quotes(shortened(max(said.quotes, key=len), 38)))
    times = f", {many(len(said.cues), 'time')}" if len(said.cues) > 1 else ""
    cues = listing(f"“{cue}”" for cue in list(dict.fromkeys(said.cues))[:2]) if said.cues else ""
    return Cell(f"reported{times}{f' ({cues})' if cues else ''}", muted=True)


def said_by(document: Document) -> dict[str, _Said]:
    """Gather quotations and reports by speaker, in order of appearance."""
    found: dict[str, _Said] = {}
    for start, speaker, quote, cue in sorted(_events(document), key=lambda event: event[0]):
        who = plain(speaker.name or speaker.text).strip() if speaker else _NOBODY
        if speaker is None or who.lower() in _PRONOUNS:
            who, kind = _NOBODY, "–"
        else:
            kind = _KINDS[speaker.type]
        said = found.setdefault(who, _Said(kind, first=start))
        if quote:
            inside = document.article.text[quote.start + 1 : quote.end - 1]
            said.quotes.append(plain(inside).strip(" .,"))
            said.words += kept_words(document, quote.start, quote.end)
        elif cue:
            said.cues.append(cue)
    return found


def _events(document: Document) -> Iterator[tuple[int, Speaker | None, Quote | None, str]]:
    text = document.article.text
    for quote in document.quotes:
        if quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL):
            yield quote.start, quote.speaker, quote, ""
    quoted = bytearray(len(text))
    for quote in document.quotes:
        if quote.speaker:
            quoted[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
    for report in document.attributions:
        told = report.contents and all(quoted.find(1, span.start, span.end) < 0 for span in report.contents)
        if report.speaker and told:
            yield report.cue.start, report.speaker, None, plain(text[report.cue.start : report.cue.end]).lower()
