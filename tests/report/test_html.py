"""The page: complete without script, quiet towards the network, alive in a browser."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.report.compose import compose
from framing.report.html import render_html
from framing.report.tree import Line, Report, Section, Texts
from framing.types import Comparison

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NASTY = "</script><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} ]]> <!-- & \u2028 'quote' \"quote\""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    names = framing.expand("event:xi-putin-call")
    return framing.compare(framing.read_article(name) for name in names)


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> Report:
    return compose(comparison)


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return render_html(report).decode("utf-8")


def test_same_report_same_bytes(report: Report) -> None:
    assert render_html(report) == render_html(report)


def test_nothing_is_fetched(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "@import" not in page
    assert len(page.encode()) < 1_000_000


def test_every_hit_is_marked_and_explained(page: str, comparison: Comparison) -> None:
    cards = json.loads(re.search(r'id="hits">(.*?)</script>', page, re.S)[1])
    for profile in comparison.profiles:
        mine = cards[profile.document.article.id]
        assert [(card["marker"], card["match"]) for card in mine.values()] == [
            (h.marker, h.match) for h in profile.hits
        ]
        assert all(card["entry"] and card["construct"] and card["where"] for card in mine.values())
    marked = {int(n) for ns in re.findall(r'data-hits="([\d ]+)"', page) for n in ns.split()}
    assert marked == {int(n) for cards_ in cards.values() for n in cards_}


def test_text_is_never_markup(report: Report) -> None:
    def spoil(section: Section) -> Section:
        return replace(section, title=NASTY if section.title else "", lead=NASTY)

    page = render_html(
        replace(report, title=NASTY, standfirst=NASTY, sections=tuple(map(spoil, report.sections)))
    ).decode()
    assert "<img" not in page
    assert "49" not in re.search(r"<h1>(.*?)</h1>", page)[1]


def test_a_script_element_cannot_be_closed_by_an_article() -> None:
    words = "The council said on Monday that it may vote. " * 40 + "“</script><b>never</b>” is what the sign says. "
    articles = [
        framing.article_from_text(words + end, id=end) for end in ("One ended here.", "Another went on for long.")
    ]
    page = render_html(compose(framing.compare(articles))).decode()
    assert page.count("</script>") == 2
    assert "<b>never" not in page


def test_all_text_stands_in_the_page_without_script(page: str, report: Report) -> None:
    plain = " ".join(re.sub(r"<[^>]+>", "", page).split())
    for block in (b for s in report.sections for b in s.blocks if isinstance(b, Texts)):
        for article in block.articles:
            assert all(getattr(line, "number", 1) for line in article.lines)
            assert f'id="{article.text}-1"' in page
    assert report.foot in plain


def printed_letters(report: Report) -> list[str]:
    texts = (block for section in report.sections for block in section.blocks if isinstance(block, Texts))
    lines = (line for block in texts for article in block.articles for line in article.lines)
    return ["".join(line.letters) for line in lines if isinstance(line, Line)]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        running = engine.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, page: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page at the width asked for; complaints of the browser and requests fail the test."""
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")
    tab = browser.new_page(viewport={"width": request.param, "height": 900})
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("request", lambda sent: complaints.append(sent.url) if not sent.url.startswith(("file:", "data:")) else None)
    tab.goto(file.as_uri())
    yield tab
    tab.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280, 400], indirect=True)
def test_nothing_scrolls_sideways(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280, 400], indirect=True)
def test_a_row_walks_its_hits(opened: Any, comparison: Comparison) -> None:
    row = opened.locator(".row[data-key]:has(.pt)").first
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    first = opened.locator("#walk-t").inner_text()
    assert re.search(r"hit 1 of \d+", first)
    opened.keyboard.press("n")
    assert re.search(r"hit (2 of|1 of 1\b)", opened.locator("#walk-t").inner_text())
    assert opened.locator("#card").is_visible()
    opened.keyboard.press("Escape")
    assert not opened.locator("#card").is_visible()
    assert not opened.locator("#walk").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280], indirect=True)
def test_a_walk_goes_past_hits_inside_other_hits(opened: Any, comparison: Comparison, report: Report) -> None:
    """Every hit of a marker is walked, whichever mark's line it wears; lines name every group that begins there."""
    counts = Counter(hit.marker for profile in comparison.profiles for hit in profile.hits)
    for marker, count in counts.items():
        opened.evaluate("marker => walk(marker)", marker)
        places = opened.evaluate("marks.flatMap(m => begins.get(m).filter(on)).length")
        assert places == count, marker
    opened.evaluate("walk(null)")
    shown = opened.evaluate("$$('.lt').map(e => e.textContent)")
    assert sorted(map(sorted, shown)) == sorted(map(sorted, printed_letters(report)))


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280], indirect=True)
def test_chips_filter_marks(opened: Any) -> None:
    chip = opened.locator(".chip[data-group=facts]")
    before = opened.locator(".art .m.N").count()
    chip.click()
    assert before > 0
    assert opened.locator(".art .m.N").count() == 0
    chip.click()
    assert opened.locator(".art .m.N").count() == before


@pytest.mark.browser
@pytest.mark.parametrize("opened", [400], indirect=True)
def test_tabs_turn_the_texts(opened: Any) -> None:
    assert opened.locator("#text-A").is_visible()
    assert not opened.locator("#text-B").is_visible()
    opened.locator("[role=tab][data-show=B]").click()
    assert opened.locator("#text-B").is_visible()
    opened.keyboard.press("ArrowLeft")
    assert opened.locator("#text-A").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280], indirect=True)
def test_light_and_dark(opened: Any) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = opened.evaluate(background)
    opened.locator("#theme").click()
    assert opened.evaluate(background) != light


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280], indirect=True)
def test_a_dark_page_is_printed_light_with_its_key(opened: Any) -> None:
    opened.locator("#theme").click()
    opened.emulate_media(media="print")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened.evaluate("getComputedStyle(root).getPropertyValue('--a')") == "#00204d"
    assert opened.locator(".chip[data-group=facts]").is_visible()
    assert not opened.locator("#theme").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("opened", [1280, 400], indirect=True)
def test_tallies_and_facts_lead_into_the_texts(opened: Any) -> None:
    tally = opened.locator(".tally").first
    tally.focus()
    opened.keyboard.press("Enter")
    assert tally.get_attribute("aria-pressed") == "true"
    assert re.search(
        r": hit 1 of \d+ in the voices shown\. Text.[AB], line \d+", opened.locator("#walk-t").inner_text()
    )
    opened.keyboard.press("Escape")
    fact = opened.locator("#facts .jump").first
    place = fact.get_attribute("href")
    fact.click()
    assert opened.locator(".ln.hit").get_attribute("id") == place[1:]
    assert opened.locator(".ln.hit").is_visible()
