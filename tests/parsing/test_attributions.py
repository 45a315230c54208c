from __future__ import annotations

import pytest

from framing.parsing import parse
from framing.parsing.attributions import BREADTHS
from framing.parsing.complements import COMPLEMENTS
from framing.parsing.document import CERTAINTY, read_passage
from framing.types import Article

REST = " Nothing else happened that day."


def attributions(text: str) -> list[tuple[str, str | None, str, list[str]]]:
    """Rule, source, cue and contents of every attribution."""
    document = parse(Article(id="a", text=text))
    return [
        (
            item.rule,
            item.speaker.text if item.speaker else None,
            text[item.cue.start : item.cue.end],
            [text[c.start : c.end] for c in item.contents],
        )
        for item in document.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said that it rained.", ("that", "Ann Lee", "said", ["that it rained"])),
        ("Ann Lee says the plan has failed.", ("bare", "Ann Lee", "says", ["the plan has failed"])),
        ("It rained, Ann Lee said on Monday.", ("parenthesis", "Ann Lee", "said", ["It rained"])),
        ("“It rained,” said Ann Lee, a farmer.", ("inverted", "Ann Lee, a farmer", "said", ["“It rained,”"])),
        ("“It rained,” Ann Lee told the mayor.", ("parenthesis", "Ann Lee", "told", ["“It rained,”"])),
        ("Ann Lee told reporters in Paris that it rained.", ("told", "Ann Lee", "told", ["that it rained"])),
        ("Ann Lee said on Monday in Paris that it rained.", ("adjunct", "Ann Lee", "said", ["that it rained"])),
        ("According to Ann Lee, it rained.", ("according", "Ann Lee", "According to", ["it rained"])),
        ("It rained, according to Ann Lee.", ("according", "Ann Lee", "according to", ["It rained"])),
        (
            "As reported by the Post, the rain had stopped.",
            ("according", "the Post", "reported by", ["the rain had stopped"]),
        ),
        ("Ann Lee asked whether it rained.", ("question", "Ann Lee", "asked", ["whether it rained"])),
        ("Ann Lee called the rain “a joke”.", ("naming", "Ann Lee", "called", ["the rain “a joke”"])),
        ("He ended what he called an “era”.", ("what", "he", "called", ["an “era”"])),
        ("Ann Lee warned of floods.", ("topic", "Ann Lee", "warned of", ["floods"])),
        ("Ann Lee vowed to stay.", ("infinitive", "Ann Lee", "vowed", ["to stay"])),
        ("Ann Lee's claim that it rained is odd.", ("noun", "Ann Lee", "claim", ["that it rained is odd"])),
        ("Ann Lee is confident that it rained.", ("adjective", "Ann Lee", "is confident", ["that it rained"])),
        ("Ann Lee had this to add: “It rained all day.”", ("colon", "Ann Lee", "add", ["“It rained all day.”"])),
        ("Said Ann Lee, a farmer: “It rained.”", ("inverted", "Ann Lee, a farmer", "Said", ["“It rained.”"])),
        ("“Will it rain?” Ann Lee asked in Paris.", ("parenthesis", "Ann Lee", "asked", ["“Will it rain?”"])),
        ("“It rained,” Ann Lee later said.", ("parenthesis", "Ann Lee", "later said", ["“It rained,”"])),
        ("Ann Lee said, however, that it rained.", ("that", "Ann Lee", "said", ["that it rained"])),
        ("Ann Lee said on Monday in Ames, Iowa, that it rained.", ("adjunct", "Ann Lee", "said", ["that it rained"])),
        ("While Ann Lee said it rained, the town was dry.", ("bare", "Ann Lee", "said", ["it rained"])),
        ("Ann Lee told cheering crowds that it rained.", ("told", "Ann Lee", "told", ["that it rained"])),
        ("Ann Lee vowed not to stay.", ("infinitive", "Ann Lee", "vowed", ["not to stay"])),
        ("It rained, with Ann Lee saying that it was bad.", ("that", "Ann Lee", "saying", ["that it was bad"])),
        ("“It rained,” Ann Lee said Monday night.", ("parenthesis", "Ann Lee", "said", ["“It rained,”"])),
        ("“It rained,” Ann Lee said when asked.", ("parenthesis", "Ann Lee", "said", ["“It rained,”"])),
        ("Ann Lee said while in Paris that it rained.", ("adjunct", "Ann Lee", "said", ["that it rained"])),
        ("A letter that said it rained came.", ("bare", "A letter", "said", ["it rained came"])),
        ("A sign reads: “It rained.”", ("colon", "A sign", "reads", ["“It rained.”"])),
        ("Ann Lee suggested that, “It rained.”", ("that", "Ann Lee", "suggested", ["that, “It rained.”"])),
        ("Ann Lee reiterated her anger.", ("thing", "Ann Lee", "reiterated", ["her anger"])),
        ("A new poll shows a lead.", ("thing", "A new poll", "shows", ["a lead"])),
        ("Ann Lee urged the town to wait.", ("told", "Ann Lee", "urged", ["to wait"])),
        ("The plan, which Ann Lee says is bad, failed.", ("relative", "Ann Lee", "says", ["which", "is bad"])),
        ("Asked if it was “bad,” Ann Lee said yes.", ("question", None, "Asked", ["if it was “bad,”"])),
        ("Ann Lee warned the U.S. was not ready.", ("told", "Ann Lee", "warned", ["the U.S. was not ready"])),
        (
            "Ann Lee accused Bo Ray of “theft,” while Cy Dow called him a friend.",
            ("thing", "Ann Lee", "accused", ["Bo Ray of “theft,”"]),
        ),
        ("After saying it rained, Ann Lee left.", ("bare", "Ann Lee", "saying", ["it rained"])),
        (
            "Officials who saw Bo said it rained.",
            ("bare", "Officials who saw Bo", "said", ["it rained"]),
        ),
        (
            "Ann Lee, 58, who farms the hills, said it rained.",
            ("bare", "Ann Lee, 58, who farms the hills", "said", ["it rained"]),
        ),
        ("Kelly said it rained.", ("bare", "Kelly", "said", ["it rained"])),
        ("Both think it rained.", ("bare", "Both", "think", ["it rained"])),
        (
            "“It rained,” Ann Lee told crowds of screaming fans in Paris.",
            ("parenthesis", "Ann Lee", "told", ["“It rained,”"]),
        ),
        (
            "Ann Lee told diners at a full Paris cafe that it rained.",
            ("told", "Ann Lee", "told", ["that it rained"]),
        ),
        (
            "Some Lees in Paris and elsewhere said it rained.",
            ("bare", "Some Lees in Paris and elsewhere", "said", ["it rained"]),
        ),
        ("“It rained,” read the letter.", ("inverted", "the letter", "read", ["“It rained,”"])),
        ("“It rained,” he urged readers in May.", ("parenthesis", "he", "urged", ["“It rained,”"])),
        ("“It rained,” Ann Lee gloated.", ("parenthesis", "Ann Lee", "gloated", ["“It rained,”"])),
        (
            "Ann Lee, D-Iowa, one of the mayors there, said it rained.",
            ("bare", "Ann Lee, D-Iowa, one of the mayors there", "said", ["it rained"]),
        ),
        ("They won “half a town” as the fans joked.", ("parenthesis", "the fans", "joked", ["“half a town”"])),
        ("Many fear it will rain.", ("bare", "Many", "fear", ["it will rain"])),
        ("Ann Lee was asked, “Will it rain?”", ("told", None, "was asked", ["Ann Lee", "“Will it rain?”"])),
        (
            "Ann Lee, a farmer from the Smith Hills, said the “old model” of farms was dead.",
            ("bare", "Ann Lee, a farmer from the Smith Hills", "said", ["the “old model” of farms was dead"]),
        ),
        ("The bridge is thought to be safe.", ("passive", None, "is thought", ["The bridge", "to be safe"])),
    ],
)
def test_each_rule(text: str, expected: tuple[str, str | None, str, list[str]]) -> None:
    assert attributions(text + REST)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "This shows that the alliance is strong.",
        "Such a step underscores the importance of trust.",
        "We believe that the plan will fail.",
        "The visit should be seen as a signal.",
        "The report was long and the question was hard.",
        "Two states plan a new bridge.",
        "He accepted the invitation and refused to leave.",
        "New reports of the alleged fraud came in.",
        "The plan calls for a bridge and the rally showed that it is wanted.",
        "They have complained for years.",
        "The paper closed on Monday, citing the Rain Ministry, and Ann Lee demanded an inquiry.",
        "The council announced on Friday, during a meeting, nothing of note.",
        "They hinted at a reform that same month, and found nobody to be of help.",
        "You may know that it rained.",
        "They answer demands for help and have not announced the day.",
        "The chair suggested him to the board.",
        "There is some question of when.",
        "The only hope they had was to wait, a wish echoed by all.",
        "The visitor yelled and held up a flag.",
        "They received a somber warning about nothing.",
        "She has read “Rain” and the best they can do is tell everything.",
    ],
)
def test_the_outlets_own_inference_is_no_voice(text: str) -> None:
    assert attributions(text + REST) == []


def test_content_ends_where_another_speaks() -> None:
    found = attributions("Ann Lee said it rained, but Bob Ray said it was dry." + REST)
    assert [contents for *_, contents in found] == [["it rained"], ["it was dry"]]


def test_a_quotation_resumes_after_its_own_cue() -> None:
    found = attributions("“It rained,” she said, adding, “It was bad.”" + REST)
    assert [(cue, contents) for _, _, cue, contents in found] == [
        ("said", ["“It rained,”"]),
        ("adding", ["“It was bad.”"]),
    ]


def test_cues_inside_quotations_do_not_count() -> None:
    found = attributions("“She said that he claimed it rained,” Ann Lee said." + REST)
    assert [source for _, source, *_ in found] == ["Ann Lee"]


def test_a_speaker_after_a_dash() -> None:
    text = "Rain is near - Ann Lee: “It will rain all day and all night in the hills.”"
    assert attributions(text)[0][:2] == ("colon", "Ann Lee")


def test_a_headline_has_its_source_before_the_colon() -> None:
    text = "Lee: Rain must stop\n\nThe mayor spoke at length in the old town hall on Monday.\n\nNobody left the hall."
    assert attributions(text)[0] == ("headline", "Lee", ":", ["Rain must stop"])


def test_labels_before_a_colon_are_no_sources() -> None:
    assert attributions("Watch: Rain falls\n\nThe mayor went to the old town hall on Monday.") == []


def test_turns_of_an_interview() -> None:
    text = "LEE: It rained.\n\nRAY: It was dry.\n\nLEE: It was wet."
    assert [(rule, source) for rule, source, *_ in attributions(text)] == [
        ("turn", "LEE"),
        ("turn", "RAY"),
        ("turn", "LEE"),
    ]


def test_turns_by_name_and_no_tables() -> None:
    text = "Ann Lee: It rained.\n\nBo Ray: It was dry.\n\nLee: It was wet.\n\nRay: Not so."
    assert [source for _, source, *_ in attributions(text)] == ["Ann Lee", "Bo Ray", "Lee", "Ray"]
    assert attributions("They voted.\n\nLee: 46.\n\nRay: 12.\n\nLee: 17.\n\nRay: 3.") == []


def test_a_signed_post() -> None:
    text = "She wrote on Monday.\n\nIt rained all day. — Ann Lee (@annlee) May 2, 2022"
    assert attributions(text)[-1:] == [("signature", "Ann Lee", "—", ["It rained all day."])]


def test_the_benchmark_finds_more() -> None:
    article = Article(id="a", text="Ann Lee criticised the plan and wanted to leave. Bob Ray said that it rained.")
    voice, benchmark = (len(read_passage(article, breadth=breadth)[1]) for breadth in BREADTHS)
    assert voice < benchmark


def test_every_rule_has_a_certainty() -> None:
    assert {name for name, *_ in COMPLEMENTS} <= CERTAINTY.keys()
    assert all(0 < value < 1 for value in CERTAINTY.values())


@pytest.mark.parametrize(
    "text",
    [
        "Facts have shown that it serves the people.",
        "A diplomat, who spoke on condition of anonymity, left early.",
        "The ministry has not condemned the attack.",
        "The opening remarks were shown on television before the broadcast was cut.",
    ],
)
def test_the_outlets_own_is_nobody_elses_voice(text: str) -> None:
    assert parse(Article(id="a", text=text)).attributions == ()
