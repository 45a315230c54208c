"""Where the shipped lexicons, events and templates lie; read-only."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_IN_CLONE = {"lexicons": "lexicons", "corpus": "corpus", "templates": "reports/templates"}


def folder(name: str) -> Traversable:
    """Return a shipped data folder: ``"lexicons"``, ``"corpus"`` or ``"templates"``.

    Works from an installed wheel (zipped or not), an editable install and a bare clone.

    Examples
    --------
    >>> folder("lexicons").is_dir()
    True
    """
    try:
        return files(f"{__name__}.{name}")
    except ModuleNotFoundError:
        return Path(__file__).parents[2] / _IN_CLONE[name]


def lines(name: str) -> list[str]:
    """Return the lines of a shipped table beside this file.

    Examples
    --------
    >>> "addis ababa" in lines("places.txt")
    True
    """
    return files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
