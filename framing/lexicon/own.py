"""A user's own lexicon: a folder like ours, or one table without a card."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from framing.errors import LexiconError
from framing.lexicon.files import read_lexicon
from framing.lexicon.formats import sheet
from framing.lexicon.formats.items import Refuse, decode, gather, stop
from framing.types import Card, Lexicon

TABLES = (".tsv", ".csv", ".txt")


def load_user_lexicon(path: str | Path, refuse: Refuse = stop) -> Lexicon:
    """Read a lexicon of the user's, to be counted like ours.

    Parameters
    ----------
    path : str or Path
        A folder with ``entries.tsv`` and ``card.toml``, or one table (``.tsv``, ``.csv``,
        ``.txt``): a column ``pattern``, and ``case``, ``exclude`` and ``note`` if wanted. A
        table gets a minimal card: the file's name, a version made of its sha256, and a
        direction "yours: not measured".
    refuse : callable
        Called with the error of a row that is no entry; raises it if not given.

    Returns
    -------
    Lexicon
        Its name is made of lower-case letters, digits and ``_``.

    Raises
    ------
    LexiconError
        Naming file, line and what is allowed.
    """
    path = Path(path)
    lexicon = read_lexicon(path) if path.is_dir() else _read_table(path, refuse)
    if lexicon.name != name_of(lexicon.name) or not lexicon.name:
        hint = "write lower-case letters, digits and _ only"
        raise LexiconError(f"{lexicon.name!r} cannot be the name of a lexicon", where=str(path), hint=hint)
    return lexicon


def name_of(words: str) -> str:
    """Make a lexicon's name of any words.

    Examples
    --------
    >>> name_of("My words (2nd draft)")
    'my_words_2nd_draft'
    """
    return re.sub(r"[\W_]+", "_", words.lower()).strip("_")


def minimal_card(name: str, label: str, source: str, version: str) -> Card:
    """Return the card of a list that came without one."""
    return Card(
        name=name,
        version=version,
        language="en",
        construct=f"words of the list {label}",
        unit="hits per 1,000 words",
        direction="yours: not measured",
        made=f"Read from {source}.",
        sources=(source,),
        licence="yours",
        misses=("not told: the list came without a card",),
        cautions=("What the list measures is for its maker to say.",),
        examples=(),
        counterexamples=(),
        label=label,
    )


def _read_table(path: Path, refuse: Refuse) -> Lexicon:
    where = str(path)
    if path.suffix.lower() not in TABLES:
        hint = "give a folder, or a table (.tsv, .csv, .txt); other dictionaries: framing lexicon import"
        raise LexiconError("this is no lexicon", where=where, hint=hint)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"the file cannot be read ({error.strerror})", where=where) from error
    found = gather(sheet.read(decode(data, where), where, refuse), refuse)
    if any(found):
        hint = "make folders of it: framing lexicon import"
        raise LexiconError("the table has a column category", where=where, hint=hint)
    if not found:
        raise LexiconError("the table has no entries", where=where, hint="write one pattern a row")
    digest = hashlib.sha256(data).hexdigest()
    card = minimal_card(name_of(path.stem), path.stem, path.name, digest[:8])
    return Lexicon(card.name, card, found[()], digest)
