"""Which words one text uses more than another: keyness, with evidence and size apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.comparing.frequencies import Usage, grammar, usages
from framing.stats import benjamini_hochberg, chi_square_p, log_likelihood, log_odds, log_ratio, percent_difference
from framing.types import VOICES, Document, Keyword, Profile, Voice

SPOKEN = (Voice.OWN, Voice.QUOTED)
"""The voices whose words are compared, each apart."""
MIN_COUNT = 4
"""Occurrences both sides need together."""
PRIOR_WORDS = 500
"""Imagined words of general news that every text is drawn towards, beside half an occurrence of each word."""


_UNSEEN = Usage(0, 0)


def find_keywords(profiles: Sequence[Profile]) -> tuple[Keyword, ...]:
    """Compare the words of texts, in the own voice and in quotations apart.

    Parameters
    ----------
    profiles : sequence of Profile
        Two are compared with each other; of more, each with all others together.

    Returns
    -------
    tuple of Keyword
        Every word form of at least 4 occurrences on both sides together, words of grammar
        left out, ranked within its voice (and article) by the size of z. ``g2`` says how sure a difference is,
        ``q`` corrects its p-value for all words of that ranking (Benjamini–Hochberg),
        ``log_ratio`` and ``percent_diff`` say how large it is, ``log_odds`` is drawn
        towards the word's frequency in general news. Swapping two profiles negates
        ``log_ratio``, ``log_odds`` and ``z``, and changes neither G² nor q.

    Notes
    -----
    Forms are compared as they stand, lower-cased, without a possessive 's; a name is a
    word like any other. Figures are left out.
    Sources: see `framing.stats.log_likelihood`, `log_ratio`, `percent_difference`, `log_odds`.
    """
    return tuple(
        keyword
        for voice in SPOKEN
        for article, a, b in _sides([_count(profile.document, voice) for profile in profiles], profiles)
        for keyword in _rank(a, b, voice, article)
    )


def _count(document: Document, voice: Voice) -> Counter[str]:
    code = VOICES.index(voice)
    words = (low for low, spoken in zip(document.tokens.low, document.voices, strict=True) if spoken == code)
    return Counter(word.removesuffix("'s") for word in words if word[0].isalpha())


Side = tuple[str | None, Counter[str], Counter[str]]


def _sides(counts: Sequence[Counter[str]], profiles: Sequence[Profile]) -> Iterator[Side]:
    if len(counts) == 2:
        yield None, counts[0], counts[1]
    elif len(counts) > 2:
        whole: Counter[str] = sum(counts, Counter())
        for profile, own in zip(profiles, counts, strict=True):
            yield profile.document.article.id, own, whole - own


def _rank(a: Counter[str], b: Counter[str], voice: Voice, article: str | None) -> list[Keyword]:
    words_a, words_b = a.total(), b.total()
    usual = usages()
    features = sorted(word for word in (a.keys() | b.keys()) - grammar() if a[word] + b[word] >= MIN_COUNT)
    if not words_a or not words_b:
        return []
    sides = [(a[word], words_a, b[word], words_b) for word in features]
    strengths = [log_likelihood(*side) for side in sides]
    q_values = benjamini_hochberg([chi_square_p(strength) for strength in strengths])
    prior_words = PRIOR_WORDS + len(a.keys() | b.keys()) / 2
    keywords = [
        Keyword(
            *(word, voice, *side, strength, q, log_ratio(*side), percent_difference(*side)),
            *log_odds(*side, 0.5 + PRIOR_WORDS * usual.get(word, _UNSEEN).rate / 1e6, prior_words),
            article=article,
        )
        for word, side, strength, q in zip(features, sides, strengths, q_values, strict=True)
    ]
    return sorted(keywords, key=lambda keyword: (-abs(keyword.z), keyword.feature))
