from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agency import find_agency, match_agency
from framing.parsing import parse
from framing.types import Article, Diathesis, Span, Voice
from tests.timing import grows_linearly

PIECES = (
    "Korva the a she who that which was were been has not attacks plans took taken hit by of in and Beijing’s he’s "
    "they’ll quickly It's said 12 % us US May Mr. Ann ’s , “ ” ."
)
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Each clause as group, voice, agent, patient."""

    def words(span: Span | None) -> str:
        return text[span.start : span.end] if span else "-"

    clauses = find_agency(parse(Article("a", text))).clauses
    return [(words(c.group), c.diathesis.value, words(c.agent), words(c.patient)) for c in clauses]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The gate was blown up by rebels.", ("was blown", "passive", "rebels", "The gate")),
        ("The gate was blown up.", ("was blown", "agentless", "-", "The gate")),
        ("The gate will not be opened again.", ("will not be opened", "agentless", "-", "The gate")),
        ("Two men got arrested.", ("got arrested", "agentless", "-", "Two men")),
        ("The gate is being rebuilt.", ("is being rebuilt", "agentless", "-", "The gate")),
        ("The gate was closed.", ("was closed", "unsure", "-", "The gate")),
        ("Rebels have blown up the gate.", ("have blown", "active", "Rebels", "the gate")),
        ("Korva opposes it.", ("opposes", "active", "Korva", "it")),
        ("She’ll sign it.", ("She’ll sign", "active", "She", "it")),
        ("The law that parliament passed is new.", ("passed", "active", "parliament", "The law")),
        ("Korva’s army, which holds the hill, shelled the town.", ("shelled", "active", "Korva’s army", "the town")),
        ("“We know,” said the mayor of Lanmouth.", ("said", "active", "the mayor", "-")),
        ("A deal brokered by Korva failed.", ("brokered", "passive", "Korva", "A deal")),
    ],
)
def test_clauses(text: str, clause: tuple[str, ...]) -> None:
    assert clause in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was worried about it.",
        "The talks in Korva on trade and the plan for peace.",
        "He has never been there.",
        "The armed men near the damaged bridge.",
        "To sign it now, as planned, or not.",
        "",
    ],
)
def test_no_clause(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "tail", ["by Friday", "by a third", "by 12 per cent", "by cutting a ribbon", "by the end of May"]
)
def test_time_measure_and_means_do_not_act(tail: str) -> None:
    assert found(f"The debt was reduced {tail}.")[0][:3] == ("was reduced", "agentless", "-")


def test_a_coordinated_verb_keeps_its_subject() -> None:
    assert found("Three men were seized and beaten.")[1] == ("beaten", "agentless", "-", "Three men")
    assert found("The judge was sworn in and closed the case.")[1] == ("closed", "active", "The judge", "the case")


def test_voices_are_apart() -> None:
    text = "Rebels took Lanmouth\n\nThe gate was opened. “It was opened by fools,” the mayor said.\n\nNobody was hurt."
    clauses = find_agency(parse(Article("a", text))).clauses
    assert [clause.voice for clause in clauses] == [Voice.HEADING, Voice.OWN, Voice.QUOTED, Voice.OWN, Voice.OWN]
    assert [clause.sentence for clause in clauses] == [0, 1, 2, 2, 3]


@given(st.lists(WORDS, max_size=40))
def test_any_text_has_clauses_that_lie_in_it(words: list[str]) -> None:
    document = parse(Article("a", " ".join(words)))
    agency = find_agency(document)
    for clause in agency.clauses:
        sentence = document.sentences[clause.sentence]
        spans = [span for span in (clause.group, clause.verb, clause.agent, clause.patient) if span]
        assert all(sentence.start <= span.start < span.end <= sentence.end for span in spans)
        assert clause.group.start <= clause.verb.start
        assert clause.verb.end == clause.group.end
        assert (clause.diathesis is Diathesis.PASSIVE) <= (clause.agent is not None)
        assert clause.diathesis not in (Diathesis.AGENTLESS, Diathesis.UNSURE) or clause.agent is None


@given(st.lists(WORDS, max_size=40))
def test_passives_are_marked_as_their_clauses_are_told(words: list[str]) -> None:
    document = parse(Article("a", " ".join(words)))
    clauses = {(c.group.start, c.group.end): c.diathesis for c in find_agency(document).clauses}
    marked = {(m.start, m.end): m.lexicon for m in match_agency(document) if m.lexicon != "nominalisations"}
    names = {Diathesis.PASSIVE: "passives", Diathesis.AGENTLESS: "agentless_passives"}
    assert marked == {span: names[diathesis] for span, diathesis in clauses.items() if diathesis in names}


@pytest.mark.parametrize(
    "piece", ["met, ruled ", "the plan attacks ", "Korva's ", "was very ", "that which ", "Korva Peace "]
)
def test_time_grows_with_length(piece: str) -> None:
    assert grows_linearly(lambda text: find_agency(parse(Article("a", text))), lambda n: piece * n, 300)
