"""An article parsed into a document: structure, quotations, attributions, one voice per word."""

from __future__ import annotations

from framing.parsing.attributions import find_attributions
from framing.parsing.layout import find_paragraphs
from framing.parsing.marks import find_pairs
from framing.parsing.passage import Found, Passage, Range
from framing.parsing.quotations import SPOKEN, Quoted, classify_quotations
from framing.parsing.speakers import Speakers
from framing.parsing.tokens import Words, tokenize
from framing.types import VOICES, Article, Attribution, Document, Paragraph, Quote, Removed, Span, Speaker, Voice

QUOTED, REPORTED, HEADING = (VOICES.index(voice) for voice in (Voice.QUOTED, Voice.REPORTED, Voice.HEADING))

LONGEST_CONTENT = 60
"""Reported content is cut after so many words outside marks: a longer one was misread."""
ENOUGH_WORDS = 100
WORDS_PER_STOP = 80
WORDS_PER_COMMA = 120
"""A text that has not even so many punctuation marks has lost them."""
STOPS = frozenset(".!?…")

CERTAINTY = {
    "opening": 0.98,
    "inverted": 0.97,
    "parenthesis": 0.97,
    "adjunct": 0.94,
    "that": 0.94,
    "told": 0.91,
    "according": 0.90,
    "quoting": 0.90,
    "turn": 0.90,
    "signature": 0.90,
    "bare": 0.89,
    "thing": 0.86,
    "topic": 0.86,
    "question": 0.86,
    "headline": 0.85,
    "colon": 0.82,
    "naming": 0.82,
    "quotation": 0.76,
    "passive": 0.70,
    "seeming": 0.70,
    "adjective": 0.70,
    "infinitive": 0.64,
    "relative": 0.57,
    "noun": 0.55,
    "what": 0.50,
    "asked": 0.50,
    "later": 0.50,
}
"""Precision of each rule on PolNeAR's training articles, as `benchmarks.voices_polnear` prints it.

Rules found there fewer than twenty times in the voice layer have the figure of the benchmark's
breadth; "quoting", "turn" and "signature" are too rare there and stand as judged on news.
"""


def parse(article: Article) -> Document:
    r"""Parse an article into words, sentences, paragraphs and voices.

    Each word of the kept text gets one voice: *heading* in headings, *quoted* between
    quotation marks that hold someone's words, *reported* where a source's words or
    beliefs are told without marks, *own* elsewhere. Words in marks that nobody is said
    to have spoken ("scare quotes") and titles of works are the outlet's own choice and
    stay *own*. Never raises, whatever the text; time grows in proportion to its length.

    Parameters
    ----------
    article : Article
        A text, with the slices that are not the article in ``removed``.

    Returns
    -------
    Document
        With offsets into ``article.text``.

    Notes
    -----
    English only, by rules and word lists, without a model. Where punctuation was
    stripped from a text, ``damaged`` is set and everything is left *own*. Quotations
    inside quotations belong to the outer one.

    Examples
    --------
    >>> text = "Talks resume\n\nThe minister said on Monday that talks had resumed. Nobody cheered."
    >>> document = parse(Article(id="a", text=text))
    >>> [(a.speaker.text, a.contents[0]) for a in document.attributions]
    [('The minister', Span(start=42, end=64))]
    >>> document.title
    'Talks resume'
    """
    passage, found = read_passage(article)
    words, paragraphs = passage.words, passage.paragraphs
    quotations = classify_quotations(passage, found)
    quotes, attributions = _to_nouns(passage, found, quotations)
    return Document(
        article=article,
        clean=words.text,
        tokens=words.freeze(),
        paragraphs=tuple(paragraphs),
        sentences=tuple(passage.sentences),
        quotes=quotes,
        attributions=attributions,
        voices=assign_voices(passage, found, quotations),
        title=article.title or _first_heading(words.text, paragraphs),
        damaged=is_damaged(words),
    )


def read_passage(article: Article, *, breadth: str = "voice") -> tuple[Passage, list[Found]]:
    """Split an article and find its attributions; none where it is damaged.

    ``breadth`` is that of `find_attributions`.
    """
    words = tokenize(blank(article.text, article.removed))
    paragraphs = find_paragraphs(words, article.title)
    if is_damaged(words):
        return Passage(words, paragraphs, []), []
    pairs = find_pairs(words.text, [(p.start, p.end) for p in paragraphs], words.doubles, words.singles)
    passage = Passage(words, paragraphs, pairs)
    return passage, find_attributions(passage, breadth=breadth)


def blank(text: str, removed: tuple[Removed, ...]) -> str:
    """Replace removed slices by newlines, slices with text around them by spaces, as many as characters."""
    parts, at = [], 0
    for slice_ in removed:
        start, end = max(at, slice_.start), slice_.end
        alone = "\n" in (text[start - 1 : start] or "\n", text[end : end + 1] or "\n") or "\n" in text[start:end]
        parts += [text[at:start], ("\n" if alone else " ") * (end - start)]
        at = max(at, slice_.end)
    return "".join([*parts, text[at:]]) if removed else text


def is_damaged(words: Words) -> bool:
    """Tell whether full stops, or commas and quotation marks, were stripped from the text."""
    count = words.is_word.count(1)
    if count < ENOUGH_WORDS:
        return False
    stripped = not (words.doubles or words.singles) and words.text.count(",") * WORDS_PER_COMMA < count
    return stripped or sum(map(words.text.count, STOPS)) * WORDS_PER_STOP < count


def assign_voices(p: Passage, found: list[Found], quotations: list[Quoted]) -> bytes:
    """One voice code per token: headings win over quotations, these over reported content."""
    voices = bytearray(p.size)
    for item in found:
        for first, last in item.contents:
            end = _capped(p, first, last)
            voices[first:end] = bytes([REPORTED]) * (end - first)
    for quoted in quotations:
        if quoted.kind in SPOKEN:
            first, last = quoted.pair.first, quoted.pair.last
            voices[first:last] = bytes([QUOTED]) * (last - first)
    for paragraph in p.paragraphs:
        if paragraph.heading:
            voices[paragraph.first : paragraph.last] = bytes([HEADING]) * (paragraph.last - paragraph.first)
    return bytes(voices)


def _capped(p: Passage, first: int, last: int) -> int:
    """Return the end of content, cut after `LONGEST_CONTENT` words outside marks."""
    if last - first <= LONGEST_CONTENT:
        return last
    outside = 0
    for k in range(first, last):
        outside += not p.quoted[k] and p.is_word[k]
        if outside > LONGEST_CONTENT:
            return k
    return last


def _to_nouns(
    p: Passage, found: list[Found], quotations: list[Quoted]
) -> tuple[tuple[Quote, ...], tuple[Attribution, ...]]:
    """Quotations and attributions with character offsets, in the order of the text."""
    found.sort(key=lambda item: item.cue)
    speakers = Speakers(p) if found else None
    known: dict[Range, Speaker] = {}
    for source in sorted({item.source for item in found if item.source}):
        if speakers is not None:
            known[source] = speakers.make(source)
    attributions = []
    for item in found:
        spans, sure = [], CERTAINTY[item.rule]
        for first, last in sorted(item.contents):
            end = _capped(p, first, last)
            sure = sure if end == last else CERTAINTY[item.rule] / 2
            if end > first:
                spans.append(_span(p, first, end))
        speaker = known[item.source] if item.source else None
        attributions.append(Attribution(_span(p, *item.cue), speaker, tuple(spans), item.rule, sure))
    quotes = []
    for quoted in quotations:
        owner = quoted.found if quoted.kind in SPOKEN else None
        speaker = known[owner.source] if owner and owner.source else None
        cue = _span(p, *owner.cue) if owner else None
        quotes.append(Quote(quoted.pair.start, quoted.pair.end, quoted.kind, speaker, cue))
    return tuple(quotes), tuple(attributions)


def _span(p: Passage, first: int, last: int) -> Span:
    return Span(p.words.start[first], p.words.end[last - 1])


def _first_heading(clean: str, paragraphs: list[Paragraph]) -> str | None:
    if not paragraphs or not paragraphs[0].heading:
        return None
    return " ".join(clean[paragraphs[0].start : paragraphs[0].end].strip("# \t").split())
