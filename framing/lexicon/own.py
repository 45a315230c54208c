"""A user's own lexicon: a folder like ours, or one table without a card."""

from __future__ import annotations

from pathlib import Path

from framing.errors import LexiconError, one_of
from framing.lexicon.cards import name_of
from framing.lexicon.files import load_lexicons, read_lexicon
from framing.lexicon.formats import format_of, import_dictionary
from framing.types import Lexicon

TABLES = (".tsv", ".csv", ".txt")


def load_user_lexicon(path: str | Path) -> Lexicon:
    """Read a lexicon of the user's, to be counted like ours.

    Parameters
    ----------
    path : str or Path
        A folder with ``entries.tsv`` and ``card.toml``, or one table (``.tsv``, ``.csv``,
        ``.txt``): a column ``pattern``, and ``case``, ``exclude`` and ``note`` if wanted. A
        table gets a minimal card: the file's name, a version made of its sha256, and a
        direction "yours: not measured".

    Returns
    -------
    Lexicon
        Its name is made of lower-case letters, digits and ``_``.

    Raises
    ------
    LexiconError
        Naming file, line and what is allowed.
    """
    lexicon, faults = read_user_lexicon(path)
    if faults:
        raise faults[0]
    return lexicon


def get_lexicon(name: str) -> Lexicon:
    """Return the shipped lexicon called ``name``, or the user's at that path.

    Raises
    ------
    OptionError
        If there is neither.
    LexiconError
        If the user's is not well formed.
    """
    shipped = {lexicon.name: lexicon for lexicon in load_lexicons()}
    if name not in shipped and Path(name).exists():
        return load_user_lexicon(name)
    return shipped[one_of(name, shipped, what="lexicon or path")]


def read_user_lexicon(path: str | Path) -> tuple[Lexicon, tuple[LexiconError, ...]]:
    """Read as `load_user_lexicon` does, but return the rows that are no entries as errors.

    Raises
    ------
    LexiconError
        If there is no entry, or the file or folder is not a lexicon at all.
    """
    path = Path(path)
    faults: tuple[LexiconError, ...] = ()
    if path.is_dir():
        lexicon = read_lexicon(path.resolve())
    elif path.suffix.lower() in TABLES:
        lexicon, faults = _read_table(path)
    else:
        hint = "give a folder, or a table (.tsv, .csv, .txt); other dictionaries: framing lexicon import"
        raise LexiconError("this is no lexicon", where=str(path), hint=hint)
    if not lexicon.name or lexicon.name != name_of(lexicon.name):
        hint = "write lower-case letters, digits and _ only"
        raise LexiconError(f"{lexicon.name!r} cannot be the name of a lexicon", where=str(path), hint=hint)
    return lexicon, faults


def _read_table(path: Path) -> tuple[Lexicon, tuple[LexiconError, ...]]:
    where = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"the file cannot be read ({error.strerror})", where=where) from error
    found = import_dictionary(data, where, format_of(where))
    if not found.lexicons:
        raise found.faults[0]
    if len(found.lexicons) > 1 or found.lexicons[0].name != name_of(path.stem):
        hint = "make folders of it: framing lexicon import"
        raise LexiconError("the table has a column category", where=where, hint=hint)
    return found.lexicons[0], found.faults
