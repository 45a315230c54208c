"""Invented texts, compared once for all tests of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from framing.analysis import compare
from framing.comparing import contrast_profiles
from framing.reading import article_from_text
from framing.types import Article, Comparison, Verdict

AGENCY = "\n\n".join(
    [
        "Two Valleys Open a New Chapter",
        "The two sides will strengthen mutual trust and deepen bilateral cooperation, and the whole valley must "
        "always uphold its sovereignty. The opening of the bridge is a historic event of great significance.",
        *[
            "Since ancient times the two peoples have shared a future. They firmly oppose any threat to stability, and "
            "they will jointly safeguard the fruits of the common struggle in order to protect their children.",
            "“This bridge is a solid symbol of friendship,” Mayor Ada Lindt said. Experts believe 30 million tons of "
            "goods could cross it in 2027, a remarkable and brilliant result of win-win cooperation.",
            "The regime across the hills may clearly never accept this. Its so-called guard should stop its "
            "provocations, and the relevant party needs to correct its mistakes at once.",
        ]
        * 3,
    ]
)
WIRE = "\n\n".join(
    [
        "Bridge opens as villagers count the cost",
        "The bridge opened on Tuesday, eleven months late and $40 million over budget, according to the district "
        "auditor. Three families have yet to be paid for their land.",
        *[
            "“Nobody asked us,” said Iven Marr, 61, who farms beside the northern pier. Officials declined to comment. "
            "The ministry claimed in May that 12 per cent of the money was lost to floods.",
            "It could not be independently verified how many lorries used the road in 2026. A spokesman said the count "
            "would appear in June, adding that earlier figures were wrong.",
            "Engineers told the paper that two cables had been replaced. “We measured them in March and again in "
            "April,” engineer Tova Reik said. The contract runs until 2031.",
        ]
        * 3,
    ]
)
NASTY = (
    "#panic(“x”) *bold* _em_ $x^2$ @ref <label> \\u{41} `raw` // note /* c */\n\n"
    "= Heading ]]> &amp; <script>alert(1)</script> \x07\x1b[31m \u202eright \u200bzero\n\n"
    "Путин, Ελλάδα, 習近平 and \ud800 \ue000 said it may rain. " + "x" * 400
)


def article(text: str, letter: str, **meta: Any) -> Article:
    return article_from_text(text, id=letter, source=f"{letter.lower()}.txt", **meta)


def decided(comparison: Comparison, verdicts: Mapping[str, Verdict]) -> Comparison:
    """Give groups the verdicts named, and no clear difference to all others."""
    contrasts = tuple(
        replace(c, verdict=verdicts.get(c.group, Verdict.NO_CLEAR_DIFFERENCE)) if c.marker.startswith("group:") else c
        for c in comparison.contrasts
    )
    return replace(comparison, contrasts=contrasts)


def damaged(comparison: Comparison, letters: str) -> Comparison:
    """Mark texts as damaged, with what `contrast_profiles` makes of that."""
    profiles = tuple(
        replace(p, document=replace(p.document, damaged=p.document.article.id in letters)) for p in comparison.profiles
    )
    return replace(comparison, profiles=profiles, contrasts=contrast_profiles(profiles))


@pytest.fixture(scope="session")
def two() -> Comparison:
    return compare([article(AGENCY, "A"), article(WIRE, "B")])


@pytest.fixture(scope="session")
def states(two: Comparison) -> dict[str, Comparison]:
    """One comparison for each state a report can be in."""
    a, b = AGENCY, WIRE
    short = "The mayor said it may rain. “It will,” she added."
    shipped = two.profiles[1].document.article
    pairs = {
        "plain": [article(a, "A"), article(b, "B")],
        "short": [article(short, "A"), article(b, "B")],
        "both short": [article(short, "A"), article(short.replace("rain", "snow"), "B")],
        "reprint": [article(b, "A"), article(b + "\n\nOne more line, and no more than that.", "B")],
        "german": [article(a, "A"), replace(shipped, language="de")],
        "translated": [article("Translation. Region: the hills –\n" + a, "A"), article(b, "B")],
        "nobody quoted": [
            article("The bridge may open. It is solid and clearly historic. " * 40, "A"),
            article(b, "B"),
        ],
        "no hits": [article("The cat sat on the mat. " * 60, "A"), article("A dog lay on a rug. " * 60, "B")],
        "nasty": [article(NASTY + f"\n\n{a}", "A", title=NASTY[:90]), article(b, "B")],
        "three": [article(a, "A"), article(b, "B"), article(a.replace("bridge", "tunnel"), "C")],
        "five": [article(text, letter) for text, letter in zip([a, b, short, a + b, b * 2], "ABCDE", strict=True)],
        "seven": [
            article(text + f"\n\nEnd {letter}.", letter)
            for text, letter in zip([a, b] * 3 + [a], "ABCDEFG", strict=True)
        ],
    }
    found = {name: compare(articles) for name, articles in pairs.items()}
    one = compare(pairs["plain"])
    found["single"] = replace(one, profiles=one.profiles[:1], contrasts=())
    return found
