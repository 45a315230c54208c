"""The conductor: plays the rooms in order and keeps the record of the run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import repeat
from typing import Any

from framing import __version__
from framing.agency import find_agency, match_agency
from framing.comparing import align_facts, align_sentences, contrast_profiles, find_keywords, find_naming, find_reprints
from framing.errors import InputError
from framing.lexicon import Matcher, concepts_lexicon, load_concepts, load_lexicons
from framing.markers import mark, with_own
from framing.outlets import outlet_of
from framing.parsing import parse
from framing.profiling import make_profile
from framing.readability import measure_readability
from framing.sourcing import describe_sources, match_roles
from framing.types import Article, Comparison, Lexicon, Profile, Run, Stamp

SEED = 20260204


@cache
def _ours() -> Matcher:
    """Compile the shipped lexicons, once per process."""
    return Matcher(load_lexicons())


@lru_cache(maxsize=4)
def _yours(lexicons: tuple[Lexicon, ...]) -> Matcher:
    """Compile the user's lexicons, apart from ours, which take so much longer."""
    return Matcher(lexicons)


@cache
def _concepts() -> Matcher:
    return Matcher([concepts_lexicon(load_concepts())])


def analyze(article: Article, lexicons: Iterable[Lexicon] = ()) -> Profile:
    """Parse one article, find its markers and count them.

    Parameters
    ----------
    article : Article
        As `framing.read_article` gives it.
    lexicons : iterable of Lexicon
        Your own, as `framing.load_user_lexicon` gives them, to be looked for beside ours.

    Returns
    -------
    Profile
        Words and marker rates (hits per 1,000 words, 95 % interval) by voice, every hit
        as a slice of ``article.text``, and readability. It describes wording; it says
        nothing about truth, intent or authorship.

    Examples
    --------
    >>> from framing.reading import article_from_text
    >>> profile = analyze(article_from_text('The minister said it may rain. "It will," she added.', id="A"))
    >>> [hit.match for hit in profile.hits if hit.marker == "hedges"]
    ['may']
    """
    return analyze_batch([article], lexicons)[0]


def analyze_batch(articles: Iterable[Article], lexicons: Iterable[Lexicon] = ()) -> list[Profile]:
    """Return what `analyze` does of each article.

    All go through a stage before any goes to the next: its code and tables then stay in
    the processor's cache, which saves a fifth of the time.
    """
    own = tuple(lexicons)
    rows, _ = with_own(own)
    markers = [row.marker for row in rows]
    documents = [parse(article) for article in articles]
    matches = [(*_ours().find(document), *(_yours(own).find(document) if own else ())) for document in documents]
    sources = list(map(describe_sources, documents, matches))
    roles = map(match_roles, documents, sources)
    acts = [match_agency(document) for document in documents]
    hits = [
        mark(document, (*found, *of_roles, *of_acts), rows)
        for document, found, of_roles, of_acts in zip(documents, matches, roles, acts, strict=True)
    ]
    readabilities = [measure_readability(document) for document in documents]
    profiles = map(make_profile, documents, hits, repeat(markers), readabilities)
    return [
        replace(profile, sourcing=sourcing, outlet=outlet_of(profile.document.article))
        for profile, sourcing in zip(profiles, sources, strict=True)
    ]


def compare(
    articles: Iterable[Article], *, lexicons: Iterable[Lexicon] = (), options: Mapping[str, Any] | None = None
) -> Comparison:
    """Set articles side by side.

    Parameters
    ----------
    articles : iterable of Article
        Two or more. They are renamed ``A``, ``B``, … in the order given.
    lexicons : iterable of Lexicon
        Your own, as `framing.load_user_lexicon` gives them, to be looked for beside ours.
    options : mapping, optional
        Recorded with the run as they are.

    Returns
    -------
    Comparison
        Profiles, contrasts (``a - b`` per 1,000 words; with more than two articles each
        against the mean of the others) and reprints. Swapping two articles swaps the
        sign of every contrast.

    Raises
    ------
    InputError
        With fewer than two articles.
    LexiconError
        If two markers would have one name.
    """
    own = tuple(lexicons)
    rows, groups = with_own(own)
    profiles = tuple(analyze(replace(article, id=letter(i)), own) for i, article in enumerate(articles))
    if len(profiles) < 2:
        raise InputError(f"{len(profiles)} text to compare", hint="a comparison needs at least two")
    profiles = tuple(replace(profile, agency=find_agency(profile.document)) for profile in profiles)
    return Comparison(
        profiles,
        contrast_profiles(profiles),
        find_reprints(profiles),
        make_run((Stamp(p.document.article.source, p.document.article.sha256) for p in profiles), own, options),
        tuple(row.marker for row in rows),
        groups,
        find_keywords(profiles),
        find_naming(profiles, [_concepts().find(profile.document) for profile in profiles], load_concepts()),
        align_sentences(profiles) + align_facts(profiles),
    )


def letter(index: int) -> str:
    """Name the text at ``index``: A … Z, AA, AB ….

    Examples
    --------
    >>> [letter(i) for i in (0, 1, 25, 26, 27)]
    ['A', 'B', 'Z', 'AA', 'AB']
    """
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def make_run(
    inputs: Iterable[Stamp] = (), lexicons: Iterable[Lexicon] = (), options: Mapping[str, Any] | None = None
) -> Run:
    """Return the record of a run: this version, our lexicons and the user's, and what else is given."""
    return Run(
        tool_version=__version__,
        lexicons=tuple(Stamp(found.name, found.sha256, found.card.version) for found in (*load_lexicons(), *lexicons)),
        inputs=tuple(inputs),
        options=dict(options or {}),
        seed=SEED,
    )
