"""One profile as JSON and as tidy rows."""

from __future__ import annotations

import json
from functools import lru_cache

from framing.exporting.values import ACTIONS, RATE, SOURCE, SPAN, Json, pick, plain, spell_once
from framing.types import (
    VOICES,
    Actor,
    Agency,
    CueStance,
    Diathesis,
    Document,
    Profile,
    Rate,
    Source,
    Sourcing,
    Voice,
)

SPANS = frozenset({"removed", "sentences", "voices", "quotes", "hits"})
"""Keys of an article that hold slices of its text."""


def profile_to_dict(profile: Profile, *, text: bool = True, spans: bool = True) -> Json:
    """Return a profile as an article of ``report.json``, of plain Python values.

    Parameters
    ----------
    profile : Profile
        From `framing.analyze`.
    text, spans : bool
        Whether to give the text, and the slices of it: hits, voices, quotations,
        sentences and removed lines.
    """
    return _article(profile, text, spans)


def profile_to_json(profile: Profile, *, text: bool = False, spans: bool = False) -> bytes:
    """Return `profile_to_dict` as one line of JSONL, its rates last; made for many articles.

    Columns of a table that an article keeps in ``extra["columns"]`` are added under their
    own names; one named like a key of ours becomes ``input_NAME``.
    """
    article = _article(profile, text, spans, rates=False)
    for name, value in profile.document.article.extra.get("columns", {}).items():
        article[f"input_{name}" if name in article or name == "rates" else name] = value
    line = json.dumps(article, ensure_ascii=False)
    names = (_rate_name(rate.marker, rate.group, rate.voice) for rate in profile.rates)
    rates = map(str.__add__, names, spell_once(profile.rates, _rate_figures))
    return f'{line[:-1]}, "rates": [{", ".join(rates)}]}}\n'.encode("utf-8", "backslashreplace")


def profile_rows(profile: Profile) -> list[Json]:
    """Return a profile's rates as tidy rows, ready for ``pandas.DataFrame``.

    Examples
    --------
    >>> from framing import analyze, article_from_text
    >>> row = profile_rows(analyze(article_from_text("It may rain.", id="A")))[0]
    >>> list(row)
    ['doc_id', 'marker', 'voice', 'count', 'words', 'per_1000', 'low', 'high']
    """
    doc_id = profile.document.article.id
    return [{"doc_id": doc_id, **plain(pick(rate, ("marker", "voice", *RATE)))} for rate in profile.rates]


def _article(profile: Profile, text: bool, spans: bool, rates: bool = True) -> Json:
    document = profile.document
    article = document.article
    values: Json = {
        "id": article.id,
        "title": article.title or document.title,
        "date": article.date,
        "language": article.language,
        "text": article.text,
        "origin": article.provenance,
        "outlet": profile.outlet or (article.outlet and {"name": article.outlet}),
        "removed": [{**plain(cut), "text": article.text[cut.start : cut.end]} for cut in article.removed],
        "words": profile.words,
        "sentences": [pick(sentence, SPAN) for sentence in document.sentences] if spans else (),
        "voices": _voices(document) if spans else (),
        "quotes": document.quotes,
        "hits": profile.hits,
        "rates": profile.rates,
        "sourcing": _sourcing(profile.sourcing, spans),
        "agency": profile.agency and _agency(profile.agency),
        "readability": profile.readability,
        "register": profile.register,
    }
    wanted = {"text": text, "rates": rates, "agency": profile.agency is not None, **dict.fromkeys(SPANS, spans)}
    return {key: plain(value) for key, value in values.items() if wanted.get(key, True)}


@lru_cache(maxsize=4096)
def _rate_name(marker: str, group: str, voice: Voice) -> str:
    """Begin a rate's JSON; its figures follow."""
    return json.dumps({"marker": marker, "group": group, "voice": voice})[:-1] + ", "


def _rate_figures(rate: Rate) -> str:
    """End a rate's JSON; written out, as it is by far the most of what is written."""
    per_1000, low, high = (
        "null" if value is None else repr(plain(value)) for value in (rate.per_1000, rate.low, rate.high)
    )
    return f'"count": {rate.count}, "words": {rate.words}, "per_1000": {per_1000}, "low": {low}, "high": {high}}}'


def _sourcing(sourcing: Sourcing, spans: bool) -> Json:
    dissent = sourcing.dissent
    where = {**pick(dissent.span, SPAN), "rule": dissent.rule, "position": dissent.position} if dissent else None
    return {"sources": [_source(source, spans) for source in sourcing.sources], "dissent": where}


def _source(source: Source, spans: bool) -> Json:
    values = {
        **pick(source, SOURCE),
        "verbs": {stance.value: source.stances.count(stance) for stance in CueStance},
    }
    if not spans:
        return values
    cues = [{**pick(cue, SPAN), "stance": stance} for cue, stance in zip(source.cues, source.stances, strict=True)]
    return {
        **values,
        "first": source.first,
        "mentions": source.mentions,
        "quotes": source.quotes,
        "cues": cues,
    }


def _agency(agency: Agency) -> Json:
    """Count the clauses of each voice, and give the places of the main actors."""
    counts = {voice.value: dict.fromkeys(map(str, Diathesis), 0) for voice in VOICES}
    for clause in agency.clauses:
        counts[clause.voice][clause.diathesis] += 1
    return {"clauses": counts, "actors": [_actor(actor) for actor in agency.actors]}


def _actor(actor: Actor) -> Json:
    places = {name: getattr(actor, field) for field, name in ACTIONS.items()}
    return {"name": actor.name, "mentions": places.pop("mention"), **places}


def _voices(document: Document) -> list[Json]:
    """Join neighbouring tokens of one voice; a removed slice or the end of a line parts them."""
    spans: list[Json] = []
    code = -1
    for start, end, voice in zip(document.tokens.start, document.tokens.end, document.voices, strict=True):
        if voice == code and "\n" not in document.clean[spans[-1]["end"] : start]:
            spans[-1]["end"] = end
        else:
            spans.append({"start": start, "end": end, "voice": VOICES[voice]})
            code = voice
    return spans
