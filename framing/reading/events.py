"""The built-in events: one folder each, with ``event.toml`` and a text for each source."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any

from framing.data import folder
from framing.errors import InputError, one_of

PREFIX = "event:"


def list_events() -> list[dict[str, Any]]:
    """List the built-in events by name: what their ``event.toml`` says, ready for JSON.

    Each has at least ``name``, ``title`` and ``texts``, a list of texts with ``file``.
    """
    return [_event(name) for name in _names()]


def expand(source: str) -> list[str]:
    """Return ``event:NAME`` as its texts ``event:NAME/FILE``, and anything else as itself.

    Raises
    ------
    OptionError
        Where there is no such event, naming those there are.

    Examples
    --------
    >>> expand("a.txt")
    ['a.txt']
    """
    name = source.removeprefix(PREFIX)
    if name == source or "/" in name:
        return [source]
    return [f"{source}/{text['file']}" for text in _event(_known(name))["texts"]]


def read_event_text(source: str) -> tuple[bytes, dict[str, Any], dict[str, Any]]:
    """Return the bytes of ``event:NAME/FILE``, what is said of the event and of the text.

    Raises
    ------
    OptionError
        Where there is no such event or text, naming those there are.
    """
    name, _, file = source.removeprefix(PREFIX).partition("/")
    event = _event(_known(name))
    texts = {text["file"]: text for text in event["texts"]}
    one_of(file, texts, what="text", where=PREFIX + name)
    try:
        data = folder("corpus").joinpath(name, f"{file}.txt").read_bytes()
    except OSError:
        raise InputError("the event names this text but does not hold it", where=source) from None
    return data, event, texts[file]


def _names() -> list[str]:
    entries = folder("corpus").iterdir()
    return sorted(entry.name for entry in entries if entry.is_dir() and entry.joinpath("event.toml").is_file())


def _known(name: str) -> str:
    return one_of(name, _names(), what="event", where=PREFIX + name)


def _event(name: str) -> dict[str, Any]:
    place: Traversable = folder("corpus").joinpath(name, "event.toml")
    try:
        table = tomllib.loads(place.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"event.toml is not well formed ({error})", where=PREFIX + name) from None
    event: dict[str, Any] = {"title": name, **_plain(table), "name": name}
    event["texts"] = [{**text, "file": text["file"].removesuffix(".txt")} for text in event.get("texts", [])]
    return event


def _plain(value: Any) -> Any:
    """Dates as text, so that the table can be written as JSON."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
