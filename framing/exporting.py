"""Comparisons as JSON and tidy CSV, and the JSON read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple
from enum import Enum
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.types import VOICES, Comparison, Contrast, Document, Profile, Run, Stamp

SCHEMA = 1
NOT_COMPUTED = ("naming", "alignment", "keyness")
"""Lists of schema 1 that this version leaves empty."""

RATE = ("count", "words", "per_1000", "low", "high")
SPAN = ("start", "end")

RATE_COLUMNS = ("run_id", "tool_version", "lexicon_version", "doc_id", "outlet", "date", "marker", "voice", *RATE)
CONTRAST_COLUMNS = (
    *("run_id", "article", "marker", "group", "voice"),
    *(f"{name}_a" for name in RATE),
    *(f"{name}_b" for name in RATE),
    *("difference", "low", "high", "p", "q", "verdict"),
)
HIT_COLUMNS = ("run_id", "doc_id", "marker", "entry", "match", "start", "end", "voice", "sentence")
QUOTE_COLUMNS = (
    *("run_id", "doc_id", "start", "end", "kind", "text"),
    *("speaker", "speaker_name", "speaker_type", "cue"),
)

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
        "run": _run(comparison.run),
        "articles": [_article(profile) for profile in comparison.profiles],
        "contrasts": [_contrast(contrast) for contrast in comparison.contrasts],
        "reprints": [asdict(reprint) for reprint in comparison.reprints],
        **{name: [] for name in NOT_COMPUTED},
    }
    return {key: _plain(value) for key, value in report.items()}


def comparison_to_json(comparison: Comparison) -> bytes:
    """Return ``report.json``: UTF-8, keys in a fixed order, the same bytes for the same comparison."""
    text = json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def comparison_to_csv(comparison: Comparison) -> dict[str, bytes]:
    """Return four tidy tables by file name: rates, contrasts, hits and quotations.

    One row is one observation, and ``run_id`` and ``doc_id`` join the tables. UTF-8 by
    RFC 4180; an empty cell is a missing value. ``lexicon_version`` is empty for groups and
    for markers found by rules, which change with the tool. A cell of words that begins
    with ``= + - @``, a tab or a line break gets an apostrophe in front, so that no
    spreadsheet runs it; numbers are left alone.
    """
    run = run_id(comparison.run)
    return {
        "report.csv": _table(RATE_COLUMNS, _rate_rows(comparison, run)),
        "report.contrasts.csv": _table(CONTRAST_COLUMNS, _contrast_rows(comparison, run)),
        "report.hits.csv": _table(HIT_COLUMNS, _hit_rows(comparison, run)),
        "report.quotes.csv": _table(QUOTE_COLUMNS, _quote_rows(comparison, run)),
    }


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
    missing = [name for name in ("run", "articles", "contrasts", "reprints", *NOT_COMPUTED) if name not in report]
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


def _run(run: Run) -> Json:
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


def _article(profile: Profile) -> Json:
    document = profile.document
    article = document.article
    return {
        "id": article.id,
        "title": article.title or document.title,
        "date": article.date,
        "language": article.language,
        "text": article.text,
        "origin": asdict(article.provenance),
        "outlet": None,
        "removed": [{**asdict(slice_), "text": article.text[slice_.start : slice_.end]} for slice_ in article.removed],
        "words": asdict(profile.words),
        "sentences": [_pick(sentence, SPAN) for sentence in document.sentences],
        "voices": _voices(document),
        "quotes": [asdict(quote) for quote in document.quotes],
        "hits": [asdict(hit) for hit in profile.hits],
        "rates": [asdict(rate) for rate in profile.rates],
        "readability": asdict(profile.readability),
        "register": asdict(profile.register),
    }


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
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return float(f"{value:.6g}")
    return value if value is None or isinstance(value, str | int) else str(value)


# ── CSV ──────────────────────────────────────────────────────────────────────


def _rate_rows(comparison: Comparison, run: str) -> Iterator[Row]:
    versions = {stamp.name: stamp.version for stamp in comparison.run.lexicons}
    for profile in comparison.profiles:
        article = profile.document.article
        for rate in profile.rates:
            yield (
                *(run, comparison.run.tool_version, versions.get(rate.marker)),
                *(article.id, article.outlet, article.date, rate.marker, rate.voice),
                *(getattr(rate, name) for name in RATE),
            )


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


def _table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from running words as a formula."""
    value = _plain(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
