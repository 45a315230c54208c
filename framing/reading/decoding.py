"""Bytes to text, or a clear word on what the bytes are instead."""

from __future__ import annotations

import codecs
import re

from framing.errors import InputError

LARGEST_TEXT = 5_000_000
"""Bytes of plain text; a long newspaper article has about 30,000."""
LARGEST_PAGE = 20_000_000
"""Bytes of a saved web page, which may hold its pictures."""
CONTROL_SHARE = 0.05
"""Share of control characters above which bytes are not text; fewer are slips and stay."""

_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
)
_IN_ZIP = ((b"word/", "a Word document (DOCX)"), (b"opendocument.text", "an OpenDocument text (ODT)"))
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""(?i)<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""")
_TRUSTED = re.compile(r"(?i)(?:windows|cp|iso|latin|koi8|gb|big5|euc|shift|mac)[\w.-]*\Z")
_PAGE = re.compile(
    r"(?i)\s*(?:<!--.{0,2000}?-->\s*|<\?xml.{0,200}?\?>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MISREAD = re.compile("â(?:€|\x80)[\x80-\xbf™œžš“”˜¦¢]|[ÃÂ][\x80-\xbf€‚„…†‡‰‹]|[ÐÑ][\x80-\xbf][ÐÑ]|ï¿½|\ufffd")

_PLAIN = "give plain text (UTF-8), Markdown or HTML"


def decode(data: bytes, *, where: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file's bytes, and warnings.

    Tried in order: UTF-8 (a byte-order mark is left out), UTF-16 with its mark, the
    charset a page declares, Windows-1252. Line ends ``\r\n`` and ``\r`` become ``\n``,
    so offsets count each line end as one character; nothing else is changed.

    Raises
    ------
    InputError
        Where the bytes are empty, another kind of file, no text, or too many.

    Examples
    --------
    >>> decode(b"caf\xc3\xa9\r\n", where="a.txt")
    ('café\n', ())
    >>> decode(b"%PDF-1.7 ...", where="a.txt")
    Traceback (most recent call last):
        ...
    framing.errors.InputError: a.txt: this is a PDF, not text; give plain text (UTF-8), Markdown or HTML
    """
    if not data.strip():
        raise InputError("the file is empty" if not data else "the file holds only blanks", where=where, hint=_PLAIN)
    if kind := _kind(data):
        raise InputError(f"this is {kind}, not text", where=where, hint=_PLAIN)
    _check_size(data, LARGEST_PAGE, where)
    text, warnings = _to_text(data, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_page(text):
        _check_size(data, LARGEST_TEXT, where)
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise InputError("this is a binary file, not text", where=where, hint=_PLAIN)
    if misread := _MISREAD.findall(text):
        warnings += (
            f"{len(misread)} places such as {misread[0]!r} look like text saved in the wrong encoding; "
            "quotation marks there are not seen, so save the article again as UTF-8",
        )
    return text, warnings


def is_page(text: str) -> bool:
    """Say whether a text is an HTML page.

    Examples
    --------
    >>> is_page("<!DOCTYPE html><html>"), is_page("The <html> tag")
    (True, False)
    """
    return _PAGE.match(text) is not None


def _kind(data: bytes) -> str | None:
    start = data.removeprefix(codecs.BOM_UTF8)[:1024].lstrip()
    kind = next((name for magic, name in _KINDS if start.startswith(magic)), None)
    if kind == "a ZIP archive":
        kind = next((name for inside, name in _IN_ZIP if inside in data[:20_000]), kind)
    return kind


def _to_text(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.removeprefix(bom).decode(encoding), ()
            except UnicodeDecodeError:
                raise InputError(f"marked as {encoding.upper()} but is not", where=where, hint=_PLAIN) from None
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(_declared(data)), ()
    except (UnicodeDecodeError, LookupError):
        pass
    try:
        return data.decode("cp1252"), ("not UTF-8, so read as Windows-1252: check its accents and quotation marks",)
    except UnicodeDecodeError:
        pass
    raise InputError("this is no text in UTF-8, UTF-16 or Windows-1252", where=where, hint="save it as UTF-8 text")


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data, 0, 4096)
    name = match.group(1).decode("ascii", "replace") if match else ""
    return name if _TRUSTED.match(name) else ""


def _check_size(data: bytes, largest: int, where: str) -> None:
    if len(data) > largest:
        raise InputError(
            f"{'more than ' * (len(data) > LARGEST_PAGE)}{len(data) / 1e6:.1f} MB",
            where=where,
            hint=f"at most {LARGEST_TEXT / 1e6:.0f} MB of text, or {LARGEST_PAGE / 1e6:.0f} MB for a web page; "
            "give one article, not a collection",
        )
