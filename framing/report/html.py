"""The report as one HTML file: no request leaves it, everything can be read without script."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any

from framing.data import folder
from framing.report.tree import Marked, Report, Texts

if TYPE_CHECKING:
    from jinja2 import Environment

FACES = (
    ("Desk Sans", 400, "sans-400.woff2"),
    ("Desk Sans", 600, "sans-600.woff2"),
    ("Desk Sans", 700, "sans-700.woff2"),
    ("Desk Serif", 400, "serif-400.woff2"),
    ("Desk Serif", 600, "serif-600.woff2"),
)


def render_html(report: Report) -> bytes:
    """Lay a report out as one self-contained page.

    Parameters
    ----------
    report : Report
        From `compose`; no string of it is taken as markup.

    Returns
    -------
    bytes
        UTF-8. The same report gives the same bytes.
    """
    page = _environment().get_template("page.html.j2")
    blocks = [block for section in report.sections for block in section.blocks]
    hits = {text.text: _hits(text) for block in blocks if isinstance(block, Texts) for text in block.articles}
    rendered = page.render(report=report, fonts=_fonts(), hits=_for_script(hits))
    return rendered.encode("utf-8")


def _hits(text: Marked) -> dict[int, dict[str, Any]]:
    """Gather what the page's card says of each hit, and what its filters need to know."""
    keys = ("marker", "group", "letter", "label", "group_label", "construct", "entry", "match", "voice")
    return {
        hit.number: {key: getattr(hit, key) for key in keys} | {"said": hit.voice_words, "where": hit.where}
        for hit in text.hits
    }


def _for_script(value: object) -> str:
    """JSON that can stand inside a script element whatever the articles hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: folder("templates").joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = lambda value: type(value).__name__
    return environment


@cache
def _fonts() -> str:
    return "\n".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{_base64(name)}) format('woff2')}}"
        for family, weight, name in FACES
    )


def _base64(name: str) -> str:
    return b64encode(folder("templates").joinpath("fonts", name).read_bytes()).decode("ascii")
