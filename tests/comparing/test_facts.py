"""The gate of facts: no change lowers what is found in the events marked by hand."""

from __future__ import annotations

from tests.comparing.facts import score

FLOORS = {"all": (0.95, 0.95), "number": (0.95, 0.95), "person": (0.95, 0.95), "organisation": (0.95, 0.95)}


def test_facts_stay_as_good_as_they_were() -> None:
    scores, faults = score()
    for kind, (precision, recall) in FLOORS.items():
        assert scores[kind].precision >= precision, (kind, faults)
        assert scores[kind].recall >= recall, (kind, faults)
