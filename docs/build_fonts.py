"""Cut the page's fonts out of Source Serif Pro and Source Sans Pro (maintenance; needs brotli).

``python docs/build_fonts.py`` writes reports/templates/fonts/*.woff2. The subsets are
modified versions under the SIL Open Font License, so they bear another name ("Desk").
"""

from __future__ import annotations

from pathlib import Path

from font_source_sans_pro import font_files_ttf as sans
from font_source_serif_pro import font_files_ttf as serif
from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).parents[1] / "reports" / "templates" / "fonts"
LETTERS = "".join(map(chr, range(32, 127))) + "".join(map(chr, range(0xA0, 0x180))) + "‘’‚“”„–—…×→←·✓●◆€\u2009\u202f"
FILES = {
    "sans-400": sans["SourceSansPro"],
    "sans-600": sans["SourceSansProSemibold"],
    "sans-700": sans["SourceSansProBold"],
    "serif-400": serif["SourceSerifPro"],
    "serif-600": serif["SourceSerifProSemibold"],
}


def main() -> None:
    """Write the five subsets."""
    options = subset.Options(
        flavor="woff2",
        layout_features=["kern", "liga", "lnum", "tnum", "pnum"],
        hinting=False,
        desubroutinize=True,
        name_IDs=[0, 13, 14],
    )
    OUT.mkdir(exist_ok=True)
    for name, path in FILES.items():
        font = TTFont(path, recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=LETTERS)
        subsetter.subset(font)
        family = "Desk Serif" if name.startswith("serif") else "Desk Sans"
        for record in (1, 4, 6):
            font["name"].setName(family.replace(" ", "") if record == 6 else family, record, 3, 1, 0x409)
        font.flavor = "woff2"
        font.save(OUT / f"{name}.woff2")


if __name__ == "__main__":
    main()
