"""Profiles and comparisons as JSON and tidy CSV, and the JSON read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, fields
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.types import (
    VOICES,
    Actor,
    Agency,
    Comparison,
    Contrast,
    CueStance,
    Diathesis,
    Document,
    Keyword,
    Profile,
    Rate,
    Run,
    Source,
    Sourcing,
    Stamp,
    Voice,
)

SCHEMA = 1
NOT_COMPUTED = ("alignment",)
"""Lists of schema 1 that this version leaves empty."""

RATE = ("count", "words", "per_1000", "low", "high")
SPAN = ("start", "end")
SPANS = frozenset({"removed", "sentences", "voices", "quotes", "hits"})
"""Keys of an article that hold slices of its text."""

RATE_COLUMNS = ("run_id", "tool_version", "lexicon_version", "doc_id", "outlet", "date", "marker", "voice", *RATE)
CONTRAST_COLUMNS = (
    *("run_id", "article", "marker", "group", "voice"),
    *(f"{name}_a" for name in RATE),
    *(f"{name}_b" for name in RATE),
    *("difference", "low", "high", "p", "q", "verdict"),
)
HIT = ("marker", "entry", "match", "start", "end", "voice", "sentence")
HIT_COLUMNS = ("run_id", "doc_id", *HIT)
QUOTE_COLUMNS = (
    *("run_id", "doc_id", "start", "end", "kind", "text"),
    *("speaker", "speaker_name", "speaker_type", "cue"),
)
KEYWORD_COLUMNS = ("run_id", *(field.name for field in fields(Keyword)))
SOURCE = ("name", "type", "role", "quoted", "reported")
ACTIONS = {
    "mentions": "mention",
    "agent_of": "agent",
    "patient_of": "patient",
    "possessor_of": "possessor",
    "described_by": "described",
}
"""What holds the places of an actor, and how an export names it."""
ACTOR_COLUMNS = ("run_id", "doc_id", "actor", "role", "start", "end", "text")
SOURCE_COLUMNS = ("run_id", "doc_id", *SOURCE, "first", *(f"verbs_{stance.value}" for stance in CueStance))

Json = dict[str, Any]
Row = tuple[Any, ...]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def comparison_to_dict(comparison: Comparison) -> Json:
    """Return a comparison as ``report.json`` holds it (schema 1), of plain Python values.

    Offsets are positions in ``articles[].text``, in code points. Floats are rounded to six
    significant digits, the same way on both sides of zero. The lists named in
    ``run.options.not_computed`` are empty because this version does not fill them.
    """
    report = {
        "schema": SCHEMA,
        "run": run_to_dict(comparison.run),
        "articles": [profile_to_dict(profile) for profile in comparison.profiles],
        "contrasts": [_contrast(contrast) for contrast in comparison.contrasts],
        "reprints": [asdict(reprint) for reprint in comparison.reprints],
        "markers": [asdict(marker) for marker in comparison.markers],
        "naming": [asdict(naming) for naming in comparison.naming],
        **{name: [] for name in NOT_COMPUTED},
        "keyness": [asdict(keyword) for keyword in comparison.keywords],
    }
    return {key: _plain(value) for key, value in report.items()}


def comparison_to_json(comparison: Comparison) -> bytes:
    """Return ``report.json``: UTF-8, keys in a fixed order, the same bytes for the same comparison."""
    text = json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def comparison_to_csv(comparison: Comparison) -> dict[str, bytes]:
    """Return tidy tables by file name: rates, contrasts, hits, quotations, keyness, sources and actors.

    One row is one observation, and ``run_id`` and ``doc_id`` join the tables. UTF-8 by
    RFC 4180; an empty cell is a missing value. ``lexicon_version`` is empty for groups and
    for markers found by rules, which change with the tool. A cell of words that begins
    with ``= + - @``, a tab or a line break gets an apostrophe in front, so that no
    spreadsheet runs it; numbers are left alone.
    """
    run = run_id(comparison.run)
    return {
        "report.csv": rate_header() + rates_to_csv(comparison.profiles, comparison.run),
        "report.contrasts.csv": table_to_csv(CONTRAST_COLUMNS, _contrast_rows(comparison, run)),
        "report.hits.csv": table_to_csv(HIT_COLUMNS, _hit_rows(comparison, run)),
        "report.quotes.csv": table_to_csv(QUOTE_COLUMNS, _quote_rows(comparison, run)),
        "report.keyness.csv": table_to_csv(KEYWORD_COLUMNS, _keyword_rows(comparison, run)),
        "report.sources.csv": table_to_csv(SOURCE_COLUMNS, _source_rows(comparison, run)),
        "report.actors.csv": table_to_csv(ACTOR_COLUMNS, _actor_rows(comparison, run)),
    }


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
    rates = [_plain(asdict(rate)) for rate in profile.rates]
    return {key: rates if key == "rates" else value for key, value in _article(profile, text, spans).items()}


def profile_to_json(profile: Profile, *, text: bool = False, spans: bool = False) -> bytes:
    """Return `profile_to_dict` as one line of JSONL, its rates last, in a tenth of the time.

    Columns of a table that an article keeps in ``extra["columns"]`` are added under their
    own names; one named like a key of ours becomes ``input_NAME``.
    """
    article = _article(profile, text, spans)
    for name, value in profile.document.article.extra.get("columns", {}).items():
        article[f"input_{name}" if name in article else name] = value
    del article["rates"]
    line = json.dumps(article, ensure_ascii=False)
    figures = _once(profile.rates, lambda rate: json.dumps(_plain(_pick(rate, RATE)))[1:])
    rates = map(str.__add__, (_rate_name(rate.marker, rate.group, rate.voice) for rate in profile.rates), figures)
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
    return [{"doc_id": doc_id, **_plain(_pick(rate, ("marker", "voice", *RATE)))} for rate in profile.rates]


def rate_header() -> bytes:
    """Return the header of `rates_to_csv`."""
    return _line(RATE_COLUMNS).encode()


def rates_to_csv(profiles: Iterable[Profile], run: Run, *, register: bool = False) -> bytes:
    """Return profiles' rates as lines of a long table, one a marker and voice.

    With ``register`` an article's last line is its score as marker ``register:state_like``:
    no voice, no count, the score where a rate stands; empty where it abstains.
    """
    begin = _line((run_id(run), run.tool_version))[:-2]
    versions = {stamp.name: stamp.version for stamp in run.lexicons}
    lines: list[str] = []
    for profile in profiles:
        article, score = profile.document.article, profile.register
        who = _line((article.id, article.outlet, article.date))[:-2]
        figures = _once(profile.rates, lambda rate: _line(getattr(rate, name) for name in RATE))
        lines += (
            f"{begin},{versions.get(rate.marker, '')},{who},{rate.marker},{rate.voice},{figure}"
            for rate, figure in zip(profile.rates, figures, strict=True)
        )
        if register:
            values = (None, profile.words.total, score.state_like, score.low, score.high)
            lines.append(f"{begin},,{who},register:state_like,,{_line(values)}")
    return "".join(lines).encode("utf-8", "backslashreplace")


def read_report(source: str | Path | bytes) -> Json:
    """Read ``report.json`` back.

    Parameters
    ----------
    source : str, Path or bytes
        A file's path, or its content as bytes.

    Returns
    -------
    dict
        As `comparison_to_dict` made it.

    Raises
    ------
    InputError
        Where it cannot be read, is not JSON, is not one of our reports, or has a schema
        this version does not know.
    """
    where = "report" if isinstance(source, bytes) else str(source)
    try:
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        report = json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON ({error})", where=where, hint="give a report.json of framing") from error
    if not isinstance(report, dict) or "schema" not in report:
        raise InputError("is JSON, but not a report", where=where, hint="give a report.json of framing")
    if report["schema"] != SCHEMA:
        hint = f"this version reads schema {SCHEMA}; make the report again"
        raise InputError(f"has schema {report['schema']!r}", where=where, hint=hint)
    missing = [
        name
        for name in ("run", "articles", "contrasts", "reprints", "naming", *NOT_COMPUTED, "keyness")
        if name not in report
    ]
    if missing:
        raise InputError(f"lacks {', '.join(missing)}", where=where, hint="make the report again")
    return report


def run_id(run: Run) -> str:
    """Name a run after all that decides its result: versions, hashes, options and seed, not file names.

    Examples
    --------
    >>> run_id(Run("1.0", lexicons=(), inputs=(Stamp("a.txt", "00"),), options={}, seed=1))
    '2bcf7f8ea384'
    """
    made_of = [
        run.tool_version,
        sorted((stamp.name, stamp.version, stamp.sha256) for stamp in run.lexicons),
        [stamp.sha256 for stamp in run.inputs],
        run.model.sha256 if run.model else None,
        run.options,
        run.seed,
    ]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True, default=str).encode()).hexdigest()[:12]


# ── JSON ─────────────────────────────────────────────────────────────────────


def run_to_dict(run: Run) -> Json:
    """Return the record of a run as ``report.json`` holds it."""
    return {
        "run_id": run_id(run),
        "tool_version": run.tool_version,
        "lexicons": [_versioned(stamp) for stamp in run.lexicons],
        "model": run.model and _versioned(run.model),
        "options": {**run.options, "not_computed": list(NOT_COMPUTED)},
        "seed": run.seed,
        "inputs": [{"name": stamp.name, "sha256": stamp.sha256} for stamp in run.inputs],
    }


def _versioned(stamp: Stamp) -> Json:
    return {"name": stamp.name, "version": stamp.version, "sha256": stamp.sha256}


def _article(profile: Profile, text: bool, spans: bool) -> Json:
    document = profile.document
    article = document.article
    values: Json = {
        "id": article.id,
        "title": article.title or document.title,
        "date": article.date,
        "language": article.language,
        "text": article.text,
        "origin": asdict(article.provenance),
        "outlet": asdict(profile.outlet) if profile.outlet else article.outlet and {"name": article.outlet},
        "removed": spans and [{**asdict(cut), "text": article.text[cut.start : cut.end]} for cut in article.removed],
        "words": asdict(profile.words),
        "sentences": spans and [_pick(sentence, SPAN) for sentence in document.sentences],
        "voices": spans and _voices(document),
        "quotes": spans and [asdict(quote) for quote in document.quotes],
        "hits": spans and [_pick(hit, HIT) for hit in profile.hits],
        "rates": (),
        "sourcing": _sourcing(profile.sourcing, spans),
        "agency": profile.agency and _agency(profile.agency),
        "readability": asdict(profile.readability),
        "register": asdict(profile.register),
    }
    left_out = (set() if text else {"text"}) | (set() if spans else SPANS) | (set() if profile.agency else {"agency"})
    return {key: _plain(value) for key, value in values.items() if key not in left_out}


@lru_cache(maxsize=4096)
def _rate_name(marker: str, group: str, voice: Voice) -> str:
    """Begin a rate's JSON; its figures follow."""
    return json.dumps({"marker": marker, "group": group, "voice": voice})[:-1] + ", "


def _once(rates: Iterable[Rate], spell: Callable[[Rate], str]) -> Iterator[str]:
    """Spell the figures of every rate, equal ones once: count and words decide the rest."""
    known: dict[tuple[int, int], str] = {}
    for rate in rates:
        key = rate.count, rate.words
        if key not in known:
            known[key] = spell(rate)
        yield known[key]


def _sourcing(sourcing: Sourcing, spans: bool) -> Json:
    dissent = sourcing.dissent
    where = {**asdict(dissent.span), "rule": dissent.rule, "position": dissent.position} if dissent else None
    return {"sources": [_source(source, spans) for source in sourcing.sources], "dissent": where}


def _source(source: Source, spans: bool) -> Json:
    values = {
        **_pick(source, SOURCE),
        "verbs": {stance.value: source.stances.count(stance) for stance in CueStance},
    }
    if not spans:
        return values
    cues = [{**asdict(cue), "stance": stance} for cue, stance in zip(source.cues, source.stances, strict=True)]
    return {
        **values,
        "first": source.first,
        "mentions": [asdict(span) for span in source.mentions],
        "quotes": [asdict(span) for span in source.quotes],
        "cues": cues,
    }


def _agency(agency: Agency) -> Json:
    """Count the clauses of each voice, and give the places of the main actors."""
    counts = {voice.value: dict.fromkeys(map(str, Diathesis), 0) for voice in VOICES}
    for clause in agency.clauses:
        counts[clause.voice][clause.diathesis] += 1
    return {"clauses": counts, "actors": [_actor(actor) for actor in agency.actors]}


def _actor(actor: Actor) -> Json:
    places = {name: [asdict(span) for span in getattr(actor, field)] for field, name in ACTIONS.items()}
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


def _contrast(contrast: Contrast) -> Json:
    return {
        **_pick(contrast, ("marker", "group", "voice")),
        "a": _pick(contrast.a, RATE),
        "b": _pick(contrast.b, RATE),
        **_pick(contrast, ("difference", "low", "high", "p", "q", "verdict", "article")),
    }


def _pick(noun: object, names: Iterable[str]) -> Json:
    return {name: getattr(noun, name) for name in names}


def _plain(value: Any) -> Any:
    """Turn a tree of nouns' values into what JSON holds, floats rounded to six significant digits."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int) else str(value)


# ── CSV ──────────────────────────────────────────────────────────────────────


def _contrast_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    for c in comparison.contrasts:
        yield (
            *(run, c.article, c.marker, c.group, c.voice),
            *(getattr(rate, name) for rate in (c.a, c.b) for name in RATE),
            *(c.difference, c.low, c.high, c.p, c.q, c.verdict),
        )


def _hit_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    for profile in comparison.profiles:
        for hit in profile.hits:
            yield run, profile.document.article.id, *astuple(hit)


def _quote_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    for profile in comparison.profiles:
        article = profile.document.article
        for quote in profile.document.quotes:
            speaker, cue = quote.speaker, quote.cue
            yield (
                *(run, article.id, quote.start, quote.end, quote.kind, article.text[quote.start : quote.end]),
                *((speaker.text, speaker.name, speaker.type) if speaker else (None, None, None)),
                cue and article.text[cue.start : cue.end],
            )


def _keyword_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    return ((run, *astuple(keyword)) for keyword in comparison.keywords)


def _source_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    for profile in comparison.profiles:
        for source in profile.sourcing.sources:
            yield (
                *(run, profile.document.article.id, *(getattr(source, name) for name in SOURCE), source.first),
                *(source.stances.count(stance) for stance in CueStance),
            )


def _actor_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    for profile in comparison.profiles:
        article = profile.document.article
        for actor in profile.agency.actors if profile.agency else ():
            for field, role in ACTIONS.items():
                for span in getattr(actor, field):
                    words = article.text[span.start : span.end]
                    yield run, article.id, actor.name, role, span.start, span.end, words


def table_to_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a table by RFC 4180 in UTF-8, safe to open in a spreadsheet (see `comparison_to_csv`)."""
    return "".join(map(_line, (columns, *rows))).encode("utf-8", "backslashreplace")


def _line(values: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([_cell(value) for value in values])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from running words as a formula."""
    value = _plain(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
