"""The evaluation on texts that people labelled: its arithmetic, and the floors it holds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.evaluate import babe, floors, labelled, models, ptc, ratios, tables
from benchmarks.evaluate.__main__ import main
from benchmarks.evaluate.labelled import NAMES, OTHERS, OWN, Labelled
from benchmarks.evaluate.pairs import evaluate as evaluate_pairs
from framing.analysis import analyze
from framing.types import Article


def sample(positive: list[bool], hits: list[int], words: list[int], source: list[str]) -> Labelled:
    """Sentences in which every marker has as many hits in the outlet's voice, and others say nothing."""
    size = len(positive)
    both = np.zeros((size, 2, len(NAMES)))
    both[:, OWN] = np.array(hits)[:, None]
    texts = [f"sentence {number}" for number in range(size)]
    return Labelled(
        texts=texts,
        positive=np.array(positive),
        source=np.array(source),
        tokens=[text.split() for text in texts],
        marked=[[False, False]] * size,
        words=np.column_stack([words, np.zeros(size)]),
        hits=both,
        around=np.empty((size, 0)),
    )


def test_words_and_hits_are_counted_by_sentence_and_voice() -> None:
    text = 'Talks may resume.\nPerhaps. "It may rain, it may snow," Ann Lee said.'
    second = text.index("\n") + 1
    words, hits = labelled.count(analyze(Article(id="x", text=text)), [(0, second - 1), (second, len(text))])
    assert words.tolist() == [[3, 0], [4, 6]]
    assert hits[:, :, NAMES.index("hedges")].tolist() == [[1, 0], [1, 2]]
    assert hits[:, :, NAMES.index("group:stance")].tolist() == [[1, 0], [1, 2]]


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with (gzip.open if path.suffix == ".gz" else open)(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def test_babe_is_read_without_sentences_on_which_nobody_agreed(tmp_path: Path) -> None:
    rows = [
        {"text": "A reckless plan.", "outlet": "X", "label": "Biased", "biased_words": "['reckless']"},
        {"text": "A plan.", "outlet": "Y", "label": "Non-biased", "biased_words": "[]"},
        {"text": "Who knows.", "outlet": "Y", "label": "No agreement", "biased_words": "[]"},
    ]
    write_rows(tmp_path / "bench" / "babe.jsonl", rows)
    found = labelled.read_babe(tmp_path)
    assert (found.texts, found.positive.tolist()) == (["A reckless plan.", "A plan."], [True, False])
    assert found.marked == [[False, True, False], [False, False]]
    assert found.hits[:, OWN, NAMES.index("judging")].tolist() == [1, 0]


def test_ptc_is_read_by_lines(tmp_path: Path) -> None:
    text = "Headline\n\nA reckless plan, he said.\nNothing else."
    spans = [{"technique": "Loaded_Language", "start": text.index("reckless"), "end": text.index(" plan")}]
    write_rows(tmp_path / "bench" / "ptc_dev.jsonl", [{"id": "1", "text": text, "spans": spans}])
    found = labelled.read_ptc(tmp_path, "dev")
    assert (found.texts, found.positive.tolist()) == (text.replace("\n\n", "\n").split("\n"), [False, True, False])
    assert found.marked[1] == [False, True, False, False, False]
    judging = NAMES.index("judging")
    assert found.around[:, judging].tolist() == [1, 0, 1]
    assert len(found + found.keep(found.positive)) == 4


def test_pairs_that_share_an_article_are_one_event(tmp_path: Path) -> None:
    pairs = [
        {"state_id": state, "west_id": west, "state_subgroup": bloc, "west_subgroup": kind, "state_outlet": outlet}
        for state, west, bloc, kind, outlet in [
            ("s1", "w1", "cn-state", "agency", "X"),
            ("s1", "w2", "cn-state", "mainstream", "X"),
            ("s2", "w3", "cn-state", "tabloid", "X"),
            ("s2", "voa", "cn-state", "us-gov-funded", "X"),
            ("s3", "w4", "ru-state", "agency", "RT"),
        ]
    ]
    texts = {"s1": "A win-win plan is a win-win plan for ten of them. " * 2, "s2": "Hong Kong " * 3 + "met."}
    names = ("s1", "s2", "s3", "w1", "w2", "w3", "w4")
    write_rows(tmp_path / "news" / "pairs.jsonl", pairs)
    write_rows(
        tmp_path / "news" / "articles.jsonl.gz", [{"id": n, "text": texts.get(n, "Ten of them met.")} for n in names]
    )
    header, _, *lines = evaluate_pairs(tmp_path).text.split("\n")
    assert "China, own voice (3 pairs, 2 events)" in header
    assert "without Hong Kong, own voice (2 pairs, 1 events)" in header
    assert "RT, all words (1 pairs, 1 events)" in header
    cells = {line.split(" | ")[0].strip("| "): line.strip(" |").split(" | ")[1:] for line in lines}
    assert cells["china_formula"][2] == "**+1818.2 [1818.2, 1818.2]**"
    assert cells["numbers"][4:] == []


@pytest.mark.parametrize("sentence", ["Talks resume as leaders meet", "Will talks resume?", "# Talks"])
def test_a_lone_sentence_is_no_heading(sentence: str) -> None:
    profile = labelled.analyze_alone(sentence)
    assert profile.words.heading == 0
    assert profile.words.own == len(labelled.LEAD.split()) + len(sentence.strip("# ").split())


def test_ratios_compare_within_strata() -> None:
    """Three times the hits in either outlet, though the outlet with more hits has fewer marked sentences."""
    positive = [True] * 10 + [False] * 40 + [True] * 40 + [False] * 10
    hits = [6] * 10 + [2] * 40 + [3] * 40 + [1] * 10
    found = ratios.babe_ratios(sample(positive, hits, [20] * 100, ["a"] * 50 + ["b"] * 50))["hedges"]
    assert (found[OWN].value, found[OWN].hits) == (pytest.approx(3, rel=0.05), sum(hits))
    assert found[OWN].low == pytest.approx(found[OWN].high, rel=0.05)
    assert found[OWN].sign == 1
    assert (found[OTHERS].hits, found[OTHERS].sign) == (0, 0)


def test_swapping_the_labels_inverts_a_ratio() -> None:
    generator = np.random.default_rng(5)
    positive = (generator.random(200) < 0.4).tolist()
    hits, words = generator.poisson(2, 200).tolist(), generator.integers(5, 40, 200).tolist()
    sources = generator.choice(["a", "b", "c"], 200).tolist()
    one = ratios.babe_ratios(sample(positive, hits, words, sources))["hedges"][OWN]
    two = ratios.babe_ratios(sample([not label for label in positive], hits, words, sources))["hedges"][OWN]
    assert (one.value, one.low, one.high) == pytest.approx((1 / two.value, 1 / two.high, 1 / two.low), rel=0.01)
    assert one.low < 1 < one.high


@pytest.mark.parametrize(
    ("direction", "signs", "expected"),
    [
        ("more in texts that readers call biased", (1, 1), "agrees twice"),
        ("more in propaganda", (0, 1), "agrees"),
        ("more in texts that readers call biased", (0, 0), "not confirmed"),
        ("less in texts that readers call biased", (1, 0), "contradicts"),
        ("less in texts that readers call biased", (1, -1), "disputed"),
        ("style only, no sign of bias", (0, 0), "style only, as said"),
        ("style only, no sign of bias", (0, 1), "not style only: more in PTC"),
        ("follows the topic", (-1, 0), "no claim; less in BABE"),
    ],
)
def test_verdicts(direction: str, signs: tuple[int, int], expected: str) -> None:
    assert ratios.verdict(direction, signs) == expected


def test_what_the_untouched_part_denies_counts_for_nothing() -> None:
    def found(*values: float) -> dict[str, ratios.Ratios]:
        made = [(ratios.Ratio(value, value * 0.9, value * 1.1, 50),) * 2 for value in values]
        return {corpus: {"x": pair} for corpus, pair in zip(ratios.CORPORA, made, strict=True)}

    assert ratios.signs("x", found(2, 0.5), found(1.1, 1.1)) == [1, 0]


def test_near_duplicates_share_a_number() -> None:
    first = "The president said on Monday that the plan would go ahead as promised."
    groups = babe.near_duplicates(
        [first, "Nothing of the kind was ever said.", first.replace("promised", "planned"), "No."]
    )
    assert groups[0] == groups[2]
    assert len(set(groups)) == 3


def test_near_duplicates_never_stand_on_both_sides() -> None:
    twins = sample([True, True, False, False] * 10, [1] * 40, [9] * 40, ["a"] * 40)
    twins.texts[:] = [" ".join(f"{letter}{n // 2}" for letter in "abcdefg") + f" {n % 2}" for n in range(40)]
    groups = babe.near_duplicates(twins.texts)
    assert len(set(groups)) == 20
    for train, test in babe.stratified_folds(twins):
        assert not set(groups[train]) & set(groups[test])
        assert sorted([*train, *test]) == list(range(40))


def test_the_best_threshold_parts_what_can_be_parted() -> None:
    threshold, f1 = ptc.best_threshold(sample([False, True, False, True], [0] * 4, [1] * 4, ["a"] * 4), np.arange(4.0))
    assert (threshold, f1) == (1.0, pytest.approx(0.8))


def test_models_learn_only_from_training_sentences() -> None:
    """A marker that tells all is learnt; the labels of test sentences change nothing."""
    positive = [True, False] * 30
    clear = sample(positive, [3 * label for label in positive], [10] * 60, ["a"] * 60)
    fold = (np.arange(40), np.arange(40, 60))
    score = models.scores(clear, [fold], ["markers"])["markers"]
    assert np.isnan(score[:40]).all()
    assert ((score[40:] > 0) == clear.positive[40:]).all()
    clear.positive[40:] = ~clear.positive[40:]
    assert (models.scores(clear, [fold], ["markers"])["markers"][40:] == score[40:]).all()


def test_pages_keep_what_stands_around_their_tables(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures: a -->\nold\n<!-- end -->\nafter\n<!-- figures: b -->\n<!-- end -->\n")
    tables.write(page, {"a": tables.Part(tables.table(["x", "y"], [["1", tables.decimals(-0.25, 2)]]))})
    table = "| x | y |\n| --- | --: |\n| 1 | −.25 |"
    assert (
        page.read_text()
        == f"before\n<!-- figures: a -->\n{table}\n<!-- end -->\nafter\n<!-- figures: b -->\n<!-- end -->\n"
    )


def test_what_lacks_its_data_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evaluate", str(tmp_path), "babe", "pairs"])
    assert main() == 0
    assert capsys.readouterr().out.count("not computed: it needs") == 2
    monkeypatch.setattr("sys.argv", ["evaluate", str(tmp_path), "babe", "--check"])
    with pytest.raises(SystemExit):
        main()
    assert f"floors need {tmp_path}/bench" in capsys.readouterr().err


def test_floors_name_what_has_fallen(monkeypatch: pytest.MonkeyPatch) -> None:
    markers = {name: {"BABE": {"hits": 40, "above": 1.5}} for name in ("fallen", "gone", "held")}
    monkeypatch.setattr(floors, "pinned", lambda: {"figures": {"F1": 0.7}, "markers": markers})
    held, fallen = ratios.Ratio(1.6, 1.2, 2.0, 41), ratios.Ratio(1.4, 1.2, 2.0, 39)
    assert floors.markers_below({"BABE": {"held": (held, held), "fallen": (fallen, held)}}) == [
        "fallen in BABE: 39 hits, the floor is 40",
        "fallen in BABE: ratio 1.40, the floor is 1.5",
        "gone in BABE: the marker is gone",
    ]
    assert floors.figures_below({"F1": 0.69, "new": 0.1}) == ["F1 is 0.690, its floor 0.7"]


@pytest.mark.shared
def test_no_marker_lies_below_its_floor(shared: Path) -> None:
    """A floor that moves is moved by hand (``benchmarks.evaluate --pin``), with a line in the changelog."""
    data = shared / "data"
    assert floors.fingerprint(data) == floors.pinned()["fingerprint"], "other data: evaluate and pin anew"
    sample = labelled.read_babe(data)
    assert not floors.markers_below({"BABE": ratios.babe_ratios(sample)})
    score = models.scores(sample, babe.stratified_folds(sample), ["markers"])["markers"]
    assert not floors.figures_below({"BABE, 5-fold, markers": babe.macro_f1(sample, score)})
