"""Values on their way out: plain ones, in the order the formats give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from framing.types import Rate

RATE = ("count", "words", "per_1000", "low", "high")
SPAN = ("start", "end")
HIT = ("marker", "entry", "match", "start", "end", "voice", "sentence")
SOURCE = ("name", "type", "role", "quoted", "reported")
ACTIONS = {
    "mentions": "mention",
    "agent_of": "agent",
    "patient_of": "patient",
    "possessor_of": "possessor",
    "described_by": "described",
}
"""What holds the places of an actor, and how an export names it."""

Json = dict[str, Any]
Row = tuple[Any, ...]


def pick(noun: object, names: Iterable[str]) -> Json:
    """Return some fields of a noun."""
    return {name: getattr(noun, name) for name in names}


def plain(value: Any) -> Any:
    """Turn nouns and what they hold into what JSON holds, floats rounded to six significant digits."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Enum):
        return value.value
    if names := getattr(value, "__dataclass_fields__", None) or getattr(value, "_fields", None):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if isinstance(value, str | int) else str(value)


def spell_once(rates: Iterable[Rate], spell: Callable[[Rate], str]) -> Iterator[str]:
    """Spell the figures of every rate, equal ones once: count and words decide the rest."""
    known: dict[tuple[int, int], str] = {}
    for rate in rates:
        key = rate.count, rate.words
        if key not in known:
            known[key] = spell(rate)
        yield known[key]
