"""Page one beside its chart: where the texts come from, three facts, what was taken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from framing.plots import Bar, BarChart, Part
from framing.report.lines import plain, word_count
from framing.report.texts import gap_words, is_inside_line, kept_words
from framing.report.tree import Card, Cards, Cell, Column, Fact, Facts, Figure, Gap, Line, Marked, Table, TableRow
from framing.report.wording import (
    OWN_VOICE,
    damaged_texts,
    file_of,
    group_contrasts,
    in_quotes,
    is_clear,
    is_translated,
    letter_of,
    listing,
    many,
    name,
    percent,
    rate,
    sentence,
    shortened,
)
from framing.types import Comparison, Outlet, Profile, Provenance, Relation, SpeakerType, Voice

_RELATIONS = {
    Relation.ORIGINAL: "its own text",
    Relation.WIRE: "agency copy",
    Relation.REPUBLISHED: "republished",
    Relation.TRANSLATED: "a translation",
    Relation.ADAPTED: "adapted",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


# ── source cards ─────────────────────────────────────────────────────────────


def cards(profiles: Sequence[Profile]) -> Cards:
    """One card per text: title, where it comes from, who wrote it and when."""
    return Cards(tuple(_card(profile, len(profiles)) for profile in profiles))


def _card(profile: Profile, texts: int) -> Card:
    article = profile.document.article
    title = plain(article.title or profile.document.title or "")
    file = shortened(file_of(article.source), 60) or "the file"
    lines = [
        _origin(article.provenance, article.outlet, file if title else "the file"),
        _author(article.provenance.author, article.date),
        _coding(profile.outlet),
    ]
    if is_translated(profile) and article.provenance.relation is not Relation.TRANSLATED:
        lines.append("A translation.")
    if profile.document.damaged:
        lines.append("Punctuation is missing: voices cannot be told apart.")
    words = profile.words.own
    return Card(
        text=letter_of(profile),
        title=in_quotes(shortened(title, 90 if texts < 4 else 60)) if title else f"No headline in {file}",
        words=f"{many(words, 'word')} in {OWN_VOICE}" if texts < 3 else many(words, "own-voice word"),
        lines=tuple(line for line in lines if line)[: None if texts < 4 else 1],
    )


def _origin(provenance: Provenance, outlet: str | None, file: str) -> str:
    publisher = plain(provenance.published_by or outlet or "")
    origin = plain(provenance.origin or "")
    if publisher and origin and _is_same(publisher, origin):
        publisher, origin = max(publisher, origin, key=len), ""
    said = [f"carried by {publisher}" if publisher else f"publisher not stated in {file}"]
    if origin:
        said.append(f"origin named as {origin}")
    if provenance.relation in _RELATIONS:
        said.append(_RELATIONS[provenance.relation])
    return sentence("; ".join(said))


def _coding(outlet: Outlet | None) -> str:
    if outlet is None:
        return ""
    who = f"{outlet.name}, its origin," if outlet.role == "origin" else outlet.name
    when = f"{outlet.as_of}, after this text" if outlet.later else outlet.as_of
    return f"{who} is coded “{outlet.label}” by {outlet.coded_by} as of {when}."


def _is_same(body: str, other: str) -> bool:
    """Whether two names are of one body: every word of one stands in the other."""
    words, others = (set(re.findall(r"\w+", name.casefold())) for name in (body, other))
    return words <= others or others <= words


def _author(author: str | None, date: str | None) -> str:
    day = day_in_words(date)
    if author and day:
        return sentence(f"by {plain(author)}, {day}")
    if author:
        return sentence(f"by {plain(author)}; no date in the file")
    return sentence(f"{day}; no author in the file") if day else "No author or date in the file."


def day_in_words(date: str | None) -> str:
    r"""Write an ISO date in words; leave anything else as it is.

    Examples
    --------
    >>> day_in_words("2026-02-04")
    '4\xa0February 2026'
    """
    if not date:
        return ""
    parts = date[:10].split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])}\N{NO-BREAK SPACE}{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return plain(date)


# ── three facts ──────────────────────────────────────────────────────────────


def facts(comparison: Comparison) -> Facts:
    """Up to three facts, each from something that was counted."""
    profiles = comparison.profiles
    found = [_quoted(profiles), _named(profiles), _entry(comparison), _sentences(profiles)]
    if where := damaged_texts(profiles):
        found = [_entry(comparison), _unheard(where)]
    return Facts(tuple(fact for fact in found if fact)[:3])


def _figures(values: Sequence[float], show: Callable[[float], str]) -> tuple[str, ...]:
    """Both values of two texts, or the least and the most of others."""
    if len(values) == 2:
        return tuple(map(show, values))
    return tuple(dict.fromkeys((show(min(values)), show(max(values)))))


def _where(profiles: Sequence[Profile], values: Sequence[float]) -> str:
    if len(profiles) == 2:
        return listing(f"in {name(letter_of(p))}" for p in profiles)
    if len(profiles) == 1:
        return f"in {name(letter_of(profiles[0]))}"
    low = profiles[values.index(min(values))]
    high = profiles[values.index(max(values))]
    return f"least in {name(letter_of(low))}, most in {name(letter_of(high))}"


def _unheard(where: str) -> Fact:
    return Fact(("No voices",), f"can be told apart in {where}, where punctuation is missing.")


def _quoted(profiles: Sequence[Profile]) -> Fact | None:
    shares = [p.words.quoted / p.words.total if p.words.total else 0.0 for p in profiles]
    if not any(shares):
        return Fact(("No words",), "stand in quotation marks in any of the texts; nobody is quoted directly.")
    figures = _figures(shares, percent)
    return Fact(figures, f"of the words stand in quotation marks, {_where(profiles, shares)}. They are counted apart.")


def _named(profiles: Sequence[Profile]) -> Fact | None:
    types = [Counter(source.type for source in p.sourcing.sources) for p in profiles]
    counts = [found[SpeakerType.NAMED] + found[SpeakerType.INSTITUTION] for found in types]
    unnamed = [found[SpeakerType.UNNAMED] for found in types]
    if not any(counts) and not any(unnamed):
        return None
    figures = _figures(counts, str)
    says = f"speakers or institutions are named as sources, {_where(profiles, counts)}"
    return Fact(figures, f"{says}. Not named: {listing(map(str, unnamed))}." if any(unnamed) else f"{says}.")


def _entry(comparison: Comparison) -> Fact | None:
    """Choose the word or phrase of a clearly differing group whose counts lie furthest apart."""
    groups = {c.group for c in group_contrasts(comparison) if is_clear(c)}
    if len(comparison.profiles) != 2 or not groups:
        return None
    markers = {marker.name for marker in comparison.markers if marker.group in groups - {"facts"}}
    counts = [
        Counter(plain(hit.match).lower() for hit in p.hits if hit.voice is Voice.OWN and hit.marker in markers)
        for p in comparison.profiles
    ]
    words = sorted(counts[0] | counts[1], key=lambda word: (-abs(counts[0][word] - counts[1][word]), word))
    if not words or abs(counts[0][words[0]] - counts[1][words[0]]) < 3:
        return None
    word = words[0]
    first, second = sorted(zip(comparison.profiles, counts, strict=True), key=lambda pair: -pair[1][word])
    return Fact(
        (f"“{shortened(word, 18)}”",),
        f"stands {_times(first[1][word])} in {name(letter_of(first[0]))} and "
        f"{_times(second[1][word])} in {name(letter_of(second[0]))}, in {OWN_VOICE}.",
    )


def _times(count: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _sentences(profiles: Sequence[Profile]) -> Fact | None:
    values = [p.readability.words_per_sentence for p in profiles]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    figures = _figures(known, rate)
    return Fact(figures, f"words make an average sentence, {_where(profiles, known)}.")


# ── what was taken off ───────────────────────────────────────────────────────


def files_figure(profiles: Sequence[Profile], articles: Mapping[str, Marked]) -> Figure:
    """Every file as a bar: what was kept and what was taken off, at its true place."""
    bars = tuple(_file(p, articles[letter_of(p)]) for p in profiles)
    return Figure(
        name="files",
        kind="files",
        title="What was counted, and what was taken off first",
        chart=BarChart(bars, shares=False),
        alt=_files_alt(bars),
        caption=" ".join(_chain(p) for p in profiles),
        table=removed_table(profiles),
    )


def _file(profile: Profile, article: Marked) -> Bar:
    parts: list[Part] = []
    kept = 0
    whole = (profile.words.total + profile.words.removed) or 1

    def add(kind: str, words: int) -> None:
        if words:
            label = "kept" if kind == "kept" else "taken off"
            parts.append(Part(kind, label, words, 100 * words / whole, percent(words / whole)))

    for line in article.lines:
        if isinstance(line, Line):
            kept += kept_words(profile.document, line.start, line.end)
        else:
            add("kept", kept)
            add("removed", gap_words(line))
            kept = 0
    add("kept", kept)
    return Bar(letter_of(profile), tuple(parts), _file_note(profile, article))


def _file_note(profile: Profile, article: Marked) -> str:
    removed, total = profile.words.removed, profile.words.total
    if not removed:
        return f"{many(total, 'word')}, nothing taken off"
    lines = sum(len(gap.lines) for gap in article.lines if isinstance(gap, Gap))
    return f"{removed:,} of {many(removed + total, 'word')} taken off, {many(lines, 'line')}"


def _files_alt(bars: Sequence[Bar]) -> str:
    said = "; ".join(f"{name(bar.text)}: {bar.note}" for bar in bars)
    return f"Bars of the files’ words, kept parts filled and parts taken off hatched, at their places. {said}."


def _chain(profile: Profile) -> str:
    """Quote the lines a text's origin was read from."""
    article = profile.document.article
    seen: list[str] = []
    for evidence in article.provenance.evidence:
        if evidence.field in ("published_by", "origin", "relation", "translated"):
            words = shortened(plain(article.text[evidence.start : evidence.end]).strip(" –-"), 64)
            if words and not any(words in other or other in words for other in seen):
                seen.append(words)
    who = name(letter_of(profile))
    if seen:
        return f"{who}, in its own words: " + " → ".join(map(in_quotes, seen[:3])) + "."
    return f"{who} carries no source line."


def removed_table(profiles: Sequence[Profile]) -> Table:
    """List what was taken off each text and why, with the words it begins with."""
    rows: list[TableRow] = []
    for profile in profiles:
        rows += _removed_rows(profile)
        kept = Cell(f"{profile.words.total:,}")
        cells = (Cell("kept and counted", text=letter_of(profile), strong=True), kept, Cell(""))
        rows.append(TableRow(cells))
    columns = (Column("Taken off", "words", 56), Column("words", "number", 16), Column("It begins", "words"))
    return Table("removed", "", columns, tuple(rows))


def _removed_rows(profile: Profile) -> Iterator[TableRow]:
    text = profile.document.article.text
    for part in profile.document.article.removed:
        words = " ".join(plain(text[part.start : part.end]).split())
        if words and not is_inside_line(profile.document, part):
            count, quote = Cell(f"{word_count(words):,}"), Cell(in_quotes(shortened(words, 62)))
            yield TableRow((Cell(part.kind, text=letter_of(profile)), count, quote))
