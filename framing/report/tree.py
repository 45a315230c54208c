"""The report as a tree of frozen values: `compose` makes it, renderers lay it out.

Every sentence, alternative text, verdict and printed number is a string in here already.
A renderer decides only where things stand. Texts are named by their letters ("A", "B", …):
with two texts a renderer gives A and B their colour and shape wherever ``text`` names one;
with any other number it uses the letter alone. Strings are plain text, never markup, and
keep "Text A" together with a no-break space.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from framing.plots import BarChart, DotChart
from framing.types import Voice

# ── small parts ──────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a line of a text."""

    words: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: ``value``, and ``note`` set smaller behind it.

    ``text`` names the text whose shape stands before the value. ``line`` is the number
    of the line of ``text`` (or of the row's text) that the cell points to. ``links`` are
    the parts of a value that lead to lines of their own: joined by "; " they are the value.
    """

    value: str
    note: str = ""
    text: str = ""
    line: int | None = None
    strong: bool = False
    muted: bool = False
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``text`` names the text it belongs to.

    ``width`` is in millimetres of a 174 mm page; 0 takes what is left. A ``letter``
    column holds a marker group's letter; the first column that is not one heads its row.
    """

    head: str
    kind: Literal["letter", "words", "number"] = "words"
    width: float = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """``lead`` rows head a group of rows below them; ``key`` is its marker's or group's name as in `Rate`."""

    cells: tuple[Cell, ...]
    lead: bool = False
    key: str = ""


# ── blocks ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, in the serif."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Where one text comes from: ``title``, its length in words, then plain lines."""

    text: str
    title: str
    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """One card per text, side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One to two big figures, joined by a small "and", and a sentence on them."""

    figures: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Up to three facts, side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``caption`` says how it was made. A ``dense`` one is long and only there to look things up in."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """The hits of one marker, ready to print, "" for none; ``key`` is its name as in `Rate`."""

    key: str
    label: str
    hits: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The tallies of one group of markers; those without any hit stand in a last row without a letter."""

    letter: str
    label: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Tallies:
    """Markers with too few hits for rates, a row for each group; on a screen each leads to its hits."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, its alternative text and the table with the same numbers.

    ``kind`` names the chart. ``column`` is the place of the picture inside its table,
    before the column of that number, one chart row per table row; ``None`` where
    the picture stands alone. On paper the table then stands below it if ``table_below``,
    else another table of the report holds its numbers; on a screen it can be opened.
    """

    name: str
    kind: Literal["groups", "panels", "strip", "voices", "files"]
    title: str
    chart: DotChart | BarChart
    alt: str
    caption: str
    table: Table
    column: int | None = None
    column_head: str = ""
    table_below: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A short headed piece of the method section; ``code`` lines are set in the sans."""

    title: str
    paragraphs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes, in columns where there is room."""

    notes: tuple[Note, ...]


# ── the texts ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class HitCard:
    """What stands behind one mark: everything a reader may ask of it, ready to print."""

    number: int
    marker: str
    group: str
    letter: str
    label: str
    group_label: str
    construct: str
    entry: str
    match: str
    voice: Voice
    voice_words: str
    sentence: str
    line: int
    start: int
    end: int
    where: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of one voice under the same marks.

    Quoted words stand on a grey ground, reported words in italics.

    ``letter`` is the group whose line style it wears ("" for none), ``hit`` the number of
    that hit, ``hits`` the numbers of all hits that cover it.
    """

    words: str
    voice: Voice
    letter: str = ""
    hit: int | None = None
    hits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of 24 em: its segments joined are ``text[start:end]``.

    White space and control characters in it are written as plain spaces. ``letters`` are
    the groups of marks that begin on it, in order of appearance, each once. ``first`` is
    set on the first line of a paragraph.
    """

    number: int
    start: int
    end: int
    segments: tuple[Segment, ...]
    letters: tuple[str, ...] = ()
    first: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Text taken off before counting: one sentence on it, and the lines themselves."""

    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One article cut into lines, with its hits; ``says`` is its name in words ("Text A")."""

    text: str
    says: str
    title: str
    language: str
    lines: tuple[Line | Gap, ...]
    hits: tuple[HitCard, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A marker group in the key: its letter and the name that wears its line."""

    name: str
    letter: str
    label: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The articles, marked, two to a spread; ``key`` heads them."""

    key: tuple[Key, ...]
    caption: str
    articles: tuple[Marked, ...]


# ── the whole ────────────────────────────────────────────────────────────────

Content: TypeAlias = Prose | Cards | Facts | Table | Tallies | Figure | Notes | Texts


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; the first has no title of its own. Empty sections do not exist.

    ``nav`` is its short name. ``printed`` is unset where it is left to the screen.
    """

    name: str
    nav: str
    title: str
    lead: str
    blocks: tuple[Content, ...]
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. ``texts`` are the letters in order; ``foot`` stands on every page."""

    title: str
    standfirst: str
    kind: str
    texts: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str
    maker: str
    language: str = "en"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Figure))
