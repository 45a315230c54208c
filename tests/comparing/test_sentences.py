from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparing.sentences import align_sentences
from framing.types import Alignment, FactKind, Status
from tests.tiny import profile

A = "Rain fell on the quiet harbour of Lanmouth. The treaty obliges Ondria to let 410 cubic meters flow to Pelmar."
B = "Ondria must let 410 cubic meters of water flow to Pelmar, the treaty says. Nobody came to the old theatre today."


def aligned(*texts: str) -> tuple[Alignment, ...]:
    return align_sentences([profile(text, id="ABC"[index]) for index, text in enumerate(texts)])


def test_sentences_that_tell_the_same() -> None:
    (found,) = aligned(A, B)
    assert (found.kind, found.status) == (FactKind.SENTENCE, Status.BOTH)
    assert [(cell.article, cell.text[:10]) for cell in found.cells] == [("A", "The treaty"), ("B", "Ondria mus")]
    assert found.score > 0.6
    assert [A, B][0][found.cells[0].spans[0].start :].startswith("The treaty")


def test_a_text_is_aligned_with_itself_sentence_by_sentence() -> None:
    found = aligned(A, A)
    assert [cell.text for one in found for cell in one.cells[:1]] == [A[:43], A[44:]]
    assert all(one.score > 0.999 for one in found)


def test_three_texts_are_aligned_two_by_two() -> None:
    assert [[cell.article for cell in one.cells] for one in aligned(A, B, A)] == [
        *(["A", "B"], ["A", "C"], ["A", "C"]),
        ["B", "C"],
    ]


def test_headings_and_short_sentences_are_left_out() -> None:
    assert aligned("# The treaty obliges Ondria to let 410 meters flow", B) == ()
    assert aligned("Ondria Pelmar 410 meters.", B) == ()


WORDS = st.sampled_from(["treaty", "Ondria", "410", "flow", "the", "to", "Pelmar", "meters", "harbour", "."])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS)
def test_swapping_swaps_the_cells(a: str, b: str) -> None:
    def pairs(found: tuple[Alignment, ...], swap: bool) -> set[tuple[object, ...]]:
        return {(one.score, *(cell.spans for cell in one.cells[:: -1 if swap else 1])) for one in found}

    assert pairs(aligned(a, b), False) == pairs(aligned(b, a), True)
