"""``framing show``: one article, marked, in the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

    from framing.types import Document, Group, Paragraph, Profile


@click.command()
@click.argument("source", metavar="PATH")
@click.option("--marker", "only", help="Show one marker or group only.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(), help="Your own lexicon, a marker like ours.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def command(source: str, only: str | None, lexicons: tuple[str, ...], as_json: bool) -> None:
    """Print one article in the terminal with its markers and voices.

    Markers are underlined and followed by their group's letter, or stand in brackets with
    it where the output is no terminal; words in quotation marks are dimmed, reported words
    are in italics.

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
            _print(profile, [(hit.start, hit.end, groups[hit.marker]) for hit in hits], families)


Mark = tuple[int, int, str]
"""Start, end and group of a hit."""


def _print(profile: Profile, marks: list[Mark], groups: tuple[Group, ...]) -> None:
    from rich.console import Console

    console = Console()
    letters = {group.name: group.letter for group in groups}
    spans: dict[tuple[int, int], str] = {}
    for start, end, group in marks:
        seen = spans.get((start, end), "")
        spans[start, end] = seen if letters[group] in seen else seen + letters[group]
    for paragraph in profile.document.paragraphs:
        shown = _paragraph(profile.document, paragraph, spans, plain=console.color_system is None)
        console.print(shown, end="\n\n")
    found = Counter(group for _, _, group in marks)
    said = [f"{group.letter} {group.label} {found[group.name]}" for group in groups if found[group.name]]
    if said:
        console.print("Hits in all voices: " + ", ".join(said) + ".", style="dim", highlight=False)
    words = profile.words
    console.print(
        f"{words.total} words: {words.own} own, {words.quoted} quoted, {words.reported} reported, "
        f"{words.heading} in headings; {words.removed} removed.",
        style="dim",
        highlight=False,
    )


def _paragraph(document: Document, paragraph: Paragraph, spans: dict[tuple[int, int], str], *, plain: bool) -> Text:
    """Show marks underlined with letters behind them; where nothing can be styled, in brackets."""
    from rich.text import Text

    from framing.types import VOICES, Voice

    styles = {Voice.QUOTED: "dim", Voice.REPORTED: "italic"}
    text, tokens = document.article.text, document.tokens
    shown = Text(style="bold" if paragraph.heading else "")
    at = paragraph.start
    for token in range(paragraph.first, paragraph.last):
        start, end = tokens.start[token], tokens.end[token]
        shown.append(" " if text[at:start].isspace() else text[at:start])
        if plain:
            shown.append("[" * sum(start <= left < end for left, _ in spans))
        under = " underline" if any(left <= start < right for left, right in spans) else ""
        shown.append(text[start:end], style=f"{styles.get(VOICES[document.voices[token]], '')}{under}".strip())
        ended = [letters for (_, right), letters in spans.items() if start < right <= end]
        if plain:
            shown.append("".join(f" {letters}]" for letters in ended))
        else:
            shown.append("".join(dict.fromkeys("".join(ended))), style="bold cyan")
        at = end
    return shown
