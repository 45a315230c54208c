"""How frequent words are in English news, and how often they bear a capital; see ``docs/build_frequencies.py``."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Usage(NamedTuple):
    """Occurrences per million words, and the share of them with a capital inside a sentence."""

    rate: float
    capital: float


@cache
def usages() -> Mapping[str, Usage]:
    """Read the table: some 18,000 word forms."""
    table = gzip.decompress(files("framing.data").joinpath("frequencies.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in table.splitlines())
    return {word: Usage(float(rate), float(capital)) for word, rate, capital in rows}


@cache
def grammar() -> frozenset[str]:
    """Words of grammar, and of saying: they differ by style, which markers measure."""
    return frozenset(files(__package__).joinpath("grammar.txt").read_text(encoding="utf-8").split())
