"""The room's own tables: tab-separated files beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of this room, its header left out."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        yield line.split("\t")
