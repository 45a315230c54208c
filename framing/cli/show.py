"""``framing show``: one article, marked, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

    from framing.types import Profile


@click.command()
@click.argument("source", metavar="PATH")
@click.option("--marker", "only", help="Show one marker or group only.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def command(source: str, only: str | None, as_json: bool) -> None:
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
    from framing.markers import GROUPS, MARKERS
    from framing.reading import expand, read_article

    groups = {row.marker.name: row.marker.group for row in MARKERS}
    if only is not None:
        one_of(only, [*groups, *(group.name for group in GROUPS)], what="marker")
    for name in expand(source):
        profile = analyze(read_article(name))
        hits = [hit for hit in profile.hits if only in (None, hit.marker, groups[hit.marker])]
        if as_json:
            keys = ("marker", "entry", "match", "start", "end", "voice")
            click.echo(json.dumps([{key: getattr(hit, key) for key in keys} for hit in hits], ensure_ascii=False))
        else:
            letters = {group.name: group.letter for group in GROUPS}
            _print(profile, {hit.end: letters[groups[hit.marker]] for hit in hits}, [(h.start, h.end) for h in hits])


def _print(profile: Profile, letters: dict[int, str], marked: list[tuple[int, int]]) -> None:
    from rich.console import Console

    console = Console()
    for paragraph in profile.document.paragraphs:
        console.print(_paragraph(profile, paragraph.start, paragraph.end, letters, marked, paragraph.heading))
        console.print()
    words = profile.words
    console.print(
        f"{words.total} words: {words.own} own, {words.quoted} quoted, {words.reported} reported, "
        f"{words.heading} in headings; {words.removed} removed.",
        style="dim",
    )


def _paragraph(
    profile: Profile, start: int, end: int, letters: dict[int, str], marked: list[tuple[int, int]], heading: bool
) -> Text:
    from rich.text import Text

    from framing.types import VOICES, Voice

    document = profile.document
    body = document.article.text
    text = Text(style="bold" if heading else "")
    styles = {Voice.QUOTED: "dim", Voice.REPORTED: "italic"}
    tokens = document.tokens
    inside = [i for i in range(len(tokens)) if start <= tokens.start[i] < end]
    at = start
    for i in inside:
        left, right = tokens.start[i], tokens.end[i]
        under = " underline" if any(s <= left < e for s, e in marked) else ""
        text.append(body[at:left].replace("\n", " "))
        text.append(body[left:right], style=(styles.get(VOICES[document.voices[i]], "") + under).strip())
        if right in letters:
            text.append(letters[right], style="bold cyan")
        at = right
    text.append(body[at:end])
    return text
