"""The build: plain Python, or with ``FRAMING_COMPILE=1`` the hot modules compiled by mypyc, to the same results."""

import os
from glob import glob

from setuptools import setup

HOT = (
    *("agency/[!_]*", "parsing/[!_]*", "sourcing/[!_]*"),
    *("lexicon/engines", "lexicon/folding", "lexicon/matcher", "markers/figures", "markers/marking", "markers/rules"),
    *("reading/boilerplate", "reading/cuts", "reading/provenance"),
    *("exporting/articles", "exporting/values", "profiling", "readability"),
)
"""What an article goes through; the rest runs once, or waits for others."""


def compiled() -> list[object]:
    """Return the hot modules as extensions. Needs mypy (of the extra ``dev``) and a C compiler."""
    from mypyc.build import mypycify

    return mypycify(
        sorted(path for name in HOT for path in glob(f"framing/{name}.py")),
        group_name="framing",
        opt_level="2",
        debug_level="0",
    )


setup(ext_modules=compiled() if os.environ.get("FRAMING_COMPILE") == "1" else [])
