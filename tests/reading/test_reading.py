"""Sources of every kind, and every input that must be refused in one clear line."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from framing.errors import FramingError, InputError, OptionError
from framing.reading import article_from_text, check_readable, expand, list_events, read_article
from framing.types import Removed

BODY = (
    "The harbour board met on Tuesday to hear what the two islands had agreed about the ferry.\n"
    "“Nobody was told,” said a café owner who had come to listen, and three people left before the end of it.\n"
)


def write(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(source: str | Path) -> str:
    with pytest.raises(FramingError) as error:
        read_article(source)
    told = str(error.value)
    assert "\n" not in told
    assert "; " in told
    assert str(source) in told
    return told


# ── what is read ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    data = BODY.encode(encoding)
    article = read_article(write(tmp_path, data))
    assert article.text == BODY
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.id, article.language) == ("a", "en")
    assert ("warnings" in article.extra) == (encoding == "cp1252")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_become_newlines(tmp_path: Path, line_end: str) -> None:
    article = read_article(write(tmp_path, f"By Ada Lund\n{BODY}".replace("\n", line_end).encode()))
    assert article.text == f"By Ada Lund\n{BODY}"
    assert [article.text[r.start : r.end] for r in article.removed] == ["By Ada Lund"]


def test_text_misread_once_is_read_with_a_warning(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, BODY.encode().decode("cp1252", "replace").encode()))
    assert "wrong encoding" in article.extra["warnings"][0]
    assert "â€œ" in article.text


def test_front_matter_is_kept_in_the_text_and_taken_off(tmp_path: Path) -> None:
    head = "---\ntitle: 'Ferry talks end'\ndate: 2026-02-04\nauthor: Ada Lund\noutlet: The Daily Example\nx: y\n---"
    article = read_article(write(tmp_path, f"{head}\n\n# Ferry talks end\n\n{BODY}".encode(), "a.md"))
    assert (article.title, article.date, article.outlet) == ("Ferry talks end", "2026-02-04", "The Daily Example")
    assert article.provenance.author == "Ada Lund"
    assert [article.text[r.start : r.end] for r in article.removed] == [head, "# "]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    article = read_article("-")
    assert (article.text, article.id, article.source) == (BODY, "stdin", "-")


def test_an_article_may_be_named(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, BODY.encode()), id="B").id == "B"


def test_text_in_memory_is_left_as_it_is() -> None:
    article = article_from_text("By Ada Lund\r\n" + BODY, id="A", title="T", outlet="O", extra={"k": 1})
    assert article.text == "By Ada Lund\r\n" + BODY
    assert article.removed == (Removed(0, 11, "byline"),)
    assert (article.title, article.outlet, article.extra) == ("T", "O", {"k": 1})
    check_readable(article)


# ── events ───────────────────────────────────────────────────────────────────


def test_every_event_text_is_read() -> None:
    events = list_events()
    assert [event["name"] for event in events] == sorted(event["name"] for event in events)
    for event in events:
        names = expand(f"event:{event['name']}")
        assert names == [f"event:{event['name']}/{text['file']}" for text in event["texts"]]
        for name in names:
            article = read_article(name)
            assert article.extra["event"] == event["name"]
            assert any(removed.kind == "teaching note" for removed in article.removed)


def test_other_sources_expand_to_themselves() -> None:
    assert expand("a.txt") == ["a.txt"]
    assert expand("event:a/b") == ["event:a/b"]


@pytest.mark.parametrize("source", ["event:none-such", "event:none-such/a", "event:../x", "event:"])
def test_unknown_events_are_named_with_those_there_are(source: str) -> None:
    with pytest.raises(OptionError, match=r"unknown event .*choose from"):
        read_article(source)
    if "/" not in source:
        with pytest.raises(OptionError, match="unknown event"):
            expand(source)


def test_an_event_is_read_text_by_text() -> None:
    for event in list_events()[:1]:
        with pytest.raises(OptionError, match="unknown text ''; choose from"):
            read_article(f"event:{event['name']}")


# ── what is refused ──────────────────────────────────────────────────────────


def docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


GERMAN = "Der Minister sagte am Dienstag, dass die Gespräche mit den Inseln noch nicht zu Ende sind. " * 5
RUSSIAN = "Министр сказал во вторник, что переговоры с островами ещё не закончились и что это не так плохо. " * 5
CHINESE = "部长星期二表示，与各岛的会谈尚未结束，双方将于下个月再次会面。" * 10
ARABIC = "قال الوزير يوم الثلاثاء إن المحادثات مع الجزر لم تنته بعد وإن الجانبين سيجتمعان في الشهر المقبل " * 5


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "holds only blanks"),
        (b"\xef\xbb\xbf", "the text is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF"),
        (docx(), "this is a Word document (DOCX)"),
        (b"PK\x03\x04" + b"x" * 100, "this is a ZIP archive"),
        (gzip.compress(b"text"), "this is a gzip archive"),
        (b"{\\rtf1 text}", "this is a rich-text (RTF) document"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture (PNG)"),
        (BODY.encode() + b"\0" * (len(BODY) // 10), "this is a binary file"),
        (bytes(range(1, 32)) * 9, "this is a binary file"),
        (BODY.encode("utf-16-le"), "this is a binary file"),
        (b"\xff\xfea", "marked as UTF-16-LE but is not"),
        (b"\x81\x8d\x8f" * 9, "no text in UTF-8, UTF-16 or Windows-1252"),
        (b"Hello", "too short to measure: 1 word;"),
        (b"The ferry left on time.", "too short to measure: 5 words;"),
        (b"By Ada Lund\nAdvertisement\n", "only boilerplate (byline, advertisement)"),
        (b"thisisatextwithoutanyspaces" * 50, "no spaces between words"),
        (GERMAN.encode(), "the text is in German; counts need English"),
        (RUSSIAN.encode(), "the text is in Russian; counts need English"),
        (CHINESE.encode(), "the text is in Chinese; counts need English"),
        (ARABIC.encode(), "the text is in Arabic; counts need English"),
        (RUSSIAN.encode("koi8-r"), "counts need English"),
        (b"zorb wux plim tarn geck " * 20, "in no language known here"),
        (b"The ferry left on time. " * 250_000, ": 6.0 MB; at most 5 MB of text"),
        (b"x" * 20_000_000, ": 20.0 MB; at most 5 MB of text"),
        (b"x" * 30_000_000, "more than 20.0 MB; at most 5 MB of text"),
        (b"<html>" + b"x" * 20_000_000, "20 MB for a web page"),
        (b"<html><body></body></html>", "no article was found in the page"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_measured_is_refused_in_one_line(tmp_path: Path, data: bytes, told: str) -> None:
    assert told in refusal(write(tmp_path, data))


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.txt")
    assert "this is a folder" in refusal(tmp_path)
    assert "cannot be read" in refusal("a\0b")


@pytest.mark.parametrize("address", ["ftp://example.org/a.txt", "file:///tmp/a.txt", "S3://bucket/a"])
def test_other_addresses_are_not_taken_for_files(address: str) -> None:
    assert "only addresses with http:// or https://" in refusal(address)


def test_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert "standard input is closed" in refusal("-")


def test_a_stray_control_character_stays_in_the_text(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, BODY.encode().replace(b" ", b" \0\x07", 1)))
    assert article.text == BODY.replace(" ", " \0\x07", 1)


def test_an_address_that_cannot_be_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.fetch_response", lambda *_, **__: None)
    assert "the page could not be fetched" in refusal("https://example.org/a")


@given(st.binary(max_size=400))
@example(b"<html>")
@example(b"---\ntitle: x\n---")
@example(b"\xfe\xff\xd8\x00")
def test_no_bytes_raise_anything_but_our_errors(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for name in ("any.txt", "any.html"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(data)
        with pytest.raises(InputError):
            read_article(path)


@given(st.text(max_size=300))
def test_any_text_becomes_an_article(text: str) -> None:
    article = article_from_text(text, id="A")
    assert article.text == text
    assert all(0 <= r.start < r.end <= len(text) for r in article.removed)


# ── the two seeds ────────────────────────────────────────────────────────────

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared beside the clone")
def test_the_seeds() -> None:
    first, second = (read_article(path) for path in sorted(SEEDS.iterdir()))
    assert [r.kind for r in first.removed] == [
        "translation note", "source line", "republisher header", "source line", "byline", "disclaimer",
    ]  # fmt: skip
    assert first.provenance.published_by == "MIL-OSI"
    assert first.provenance.origin == "State Council News (People's Republic of China)"
    assert first.provenance.translated
    (menu,) = second.removed
    assert menu.kind == "language menu"
    assert len(second.text[menu.start : menu.end].split()) == 6
