"""Who is heard: sources by role, the verbs that bring them in, and each speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from framing.report.lines import plain
from framing.report.texts import line_at
from framing.report.tree import Cell, Column, Marked, Table, TableRow
from framing.report.wording import in_quotes, letter_of, listing, many, name, percent, shortened
from framing.types import CueStance, Profile, Role, Source, SpeakerType

_KINDS = {
    SpeakerType.NAMED: "named",
    SpeakerType.UNNAMED: "not named",
    SpeakerType.INSTITUTION: "institution",
}
_ROLES = {
    Role.OFFICIAL: "officials",
    Role.EXPERT: "experts",
    Role.ORDINARY: "ordinary people",
    Role.ORGANISATION: "firms, parties, campaigns",
    Role.MEDIA: "other media",
    Role.DOCUMENT: "documents",
    Role.OTHER: "role not told",
}
_STANCES = {
    CueStance.NEUTRAL: "neutral (said)",
    CueStance.DOUBTING: "doubting (claimed)",
    CueStance.ENDORSING: "endorsing (pointed out)",
    CueStance.OTHER: "other (warned, hopes)",
}
_MOST = 9
_MOST_OF_MANY = 4
_NOBODY = "no speaker given"


def sources_table(profiles: Sequence[Profile], articles: Mapping[str, Marked]) -> Table | None:
    """To whom the words of others are given, by what verbs; ``None`` if nobody is heard."""
    profiles = [p for p in profiles if not p.document.damaged]
    if not any(p.sourcing.sources for p in profiles):
        return None
    columns = [Column("", "words")]
    columns += [Column(name(letter), "number", _width(profiles), letter) for letter in map(letter_of, profiles)]
    rows = [_lead("Words given to", profiles)]
    for role, label in _ROLES.items():
        rows += _shares(label, [_given(p)[role] for p in profiles], [sum(_given(p).values()) for p in profiles])
    rows.append(_lead("Brought in by verbs", profiles))
    for stance, label in _STANCES.items():
        rows += _shares(label, [_verbs(p)[stance] for p in profiles], [_verbs(p).total() for p in profiles])
    rows.append(_lead("First voice against another", profiles))
    rows.append(TableRow((Cell("its line, and how far into the text"), *(_dissent(p, articles) for p in profiles))))
    caption = (
        "Words quoted or reported, and their share. A role is what the text itself calls a source: by office, "
        "title or description. A voice against another denies, criticises or is brought in by “but”."
    )
    return Table("sources", "Who is heard", tuple(columns), tuple(rows), caption)


def _lead(label: str, profiles: Sequence[Profile]) -> TableRow:
    return TableRow((Cell(label, strong=True), *(Cell("") for _ in profiles)), lead=True)


def _width(profiles: Sequence[Profile]) -> float:
    return 36 if len(profiles) < 4 else 120 / len(profiles)


def _given(profile: Profile) -> Counter[Role]:
    words: Counter[Role] = Counter()
    for source in profile.sourcing.sources:
        words[source.role] += source.quoted + source.reported
    return words


def _verbs(profile: Profile) -> Counter[CueStance]:
    return Counter(stance for source in profile.sourcing.sources for stance in source.stances)


def _shares(label: str, counts: Sequence[int], totals: Sequence[int]) -> list[TableRow]:
    """Return a row of counts with shares; none where no text has any."""
    if not any(counts):
        return []
    cells = (
        Cell(str(count), note=percent(count / total)) if count else Cell("–", muted=True)
        for count, total in zip(counts, totals, strict=True)
    )
    return [TableRow((Cell(label), *cells))]


def _dissent(profile: Profile, articles: Mapping[str, Marked]) -> Cell:
    dissent = profile.sourcing.dissent
    if dissent is None:
        return Cell("none", muted=True)
    letter = letter_of(profile)
    line = line_at(articles[letter].lines, dissent.span.start)
    return Cell(str(line), note=percent(dissent.position), text=letter, line=line)


def speakers_table(profiles: Sequence[Profile], articles: Mapping[str, Marked]) -> Table | None:
    """Who is quoted or reported in each text, most words first; ``None`` if nobody is."""
    if not any(p.sourcing.sources for p in profiles):
        return None
    rows = []
    most = _MOST if len(profiles) < 3 else _MOST_OF_MANY
    for profile in profiles:
        letter = letter_of(profile)
        sources = profile.sourcing.sources
        ranked = sorted(sources, key=lambda source: (not source.name, -source.quoted - source.reported, source.first))
        rows += [_speaker(source, profile, articles) for source in ranked[:most]]
        if len(ranked) > most:
            rows.append(_alone(f"and {many(len(ranked) - most, 'more speaker')}", letter))
        if not ranked:
            why = "voices cannot be told apart" if profile.document.damaged else "nobody is quoted or reported"
            rows.append(_alone(why, letter))
    columns = (
        Column("Speaker", "words", 46),
        Column("Kind", "words", 35),
        Column("What", "words"),
        Column("quoted", "number", 14),
        Column("reported", "number", 16),
        Column("line", "number", 11),
    )
    caption = "Words quoted and words reported. Line: where the first of it stands."
    return Table("speakers", "Who is quoted or reported", columns, tuple(rows), caption)


def _alone(words: str, letter: str) -> TableRow:
    return TableRow((Cell(words, text=letter, muted=True), *(Cell("") for _ in range(5))))


def _speaker(source: Source, profile: Profile, articles: Mapping[str, Marked]) -> TableRow:
    letter = letter_of(profile)
    line = line_at(articles[letter].lines, source.first)
    who = plain(source.name) or _NOBODY
    return TableRow(
        (
            Cell(who, text=letter, strong=bool(source.name), muted=not source.name),
            Cell(_kind(source)),
            _what(source, profile.document.article.text),
            *(Cell(f"{words:,}" if words else "–") for words in (source.quoted, source.reported)),
            Cell(str(line), line=line),
        )
    )


def _kind(source: Source) -> str:
    if source.type is None:
        return "–"
    role = source.role.value if source.role is not Role.OTHER else ""
    return ", ".join(filter(None, (_KINDS[source.type], role)))


def _what(source: Source, text: str) -> Cell:
    if source.quotes:
        said = (plain(text[quote.start + 1 : quote.end - 1]).strip(" .,") for quote in source.quotes)
        return Cell(in_quotes(shortened(max(said, key=len), 38)))
    cues = [plain(text[cue.start : cue.end]).lower() for cue in source.cues]
    times = f", {many(len(cues), 'time')}" if len(cues) > 1 else ""
    return Cell(f"reported{times} ({listing(f'“{cue}”' for cue in list(dict.fromkeys(cues))[:2])})", muted=True)
