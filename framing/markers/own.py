"""A user's own lexicons as markers beside ours."""

from __future__ import annotations

from collections.abc import Sequence

from framing.errors import LexiconError
from framing.markers.table import GROUPS, MARKERS, UNIT, Row
from framing.types import Group, Lexicon, Marker

YOURS = Group("user", "U", "Your lists", "words of your lists")


def with_own(lexicons: Sequence[Lexicon]) -> tuple[tuple[Row, ...], tuple[Group, ...]]:
    """Return all that is looked for: our markers and groups, and a last group of the user's lexicons if there are any.

    Raises
    ------
    LexiconError
        If a lexicon has the name of one of our markers, or of another lexicon.
    """
    rows = list(MARKERS)
    names = {row.marker.name for row in rows}
    for lexicon in lexicons:
        name = lexicon.name
        if name in names:
            hint = "rename its file, or its folder and the name in its card"
            raise LexiconError(f"there is a marker {name!r} already", where=f"lexicon {name}", hint=hint)
        names.add(name)
        rows.append(Row(_marker(lexicon)))
    return tuple(rows), (*GROUPS, YOURS) if lexicons else GROUPS


def _marker(lexicon: Lexicon) -> Marker:
    card = lexicon.card
    sources, misses = ("; ".join(items) for items in (card.sources, card.misses))
    label = card.label or lexicon.name
    return Marker(lexicon.name, label, YOURS.name, card.construct, UNIT, card.direction, sources, misses)
