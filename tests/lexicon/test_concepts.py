from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicon import Matcher, concepts_lexicon, load_concepts
from framing.lexicon.concepts import COLUMNS


def test_shipped_concepts() -> None:
    concepts = load_concepts()
    assert len(concepts) >= 80
    assert len({concept.name for concept in concepts}) == len(concepts)
    for concept in concepts:
        assert len(concept.variants) > 1, concept.name
        assert all(variant.users for variant in concept.variants), concept.name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia's invasion of Ukraine went on.", ["invasion of ukraine"]),
        ("the special military operation", ["special military operation"]),
        ("the so-called rules-based order", ["rules based order"]),
        ("The Diaoyu Islands, called Senkaku Islands in Japan", ["diaoyu islands", "senkaku islands"]),
    ],
)
def test_wordings_are_found(text: str, found: list[str]) -> None:
    matches = Matcher([concepts_lexicon(load_concepts())]).find_text(text)
    assert [match.entry for match in matches] == found


HEAD = "\t".join(COLUMNS)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("a\tb\n", "has other columns"),
        (f"{HEAD}\nsea\tplace\tthe sea\n", "line 2: is no variant"),
        (f"{HEAD}\nsea\tplace\tthe sea\teast-sea\tA\t\n", "line 2: pattern 'east-sea'"),
        (
            f"{HEAD}\nsea\tplace\tthe sea\teast sea\tA\t\nsea\tplace\tthe sea\teast sea\tB\t\n",
            "line 3: 'east sea' stands in line 2",
        ),
    ],
)
def test_bad_tables_are_named(tmp_path: Path, table: str, says: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load_concepts(path)
