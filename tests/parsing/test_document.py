from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.parsing import parse
from framing.types import VOICES, Article, Document, QuoteKind, Removed, Voice
from tests.timing import grows_linearly

TEXT = """Talks Resume

The mayor, Ann Lee, said that the talks had resumed. “We are glad,” she said.

‘We Are Glad’

Critics of the so-called “reform” stayed away. Nobody knows why.
"""


def article(text: str, **fields: object) -> Article:
    return Article(id="a", text=text, **fields)  # type: ignore[arg-type]


def words_in(document: Document, voice: Voice) -> list[str]:
    return [
        word
        for word, is_word, code in zip(document.tokens.low, document.tokens.is_word, document.voices, strict=True)
        if is_word and VOICES[code] is voice
    ]


def test_each_word_has_its_voice() -> None:
    document = parse(article(TEXT))
    assert words_in(document, Voice.HEADING) == ["talks", "resume", "we", "are", "glad"]
    assert words_in(document, Voice.QUOTED) == ["we", "are", "glad"]
    assert words_in(document, Voice.REPORTED) == ["that", "the", "talks", "had", "resumed"]
    assert "reform" in words_in(document, Voice.OWN)


def test_title_is_the_articles_or_the_first_heading() -> None:
    assert parse(article(TEXT)).title == "Talks Resume"
    assert parse(article(TEXT, title="Other")).title == "Other"
    assert parse(article("One line only")).title is None


def test_removed_slices_are_blank_and_have_no_words() -> None:
    text = "MENU HOME\nIt rained. (Photo: x) It stopped."
    cut = text.index("(Photo")
    removed = (Removed(0, 9, "menu"), Removed(cut, cut + 10, "photo credit"))
    document = parse(article(text, removed=removed))
    assert len(document.clean) == len(text)
    assert document.clean[:9] == "\n" * 9
    assert document.tokens.low == ("it", "rained", ".", "it", "stopped", ".")


def test_a_text_without_stops_is_damaged_and_left_own() -> None:
    document = parse(article("the minister said that it rained and " * 40))
    assert document.damaged
    assert document.quotes == document.attributions == ()
    assert set(document.voices) == {VOICES.index(Voice.OWN)}


def test_a_text_without_commas_and_marks_is_damaged() -> None:
    assert parse(article("Activists said that it rained. " * 40)).damaged
    assert not parse(article("Activists said that it rained. They didn't, however, come. " * 20)).damaged


def test_a_runaway_content_is_cut_and_doubted() -> None:
    document = parse(
        article("Well, well, Ann Lee said that " + "it rained on all of us and " * 20 + "on you. It was. So.")
    )
    (found,) = document.attributions
    assert found.certainty < 0.5
    assert len(words_in(document, Voice.REPORTED)) == 60


def check(document: Document) -> None:
    """What holds for every document."""
    text, tokens = document.article.text, document.tokens
    assert len(document.clean) == len(text)
    assert len(document.voices) == len(tokens.is_word) == len(tokens) == len(tokens.low)
    assert [p.first for p in document.paragraphs[1:]] == [p.last for p in document.paragraphs[:-1]]
    assert [s.first for s in document.sentences[1:]] == [s.last for s in document.sentences[:-1]]
    if len(tokens):
        assert document.sentences[0].first == document.paragraphs[0].first == 0
        assert document.sentences[-1].last == document.paragraphs[-1].last == len(tokens)
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert sentence.start == tokens.start[sentence.first]
    assert sorted(document.quotes, key=lambda q: q.start) == list(document.quotes)
    for item in document.attributions:
        assert 0 < item.certainty < 1
        for span in (item.cue, *item.contents):
            assert 0 <= span.start < span.end <= len(text)
    for speaker in [item.speaker for item in (*document.quotes, *document.attributions) if item.speaker]:
        assert text[speaker.start : speaker.end] == speaker.text
        assert speaker.name


PIECES = (
    "said", "says", "told", "called", "according to", "claim that", "that", "whether", "as", "by", "to", "what", "who",
    "he", "Ann Lee", "Mr.", "the U.S.", "experts", "“", "”", '"', "'", "’", "‘", "«", "»", "''", "``", ",", ".", ":",
    ";", "—", "(", ")", "\n", "\n\n", " ", "?", "is", "was", "reported", "on Monday", "which", "and", "but",
)  # fmt: skip


@given(st.text())
def test_never_raises_on_any_text(text: str) -> None:
    check(parse(article(text)))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from((" ", "")))
def test_never_raises_on_the_rules_own_words(pieces: list[str], glue: str) -> None:
    document = parse(article(glue.join(pieces)))
    check(document)
    assert parse(article(glue.join(pieces))) == document


@given(st.text(alphabet="\ud800\udfff\x00\u202e\u0301\u200b😀ǅİß. “'", max_size=30))
def test_never_raises_on_odd_characters(text: str) -> None:
    check(parse(article(text)))


HOSTILE: dict[str, Callable[[int], str]] = {
    **{f"lone {mark}": lambda n, mark=mark: f"a {mark}b. " * (25 * n) for mark in "“”\"'‘’«»`"},  # type: ignore[misc]
    "tight marks": lambda n: "“‘\"'" * (100 * n) + " So it is. " * n,
    "mixed marks": lambda n: "a \"b 'c “d ’e. " * (20 * n),
    "no spaces": lambda n: "x" * (5000 * n),
    "no line breaks": lambda n: "The cat sat on a mat. " * (40 * n),
    "cue words": lambda n: "said claims reported. " * (60 * n),
    "one sentence of cues": lambda n: "He said that she claims, " * (50 * n) + ". So. " * (5 * n),
    "cues and quotations": lambda n: "“He” said X, " * (40 * n) + ". So. " * (5 * n),
    "one quotation": lambda n: "said “" + "He said that. " * (60 * n) + "”",
    "colons": lambda n: "AB: x.\n" * (40 * n),
    "heading quotations": lambda n: "‘Ab Cd’\n\n" * (30 * n) + "Lee said “ab cd ef.” " * (30 * n),
    "parentheses": lambda n: "X (said. " * (60 * n),
    "pronouns": lambda n: "Ann Lee met Bob Ray and he said it, " * (40 * n) + ". So. " * (5 * n),
    "names": lambda n: "Ann Lee and He said Bob. " * (40 * n),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_only(name: str) -> None:
    assert grows_linearly(lambda text: parse(article(text)), HOSTILE[name], 4)


def own_words(document: Document) -> list[str]:
    return words_in(document, Voice.OWN)


def parsed_seed(shared: Path, number: int) -> Document:
    path = sorted((shared / "data" / "seeds").glob("*.txt"))[number]
    return parse(article(path.read_text(encoding="utf-8")))


def spoken(document: Document) -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in document.quotes]


@pytest.mark.shared
def test_the_republished_seed(shared: Path) -> None:
    document = parsed_seed(shared, 0)
    assert spoken(document) == ["Xi Jinping", "Vladimir Putin", None, None]
    assert [quote.kind for quote in document.quotes[2:]] == [QuoteKind.TITLE, QuoteKind.SCARE]
    assert {"underscored", "demonstrates", "underscores"} <= set(own_words(document))


@pytest.mark.shared
def test_the_western_seed(shared: Path) -> None:
    document = parsed_seed(shared, 1)
    assert spoken(document) == [
        "both leaders",
        *["Vladimir Putin"] * 2,
        "Xi Jinping",
        *["Vladimir Putin"] * 2,
        "Maria Chen",
    ]
    assert not {"stabilizing", "factor", "turbulence"} & set(own_words(document))
    assert sum(paragraph.heading for paragraph in document.paragraphs) == 5
    institutions = {item.speaker.name for item in document.attributions if item.speaker and item.rule == "according"}
    assert {"Channel News Asia", "Council on Foreign Relations"} < institutions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They fear a “peace plan” from the north.", QuoteKind.SCARE),
        ("He was described by the paper as a “rising star” of the north.", QuoteKind.PARTIAL),
        ("They met in a city named “blue town” in the north.", QuoteKind.TITLE),
        ("The so-called “peace plan” failed in the north.", QuoteKind.SCARE),
    ],
)
def test_words_in_marks_that_are_named_or_said_are_no_scare_quotes(text: str, kind: QuoteKind) -> None:
    (quote,) = parse(Article(id="A", text=text)).quotes
    assert quote.kind is kind
