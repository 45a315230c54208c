"""Names, and cards for lists that came without one."""

from __future__ import annotations

import re

from framing.types import Card


def name_of(words: str) -> str:
    """Make a lexicon's name of any words.

    Examples
    --------
    >>> name_of("My words (2nd draft)")
    'my_words_2nd_draft'
    """
    return re.sub(r"[\W_]+", "_", words.lower()).strip("_")


def minimal_card(name: str, label: str, source: str, sha256: str) -> Card:
    """Return the card of a list from a file without one; its version is the beginning of the file's hash."""
    return Card(
        name=name,
        version=sha256[:8],
        language="en",
        construct=f"words of {source}, not measured",
        unit="hits per 1,000 words",
        direction="yours: not measured",
        made=f"Read from {source}.",
        sources=(source,),
        licence="as its source",
        misses=("not told: the list came without a card",),
        cautions=("What the list measures is for its maker to say.",),
        examples=(),
        counterexamples=(),
        label=label,
    )
