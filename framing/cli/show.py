"""``framing show``: one article, marked, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

    from framing.types import Document, Paragraph, Profile


@click.command()
@click.argument("source", metavar="PATH")
@click.option("--marker", "only", help="Show one marker or group only.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(), help="Your own lexicon, a marker like ours.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def command(source: str, only: str | None, lexicons: tuple[str, ...], as_json: bool) -> None:
    """Print one article in the terminal with its markers and voices.

    Markers are underlined and followed by their group's letter; words in quotation marks
    are dimmed, reported words are in italics.

    \b
    Example:
      framing show a.txt --marker hedges
    """
    import json

    from framing.analysis import analyze
    from framing.errors import one_of
    from framing.lexicon import load_user_lexicon
    from framing.markers import with_own
    from framing.reading import expand, read_article

    own = tuple(map(load_user_lexicon, lexicons))
    rows, families = with_own(own)
    groups = {row.marker.name: row.marker.group for row in rows}
    if only is not None:
        one_of(only, [*groups, *(group.name for group in families)], what="marker")
    for name in expand(source):
        profile = analyze(read_article(name), own)
        hits = [hit for hit in profile.hits if only in (None, hit.marker, groups[hit.marker])]
        if as_json:
            keys = ("marker", "entry", "match", "start", "end", "voice")
            click.echo(json.dumps([{key: getattr(hit, key) for key in keys} for hit in hits], ensure_ascii=False))
        else:
            letters = {group.name: group.letter for group in families}
            _print(profile, [(hit.start, hit.end, letters[groups[hit.marker]]) for hit in hits])


Mark = tuple[int, int, str]
"""Start, end and letter of a hit."""


def _print(profile: Profile, marks: list[Mark]) -> None:
    from rich.console import Console

    console = Console()
    for paragraph in profile.document.paragraphs:
        console.print(_paragraph(profile.document, paragraph, marks), end="\n\n")
    words = profile.words
    console.print(
        f"{words.total} words: {words.own} own, {words.quoted} quoted, {words.reported} reported, "
        f"{words.heading} in headings; {words.removed} removed.",
        style="dim",
    )


def _paragraph(document: Document, paragraph: Paragraph, marks: list[Mark]) -> Text:
    from rich.text import Text

    from framing.types import VOICES, Voice

    styles = {Voice.QUOTED: "dim", Voice.REPORTED: "italic"}
    text, tokens = document.article.text, document.tokens
    shown = Text(style="bold" if paragraph.heading else "")
    at = paragraph.start
    for token in range(paragraph.first, paragraph.last):
        start, end = tokens.start[token], tokens.end[token]
        under = " underline" if any(left <= start < right for left, right, _ in marks) else ""
        shown.append(" " if text[at:start].isspace() else text[at:start])
        shown.append(text[start:end], style=f"{styles.get(VOICES[document.voices[token]], '')}{under}".strip())
        shown.append("".join(letter for _, right, letter in marks if start < right <= end), style="bold cyan")
        at = end
    return shown
