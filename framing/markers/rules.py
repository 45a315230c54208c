"""Markers that no word list can find: functions over a parsed document.

Every finder takes the document and the matches of the lexicon with the marker's name (for
most of them none), and returns the marker's matches; ``entry`` then names the rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from framing.markers.figures import find_dates, find_numbers
from framing.types import VOICES, Document, Match, QuoteKind, SpeakerType, Tokens, Voice

_PRONOUN = re.compile("(?:i|we|you|he|she|it|they|me|us|him|her|them|who|which|this|that|one)", re.IGNORECASE)
UNNAMED = "unnamed"
"""Entry of the unnamed sources that are found by their role, not by the lexicon."""
_CRY = re.compile(r"[!?](?<![\s!?].)[!?]*+(?!\w|\s[a-z])")  # a set comes first: it is searched fast
_TURN = re.compile(r"(?:^|[.?!]\s)(?:(?:[A-Za-z]{1,3}|Question|Answer):|[QA]\.)\s?(?=[A-Z])", re.MULTILINE)
_INTERVIEW = 3
"""So many turns ("Q: …", "A. …"), or paragraphs that end with a question, make an interview."""
_DENIALS = frozenset({"not", "no", "never", "nor", "neither", "hardly", "scarcely", "without", "cannot"})
_AFFIRMED_AFTER = frozenset({"only", "just", "merely", "simply", "least", "doubt", "wonder"})
_REACH = 3
_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "let's", "we're|we've|we'll|we'd"})
_WRITERS = (VOICES.index(Voice.OWN), VOICES.index(Voice.HEADING))


def as_matched(document: Document, matches: Sequence[Match]) -> Sequence[Match]:
    """Return the lexicon's matches as they are."""
    return matches


def affirmed(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Leave out matches that a *not*, *no* or *never* within the three words before denies ("not a great success")."""
    return [match for match in matches if not _is_denied(document.tokens, match.token)]


def us_them(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Leave out *we* and *our* in the words of others, interviews included: they are the speaker's, not the text's."""
    voices = document.voices
    writers = _WRITERS if len(_TURN.findall(document.clean)) < _INTERVIEW else ()
    return [match for match in matches if match.entry not in _FIRST_PERSON or voices[match.token] in writers]


def named_sources(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find the words for a named person, pronouns aside, where they are given as a source."""
    return _matches(document, "named_sources", _speakers(document, SpeakerType.NAMED))


def institutional_sources(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find the words for a body, a government or a document where they are given as a source."""
    return _matches(document, "institutional_sources", _speakers(document, SpeakerType.INSTITUTION))


def unnamed_sources(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Take the sources without a name that the lexicon finds, and of those found by role the rest."""
    listed = [match for match in matches if match.entry != UNNAMED]
    taken = sorted((match.start, match.end) for match in listed)
    by_role = (match for match in matches if match.entry == UNNAMED)
    return [*listed, *(match for match in by_role if not _overlaps(taken, match.start, match.end))]


def scare_quotes(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find words set off by quotation marks that nobody is said to have spoken, marks included."""
    spans = [(quote.start, quote.end, "scare quotes") for quote in document.quotes if quote.kind is QuoteKind.SCARE]
    return _matches(document, "scare_quotes", spans)


def numbers(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find figures, sums of money, percentages and numbers in words from a hundred up; no dates."""
    return _matches(document, "numbers", find_numbers(document.clean))


def dates(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find days, weekdays, months and years."""
    return _matches(document, "dates", find_dates(document.clean))


def exclamations(document: Document, matches: Sequence[Match]) -> list[Match]:
    """Find exclamation marks, and questions asked in the outlet's own words, each with the word before it.

    Questions in headings and in interviews are left out. A small letter right after the mark
    tells that it belongs to a name.
    """
    found = list(_cries(document))
    own = VOICES.index(Voice.OWN)
    asked = {match for match in found if match.entry == "question" and document.voices[match.token] == own}
    ends = {paragraph.end for paragraph in document.paragraphs}
    turns = max(sum(match.end in ends for match in asked), len(_TURN.findall(document.clean)))
    return [match for match in found if match.entry == "exclamation" or (match in asked and turns < _INTERVIEW)]


def _is_denied(tokens: Tokens, first: int) -> bool:
    for token in range(first - 1, max(first - 1 - _REACH, -1), -1):
        low = tokens.low[token]
        if not tokens.is_word[token]:
            return False
        if low in _DENIALS or low.endswith("n't"):
            return tokens.low[token + 1] not in _AFFIRMED_AFTER
    return False


def _cries(document: Document) -> Iterator[Match]:
    tokens = document.tokens
    for cry in _CRY.finditer(document.clean):
        token = bisect_left(tokens.start, cry.start()) - 1
        if token > 0 and not tokens.is_word[token]:
            token -= 1
        if token >= 0 and tokens.is_word[token]:
            entry = "exclamation" if "!" in cry[0] else "question"
            yield Match("exclamations", entry, tokens.start[token], cry.end(), token)


def _speakers(document: Document, wanted: SpeakerType) -> Iterator[tuple[int, int, str]]:
    speakers = {(who.start, who.end): who.type for it in document.attributions if (who := it.speaker)}
    for (start, end), kind in sorted(speakers.items()):
        if kind is wanted and not _PRONOUN.fullmatch(document.clean, start, end):
            yield start, end, kind.value


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a slice touches one of ``taken``, which are sorted and do not overlap."""
    at = bisect_right(taken, (start, end))
    return (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end)


def _matches(document: Document, marker: str, spans: Iterable[tuple[int, int, str]]) -> list[Match]:
    """Name the first word of each slice; a slice without words is left out."""
    tokens = document.tokens
    found = []
    for start, end, entry in spans:
        token = bisect_left(tokens.start, start)
        if token and tokens.end[token - 1] > start:
            token -= 1
        while token < len(tokens) and tokens.start[token] < end and not tokens.is_word[token]:
            token += 1
        if token < len(tokens) and tokens.start[token] < end:
            found.append(Match(marker, entry, start, end, token))
    return found
