"""What can go wrong, in words: what, where, what is allowed, what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class FramingError(Exception):
    """Root of every error this package raises on purpose.

    Parameters
    ----------
    what : str
        What went wrong, naming the offending value.
    where : str, optional
        The file, row, option or entry it went wrong in.
    hint : str, optional
        What is allowed and what to do next.

    Examples
    --------
    >>> str(FramingError("the file is empty", where="a.txt", hint="give a text of some words"))
    'a.txt: the file is empty; give a text of some words'
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        lead = f"{where}: " if where else ""
        tail = f"; {hint}" if hint else ""
        super().__init__(f"{lead}{what}{tail}")


class InputError(FramingError):
    """An article could not be read or is not something that can be measured."""


class LexiconError(FramingError):
    """A lexicon's table or card is not well formed."""


class OutputError(FramingError):
    """A result could not be written."""


class OptionError(FramingError):
    """A name or option is unknown."""


def one_of(value: str, allowed: Iterable[str], *, what: str, where: str = "") -> str:
    """Return ``value`` if it is among ``allowed``, else raise.

    Raises
    ------
    OptionError
        Naming the allowed values.

    Examples
    --------
    >>> one_of("pdf", ["pdf", "png"], what="format")
    'pdf'
    >>> one_of("doc", ["pdf", "png"], what="format")
    Traceback (most recent call last):
        ...
    framing.errors.OptionError: unknown format 'doc'; choose from: pdf, png
    """
    names = list(allowed)
    if value not in names:
        raise OptionError(f"unknown {what} {value!r}", where=where, hint="choose from: " + ", ".join(names))
    return value
