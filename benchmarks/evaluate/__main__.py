"""``python -m benchmarks.evaluate [DATA] [PART …]``: print the tables of ``docs/validity.md``.

DATA is the folder with ``bench/`` and ``news/``. ``--write`` puts the tables into the page,
``--pin`` makes today's figures the floors, ``--check`` says what lies below them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from benchmarks.evaluate import babe, floors, pairs, polnear, ptc, ratios, tables
from benchmarks.evaluate.labelled import Labelled, read_babe, read_ptc
from benchmarks.evaluate.tables import Part
from tests.gold import table as gold_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validity.md"


class Samples:
    """The labelled sentences, read when first asked for, and their ratios."""

    def __init__(self, data: Path) -> None:
        self.data = data

    @cached_property
    def babe(self) -> Labelled:
        """All of BABE."""
        return read_babe(self.data)

    @cached_property
    def ptc(self) -> dict[str, Labelled]:
        """PTC by part."""
        return {part: read_ptc(self.data, part) for part in ("train", "dev")}

    @cached_property
    def ratios(self) -> dict[str, ratios.Ratios]:
        """Every marker's rate ratios on both benchmarks."""
        return {"BABE": ratios.babe_ratios(self.babe), "PTC": ratios.ptc_ratios(self.ptc["train"] + self.ptc["dev"])}

    @cached_property
    def untouched_ratios(self) -> dict[str, ratios.Ratios]:
        """The same on what the authors of the lists have not read."""
        fair = self.babe.keep(~babe.is_seen(self.babe))
        return {"BABE": ratios.babe_ratios(fair), "PTC": ratios.ptc_ratios(self.ptc["dev"])}


class Row(NamedTuple):
    """A part of the evaluation: its title, the folder of data it needs, what computes it."""

    title: str
    folder: str
    evaluate: Callable[[Samples], Part]


PARTS = {
    "babe": Row("BABE: biased sentences", "bench", lambda it: babe.evaluate(it.babe)),
    "ptc": Row("PTC: lines with propaganda", "bench", lambda it: ptc.evaluate(it.ptc["train"], it.ptc["dev"])),
    "markers": Row("Every marker", "bench", lambda it: ratios.tell(it.ratios, it.untouched_ratios)),
    "pairs": Row("State and Western articles on one event", "news", lambda it: pairs.evaluate(it.data)),
    "polnear": Row("PolNeAR: voices", "bench", lambda it: polnear.evaluate(it.data)),
    "gold": Row("The built-in events", "", lambda _: Part(gold_table())),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"), metavar="DATA")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    for option in ("write", "pin", "check"):
        parser.add_argument(f"--{option}", action="store_true")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"unknown part: {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    wanted = {name: PARTS[name] for name in options.parts or PARTS}
    missing = {name: row for name, row in wanted.items() if row.folder and not (options.data / row.folder).is_dir()}
    if missing and (options.pin or options.check):
        parser.error(f"floors need {options.data}/{next(iter(missing.values())).folder}, which is not there")
    if options.pin and options.parts:
        parser.error("--pin needs all parts: name none")

    samples, done = Samples(options.data), dict[str, Part]()
    for name, (title, folder, evaluate) in wanted.items():
        if name in missing:
            print(f"## {title}\n\nnot computed: it needs {options.data}/{folder}\n")
            continue
        done[name] = evaluate(samples)
        print(f"## {title}\n\n{done[name].text}\n", flush=True)

    figures = {key: value for part in done.values() for key, value in part.figures.items()}
    if options.write:
        tables.write(PAGE, done)
    if options.pin:
        floors.pin(options.data, figures, samples.ratios)
    faults = floors.figures_below(figures) + floors.markers_below(samples.ratios) if options.check else []
    for fault in faults:
        print(fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
