from __future__ import annotations

from hypothesis import given

from framing.lexicon.folding import fold

from .making import TEXTS


@given(TEXTS)
def test_every_slice_maps_back_into_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.words) == len(folded.walled)
    assert folded.words[0] == folded.words[-1] == ord(" ")
    spans = [folded.span(place, place + 1) for place in range(1, len(folded.words) - 1)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(set(spans))


@given(TEXTS)
def test_letters_keep_their_place(text: str) -> None:
    folded = fold(text)
    for place, byte in enumerate(folded.words):
        if chr(byte).isascii() and chr(byte).isalnum():
            start, end = folded.span(place, place + 1)
            assert text[start:end].lower() == chr(byte)


@given(TEXTS)
def test_case_is_all_that_differs(text: str) -> None:
    assert fold(text, cased=True).words.decode("latin-1").lower().encode("latin-1", "replace") == fold(text).words


def test_soft_hyphens_and_repeated_spaces_are_dropped() -> None:
    text = "co\xadoper\u200bation  now"
    folded = fold(text)
    assert folded.words == b" cooperation now "
    assert folded.span(1, 12) == (0, 13)
    assert folded.span(13, 16) == (15, 18)


def test_walls() -> None:
    assert fold("one two three", [(3, 4)]).walled == b".one.two three."
    assert fold("a - b -- c-d").walled == b".a . b .. c-d."
    assert fold("world's, leaders' 'so'").walled == b".world~~. leaders~ ~so~."
