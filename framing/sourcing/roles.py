"""What a source is in the text: an official, an expert, a resident, a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import compress, takewhile

from framing.data import lines
from framing.types import Document, Role, Speaker, SpeakerType

REACH = 14
"""A description is looked for so many tokens behind a name, and half as many before it."""

_HUMAN = frozenset(Role) - {Role.OTHER, Role.DOCUMENT}
_PART_OF = (["of"], ["at"], ["from"])
_ENDS = frozenset(',.!?;:()"“”')


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a class of ``words.tsv``."""
    return dict(_classes())[name]


@cache
def _roles() -> dict[str, Role]:
    roles: dict[str, Role] = dict.fromkeys((place.split()[-1] for place in lines("places.txt")), Role.OFFICIAL)
    for role in Role:
        if role is not Role.OTHER:
            roles |= dict.fromkeys(words_of(role.value), role)
    return roles


def _classes() -> Iterator[tuple[str, frozenset[str]]]:
    table = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        name, words = line.split("\t")
        yield name, frozenset(words.split())


class Roles:
    """Tells the roles of a document's speakers, from the words for them and what is said of them elsewhere."""

    def __init__(self, document: Document, speakers: Iterable[Speaker]) -> None:
        self.document = document
        self.low = document.tokens.low
        wanted = {_surname(speaker) for speaker in speakers if speaker.type is SpeakerType.NAMED}
        self.mentions: defaultdict[str, list[int]] = defaultdict(list)
        forms = {form: name for name in wanted for form in (name, name + "'s")}
        for at in compress(range(len(self.low)), map(forms.__contains__, self.low)):
            self.mentions[forms[self.low[at]]].append(at)
        self.known: dict[str, Role] = {}

    def role_of(self, speaker: Speaker) -> Role:
        """Return a speaker's role: by its own words, for a person by those around the name anywhere."""
        own = role_of_phrase(split(speaker.text))
        if own is Role.ORDINARY and _is_title(speaker.text):
            return Role.OTHER
        if speaker.type is not SpeakerType.NAMED or own is not Role.OTHER:
            return own if own is not Role.OTHER else role_of_phrase(split(speaker.name))
        surname = _surname(speaker)
        if surname not in self.known:
            full = " " in speaker.name
            described = (self._described(at, full) for at in self.mentions[surname])
            self.known[surname] = next((role for role in described if role in _HUMAN), Role.OTHER)
        return self.known[surname]

    def _described(self, at: int, full: bool) -> Role:
        """Return the role in the title before a name that ends token ``at`` or, if full, in its apposition."""
        low = self.low
        title = at - 1
        while title > max(0, at - REACH // 2) and low[title].strip(".") not in _roles() and self._is_capital(title):
            title -= 1
        before = list(takewhile(_within, low[max(0, title - 3) : title + 1][::-1]))
        if before and (role := role_of_phrase(before[::-1])) is not Role.OTHER:
            return role
        if low[at + 1 : at + 2] != (",",) or not full:
            return Role.OTHER
        phrase = list(takewhile(lambda word: word not in _ENDS, low[at + 2 : at + 2 + REACH]))
        if not phrase or (phrase[0] not in words_of("opener") and phrase[0] not in _roles()):
            return Role.OTHER
        return role_of_phrase(phrase)

    def _is_capital(self, at: int) -> bool:
        return self.document.clean[self.document.tokens.start[at]].isupper()


def _within(word: str) -> bool:
    return word not in _ENDS and word not in words_of("preposition")


def _is_title(text: str) -> bool:
    """Whether all longer words have capitals: "Mother Jones" is no mother."""
    longer = [word for word in text.split() if len(word) > 3]
    return len(text.split()) > 1 and all(word[0].isupper() for word in longer)


def _surname(speaker: Speaker) -> str:
    return (split(speaker.name) or [""])[-1]


def split(text: str) -> list[str]:
    """Return the words of a phrase in lower case, without stops and possessive endings."""
    return [word.strip(".,").removesuffix("'s") for word in text.replace("’", "'").lower().split()]


def role_of_phrase(phrase: Iterable[str]) -> Role:
    """Return the role of a noun phrase: that of its head, the last known word before a preposition.

    A spokesman, a head or a member is what the body is: "a spokesman for the company" is no official.
    """
    roles, spokes = _roles(), words_of("spokes")
    words = [word.strip(".") for word in phrase]
    cut = next((k for k, word in enumerate(words) if word in words_of("preposition") or word == ""), len(words))
    head = next((k for k in range(cut - 1, -1, -1) if words[k] in roles or words[k] in spokes), None)
    if head is None:
        return role_of_phrase(words[cut + 1 :]) if words[cut : cut + 1] in _PART_OF else Role.OTHER
    if head and roles.get(words[head - 1]) is Role.MEDIA and words[head] in words_of("outlet"):
        return Role.MEDIA
    if words[head] == "chief" and words[head - 1 : head] == ["bureau"]:
        return Role.MEDIA
    if words[head - 1 : head] == ["vice"] and words[max(0, head - 2)] in ("senior", "executive"):
        return Role.ORGANISATION
    if words[head] in spokes:
        body = role_of_phrase(words[cut + 1 :]) if cut < len(words) - 1 else role_of_phrase(words[:head])
        return body if body is not Role.OTHER else roles.get(words[head], Role.OTHER)
    return roles[words[head]]
