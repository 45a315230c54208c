"""From a document's quotations and attributions to its sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from framing.sourcing.roles import Roles, words_of
from framing.types import (
    VOICES,
    CueStance,
    Dissent,
    Document,
    Match,
    QuoteKind,
    Role,
    Source,
    Sourcing,
    Span,
    Speaker,
    Voice,
)

STANCES = {
    "attribution": CueStance.NEUTRAL,
    "doubting": CueStance.DOUBTING,
    "hearsay": CueStance.DOUBTING,
    "endorsing": CueStance.ENDORSING,
}
"""What a cue adds, by the lexicon that knows it."""

_QUOTED, _REPORTED = (VOICES.index(voice) for voice in (Voice.QUOTED, Voice.REPORTED))


@dataclass
class _Heard:
    """A source being gathered."""

    speaker: Speaker | None
    first: int
    mentions: list[Span] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    quoted: int = 0
    reported: int = 0


def describe_sources(document: Document, matches: Iterable[Match]) -> Sourcing:
    """Gather who is heard in a document.

    Construct: the sources to whom quotations and reported speech are attributed, by name
    where the text gives one; what each is (`Role`), how many words it is given, what
    the report verbs add, and where the first voice against another stands. Nothing is
    known but the text: a source's role is what the text calls it.

    Parameters
    ----------
    document : Document
        A damaged one has no sources.
    matches : iterable of Match
        The document's lexicon matches; those of `STANCES` class the cues.

    Returns
    -------
    Sourcing
        Sources in order of appearance, each word counted for one source only.

    Notes
    -----
    Roles go by a table of head nouns (``words.tsv``), titles and appositions; a spokesman
    is what he speaks for. A dissenting voice is the first source other than the one heard
    first that denies, rejects or criticises by its verb, that is called a critic or an
    opponent, or whose sentence opens with *but*, *however* or the like.
    """
    heard = _gather(document)
    speakers = [source.speaker for source in heard.values() if source.speaker]
    roles = Roles(document, speakers)
    stances = {(m.start, m.end): STANCES[m.lexicon] for m in matches if m.lexicon in STANCES}
    places = sorted(stances)
    sources = tuple(
        Source(
            name=name,
            type=source.speaker.type if source.speaker else None,
            role=roles.role_of(source.speaker) if source.speaker else Role.OTHER,
            first=source.first,
            mentions=tuple(dict.fromkeys(source.mentions)),
            quotes=tuple(source.quotes),
            cues=tuple(source.cues),
            stances=tuple(_stance(cue, stances, places) for cue in source.cues),
            quoted=source.quoted,
            reported=source.reported,
        )
        for name, source in heard.items()
    )
    return Sourcing(sources, _first_dissent(document))


def _name(speaker: Speaker | None) -> str:
    name = " ".join((speaker.name or speaker.text).split()) if speaker else ""
    return "" if name.lower() in words_of("pronoun") else name


def _gather(document: Document) -> dict[str, _Heard]:
    """Gather quotations and attributions by source, in order of appearance; a word counts once."""
    heard: dict[str, _Heard] = {}
    taken = bytearray(len(document.tokens))
    for start, speaker, quote, cue, contents in sorted(_events(document), key=lambda event: event[0]):
        name = _name(speaker)
        source = heard.setdefault(name, _Heard(speaker if name else None, start))
        if name and speaker:
            source.mentions.append(Span(speaker.start, speaker.end))
        source.quotes += [quote] if quote else []
        source.cues += [cue] if cue else []
        for span in contents:
            source.quoted += _take(document, span, _QUOTED, taken)
            source.reported += _take(document, span, _REPORTED, taken)
    return heard


Event = tuple[int, Speaker | None, Span | None, Span | None, Sequence[Span]]


def _events(document: Document) -> Iterator[Event]:
    for quote in document.quotes:
        if quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL):
            span = Span(quote.start, quote.end)
            yield quote.start, quote.speaker, span, None, (span,)
    for report in document.attributions:
        start = min([report.cue.start, *(span.start for span in report.contents)])
        yield start, report.speaker, None, report.cue, report.contents


def _take(document: Document, span: Span, voice: int, taken: bytearray) -> int:
    """Count the words of one voice in a slice that no source has yet."""
    tokens, count = document.tokens, 0
    for k in range(bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end)):
        if document.voices[k] == voice and not taken[k] and tokens.is_word[k]:
            taken[k] = 1
            count += 1
    return count


def _stance(cue: Span, stances: dict[tuple[int, int], CueStance], places: list[tuple[int, int]]) -> CueStance:
    at = bisect_right(places, (cue.start, -1))
    near = [place for place in places[max(0, at - 1) : at + 2] if place[0] < cue.end and cue.start < place[1]]
    return stances[near[0]] if near else CueStance.OTHER


def _first_dissent(document: Document) -> Dissent | None:
    """Find the first voice against another; see `describe_sources`."""
    tokens = document.tokens
    firsts = [sentence.start for sentence in document.sentences]
    before: str | None = None
    for report in sorted(document.attributions, key=lambda report: report.cue.start):
        name = _name(report.speaker)
        if not name or report.speaker is None:
            continue
        if before is not None and name != before:
            source = Span(report.speaker.start, report.speaker.end)
            sentence = document.sentences[bisect_right(firsts, report.cue.start) - 1]
            for span, rule, listed in (
                (report.cue, "verb", "dissent_cue"),
                (source, "source", "dissent_source"),
                (Span(sentence.start, tokens.end[sentence.first]), "connective", "adversative"),
            ):
                if words_of(listed) & set(document.clean[span.start : span.end].lower().split()):
                    return Dissent(span, rule, _position(document, span.start))
        before = before or name
    return None


def _position(document: Document, offset: int) -> float:
    """Return the share of the body's words that stand before an offset."""
    tokens, heading = document.tokens, VOICES.index(Voice.HEADING)
    body = [k for k in range(len(tokens)) if tokens.is_word[k] and document.voices[k] != heading]
    return bisect_left(body, bisect_left(tokens.start, offset)) / len(body) if body else 0.0
