"""Dictionaries of other programs: what they hold comes in, goes out and comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.lexicon.cards import name_of
from framing.lexicon.formats import FORMATS, Format, export_dictionary, format_of, import_dictionary
from framing.types import Entry, Lexicon
from tests.lexicon.making import lexicon

EVERY = pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
SAMPLES = {
    "framing.cat": {
        "framing_distancing": ["alleged*", "so called"],
        "framing_threat": ["national security", "provocat*"],
    },
    "framing.dic": {"distancing": ["alleged*", "regime", "so called"], "threat": ["provocat*", "regime"]},
    "framing.lc3": {"distancing": ["alleged*", "so called"], "threat": ["national security", "provocat*"]},
    "framing.ykd": {"distancing": ["alleged*", "so called"], "threat": ["provocat*"]},
    "framing.yml": {
        "distancing": ["alleged*", "so called"],
        "threat_hard": ["aggress*", "provocat*"],
        "threat_soft": ["national security"],
    },
}
OURS = {
    "a.csv": "Pattern;Case;Exclude\nbridge*;;\nMay;exact;May Day; \n",
    "b.tsv": '\npattern\tcategory\tnote\nbridge\tWorks\t"a ""fine"" word"\n\ntoll|fee road\tMoney out\t\'=1+1\n',
    "c.txt": "bridge\n people’s  toll-road \nBridge\nbridge\n",
    "d.dic": "made by hand\n%\n01 Works\n\t02\tMoney out\n%\nbridge*   1 2\ntoll road\t02\n\ntoll\t 1\n",
    "e.dicx": 'Entry,Works,"Money out"\nbridge*,1,x\n"toll road",,X\ntoll,1,0\n,,\n',
    "f.yaml": "Works:\n  __: [bridge, 22, no]\n  Money out:\n    - toll road\nAlone: tax\n",
    "g.lc3": " +Works\n bridge* \n\ntoll road\n",
    "h.cat": "WORKS (EU)\n\tBRIDGE (1)\n\tMONEY OUT\n\t\tTOLL_ROAD* (1)\n\tFEE (1)\n",
    "i.lcd": '<dictionary name="d"><cnode name="Works"><pnode name=" bridge"/></cnode></dictionary>',
    "j.ykd": '<dictionary style="050805"><cnode name="Top"><!-- mine --><pnode name="tax"/>'
    '<cnode name="Works"><pnode name="a lot"/><cnode name="In"><pnode name="fee"/></cnode>'
    "</cnode></cnode></dictionary>",
}
READ = {
    "a.csv": {"a": [Entry("May", "exact", ("May Day",)), Entry("bridge*")]},
    "b.tsv": {"works": [Entry("bridge", note='a "fine" word')], "money_out": [Entry("toll|fee road", note="=1+1")]},
    "c.txt": {"c": ["Bridge", "bridge", "people's toll road"]},
    "d.dic": {"works": ["bridge*", "toll"], "money_out": ["bridge*", "toll road"]},
    "e.dicx": {"works": ["bridge*", "toll"], "money_out": ["bridge*", "toll road"]},
    "f.yaml": {"works": ["22", "bridge", "no"], "works_money_out": ["toll road"], "alone": ["tax"]},
    "g.lc3": {"works": ["bridge*", "toll road"]},
    "h.cat": {"works_eu": ["bridge", "fee"], "works_eu_money_out": ["toll road*"]},
    "i.lcd": {"works": ["bridge"]},
    "j.ykd": {"top": ["tax"], "works": ["a lot"], "works_in": ["fee"]},
}
XML_NAMES = {"utf-8-sig": "utf-8", "utf-16": "utf-16", "latin-1": "iso-8859-1"}


def entries_of(lexicons: Sequence[Lexicon]) -> dict[str, list[Entry]]:
    return {lexicon.name: list(lexicon.entries) for lexicon in lexicons}


def plain(expected: Mapping[str, Sequence[Entry | str]]) -> dict[str, list[Entry]]:
    return {name: [Entry(e) if isinstance(e, str) else e for e in entries] for name, entries in expected.items()}


def there_and_back(lexicons: Sequence[Lexicon], format_: Format) -> dict[str, list[Entry]]:
    text, faults = export_dictionary(lexicons, format_)
    assert faults == []
    back = import_dictionary(text.encode(), f"{lexicons[0].name}{format_.suffixes[0]}", format_)
    assert not back.faults
    return entries_of(back.lexicons)


@pytest.mark.shared
@pytest.mark.parametrize("file", SAMPLES)
def test_samples_come_in_and_go_through_every_format(file: str, shared: Path) -> None:
    data = (shared / "data" / "format_samples" / "dict" / file).read_bytes()
    found = import_dictionary(data, file, format_of(file))
    assert entries_of(found.lexicons) == plain(SAMPLES[file])
    assert (found.faults, found.hyphened) == ((), ("so-called",))
    assert all(there_and_back(found.lexicons, format_) == plain(SAMPLES[file]) for format_ in FORMATS)


@pytest.mark.parametrize("file", OURS)
def test_each_is_read_as_it_is_meant(file: str) -> None:
    found = import_dictionary(OURS[file].encode(), f"some/folder/{file}", format_of(file))
    assert found.faults == ()
    assert entries_of(found.lexicons) == plain(READ[file])


@pytest.mark.parametrize("file", OURS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_marks_line_ends_and_old_encodings_do_not_matter(file: str, encoding: str) -> None:
    text = OURS[file].replace("bridge", "brücke").replace("BRIDGE", "BRÜCKE").replace("’", "'")
    if file in ("i.lcd", "j.ykd"):
        text = f'<?xml version="1.0" encoding="{XML_NAMES[encoding]}"?>{text}'
    found = import_dictionary(text.replace("\n", "\r\n").encode(encoding), file, format_of(file))
    asked = {name: [replace(e, pattern=e.pattern.replace("bridge", "brücke")) for e in entries]
             for name, entries in plain(READ[file]).items()}  # fmt: skip
    if file == "c.txt":
        asked["c"][0] = Entry("Brücke") if "Brücke" in text else Entry("Bridge")
    assert entries_of(found.lexicons) == asked


def test_cards_say_where_a_list_is_from() -> None:
    found = import_dictionary(OURS["f.yaml"].encode(), "/home/me/f.yaml", format_of("f.yaml"), prefix="My")
    lexicon = found.lexicons[1]
    assert lexicon.name == lexicon.card.name == "my_works_money_out"
    assert (lexicon.card.label, lexicon.card.direction) == ("Works / Money out", "yours: not measured")
    assert lexicon.card.sources == ("f.yaml",)
    assert lexicon.sha256.startswith(lexicon.card.version)


# ── out and back ─────────────────────────────────────────────────────────────

WORDS = st.sampled_from(["a", "no", "22", "null", "yes", "west", "world's", "leaders'", "état", "ÿ", "ß", "true", "on"])
STARS = st.sampled_from(["promot*", "so*", "état*", "22*"])
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LISTS = st.lists(PHRASES | STARS | st.tuples(PHRASES, STARS).map(" ".join), min_size=1, max_size=6, unique=True)
NAMES = st.sampled_from(["threat", "no", "22", "été", "x_y", "null", "entry", "pattern", "yes"])


@st.composite
def lexicons(draw: st.DrawFn) -> list[Lexicon]:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    return [lexicon(*sorted(draw(LISTS)), name=name) for name in names]


@EVERY
def test_what_a_format_holds_comes_back(format_: Format) -> None:
    @settings(max_examples=60, deadline=None)
    @given(lexicons())
    def holds(made: list[Lexicon]) -> None:
        assert there_and_back(made, format_) == entries_of(made)

    holds()


RULED = st.builds(
    Entry,
    pattern=PHRASES | STARS | st.just("a|b c|west*"),
    case=st.sampled_from(["any", "lower", "exact"]),
    exclude=st.lists(PHRASES, max_size=2).map(tuple),
    note=st.text("=+-@'\" a;,", max_size=6).map(lambda words: " ".join(words.split())),
)


@pytest.mark.parametrize("format_", [f for f in FORMATS if f.rules], ids=lambda format_: format_.name)
def test_spreadsheets_hold_everything(format_: Format) -> None:
    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.lists(RULED, min_size=1, max_size=4, unique=True), min_size=1, max_size=2))
    def holds(made: list[list[Entry]]) -> None:
        lists = [lexicon(*sorted(entries, key=lambda e: e.pattern), name=f"list_{i}") for i, entries in enumerate(made)]
        assert there_and_back(lists, format_) == entries_of(lists)

    holds()


@EVERY
def test_no_cell_is_a_formula(format_: Format) -> None:
    text, _ = export_dictionary([lexicon(Entry("a", note="=1+1"))], format_)
    assert not any(cell.startswith(("=", "-", "@")) for line in text.splitlines() for cell in line.split(","))


@EVERY
def test_alternatives_are_kept_or_written_out(format_: Format) -> None:
    text, faults = export_dictionary([lexicon("toll|fee road", "fee road")], format_)
    back = import_dictionary(text.encode(), f"test{format_.suffixes[0]}", format_)
    kept = ["fee road", "toll|fee road"] if format_.rules else ["fee road", "toll road"]
    assert faults == []
    assert sorted(entry.pattern for entry in back.lexicons[0].entries) == kept


@EVERY
def test_what_a_format_cannot_hold_is_named(format_: Format) -> None:
    made = lexicon(Entry("may", "lower"), Entry("war", exclude=("world war",)), "promot* peace", "bridge", name="mine")
    _, faults = export_dictionary([made], format_)
    said = [str(fault) for fault in faults]
    rules = [
        f"mine, entry 'may': {format_.name} cannot hold the case 'lower'",
        f"mine, entry 'war': {format_.name} cannot hold exclusions",
    ]
    star = [f"mine, entry 'promot* peace': {format_.name} cannot hold a * inside a phrase"]
    assert said == (not format_.rules) * rules + (not format_.inner_stars) * star


def test_names_are_made_of_any_words() -> None:
    assert [name_of(words) for words in ("Été  1", "__", "A.B-C")] == ["été_1", "", "a_b_c"]
