"""Readability: textstat's figures, without textstat and without the network."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.readability import INDICES, body_text, measure_readability, textstat_indices
from framing.types import Document
from tests.tiny import document

TEXTS = [
    "The envoys met. They agreed to meet again in the spring.",
    "Don't say it's over! The delegates' talks — well-known for lasting — went on until 3.5 hours past midnight.",
    "The U.S. side, e.g. Mr. Okonjo-Arkwright, \"couldn't\" comment... Why? Because 'tis 1,000,000 reasons: all good.",
    "Zorblatt vexiquished the Karakonova; internationalisation of multilateralism (and interoperability) followed.",
    "İstanbul'da ΣΊΣΥΦΟΣ naïve café Пресс-служба 北京 said 'twas so. _under_score x2 @home #tag 50% don''t",
    "One. Two words. Three words here! no stop at the end",
    "...",
    "word",
    "'s",
]


def same_as_textstat(doc: Document) -> None:
    found = measure_readability(doc)
    if found.smog is not None:
        expected = textstat_indices(body_text(doc))
        assert {name: getattr(found, name) for name in INDICES} == pytest.approx(expected, abs=1e-9, rel=1e-9)


@pytest.mark.parametrize("text", TEXTS)
def test_indices_are_textstats(text: str) -> None:
    same_as_textstat(document(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=40), st.sampled_from([" ", ". ", "\n"]))
def test_indices_are_textstats_on_anything(pieces: list[str], between: str) -> None:
    same_as_textstat(document(between.join(pieces)))


@pytest.mark.shared
def test_indices_are_textstats_on_news(shared: Path) -> None:
    with gzip.open(shared / "data/news/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, 300 * 48, 48):
            same_as_textstat(document(json.loads(line)["text"]))


def test_counts_by_hand() -> None:
    found = measure_readability(document("# A heading of many words\nThe envoys met. They’re meeting again tomorrow."))
    assert (found.words, found.sentences, found.words_per_sentence) == (7, 2, 3.5)
    assert found.syllables_per_word == pytest.approx((1 + 2 + 1 + 1 + 2 + 2 + 3) / 7)
    assert found.long_words == pytest.approx(200 / 7)


def test_apostrophes_of_either_shape_count_alike() -> None:
    curly, straight = (measure_readability(document(f"We don{mark}t know. They can{mark}t say so.")) for mark in "’'")
    assert curly == straight


@pytest.mark.parametrize("text", ["", "# Only a heading", "— … !", "\n\n"])
def test_no_body_no_figures(text: str) -> None:
    found = measure_readability(document(text))
    assert found.words == found.sentences == 0
    assert all(getattr(found, name) is None for name in (*INDICES, "words_per_sentence", "long_words"))


def test_removed_slices_do_not_count() -> None:
    text = "BEIJING (Agency) -- The envoys met in the capital."
    assert measure_readability(document(text, removed=[(0, 20)])) == measure_readability(document(text[20:]))


def test_measuring_imports_nothing_heavy() -> None:
    code = (
        "import sys; from tests.tiny import document; from framing.readability import measure_readability;"
        "measure_readability(document('Zorblatt met the envoys.'));"
        "print(*sorted({'textstat', 'nltk', 'pyphen', 'numpy', 'scipy', 'sklearn'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_hostile_text_is_linear() -> None:
    measure_readability(document("a" * 200_000))
    measure_readability(document("'" * 50_000 + "." * 50_000))


def test_notice_stands_beside_the_table() -> None:
    assert "Carnegie Mellon University" in (Path(__file__).parents[1] / "NOTICE").read_text(encoding="utf-8")


def test_no_index_where_full_stops_are_missing() -> None:
    words = "the minister met the envoys in the old town and the talks went on " * 8
    found = measure_readability(document(words))
    assert found.words > 100
    assert {getattr(found, name) for name in INDICES} == {None}
