from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicon import load_lexicons, read_lexicon
from framing.types import Entry

TABLE = "pattern\tcase\texclude\tnote\nmay\tlower\tmay day; may 1|2\tno month\nseem*\nso called\t\t\t\n"
CARD = """
name = "tiny"
version = "1.0"
language = "en"
label = "Tiny"
construct = "words for a test"
unit = "hits per 1,000 words"
direction = "none"
made = "by hand"
sources = ["ourselves"]
licence = "Apache-2.0"
misses = ["most things"]
cautions = ["none"]
examples = ["It [may] rain."]
counterexamples = ["May Day."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "tiny"
    made.mkdir()
    (made / "entries.tsv").write_text(TABLE, encoding="utf-8")
    (made / "card.toml").write_text(CARD, encoding="utf-8")
    return made


def test_read(folder: Path) -> None:
    lexicon = read_lexicon(folder)
    assert (lexicon.name, lexicon.card.label, lexicon.card.examples) == ("tiny", "Tiny", ("It [may] rain.",))
    assert lexicon.entries == (
        Entry("may", "lower", ("may day", "may 1|2"), "no month"),
        Entry("seem*"),
        Entry("so called"),
    )
    assert lexicon.sha256 == hashlib.sha256(TABLE.encode()).hexdigest()
    assert read_lexicon(str(folder)) == lexicon


def test_line_ends_and_byte_order_mark_do_not_matter(folder: Path) -> None:
    lexicon = read_lexicon(folder)
    (folder / "entries.tsv").write_bytes(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode())
    assert read_lexicon(folder) == lexicon


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "pattern\t",
            "word\t",
            "tiny/entries.tsv, line 1: the header is .*; the columns are pattern, case, exclude, note",
        ),
        ("lower", "upper", "tiny/entries.tsv, line 2: unknown case 'upper'; choose from: any, lower, exact"),
        ("seem*", "see*m", "tiny/entries.tsv, line 3: pattern 'see.m' has 'see.m' in it, no word; write "),
        ("seem*", "", "tiny/entries.tsv, line 3: pattern '' has '' in it, no word"),
        ("may day; ", "may day;", "tiny/entries.tsv, line 2: pattern .* has 'day;may' in it, no word"),
        ("\t\t\t\n", "\t\t\t\tx\n", "tiny/entries.tsv, line 4: 5 columns; at most four: "),
        ('"tiny"', '"huge"', "tiny/card.toml: name is 'huge'; it must be the folder's, 'tiny'"),
        ('label = "Tiny"', "", "tiny/card.toml: missing key 'label'; the keys are name, version"),
        ('label = "Tiny"', 'label = "Tiny"\ncolour = "red"', "tiny/card.toml: unknown key 'colour'; the keys are "),
        ('sources = ["ourselves"]', 'sources = "ourselves"', "sources is 'ourselves'; it must be a list of strings"),
        ('made = "by hand"', "made = ''", "made is ''; it must be a string, not empty"),
        ('made = "by hand"', "made = by hand", "tiny/card.toml: the card is not TOML: "),
    ],
)
def test_faults_are_named(folder: Path, old: str, new: str, complaint: str) -> None:
    for name, text in (("entries.tsv", TABLE), ("card.toml", CARD)):
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=complaint):
        read_lexicon(folder)


def test_no_entries(folder: Path) -> None:
    (folder / "entries.tsv").write_text(TABLE.partition("\n")[0], encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^tiny/entries\.tsv: the table has no entries"):
        read_lexicon(folder)


def test_unreadable(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"^nowhere/entries\.tsv: the file cannot be read; a lexicon is"):
        read_lexicon(tmp_path / "nowhere")
    (folder / "entries.tsv").write_bytes(b"pattern\tcase\texclude\tnote\ncaf\xe9\n")
    with pytest.raises(LexiconError, match=r"^tiny/entries\.tsv: the file is not UTF-8 at byte 29; save it"):
        read_lexicon(folder)


def test_shipped_lexicons_are_read_once_in_order() -> None:
    assert load_lexicons() is load_lexicons()
    names = [lexicon.name for lexicon in load_lexicons()]
    assert names == sorted(set(names))
