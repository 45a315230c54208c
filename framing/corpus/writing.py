"""A result is written beside its place and put there when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from framing.errors import OutputError


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name only if the block ends well; else nothing is left.

    Raises
    ------
    OutputError
        Where it cannot be written.
    """
    path = Path(path)
    hint = "choose another file with -o"
    if path.exists() and not path.is_file():
        raise OutputError("is not a file", where=str(path), hint=hint)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            yield file
        os.replace(part, path)
    except OSError as error:
        raise OutputError(error.strerror or "cannot be written", where=str(path), hint=hint) from error
    finally:
        part.unlink(missing_ok=True)
