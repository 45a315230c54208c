"""The people, places and organisations that a text names, each under its fullest name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from framing.comparing.frequencies import grammar, usages
from framing.data import lines
from framing.types import Document, FactKind, Profile, Span, SpeakerType

LONGEST = 9
"""Words of the longest name."""
MOSTLY = 0.6
"""Share of capitals from which a word is a name by itself."""

SURELY = 0.9
"""Share of capitals from which a word is a name without any other sign."""

_MARKS = frozenset("\"'“”‘’")
_NUMERALS = frozenset(["II", "III", "IV", "VI", "XII", "XIV", "XVI"])
_JOINTS = (("of", "the"), ("of",), ("for",), ("on",))

Form = tuple[str, ...]


class Name(NamedTuple):
    """What is named, its fullest form in the text, and every place of it."""

    kind: FactKind
    form: Form
    spans: tuple[Span, ...]


@cache
def _words() -> dict[str, frozenset[str]]:
    table = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {name: frozenset(words.split()) for name, words in (line.split("\t") for line in table)}


@cache
def _acronyms() -> dict[str, Form]:
    table = files(__package__).joinpath("acronyms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {acronym: tuple(name.split()) for acronym, name in (line.split("\t") for line in table)}


@cache
def _places() -> frozenset[Form]:
    return frozenset(tuple(place.split()) for place in lines("places.txt"))


def find_names(profile: Profile) -> list[Name]:
    """Find who and what a text names.

    Parameters
    ----------
    profile : Profile
        Its named sources tell people.

    Returns
    -------
    list of Name
        In order of first mention. A surname stands for the full name that ends in it, an
        acronym for its name, where the text or the table of acronyms has it. Names are runs
        of capitals, titles left out; what a name means is not known, only its shape and
        the tables of places, institutions and acronyms.
    """
    document = profile.document
    openings = {sentence.first for sentence in document.sentences}
    found_runs = (part for run in _runs(document, openings) for part in _parts(document, *run))
    runs = [run for first, last in found_runs if (run := _trimmed(document, first, last, first in openings))]
    people = _people(profile)
    found: defaultdict[Form, list[Span]] = defaultdict(list)
    full = _full_forms([_form(document, *run) for run in runs])
    for first, last in runs:
        found[full[_form(document, first, last)]].append(Span(*_span(document, first, last)))
    begins = {sentence.start for sentence in document.sentences}
    headings = [Span(p.start, p.end) for p in document.paragraphs if p.heading]
    names = []
    for form, spans in found.items():
        told = any(all(not h.start <= span.start < h.end for h in headings) for span in spans)
        told &= len(form) > 1 or any(span.start not in begins for span in spans)
        letters = document.clean[spans[0].start : spans[0].end]
        if told and (kind := _kind(form, letters, people)):
            names.append(Name(kind, form, tuple(spans)))
    return sorted(names, key=lambda name: name.spans[0].start)


def _runs(document: Document, openings: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of words with capitals, joined by "of" and the like; openings of sentences only if they are names."""
    tokens, size = document.tokens, len(document.tokens)
    k = 0
    while k < size:
        if not _is_name(document, k, k in openings or (k > 0 and tokens.low[k - 1] in _MARKS)):
            k += 1
            continue
        first, k = k, k + 1
        while k < size and k - first < LONGEST and k not in openings:
            if _adjoins(document, k) and tokens.capital[k] and tokens.is_word[k]:
                k += 1
            elif (joint := _joint(document, k)) and tokens.low[k - 1] in _words()["institution"]:
                k += joint + 1
            else:
                break
        yield first, k


def _parts(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Part a run such as "Kremlin Spokesman Ann Lee" before and after an office that a person's name follows."""
    low, words = document.tokens.low, _words()
    office = next((k for k in range(last - 2, first, -1) if low[k] in words["office"]), None)
    if office is None or any(low[k] in words["institution"] for k in range(office + 1, last)):
        yield first, last
    else:
        end = office
        while end > first and low[end - 1] in words["title"]:
            end -= 1
        before = low[end - 1].removesuffix("'s") if end > first else ""
        if before in words["institution"] | _acronyms().keys() or _is_place(before):
            yield first, end
        yield office + 1, last


def _is_place(word: str) -> bool:
    return (word,) in _places()


def _is_name(document: Document, k: int, opening: bool) -> bool:
    tokens = document.tokens
    if not (tokens.capital[k] and tokens.is_word[k]) or tokens.low[k] in grammar():
        return False
    usage = usages().get(tokens.low[k].removesuffix("'s"))
    if usage is not None and usage.capital < 0.02:
        return False
    follows = k + 1 < len(tokens) and tokens.capital[k + 1] and _adjoins(document, k + 1)
    return not opening or usage is None or usage.capital >= MOSTLY or bool(follows)


def _adjoins(document: Document, k: int) -> bool:
    """Whether only spaces stand between a token and the one before, which is no possessive."""
    tokens = document.tokens
    between = document.clean[tokens.end[k - 1] : tokens.start[k]]
    return between in (" ", "\n") and not tokens.low[k - 1].endswith("'s")


def _joint(document: Document, k: int) -> int:
    """Return how many small words join the name before ``k`` to the capital after them; 0 for none."""
    tokens = document.tokens
    for joint in _JOINTS:
        after = k + len(joint)
        if after < len(tokens) and tokens.low[k:after] == joint and tokens.capital[after]:
            return len(joint)
    return 0


def _trimmed(document: Document, first: int, last: int, opening: bool) -> tuple[int, int] | None:
    """Take titles, nations and days off a run's ends; ``None`` if no name is left."""
    low, words = document.tokens.low, _words()
    usage = usages().get(low[first])
    if opening and last - first > 1 and usage and usage.capital < MOSTLY:
        first += 1
    while last > first and low[last - 1].removesuffix("'s") in words["calendar"] | words["adjective"] | words["title"]:
        last -= 1
    keep = any(low[k].removesuffix("'s") in words["institution"] for k in range(first, last))
    drop = words["calendar"] if keep else words["title"] | words["calendar"] | words["adjective"]
    while first < last and (low[first] in drop | {"the"} or (low[first] == "state" and low[first - 1] == "of")):
        first += 1
    return (first, last) if first < last else None


def _form(document: Document, first: int, last: int) -> Form:
    words = unicodedata.normalize("NFKD", " ".join(document.tokens.low[first:last]))
    plain = "".join(letter for letter in words if not unicodedata.combining(letter))
    return tuple(word.removesuffix("'s").replace(".", "") for word in plain.split())


def _span(document: Document, first: int, last: int) -> tuple[int, int]:
    end = document.tokens.end[last - 1]
    return document.tokens.start[first], end - 2 if document.tokens.low[last - 1].endswith("'s") else end


def _people(profile: Profile) -> frozenset[str]:
    """Return the last words of the people whom the text gives as sources."""
    sources = (source for source in profile.sourcing.sources if source.type is SpeakerType.NAMED)
    return frozenset(source.name.lower().split()[-1] for source in sources if source.name)


def _full_forms(forms: Sequence[Form]) -> dict[Form, Form]:
    """Map each form to the one it stands for: the only longer one that ends in it or has its initials."""
    distinct = dict.fromkeys(forms)
    full: dict[Form, Form] = {}
    for form in distinct:
        if len(form) == 1 and form[0] in _acronyms():
            full[form] = _acronyms()[form[0]]
            continue
        longer = {other for other in distinct if len(other) > len(form) and _stands_for(form, other)}
        full[form] = longer.pop() if len(longer) == 1 else form
    return full


def _stands_for(form: Form, other: Form) -> bool:
    if len(form) == 1 and form not in _places():
        initials = "".join(word[0] for word in other if word not in ("of", "the", "for", "on", "and"))
        usage = usages().get(other[-1])
        opens = other[0] == form[0] and (usage is None or usage.capital >= MOSTLY or other[-1] in _words()["landscape"])
        return opens or other[-1] == form[0] or (len(form[0]) > 2 and form[0] == initials)
    return False


def _common(words: Mapping[str, Set[str]]) -> Set[str]:
    return words["adjective"] | words["calendar"] | words["title"]


def _kind(form: Form, letters: str, people: frozenset[str]) -> FactKind | None:
    """Tell a place, an organisation or a person; ``None`` for what may be no name at all."""
    words = _words()
    if form in _places() or (len(form) > 1 and (form[-1] in words["landscape"] or form[0] in words["foreland"])):
        return FactKind.PLACE
    if all(map(_is_place, form)):
        return None
    if (
        form in _acronyms().values()
        or form[-1] in words["seat"]
        or (len(form) > 1 and set(form) & words["institution"])
    ):
        return FactKind.ORGANISATION
    if len(form) > 1 and any(len(word) > 1 and word.isupper() and word not in _NUMERALS for word in letters.split()):
        return FactKind.ORGANISATION
    if form[-1] in people:
        return FactKind.PERSON
    if any(_is_place(part) for part in form[0].split("-")[1:]):
        return None
    if len(form) == 1:
        usage = usages().get(form[0])
        plain = "-" not in form[0] and form[0] not in _common(words)
        return FactKind.NAME if plain and (usage is None or usage.capital >= SURELY) else None
    usage = usages().get(form[-1])
    if form[-1].upper() in _NUMERALS:
        return FactKind.NAME
    return FactKind.PERSON if len(form) < 5 and (usage is None or usage.capital >= MOSTLY) else FactKind.NAME
