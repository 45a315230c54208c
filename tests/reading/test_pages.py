"""Saved web pages: visible text, its article, what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import InputError
from framing.reading import read_article
from framing.reading.pages import read_page
from framing.types import Relation

ARTICLE = [
    "Harbour talks end without a deal",
    "Negotiators from the two islands left the harbour on Wednesday night without an agreement, and both sides said "
    "they would meet again next month.",
    "“We are closer than we were,” said the ferry minister, Ada Lund, who had led the talks in the old customs house.",
    "What was at stake",
    "Fishing rights around the northern reef have divided the islands for a generation, and the last agreement ran "
    "out in December.",
    "Boats have stayed in port since.",
    "Critics of the minister asked why the text had not been shown to the fleet, and she answered that it had not "
    "been finished.",
]
PAGE = """<!DOCTYPE html>
<html lang="en"><head>{charset}<title>{0} - The Daily Example</title><meta name="author" content="Jane Doe">
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2026-02-04T10:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie">We use cookies to improve your visit.</div><p hidden>Never shown to anybody.</p>
<article><h1>{0}</h1><p class="byline">By <a href="/jane">Jane Doe</a></p>
<p>{1}</p><p>{2}</p><h2>{3}</h2><p><b>Fishing</b>{fishing}<br>{5}</p>
<figure><img src="x.jpg"><figcaption>The harbour at dusk. Photo: Example Pictures</figcaption></figure>
<p>{6}</p><script>var x = "nothing to see";</script></article>
<aside><h3>Related stories</h3><ul><li><a>Ferry prices rise again</a></li></ul></aside>
<footer>Copyright 2026 The Daily Example. All rights reserved.</footer></body></html>"""


def page(charset: str = "") -> str:
    return PAGE.format(*ARTICLE, fishing=ARTICLE[4].removeprefix("Fishing"), charset=charset)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt"])
def test_the_article_is_kept_and_the_page_around_it_is_marked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(page(), encoding="utf-8")
    article = read_article(path)
    furniture = {article.text[r.start : r.end]: r.kind for r in article.removed}
    kept = [line for line in article.text.split("\n") if line and line not in furniture]
    assert kept == ARTICLE
    assert furniture.pop("By Jane Doe") == "byline"
    assert furniture.pop("The harbour at dusk. Photo: Example Pictures") == "photo caption"
    assert set(furniture.values()) == {"page furniture", "read more line"}
    assert {"Home", "We use cookies to improve your visit.", "Ferry prices rise again"} <= set(furniture)
    assert "Never shown" not in article.text
    assert "nothing to see" not in article.text


def test_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(), encoding="utf-8")
    article = read_article(path)
    assert (article.title, article.date, article.outlet) == (ARTICLE[0], "2026-02-04", "The Daily Example")
    assert (article.provenance.author, article.provenance.published_by) == ("Jane Doe", "The Daily Example")
    assert article.provenance.relation is Relation.ORIGINAL


def test_a_byline_beside_the_article_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page().replace("Jane Doe</a>", "Jane Doe</a>, Reuters"), encoding="utf-8")
    article = read_article(path)
    assert article.provenance.relation is Relation.WIRE
    assert (article.provenance.origin, article.provenance.author) == ("Reuters", "Jane Doe")
    assert "byline" in {r.kind for r in article.removed if article.text[r.start : r.end] == "By Jane Doe, Reuters"}


def test_menus_and_lines_far_from_the_article_say_nothing_of_it(tmp_path: Path) -> None:
    far = "<p>By Ada Lund, Reuters</p>"
    menu = "".join(f"<li>Section {n}</li>" for n in range(20))
    html = page().replace("<nav>", f"{far}<nav>").replace("</footer>", f"</footer>{far}")
    html = html.replace("<h2>", f"<nav><ul>{menu}</ul>{far}</nav><h2>")
    path = tmp_path / "a.html"
    path.write_text(html, encoding="utf-8")
    assert read_article(path).provenance.relation is Relation.ORIGINAL


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-15", "utf-8"])
def test_the_declared_charset_is_used(tmp_path: Path, charset: str) -> None:
    text = page(f'<meta charset="{charset}">').replace(
        "Ada Lund", "Ада Лунд" if charset == "windows-1251" else "Ada Lünd"
    )
    path = tmp_path / "a.html"
    path.write_bytes(text.encode(charset, "xmlcharrefreplace"))
    assert ("Ада Лунд" if charset == "windows-1251" else "Ada Lünd") in read_article(path).text


def test_an_address_keeps_when_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Response:
        status, data, url = 200, page().encode(), "https://example.org/final"

    monkeypatch.setattr("trafilatura.fetch_response", lambda *_, **__: Response())
    article = read_article("https://example.org/talks?x=1")
    assert article.id == "talks"
    assert article.extra["final_url"] == "https://example.org/final"
    assert article.extra["retrieved"].endswith("+00:00")


def test_no_article_is_said_without_noise(capfd: pytest.CaptureFixture[str]) -> None:
    for html in ("<html></html>", "<p>", ""):
        with pytest.raises(InputError, match="no article was found in the page"):
            read_page(html, where="a.html")
    assert capfd.readouterr().err == ""


def test_deep_and_long_pages_are_read() -> None:
    deep = "<div>" * 5000 + "".join(f"<p>{line}</p>" for line in ARTICLE)
    with pytest.raises(InputError):
        read_page(deep.replace("<p>", "<nav>"), where="a.html")


@settings(deadline=None)
@given(
    st.text(max_size=100),
    st.lists(st.sampled_from(["<p>", "<br>", "<!--", "-->", "<svg>", "</div>", "<a hidden>", "x y "])),
)
def test_no_page_raises_anything_but_our_error(text: str, tags: list[str]) -> None:
    try:
        found = read_page("<html>" + "".join(tags) + text, where="a.html")
    except InputError:
        return
    assert all(found.text[r.start : r.end].strip() for r in found.removed)
