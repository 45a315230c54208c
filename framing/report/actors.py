"""Who acts, and on whom: the actors named most, with the verbs that each text gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from framing.report.lines import plain
from framing.report.tree import Cell, Column, Table, TableRow
from framing.report.wording import OWN_VOICE, is_foreign, letter_of, name, times
from framing.types import Actor, Profile, Span

_MOST = 8
"""Actors listed, those in several texts first."""
_WORDS = 4
"""Different words listed for one thing an actor does or has."""
_NARROW = 4
"""Texts from which there is no room for the table."""


def actors_table(profiles: Sequence[Profile]) -> Table | None:
    """Say what each text has its main actors do, undergo and own; ``None`` if no text has any."""
    told = [p for p in profiles if not (p.document.damaged or is_foreign(p))]
    found = [a for a in _shared_first({letter_of(p): p.agency.actors for p in told if p.agency}) if _does_any(a)]
    if not found or len(profiles) >= _NARROW:
        return None
    texts = {letter_of(p): p.document.article.text for p in told}
    columns = [Column("Actor", "words", 34), *(Column(name(letter), "words", 0, letter) for letter in texts)]
    rows = tuple(
        TableRow((Cell(_fullest(actors.values()), strong=True), *(_cell(actors.get(k), texts[k]) for k in texts)))
        for actors in found[:_MOST]
    )
    caption = (
        f"Words of {OWN_VOICE}; names of two mentions or more. Verbs it does, verbs done to it, what is called its own "
        "and what it is called. He, she and it are not followed. Found by rules, which read about one verb in ten "
        "wrongly."
    )
    return Table("actors", "The actors named most", tuple(columns), rows, caption)


def _does_any(found: Mapping[str, Actor]) -> bool:
    return any(a.agent_of or a.patient_of or a.possessor_of or a.described_by for a in found.values())


def _shared_first(actors: Mapping[str, Sequence[Actor]]) -> list[dict[str, Actor]]:
    """Bring together the actors of one name, by text: those in most texts first, then the most mentioned."""
    together: list[dict[str, Actor]] = []
    for letter, some in actors.items():
        for actor in some:
            same = (others for others in together if letter not in others and _is_one(actor, others.values()))
            found = next(same, None)
            if found is None:
                together.append({letter: actor})
            else:
                found[letter] = actor
    return sorted(together, key=lambda found: (-len(found), -sum(len(a.mentions) for a in found.values())))


def _is_one(actor: Actor, others: Iterable[Actor]) -> bool:
    """Tell whether one of two names ends with the other."""
    words = actor.name.casefold().split()
    for other in others:
        theirs = other.name.casefold().split()
        shorter = min(len(words), len(theirs))
        if words[-shorter:] == theirs[-shorter:]:
            return True
    return False


def _fullest(actors: Iterable[Actor]) -> str:
    return plain(max((actor.name for actor in actors), key=len))


def _cell(actor: Actor | None, text: str) -> Cell:
    if actor is None:
        return Cell("–", muted=True)
    said = (
        ("does", actor.agent_of),
        ("undergoes", actor.patient_of),
        ("has", actor.possessor_of),
        ("is", actor.described_by),
    )
    parts = [f"{what}: {_counted(spans, text)}" for what, spans in said if spans]
    return Cell(
        "; ".join(parts) or "only named", note=f"named\N{NO-BREAK SPACE}{len(actor.mentions)}×", muted=not parts
    )


def _counted(spans: Iterable[Span], text: str) -> str:
    """List words, the most frequent first, with their number where it is not one."""
    words = Counter(plain(text[span.start : span.end]).lower() for span in spans)
    listed = [f"{word}{times(count)}" for word, count in words.most_common(_WORDS)]
    return ", ".join([*listed, "…"] if len(words) > _WORDS else listed)
