"""The table of markers. A new marker is a row of ``markers.tsv``, and a lexicon or a rule.

Ratios in the column ``source`` are those of our lists in the outlet's own words, by ``make
evaluate`` (docs/validity.md): how much more often (per 1,000 words) a marker stands in
sentences that people called biased or propagandistic than in others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from framing.markers import rules
from framing.types import Document, Group, Marker, Match

Finder = Callable[[Document, Sequence[Match]], Sequence[Match]]

UNIT = "hits per 1,000 words"


@dataclass(frozen=True, slots=True)
class Row:
    """A marker and the function that finds it, given the matches of the lexicon of its name."""

    marker: Marker
    find: Finder = rules.as_matched


GROUPS: tuple[Group, ...] = (
    Group("stance", "S", "Stance & argument", "stance and argument"),
    Group("evaluation", "E", "Evaluation", "judging words"),
    Group("sourcing", "W", "Attribution & sourcing", "sourcing"),
    Group("labels", "L", "Labels, us/them", "labels"),
    Group("agency", "G", "Agency", "impersonal wording"),
    Group("legitimation", "J", "Legitimation", "appeals to principle and history"),
    Group("threat", "T", "Threat & conflict", "words of conflict"),
    Group("formula", "F", "Formula & set phrases", "set phrases"),
    Group("facts", "N", "Facts & numbers", "facts and figures"),
)

RULES: Mapping[str, Finder] = {
    "boosters": rules.affirmed,
    "praise": rules.affirmed,
    "moral_virtue": rules.affirmed,
    "intensifiers": rules.affirmed,
    "us_them": rules.us_them,
    "named_sources": rules.named_sources,
    "institutional_sources": rules.institutional_sources,
    "unnamed_sources": rules.unnamed_sources,
    "scare_quotes": rules.scare_quotes,
    "exclamations": rules.exclamations,
    "numbers": rules.numbers,
    "dates": rules.dates,
}


def _read() -> tuple[Row, ...]:
    table = files(__package__).joinpath("markers.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return tuple(
        Row(Marker(name, label, group, construct, UNIT, *rest), RULES.get(name, rules.as_matched))
        for name, group, label, construct, *rest in rows
    )


MARKERS: tuple[Row, ...] = _read()
