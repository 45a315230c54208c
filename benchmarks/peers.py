"""What others have for the same texts: each peer made ready once, then given one text at a time."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

Peer = Callable[[str], object]

WORD = re.compile(r"\w+")


def vader_sentiment() -> Peer:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def nltk_vader() -> Peer:
    """NLTK downloads this lexicon; vaderSentiment brings the same file."""
    import nltk
    import vaderSentiment
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    nltk.data.path.append(str(Path(vaderSentiment.__file__).parent))
    return SentimentIntensityAnalyzer("vader_lexicon.txt").polarity_scores


def empath() -> Peer:
    from empath import Empath

    lexicon = Empath()
    return lambda text: lexicon.analyze(text, normalize=True)


def liwc() -> Peer:
    """Give it our single words, as it knows no others."""
    from liwc import load_token_parser

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ours.dic")
        path.write_text(_dictionary(), encoding="utf-8")
        parse, _ = load_token_parser(path)
    return lambda text: [name for token in WORD.findall(text.lower()) for name in parse(token)]


def plain_loop() -> Peer:
    """Six indices by textstat, counts of our single words by scikit-learn, with NLTK's tokenizer."""
    from nltk.tokenize import NLTKWordTokenizer
    from sklearn.feature_extraction.text import CountVectorizer

    from framing.readability import textstat_indices

    words = sorted({word for words in _single_words().values() for word in words if "*" not in word})
    vectorizer = CountVectorizer(vocabulary=words, tokenizer=NLTKWordTokenizer().tokenize, token_pattern=None)
    return lambda text: (textstat_indices(text), vectorizer.transform([text]))


PEERS: dict[str, Callable[[], Peer]] = {
    "vaderSentiment": vader_sentiment,
    "nltk's VADER": nltk_vader,
    "empath": empath,
    "liwc, our single words": liwc,
    "textstat + scikit-learn + nltk": plain_loop,
}


def _single_words() -> dict[str, list[str]]:
    from framing.lexicon import load_lexicons

    plain = re.compile(r"[a-z]+\*?")
    return {
        lexicon.name: sorted({entry.pattern for entry in lexicon.entries if plain.fullmatch(entry.pattern)})
        for lexicon in load_lexicons()
    }


def _dictionary() -> str:
    """Write our single words as LIWC's format has it."""
    lists = _single_words()
    numbers = {name: number for number, name in enumerate(lists, 1)}
    of_word: dict[str, list[int]] = {}
    for name, words in lists.items():
        for word in words:
            of_word.setdefault(word, []).append(numbers[name])
    head = "".join(f"{number}\t{name}\n" for name, number in numbers.items())
    body = "".join("\t".join([word, *map(str, found)]) + "\n" for word, found in sorted(of_word.items()))
    return f"%\n{head}%\n{body}"
