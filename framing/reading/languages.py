"""Which language a text is in: by its script, then by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from framing.reading.tables import rows

SAMPLE = 350
"""Characters looked at in each of three places of a longer text."""
ENGLISH_ENOUGH = 0.25
"""Share of English function words that settles the matter; English news has .35 to .50."""
ENOUGH = 0.12
"""Share of function words below which a language in Latin script stays unknown."""

_SCRIPTS = (
    (0x0250, "latin"),
    (0x0370, ""),
    (0x0400, "greek"),
    (0x0530, "cyrillic"),
    (0x0590, "armenian"),
    (0x0600, "hebrew"),
    (0x0780, "arabic"),
    (0x0900, ""),
    (0x0980, "devanagari"),
    (0x0A00, "bengali"),
    (0x0B80, ""),
    (0x0C00, "tamil"),
    (0x0E00, ""),
    (0x0E80, "thai"),
    (0x1000, ""),
    (0x10A0, "myanmar"),
    (0x1100, "georgian"),
    (0x1200, "hangul"),
    (0x13A0, "ethiopic"),
    (0x1780, ""),
    (0x1800, "khmer"),
    (0x1E00, ""),
    (0x1F00, "latin"),
    (0x2000, "greek"),
    (0x3040, ""),
    (0x3100, "kana"),
    (0x3400, ""),
    (0xA000, "han"),
    (0xAC00, ""),
    (0xD7B0, "hangul"),
)
"""Where each script's code points end; ``""`` is what is not told apart."""

_WORD = re.compile(r"[^\W\d_]+")


class _Language(NamedTuple):
    code: str
    name: str
    script: str
    words: frozenset[str]


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language a text is in, or ``None`` if it is not clear.

    Examples
    --------
    >>> detect_language("The minister said that it was time for the talks to begin.")
    'en'
    >>> detect_language("Der Minister sagte, dass es Zeit für die Gespräche ist.")
    'de'
    >>> detect_language("Президент сказал, что это не так.")
    'ru'
    """
    sample = _sample(text).lower()
    languages = _languages()
    if _share(sample.split(), languages["en"]) >= ENGLISH_ENOUGH:
        return "en"
    words = _WORD.findall(sample)
    if not words:
        return None
    script = _script("".join(words))
    candidates = [language for language in languages.values() if language.script == script]
    if not candidates:
        return None
    best = max(candidates, key=lambda language: _share(words, language))
    return best.code if script != "latin" or _share(words, best) >= ENOUGH else None


def language_name(code: str) -> str:
    """Return a language's English name, or the code itself if it is not in our table.

    Examples
    --------
    >>> language_name("de"), language_name("xx")
    ('German', 'xx')
    """
    language = _languages().get(code)
    return language.name if language else code


def language_names() -> list[str]:
    """Return the English names of all languages in our table."""
    return [language.name for language in _languages().values()]


@cache
def endonyms() -> frozenset[str]:
    """Return the names of languages in themselves, case folded."""
    return frozenset(name.casefold() for row in rows("languages.tsv") for name in row[3].split("|"))


@cache
def _languages() -> dict[str, _Language]:
    table = rows("languages.tsv")
    return {code: _Language(code, name, script, frozenset(words.split())) for code, name, script, _, words in table}


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    return " ".join(text[start : start + SAMPLE] for start in (len(text) // 6, len(text) // 2, len(text) - SAMPLE))


def _share(words: list[str], language: _Language) -> float:
    return sum(map(language.words.__contains__, words)) / max(1, len(words))


def _script(letters: str) -> str:
    """Name the script of most letters; any kana makes it Japanese."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(letters).items():
        counts[next((script for end, script in _SCRIPTS if ord(letter) < end), "")] += count
    if counts["kana"] * 10 > counts["han"]:
        counts["kana"] += counts["han"]
    return counts.most_common(1)[0][0]
