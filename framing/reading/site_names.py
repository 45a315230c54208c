"""The name of a site glued to the headline: "Talks end | The Daily Example"."""

from __future__ import annotations

import re
from functools import cache

from framing.reading.boilerplate import Find, part
from framing.types import Removed

FEWEST_WORDS = 4
"""Words that a headline has at least."""


def find_site_name(text: str, finds: list[Find], published_by: str | None) -> Find | None:
    """Find a site's name at the end of the first line.

    It is one where a credit or the metadata gives the same name; after a bar also where
    it is called as outlets are ("Times", "News"). Anything else may be part of the title.
    """
    match = _glued().match(text)
    if not match or len(match["headline"].split()) < FEWEST_WORDS:
        return None
    if any(find.removed.start < match.end() for find in finds):
        return None
    given = [published_by, *(find.match.groupdict().get("published_by") for find in finds)]
    known = match["bar"] == "|" and re.search(rf"\b{part('outlet')}\b", match["published_by"])
    if not known and _bare(match["published_by"]) not in {_bare(name) for name in given if name}:
        return None
    return Find(Removed(match.end("headline"), match.end("published_by"), "site name"), "", match)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").rstrip(". ")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?P<headline>[^|\n]{12,200}?)"
        rf"(?: \|[^|\n]{{1,40}})?[ ](?P<bar>[|–—-])[ ](?P<published_by>(?:The )?{part('cap')}(?: {part('cap')}){{0,3}})"
        r"[ \t]*(?=\n|\Z)"
    )
