"""From a comparison to the tree of the report: what is told, in what order."""

from __future__ import annotations

from collections.abc import Sequence

from framing.report.actors import actors_table
from framing.report.facts import facts_table, sentences_table
from framing.report.figures import groups_figure, markers_figure
from framing.report.headlines import headline, standfirst
from framing.report.lines import plain, word_count
from framing.report.method import markers_table, method_notes
from framing.report.names import names_table
from framing.report.panels import hits_table, many_table, panels_figure
from framing.report.people import voices_figure
from framing.report.sources import sources_table, speakers_table
from framing.report.story import cards, facts, files_figure, removed_table
from framing.report.tallies import tallies
from framing.report.texts import line_at, marked_texts
from framing.report.tree import Cell, Column, Content, Marked, Report, Section, Table, TableRow, Texts
from framing.report.wording import (
    FOOT,
    State,
    damaged_texts,
    group_contrasts,
    in_quotes,
    is_clear,
    is_foreign,
    is_unheard,
    letter_of,
    listing,
    many,
    name,
    number,
    of_groups,
    percent,
    shortened,
    state_of,
)
from framing.report.words import words_table
from framing.types import Comparison, Profile, Verdict, Voice

ON_PAPER = 6
"""Texts that are printed; of more, the texts are left to the screen."""
PASSAGES = 9
"""Shared passages that are listed, the longest first."""
ON_STORY = 3
"""Texts whose files fit on the first page."""


def compose(comparison: Comparison) -> Report:
    """Tell a comparison: every sentence, number and alternative text of the report.

    Sections that would be empty are not there. Rates are per 1,000 words of the writers'
    own voice, each with its 95 % interval; the words say nothing of truth, intent or
    authorship.
    """
    profiles = comparison.profiles
    texts = marked_texts(comparison)
    articles = {article.text: article for article in texts.articles}
    told = [
        _story(comparison, articles),
        _markers(comparison),
        _words(comparison),
        _facts(comparison, articles),
        _names(comparison, articles),
        _shared(comparison, articles),
        _voices(comparison, articles),
        _actors(profiles),
        _reading(profiles),
        _texts(texts),
        _removed(profiles, articles),
    ]
    sections = [section for section in told if section]
    sections += [_method(comparison, sections), _lexicons(comparison)]
    return Report(
        title=headline(comparison),
        standfirst=standfirst(comparison),
        kind="Comparison report",
        texts=tuple(letter_of(p) for p in profiles),
        sections=tuple(sections),
        foot=FOOT,
        maker=f"framing {comparison.run.tool_version}",
    )


def _story(comparison: Comparison, articles: dict[str, Marked]) -> Section:
    profiles = comparison.profiles
    state = state_of(comparison)
    blocks: list[Content] = [cards(profiles)]
    if state is State.PLAIN:
        blocks.append(groups_figure(comparison) if len(profiles) == 2 else panels_figure(comparison))
    elif state in (State.SHORT, State.SINGLE):
        blocks.append(hits_table(comparison))
    elif state is State.REPRINT:
        blocks.append(_shared_table(comparison, articles))
    elif state is State.FOREIGN:
        blocks.append(voices_figure(profiles))
    blocks.append(facts(comparison))
    if len(profiles) <= ON_STORY:
        blocks.append(files_figure(profiles, articles))
    return Section("story", "Story", "", "", tuple(blocks))


def _markers(comparison: Comparison) -> Section | None:
    if state_of(comparison) is not State.PLAIN:
        return None
    two = len(comparison.profiles) == 2
    blocks = (markers_figure(comparison) if two else many_table(comparison), tallies(comparison))
    return Section("markers", "Markers", "Marker by marker", _markers_lead(comparison), tuple(filter(None, blocks)))


def _words(comparison: Comparison) -> Section | None:
    table = words_table(comparison) if state_of(comparison) is State.PLAIN else None
    lead = "Beyond the lists above: all words of each text, counted."
    return Section("words", "Words", "Which words", lead, (table,)) if table else None


def _facts(comparison: Comparison, articles: dict[str, Marked]) -> Section | None:
    if state_of(comparison) in (State.REPRINT, State.FOREIGN):
        return None
    blocks = tuple(filter(None, (facts_table(comparison, articles), sentences_table(comparison, articles))))
    several = "both" if len(comparison.profiles) == 2 else "several"
    title = f"What {several} say, what only one says"
    lead = "Set side by side by rules. Nothing here says which text is right."
    return Section("facts", "Facts", title, lead, blocks) if blocks else None


def _names(comparison: Comparison, articles: dict[str, Marked]) -> Section | None:
    table = names_table(comparison, articles) if state_of(comparison) is not State.REPRINT else None
    return (
        Section("names", "Names", "How each names it", "Where texts have different names for one thing.", (table,))
        if table
        else None
    )


def _markers_lead(comparison: Comparison) -> str:
    groups = len({c.group for c in group_contrasts(comparison) if is_clear(c)})
    singles = [c for c in comparison.contrasts if c.voice is Voice.OWN and not c.marker.startswith("group:")]
    clear = len({c.marker for c in singles if is_clear(c)})
    profiles = comparison.profiles
    few = len({c.marker for c in singles if c.verdict is Verdict.TOO_LITTLE_TEXT and not is_unheard(c, profiles)})
    all_of = len({c.marker for c in singles})
    said = f"{of_groups(groups, comparison).capitalize()} and {_or_none(clear)} of {all_of} markers"
    end = f"; {few} have too few hits to say" if few and len(profiles) == 2 else ""
    where = damaged_texts(profiles)
    unheard = f" No verdict on sourcing: voices cannot be told apart in {where}." if where else ""
    return (
        f"Groups in bold, their markers below. {said} differ clearly{end}. "
        f"A group gathers hits, so it can differ where none of its markers does.{unheard}"
    )


def _or_none(count: int) -> str:
    return number(count) if count else "none"


def _shared(comparison: Comparison, articles: dict[str, Marked]) -> Section | None:
    """Show what reprints share; with two texts that is the story already."""
    if not comparison.reprints or state_of(comparison) is State.REPRINT:
        return None
    table = _shared_table(comparison, articles)
    return Section("shared", "Shared passages", "What the texts share", "", (table,))


def _shared_table(comparison: Comparison, articles: dict[str, Marked]) -> Table:
    texts = {letter_of(p): p.document.article.text for p in comparison.profiles}
    rows = []
    for reprint in comparison.reprints:
        for in_a, in_b in sorted(reprint.passages, key=lambda pair: pair[0].start - pair[0].end)[:PASSAGES]:
            passage = " ".join(plain(texts[reprint.a][in_a.start : in_a.end]).split())
            cells = [Cell(in_quotes(shortened(passage, 130)), note=many(word_count(passage), "word"))]
            for letter, span in ((reprint.a, in_a), (reprint.b, in_b)):
                line = line_at(articles[letter].lines, span.start)
                cells.append(Cell(f"{letter} {line}" if len(texts) == 2 else str(line), text=letter, line=line))
            rows.append(TableRow(tuple(cells)))
    said = listing(
        f"{percent(r.share_a)} of {name(r.a)} and {percent(r.share_b)} of {name(r.b)}" for r in comparison.reprints
    )
    columns = (Column("Passage", "words"), Column("line", "words", 16), Column("line", "words", 16))
    caption = (
        f"Runs of five words that stand in the other too: {said}. Which text was first cannot be told from wording."
    )
    return Table("shared", "The longest passages they share", columns, tuple(rows), caption)


def _voices(comparison: Comparison, articles: dict[str, Marked]) -> Section | None:
    profiles = comparison.profiles
    told = state_of(comparison) is State.FOREIGN
    blocks: list[Content] = [] if told else [voices_figure(profiles)]
    blocks += filter(None, (sources_table(profiles, articles), speakers_table(profiles, articles)))
    return Section("voices", "Voices", "Who is speaking", _voices_lead(profiles), tuple(blocks)) if blocks else None


def _voices_lead(profiles: Sequence[Profile]) -> str:
    heard = [p for p in profiles if not p.document.damaged]
    silent = [name(letter_of(p)) for p in heard if not p.words.quoted]
    if where := damaged_texts(profiles):
        return f"Voices cannot be told apart in {where}: all its running text counts as the writer’s own."
    if len(silent) == len(profiles):
        return "Nobody is quoted in any of the texts."
    if silent:
        return f"Nobody is quoted in {listing(silent)}."
    return "A word in quotation marks is its speaker’s, not the writer’s; it is counted apart."


def _actors(profiles: Sequence[Profile]) -> Section | None:
    table = actors_table(profiles)
    lead = "What each text has its people, states and bodies do, and what is done to them."
    return Section("actors", "Actors", "Who acts, and on whom", lead, (table,)) if table else None


def _reading(profiles: Sequence[Profile]) -> Section | None:
    if any(p.readability.flesch_kincaid_grade is None or is_foreign(p) for p in profiles):
        return None
    measures = [
        ("Words per sentence", [p.readability.words_per_sentence for p in profiles], 1, "longer", 0.15, 0.0),
        ("Long words, in per cent", [p.readability.long_words for p in profiles], 0, "more", 0.15, 0.0),
        ("Flesch–Kincaid grade", [p.readability.flesch_kincaid_grade for p in profiles], 0, "harder", 0.0, 2.0),
    ]
    rows = []
    for label, found, digits, word, ratio, gap in measures:
        values = [value or 0.0 for value in found]
        cells = [Cell(label), *(Cell(f"{value:.{digits}f}") for value in values)]
        said = [Cell(_alike(profiles, values, word, ratio, gap), muted=True)] if len(profiles) > 1 else []
        rows.append(TableRow((*cells, *said)))
    columns = (
        Column("Measure", "words", 58),
        *(Column(name(letter_of(p)), "number", min(26, 72 / len(profiles)), letter_of(p)) for p in profiles),
        *([Column("In plain words", "words")] if len(profiles) > 1 else []),
    )
    caption = (
        "Long words have more than six letters. The grade is that of US schools: 8 is an easy newspaper text, "
        "12 ends school, 16 a first degree. Such formulas count lengths; they know nothing of the reader."
    )
    table = Table("reading", "", columns, tuple(rows), caption)
    return Section("reading", "Reading", "How hard each text is to read", "", (table,))


def _alike(profiles: Sequence[Profile], values: Sequence[float], word: str, ratio: float, gap: float) -> str:
    low, high = min(values), max(values)
    if high - low <= max(gap, ratio * low):
        return "much alike"
    return f"{word} in {name(letter_of(profiles[list(values).index(high)]))}"


def _texts(texts: Texts) -> Section:
    count = len(texts.articles)
    title = {1: "The text, marked", 2: "Both texts, marked"}.get(count, "The texts, marked")
    return Section("texts", "Texts", title, "", (texts,), printed=count <= ON_PAPER)


def _removed(profiles: Sequence[Profile], articles: dict[str, Marked]) -> Section | None:
    if not any(p.document.article.removed for p in profiles):
        return None
    title = "What was taken off before counting"
    blocks: tuple[Content, ...] = (removed_table(profiles),)
    if len(profiles) > ON_STORY:
        blocks = (files_figure(profiles, articles), *blocks)
    return Section("removed", "Taken off", title, "", blocks)


def _method(comparison: Comparison, others: Sequence[Section]) -> Section:
    title = "How this was made, and what it cannot see"
    notes = method_notes(comparison, [section.name for section in others])
    return Section("method", "Method and limits", title, "", (notes,))


def _lexicons(comparison: Comparison) -> Section:
    return Section("lexicons", "Lists", "What was looked for", "", (markers_table(comparison),))
