"""``python -m benchmarks.evaluate [DATA] [PART …]``: print the tables of ``docs/validity.md``.

DATA is the folder with ``bench/`` and ``news/``. ``--write`` puts the tables into the page,
``--pin`` makes today's figures the floors, ``--check`` says what lies below them.
"""

from __future__ import annotations

import argparse
import sys
from functools import cache, partial
from pathlib import Path

from benchmarks.evaluate import babe, floors, labelled, pairs, polnear, ptc, ratios, tables
from benchmarks.evaluate.tables import Part
from tests.gold import table as gold_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validity.md"
TITLES = {
    "babe": "BABE: biased sentences",
    "ptc": "PTC: lines with propaganda",
    "markers": "Every marker: rate in marked sentences over rate in others",
    "pairs": "State minus Western articles on one story",
    "polnear": "PolNeAR: attributions",
    "gold": "Built-in events: precision and recall by hand-marked gold",
}


class Evaluation:
    """The parts, each computed once; samples are read once for all of them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.babe_sample = cache(partial(labelled.read_babe, data))
        self.ptc_sample = cache(partial(labelled.read_ptc, data))

    def ratios(self) -> dict[str, ratios.Ratios]:
        """Compute every marker's rate ratios on both benchmarks."""
        whole = self.ptc_sample("train") + self.ptc_sample("dev")
        return {"BABE": ratios.babe_ratios(self.babe_sample()), "PTC": ratios.ptc_ratios(whole)}

    def untouched_ratios(self) -> dict[str, ratios.Ratios]:
        """Compute them on text that the authors of the lists have not read."""
        sample = self.babe_sample()
        fair = sample.keep(~babe.is_seen(sample))
        return {"BABE": ratios.babe_ratios(fair), "PTC": ratios.ptc_ratios(self.ptc_sample("dev"))}

    def part(self, name: str) -> Part:
        """Compute the part called ``name``."""
        match name:
            case "babe":
                return babe.evaluate(self.babe_sample())
            case "ptc":
                return ptc.evaluate(self.ptc_sample("train"), self.ptc_sample("dev"))
            case "markers":
                return ratios.tell(self.ratios(), self.untouched_ratios())
            case "pairs":
                return pairs.evaluate(self.data)
            case "polnear":
                return polnear.evaluate(self.data)
            case _:
                return Part(gold_table())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"), metavar="DATA")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(TITLES))
    for option in ("write", "pin", "check"):
        parser.add_argument(f"--{option}", action="store_true")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(TITLES):
        parser.error(f"unknown part: {', '.join(sorted(unknown))}; the parts are {', '.join(TITLES)}")
    if options.parts and options.pin:
        parser.error("--pin needs all parts: name none")
    names = options.parts or list(TITLES)
    if not (options.data / "bench").is_dir():
        print(f"{options.data} has no bench/ with the labelled texts: only the built-in events are scored\n")
        names, options.pin, options.check = ["gold"], False, False
    evaluation = Evaluation(options.data)
    done: dict[str, Part] = {}
    for name in names:
        done[name] = evaluation.part(name)
        print(f"## {TITLES[name]}\n\n{done[name].text}\n", flush=True)
    figures = {key: value for part in done.values() for key, value in part.figures.items()}
    if options.write:
        tables.write(PAGE, done)
    if options.pin:
        floors.pin(options.data, figures, evaluation.ratios())
    faults = floors.figures_below(figures) + floors.markers_below(evaluation.ratios()) if options.check else []
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
