"""Same referent, different name: how each text names what all of them mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from framing.types import VOICES, Concept, Document, Match, Named, Naming, Profile, Span, Variant

Key = tuple[int, int]
"""The numbers of a concept and of its variant."""


def find_naming(
    profiles: Sequence[Profile], matches: Sequence[Iterable[Match]], concepts: Sequence[Concept]
) -> tuple[Naming, ...]:
    """Find the concepts that at least two texts name, and not all in the same ways.

    Parameters
    ----------
    profiles : sequence of Profile
        The texts.
    matches : sequence of iterables of Match
        For every text, the wordings found in it; ``entry`` is the wording.
    concepts : sequence of Concept
        What can be named.

    Returns
    -------
    tuple of Naming
        In the order of first mention over the texts; every span is a slice of its
        article's text. Whether two names mean the same is the table's claim, for the
        reader to check in the sentences.
    """
    keys = {
        pattern: (number, which)
        for number, concept in enumerate(concepts)
        for which, variant in enumerate(concept.variants)
        for pattern in variant.patterns
    }
    found = [_by_variant(one, keys) for one in matches]
    firsts: dict[int, int] = {}
    for variants in found:
        for (number, _), uses in variants.items():
            firsts[number] = min(firsts.get(number, uses[0].start), uses[0].start)
    return tuple(
        _naming(concepts[number], number, found, profiles)
        for number in sorted(firsts, key=lambda number: (firsts[number], number))
        if _differs([{key for key in variants if key[0] == number} for variants in found])
    )


Found = dict[Key, list[Match]]


def _by_variant(matches: Iterable[Match], keys: Mapping[str, Key]) -> Found:
    found: defaultdict[Key, list[Match]] = defaultdict(list)
    for match in sorted(matches, key=lambda match: match.start):
        found[keys[match.entry]].append(match)
    return dict(found)


def _differs(variants: Sequence[set[Key]]) -> bool:
    named = [keys for keys in variants if keys]
    return len(named) > 1 and any(keys != named[0] for keys in named)


def _naming(concept: Concept, number: int, found: Sequence[Found], profiles: Sequence[Profile]) -> Naming:
    named = [
        _named(profile.document, concept.variants[key[1]], uses)
        for profile, variants in zip(profiles, found, strict=True)
        for key, uses in variants.items()
        if key[0] == number
    ]
    return Naming(concept.name, concept.kind, concept.label, tuple(named))


def _named(document: Document, variant: Variant, uses: Sequence[Match]) -> Named:
    article = document.article
    return Named(
        article=article.id,
        text=" ".join(article.text[uses[0].start : uses[0].end].split()),
        count=len(uses),
        users=variant.users,
        note=variant.note,
        spans=tuple(Span(match.start, match.end) for match in uses),
        voices=tuple(VOICES[document.voices[match.token]] for match in uses),
    )
