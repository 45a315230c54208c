"""The two sentences that head a report: the headline and the standfirst, by rule."""

from __future__ import annotations

from collections.abc import Sequence

from framing.report.wording import (
    CLEAR,
    SHORT,
    State,
    by_size,
    damaged_texts,
    group_contrasts,
    group_of,
    groups,
    is_clear,
    is_foreign,
    is_short,
    is_translated,
    is_unheard,
    letter_of,
    listing,
    many,
    name,
    number,
    of_groups,
    percent,
    rate,
    state_of,
)
from framing.types import Comparison, Contrast, Profile, Verdict

FEW_WORDS = 400
"""Words of the writer’s own voice below which a text is called short."""
HINT = 0.1
"""The p below which a gap that is not clear is worth naming."""
_ROOM = 76
_ROOM_OF_MANY = 90
_THREE_LINES = 225
_UNCOUNTED = ("stance", "sourcing")
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def headline(comparison: Comparison) -> str:
    """Return the one sentence that heads the report: the finding, or that there is none.

    It names the marker groups whose rates differ clearly (95 % interval of the
    difference without zero, q below 0.05) and never says why. Swapping two texts
    mirrors it.
    """
    state = state_of(comparison)
    profiles = comparison.profiles
    if state is State.SINGLE:
        return "One text, and nothing to set beside it"
    if state is State.FOREIGN:
        profile = next(p for p in profiles if is_foreign(p))
        return f"{name(letter_of(profile))} is {_in_language(profile)}: counts need English"
    if state is State.REPRINT:
        return _headline_of_reprint(comparison)
    if state is State.SHORT:
        return f"{_short_ones(profiles)} too short to compare"
    return _headline_of_many(comparison) if len(profiles) > 2 else _headline_of_two(comparison)


def _short_ones(profiles: Sequence[Profile]) -> str:
    short = [name(letter_of(p)) for p in profiles if is_short(p)]
    if len(short) == len(profiles):
        return "Both texts are" if len(short) == 2 else "All texts are"
    return f"{listing(short)} {'is' if len(short) == 1 else 'are'}"


def _in_language(profile: Profile) -> str:
    code = (profile.document.article.language or "").lower().split("-")[0]
    return f"in {_LANGUAGES[code]}" if code in _LANGUAGES else "not in English"


def _headline_of_reprint(comparison: Comparison) -> str:
    found = max(comparison.reprints, key=lambda r: max(r.share_a, r.share_b))
    if abs(found.share_a - found.share_b) < 0.1:
        return f"The two texts share {percent(min(found.share_a, found.share_b))} of their wording"
    inner, outer = (found.a, found.b) if found.share_a > found.share_b else (found.b, found.a)
    return f"{percent(max(found.share_a, found.share_b))} of {name(inner)} stands word for word in {name(outer)}"


def _headline_of_two(comparison: Comparison) -> str:
    sides = _on_top(comparison)
    if any(sides):
        return _more(sides, comparison)
    few = all(contrast.verdict is Verdict.TOO_LITTLE_TEXT for contrast in group_contrasts(comparison))
    return "Too few hits in any group of markers to compare" if few else "No clear difference in any group of markers"


def _on_top(comparison: Comparison) -> list[list[str]]:
    """Choose the groups that the headline names: at most two a side, as many as there is room for."""
    sides = [side[:2] for side in _sides(comparison)]
    while len(_more(sides, comparison)) > _ROOM and any(len(side) > 1 for side in sides):
        max(sides, key=lambda side: (len(side) > 1, len(" ".join(side)), side)).pop()
    return sides


def _sides(comparison: Comparison) -> list[list[str]]:
    contrasts = group_contrasts(comparison)
    return [[group_of(c, comparison).words for c in by_size(contrasts, verdict)] for verdict in CLEAR]


def _more(sides: Sequence[Sequence[str]], comparison: Comparison) -> str:
    letters = [letter_of(p) for p in comparison.profiles]
    clauses = [
        f"more {(' and more ' if ' and ' in ''.join(side) else ' and ').join(side)} in {name(letter)}"
        for side, letter in zip(sides, letters, strict=True)
        if side
    ]
    if len(clauses) == 1:
        clauses = [f"{clauses[0]}; no group clearly more in {name(letters[0 if sides[1] else 1])}"]
    return f"M{', '.join(clauses)[1:]}"


def _headline_of_many(comparison: Comparison) -> str:
    clear = sorted(filter(is_clear, group_contrasts(comparison)), key=lambda c: -abs(c.difference or 0))
    if not clear:
        return "No text stands apart in any group of markers"
    furthest = [c for c in clear if c.article == clear[0].article]
    lines = [_apart(chosen, comparison, most) for chosen in (clear, furthest) for most in (2, 1)]
    return next((line for line in lines if len(line) <= _ROOM_OF_MANY), lines[-1])


def _apart(contrasts: Sequence[Contrast], comparison: Comparison, most: int | None = None) -> str:
    """Say in which groups texts differ clearly from the mean of the others, texts that differ alike together."""
    found: dict[str, list[Contrast]] = {}
    for contrast in sorted(filter(is_clear, contrasts), key=lambda c: -abs(c.difference or 0)):
        found.setdefault(contrast.article or "", []).append(contrast)
    alike: dict[tuple[tuple[Verdict, str], ...], list[str]] = {}
    for letter, own in sorted(found.items()):
        alike.setdefault(tuple((c.verdict, c.group) for c in own[:most]), []).append(name(letter))
    words = {group.name: group.words for group in comparison.groups}
    clauses: list[str] = []
    topic = ""
    for kinds, who in alike.items():
        what = listing(f"{_how_much(*kind)} {words[kind[1]]}" for kind in kinds)
        if clauses:
            clauses.append(f"{listing(who)} clearly {what.removesuffix(topic) if len(kinds) == 1 else what}")
        else:
            clauses.append(f"{listing(who)} {'has' if len(who) == 1 else 'have'} clearly {what} than the others")
            topic = f" {words[kinds[0][1]]}" if len(kinds) == 1 else ""
    return ", ".join(clauses)


def _how_much(verdict: Verdict, group: str) -> str:
    """Return the word for "more sourcing", "less sourcing" or "fewer labels"."""
    less = "less" if group in _UNCOUNTED else "fewer"
    return "more" if verdict is Verdict.MORE_IN_A else less


def standfirst(comparison: Comparison) -> str:
    """Return the sentences under the headline: what it left out, how much is not clear, and the cautions.

    What is missing from a text and how unlike the lengths are is always said; the rest
    where there is room.
    """
    state = state_of(comparison)
    profiles = comparison.profiles
    always = [_unheard(profiles), "" if state is State.SINGLE else _lengths(profiles)]
    if state is not State.PLAIN:
        return " ".join(filter(None, [_outcome(comparison, state), *always]))
    left_out, count, caution = _left_out(comparison), _how_many(comparison), _caution(comparison)
    if not any((*always, caution)):
        caution = "Topic, genre and length change such counts: read the direction, not the decimals."
    fuller = [[left_out, count, *always, caution], [left_out, *always, caution], [left_out, *always]]
    said = [" ".join(filter(None, sentences)) for sentences in fuller]
    if len(headline(comparison)) > _ROOM:
        del said[0]
    return next((words for words in said if len(words) <= _THREE_LINES), said[-1])


def _outcome(comparison: Comparison, state: State) -> str:
    if state is State.SINGLE:
        return "Its marks, voices and readability are shown; a comparison needs a second text."
    if state is State.FOREIGN:
        return "The lists of markers cover English only, so no rate is given; voices and quotations are shown as found."
    if state is State.REPRINT:
        return (
            "They look like one text and its reprint, so comparing their wording would say nothing. "
            "The passages they share are listed below."
        )
    return _too_short(comparison.profiles)


def _too_short(profiles: Sequence[Profile]) -> str:
    short = [p for p in profiles if is_short(p)]
    counts = listing(f"{name(letter_of(p))} has {many(p.words.own, 'word')}" for p in short)
    return f"{counts} in the writer’s own voice; rates start at {SHORT}. Marks and voices are shown, rates are not."


def _left_out(comparison: Comparison) -> str:
    """Name the clear differences that the headline has no room for."""
    if len(comparison.profiles) > 2:
        said = _apart(group_contrasts(comparison), comparison)
        return f"{said}." if said not in ("", headline(comparison)) else ""
    letters = [letter_of(p) for p in comparison.profiles]
    rest = [side[len(shown) :] for side, shown in zip(_sides(comparison), _on_top(comparison), strict=True)]
    clauses = [f"in {name(letter)}: {listing(words)}" for letter, words in zip(letters, rest, strict=True) if words]
    return f"Also clearly more {'; '.join(clauses)}." if clauses else ""


def _how_many(comparison: Comparison) -> str:
    contrasts = group_contrasts(comparison)
    if len(comparison.profiles) > 2:
        return _how_many_apart(comparison)
    if gap := _widest(comparison):
        return gap
    unclear = sum(c.verdict is Verdict.NO_CLEAR_DIFFERENCE for c in contrasts)
    little = sum(c.verdict is Verdict.TOO_LITTLE_TEXT and not is_unheard(c, comparison.profiles) for c in contrasts)
    if unclear == len(comparison.groups):
        return f"In {of_groups(unclear, comparison)} of markers the texts overlap, which does not prove them alike."
    found = []
    if unclear:
        found.append(f"{number(unclear)} {'shows' if unclear == 1 else 'show'} no clear difference")
    if little:
        found.append(f"{number(little)} {'has' if little == 1 else 'have'} too few hits to compare")
    return f"Of {groups(comparison)} of markers, {listing(found) or 'all differ clearly'}."


def _how_many_apart(comparison: Comparison) -> str:
    clear = [c for c in group_contrasts(comparison) if is_clear(c)]
    if not clear:
        return "In every group of markers the texts overlap or have too few hits to compare."
    apart = len({c.article for c in clear})
    who = f"{number(apart)} of {number(len(comparison.profiles))} texts {'differs' if apart == 1 else 'differ'} clearly"
    return f"In {of_groups(len({c.group for c in clear}), comparison)} of markers, {who} from the mean of the others."


def _widest(comparison: Comparison) -> str:
    """Where no group differs clearly, name the gap that comes nearest, and what it is worth."""
    contrasts = group_contrasts(comparison)
    unclear = [c for c in contrasts if c.verdict is Verdict.NO_CLEAR_DIFFERENCE and c.p is not None and c.p < HINT]
    if not unclear or any(map(is_clear, contrasts)):
        return ""
    nearest = min(unclear, key=lambda c: (c.p, c.group))
    figures = f"{rate(nearest.a.per_1000 or 0)} and {rate(nearest.b.per_1000 or 0)}"
    return f"The widest gap, in {group_of(nearest, comparison).words} ({figures} hits per 1,000 words), may be chance."


# ── cautions ─────────────────────────────────────────────────────────────────


def _unheard(profiles: Sequence[Profile]) -> str:
    where = damaged_texts(profiles)
    if not where:
        return ""
    end = ", so sourcing is not compared" if len(profiles) > 1 else ""
    return f"Punctuation is missing from {where}: voices cannot be told apart there{end}."


def _lengths(profiles: Sequence[Profile]) -> str:
    """Say so if the longest text has more than twice the words of the shortest."""
    shortest, *_, longest = sorted(profiles, key=lambda p: p.words.total)
    times = (longest.words.total - 1) // max(shortest.words.total, 1)
    if times < 2:
        return ""
    how_much = "twice" if times == 2 else f"{number(times)} times"
    return f"{name(letter_of(longest))} is more than {how_much} as long as {name(letter_of(shortest))}."


def _caution(comparison: Comparison) -> str:
    """Return the main reason to read the counts with care besides damage and unlike lengths, if there is one."""
    profiles = comparison.profiles
    if comparison.reprints:
        same = comparison.reprints[0]
        share = percent(max(same.share_a, same.share_b))
        return f"{name(same.a)} and {name(same.b)} share up to {share} of their wording."
    translated = [name(letter_of(p)) for p in profiles if is_translated(p)]
    if translated:
        verb = "is a translation" if len(translated) == 1 else "are translations"
        return f"{listing(translated)} {verb}: part of what differs may be the translator’s."
    few = [name(letter_of(p)) for p in profiles if p.words.own < FEW_WORDS]
    if few:
        everyone = "Both texts" if len(profiles) == 2 else "The texts"
        who = everyone if len(few) == len(profiles) else listing(few)
        are = "is short, so its" if len(few) == 1 else "are short, so their"
        return f"{who} {are} intervals are wide: read the direction, not the decimals."
    return ""
