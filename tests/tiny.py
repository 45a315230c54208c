"""Tiny hand-made nouns for rooms that are tested without the rooms before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from framing.profiling import make_profile
from framing.readability import measure_readability
from framing.types import (
    VOICES,
    Article,
    Document,
    Hit,
    Marker,
    Paragraph,
    Profile,
    Removed,
    Sentence,
    Tokens,
    Voice,
)


def marker(name: str, group: str) -> Marker:
    return Marker(name, name.title(), group, "", "hits per 1,000 words", "", "", "")


MARKERS = (marker("hedges", "stance"), marker("boosters", "stance"), marker("threat", "threat"))
WORDS = {"may": "hedges", "surely": "boosters", "threat": "threat"}


def document(text: str, removed: Sequence[tuple[int, int]] = (), **meta: Any) -> Document:
    """Parse a text crudely: a line is a paragraph, ``#`` marks a heading, straight double marks a quotation."""
    clean = text
    for start, end in removed:
        clean = clean[:start] + "\n" * (end - start) + clean[end:]
    starts, ends, low, is_word, voices = [], [], [], bytearray(), bytearray()
    paragraphs, sentences = [], []
    for line in re.finditer(r"[^\n]+", clean):
        heading, quoted, first = line[0].startswith("#"), False, len(starts)
        for sentence in re.finditer(r"[^.!?]+[.!?]*", line[0]):
            begin = len(starts)
            for token in re.finditer(r"\w+(?:['’]\w+)*|[^\w\s]", sentence[0]):
                quoted ^= token[0] == '"'
                starts.append(line.start() + sentence.start() + token.start())
                ends.append(line.start() + sentence.start() + token.end())
                low.append(token[0].lower().replace("’", "'"))
                is_word.append(token[0][0].isalnum() or token[0][0] == "_")
                voices.append(VOICES.index(Voice.HEADING if heading else Voice.QUOTED if quoted else Voice.OWN))
            if len(starts) > begin:
                sentences.append(Sentence(starts[begin], ends[-1], begin, len(starts), len(paragraphs)))
        paragraphs.append(Paragraph(line.start(), line.end(), first, len(starts), heading))
    article = Article(**{"id": "A", **meta}, text=text, removed=tuple(Removed(*span, "test") for span in removed))
    capital = bytes(text[start].isupper() for start in starts)
    tokens = Tokens(tuple(starts), tuple(ends), tuple(low), bytes(is_word), capital)
    return Document(article, clean, tokens, tuple(paragraphs), tuple(sentences), (), (), bytes(voices))


def mark(doc: Document, words: Mapping[str, str] = WORDS) -> tuple[Hit, ...]:
    """Take every token that stands in ``words`` for a hit of that marker."""
    tokens = doc.tokens
    sentence_of = {token: i for i, s in enumerate(doc.sentences) for token in range(s.first, s.last)}
    return tuple(
        Hit(words[low], low, doc.article.text[start:end], start, end, VOICES[doc.voices[i]], sentence_of[i])
        for i, (start, end, low) in enumerate(zip(tokens.start, tokens.end, tokens.low, strict=True))
        if low in words
    )


def profile(text: str, **meta: Any) -> Profile:
    doc = document(text, **meta)
    return make_profile(doc, mark(doc), MARKERS, measure_readability(doc))


def counted(may: int, surely: int, threat: int, words: int = 400, **meta: Any) -> Profile:
    """An article of ``words`` words, so many of them hits, ten to a sentence."""
    hits = ["may"] * may + ["surely"] * surely + ["threat"] * threat
    every = [*hits, *["word"] * (words - len(hits))]
    return profile("\n".join(" ".join(every[i : i + 10]) + "." for i in range(0, len(every), 10)), **meta)
