from __future__ import annotations

from framing.agency import find_agency
from framing.parsing import parse
from framing.types import Actor, Article, Span

TEXT = """Korva rejects talks

Korva rejected the offer on Monday. The Foreign Ministry of Korva was ready, but Korva's army is weak.
President Ana Hollis met Mr Brandt in Lanmouth. Hollis thanked Korva and Brandt. Brandt was praised by Hollis.

“Korva lost the war,” Ms Hollis said. The ministry ignored her. The army, the ministry said, ignored the ministry.
The United Nations attacked Korva. Analysts at the UN disagree. Korvan troops left, and Korvan prices rose."""


def actors() -> dict[str, Actor]:
    return {actor.name: actor for actor in find_agency(parse(Article("a", TEXT))).actors}


def words(spans: tuple[Span, ...]) -> list[str]:
    return [TEXT[span.start : span.end] for span in spans]


def test_names_are_merged_and_the_most_mentioned_come_first() -> None:
    found = actors()
    assert list(found)[:2] == ["Korva", "Ana Hollis"]
    assert words(found["Ana Hollis"].mentions) == ["Ana Hollis", "Hollis", "Hollis", "Hollis"]
    assert words(found["Brandt"].mentions) == ["Brandt"] * 3
    assert words(found["United Nations"].mentions) == ["United Nations", "UN"]
    assert words(found["Foreign Ministry"].mentions) == ["Foreign Ministry", "ministry", "ministry"]


def test_headings_quotations_and_adjectives_are_left_out() -> None:
    korva = actors()["Korva"]
    assert [span.start > TEXT.index("\n") for span in korva.mentions] == [True] * len(korva.mentions)
    assert "lost" not in words(korva.agent_of)
    assert "Korvan" not in actors()


def test_roles() -> None:
    found = actors()
    assert words(found["Korva"].agent_of) == ["rejected"]
    assert words(found["Korva"].patient_of) == ["thanked", "attacked"]
    assert words(found["Korva"].possessor_of) == ["army"]
    assert words(found["Foreign Ministry"].described_by) == []
    assert words(found["Ana Hollis"].agent_of) == ["met", "thanked", "praised", "said"]
    assert words(found["Brandt"].patient_of) == ["met", "thanked", "praised"]
    assert found["United Nations"].possessor_of == ()


def test_nobody() -> None:
    assert find_agency(parse(Article("a", ""))).actors == ()
    assert find_agency(parse(Article("a", "Once named, Korva fell."))).actors == ()
