"""A comparison as ``report.json``, and that read back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from framing.errors import InputError
from framing.exporting.articles import profile_to_dict
from framing.exporting.values import RATE, Json, pick, plain
from framing.types import Comparison, Contrast, Run, Stamp

SCHEMA = 1


def comparison_to_dict(comparison: Comparison) -> Json:
    """Return a comparison as ``report.json`` holds it (schema 1), of plain Python values.

    Offsets are positions in ``articles[].text``, in code points. Floats are rounded to six
    significant digits, the same way on both sides of zero.
    """
    report = {
        "schema": SCHEMA,
        "run": run_to_dict(comparison.run),
        "articles": [profile_to_dict(profile) for profile in comparison.profiles],
        "contrasts": [_contrast(contrast) for contrast in comparison.contrasts],
        "reprints": comparison.reprints,
        "markers": comparison.markers,
        "naming": comparison.naming,
        "alignment": comparison.alignment,
        "keyness": comparison.keywords,
    }
    return {key: plain(value) for key, value in report.items()}


def comparison_to_json(comparison: Comparison) -> bytes:
    """Return ``report.json``: UTF-8, keys in a fixed order, the same bytes for the same comparison."""
    text = json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


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
        for name in ("run", "articles", "contrasts", "reprints", "naming", "alignment", "keyness")
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


def run_to_dict(run: Run) -> Json:
    """Return the record of a run as ``report.json`` holds it."""
    return {
        "run_id": run_id(run),
        "tool_version": run.tool_version,
        "lexicons": [_versioned(stamp) for stamp in run.lexicons],
        "model": run.model and _versioned(run.model),
        "options": run.options,
        "seed": run.seed,
        "inputs": [{"name": stamp.name, "sha256": stamp.sha256} for stamp in run.inputs],
    }


def _versioned(stamp: Stamp) -> Json:
    return {"name": stamp.name, "version": stamp.version, "sha256": stamp.sha256}


def _contrast(contrast: Contrast) -> Json:
    return {
        **pick(contrast, ("marker", "group", "voice")),
        "a": pick(contrast.a, RATE),
        "b": pick(contrast.b, RATE),
        **pick(contrast, ("difference", "low", "high", "p", "q", "verdict", "article")),
    }
