"""Profiles and comparisons as tidy CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from typing import Any

from framing.exporting.reports import run_id
from framing.exporting.values import ACTIONS, HIT, RATE, SOURCE, Row, plain, spell_once
from framing.types import Comparison, CueStance, Keyword, Profile, Run

RATE_COLUMNS = ("run_id", "tool_version", "lexicon_version", "doc_id", "outlet", "date", "marker", "voice", *RATE)
CONTRAST_COLUMNS = (
    *("run_id", "article", "marker", "group", "voice"),
    *(f"{name}_a" for name in RATE),
    *(f"{name}_b" for name in RATE),
    *("difference", "low", "high", "p", "q", "verdict"),
)
HIT_COLUMNS = ("run_id", "doc_id", *HIT)
QUOTE_COLUMNS = (
    *("run_id", "doc_id", "start", "end", "kind", "text"),
    *("speaker", "speaker_name", "speaker_type", "cue"),
)
KEYWORD_COLUMNS = ("run_id", *(field.name for field in fields(Keyword)))
ACTOR_COLUMNS = ("run_id", "doc_id", "actor", "role", "start", "end", "text")
SOURCE_COLUMNS = ("run_id", "doc_id", *SOURCE, "first", *(f"verbs_{stance.value}" for stance in CueStance))

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


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
        figures = spell_once(profile.rates, lambda rate: _line(getattr(rate, name) for name in RATE))
        lines += (
            f"{begin},{versions.get(rate.marker, '')},{who},{rate.marker},{rate.voice},{figure}"
            for rate, figure in zip(profile.rates, figures, strict=True)
        )
        if register:
            values = (None, profile.words.total, score.state_like, score.low, score.high)
            lines.append(f"{begin},,{who},register:state_like,,{_line(values)}")
    return "".join(lines).encode("utf-8", "backslashreplace")


def table_to_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a table by RFC 4180 in UTF-8, safe to open in a spreadsheet (see `comparison_to_csv`)."""
    return "".join(map(_line, (columns, *rows))).encode("utf-8", "backslashreplace")


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
            yield run, profile.document.article.id, *hit


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


def _line(values: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([_cell(value) for value in values])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from running words as a formula."""
    value = plain(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
