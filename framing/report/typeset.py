"""The seam to typst: the report's tree, as data, to pages.

Nothing from an article ever becomes markup: typst reads the tree as JSON.
"""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from framing.data import folder
from framing.report.tree import Report

if TYPE_CHECKING:
    from typst import Fonts

_FACES = ("Regular", "It", "Semibold", "Bold")
_UNKNOWN = "□"


def typeset(report: Report, template: str, pictures: Mapping[str, bytes], paper: str, **options: Any) -> Any:
    """Lay a report out by a template; ``options`` are typst's (format, ppi, standards).

    Characters that no face at hand can show are replaced by a box, with a warning.
    """
    import typst

    files = {f"{name}.typ": _template(name) for name in ("desk", "blocks", "article", template)}
    files |= {f"{name}.svg": svg for name, svg in pictures.items()}
    data = json.dumps(as_data(report), ensure_ascii=False)
    strange = sorted(set(data) - _known())
    with _fonts(system=bool(strange)) as fonts:
        setting = {"font_paths": fonts, "ignore_system_fonts": True, "sys_inputs": {"paper": paper}, **options}
        main = {"main": files.pop(f"{template}.typ"), **files}
        try:
            return typst.compile({**main, "report.json": data.encode()}, **setting)
        except typst.TypstError:
            if not strange:
                raise
        shown = " ".join(strange[:6]) + " …" * (len(strange) > 6)
        warnings.warn(f"no font here shows {shown}; a box stands in for each", stacklevel=2)
        boxed = data.translate(dict.fromkeys(map(ord, strange), _UNKNOWN))
        return typst.compile({**main, "report.json": boxed.encode()}, **setting)


def as_data(value: Any) -> Any:
    """Turn the tree into plain data; every node of it says what it ``is``."""
    if is_dataclass(value):
        parts = {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **parts}
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _template(name: str) -> bytes:
    return folder("templates").joinpath(f"{name}.typ").read_bytes()


@contextmanager
def _fonts(*, system: bool) -> Iterator[Fonts]:
    """Source Serif, Source Sans and DejaVu from their packages, TrueType only."""
    import typst

    with TemporaryDirectory(prefix="framing-") as place:
        for path in _paths():
            shutil.copy(path, place)
        yield typst.Fonts(include_system_fonts=system, font_paths=[place])


@cache
def _paths() -> tuple[Path, ...]:
    import matplotlib

    dejavu = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
    try:
        import font_source_sans_pro
        import font_source_serif_pro
    except ImportError:
        return (dejavu,)
    places = {"SourceSansPro": font_source_sans_pro, "SourceSerifPro": font_source_serif_pro}
    faces = [
        Path(module.__file__).parent / "files" / f"{name}-{face}.ttf"
        for name, module in places.items()
        for face in _FACES
    ]
    return (*faces, dejavu)


@cache
def _known() -> frozenset[str]:
    """Characters that can be shown in whatever face a text is set."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    shown = {}
    for path in _paths():
        with TTFont(path, lazy=True) as font:
            shown[path.stem] = set(map(chr, font.getBestCmap()))
    fallback = shown.pop("DejaVuSans")
    return frozenset(fallback.union({"\n"}, set.intersection(*shown.values()) if shown else ()))
