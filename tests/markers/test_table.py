from __future__ import annotations

from framing.lexicon import load_lexicons
from framing.markers import GROUPS, MARKERS
from framing.markers.rules import as_matched

RULES = {"exclamations", "named_sources", "institutional_sources", "scare_quotes", "numbers", "dates"}
AGENCY = {"passives", "agentless_passives", "nominalisations"}
ROLES = {"official_sources", "expert_sources", "ordinary_sources", "document_sources"}
LEXICON_AND_RULE = {"unnamed_sources", "boosters", "praise", "moral_virtue", "intensifiers", "us_them"}


def test_groups() -> None:
    assert [group.letter for group in GROUPS] == list("SEWLGJTFN")
    assert [group.name for group in GROUPS] == list(dict.fromkeys(row.marker.group for row in MARKERS))


def test_markers_tell_all_about_themselves() -> None:
    for row in MARKERS:
        marker = row.marker
        assert marker.unit == "hits per 1,000 words"
        assert all((marker.label, marker.construct, marker.direction, marker.source, marker.misses)), marker.name
        assert marker.construct[0].islower() or marker.construct.startswith("the West"), marker.name
        assert not marker.construct.endswith(".")
    labels = [row.marker.label for row in MARKERS]
    assert len(set(labels)) == len(labels)


def test_every_marker_has_its_lexicon_or_its_rule() -> None:
    names = [row.marker.name for row in MARKERS]
    assert len(set(names)) == len(names)
    assert set(names) == RULES | ROLES | AGENCY | {lexicon.name for lexicon in load_lexicons()}
    by_rule = {row.marker.name for row in MARKERS if row.find is not as_matched}
    assert by_rule == RULES | LEXICON_AND_RULE
