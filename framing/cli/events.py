"""``framing events``: what ``event:NAME`` may name."""

from __future__ import annotations

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(as_json: bool) -> None:
    """List the built-in events.

    \b
    Example:
      framing events
    """
    import json

    from framing.reading import list_events

    events = list_events()
    if as_json:
        click.echo(json.dumps(events, indent=2, ensure_ascii=False))
        return
    for event in events:
        click.echo(f"event:{event['name']:<24} {event['title']}")
