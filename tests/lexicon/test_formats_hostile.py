"""Dictionaries that are broken, hostile or hold more than we can: named, never guessed, never silent."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.errors import LexiconError, OptionError
from framing.lexicon.formats import FORMATS, Format, export_dictionary, format_of, import_dictionary
from tests.lexicon.making import lexicon

DIC = "%\n1\tgood\n%\n"
BOMB = '<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><dictionary><cnode name="&b;"/></dictionary>'
REFUSED = {
    "a.csv": [
        ("pattern\nbridge\n*ing\n", "a.csv, line 3: pattern '*ing' has '*ing' in it, no word"),
        ("pattern\nbridge\nwom?n\n", "a.csv, line 3: pattern 'wom?n'"),
        ("pattern\nbridge\nstate.run\n", "a.csv, line 3: pattern 'state.run'"),
        ("pattern\nbridge\n习近平\n", "a.csv, line 3: pattern '习近平' has the letter"),
        ("pattern\nbridge\na,b\n", "a.csv, line 3: pattern 'a,b'"),
        ("pattern,note\nbridge\na,b,c\n", "a.csv, line 3: 3 cells under 2 columns"),
        ("pattern,case\nbridge,\nmay,upper\n", "a.csv, line 3: unknown case 'upper'; choose from: any, lower"),
    ],
    "a.dic": [
        (DIC + "bridge\t1\nwar\t3\n", "a.dic, line 5: the entry 'war' is in category 3, which has no name"),
        (DIC + "bridge\t1\nwar\n", "a.dic, line 5: the entry 'war' has no category"),
        (
            DIC + "bridge\t1\nlike\t(02 134)125/464\n",
            "a.dic, line 5: the entry 'like' has '(02 134)125/464' for a category",
        ),
        (DIC + "bridge\t1\nkind\t<of>1/2\n", "a.dic, line 5: the entry 'kind' has '<of>1/2' for a category"),
        (DIC + "bridge\t1\nwar\t1.5\n", "a.dic, line 5: the entry 'war' has '1.5'"),
        (DIC + "bridge\t1\nwar 1\t1\n", "a.dic, line 5: 1 may be a category or the end of the entry 'war 1'"),
        (DIC + "bridge\t1\n:)\t1\n", "a.dic, line 5: pattern ':)'"),
        ("%\n1\tgood\n2\tbad\n%\nbridge\t1\n", "a.dic, line 3: the category 'bad' is empty"),
    ],
    "a.dicx": [
        ("Entry,good\nbridge,1\nwar,0.5\n", "a.dicx, line 3: the entry 'war' has the weight '0.5' in 'good'"),
        ("Entry,good\nbridge,1\nwar,-1\n", "a.dicx, line 3: the entry 'war' has the weight '-1'"),
        ("Entry,good\nbridge,1\nwar,\n", "a.dicx, line 3: the entry 'war' has no category"),
        ("Entry,good\nbridge,1\nwar,1,1\n", "a.dicx, line 3: the entry 'war' is marked under no category"),
        ("Entry,good,bad\nbridge,1\n", "a.dicx, line 1: the category 'bad' is empty"),
    ],
    "a.yml": [
        ("a: [bridge]\nb: []\n", "a.yml, line 2: the category 'b' is empty"),
        ("a: [bridge]\nb:\n", "a.yml, line 2: the category 'b' is empty"),
        ("a:\n- bridge\n- w?r\n", "a.yml, line 3: pattern 'w?r'"),
    ],
    "a.lc3": [
        ("war\n+a\nbridge\n", "a.lc3, line 1: the entry 'war' has no category"),
        ("+a\nbridge\n+b\n", "a.lc3, line 3: the category 'b' is empty"),
    ],
    "a.cat": [
        ("A\n\tBRIDGE (1)\n\tWAR (2)\n", "a.cat, line 3: the entry 'WAR' has the weight '2'"),
        (
            "A\n\tBRIDGE (1)\n\t@NEAR [WAR NEAR PEACE] (1)\n",
            "a.cat, line 3: the entry '@NEAR [WAR NEAR PEACE]' is a rule",
        ),
        ("WAR (1)\nA\n\tBRIDGE (1)\n", "a.cat, line 1: the entry 'WAR' has no category"),
        ("A\n\tBRIDGE (1)\n\tB\n", "a.cat, line 3: the category 'B' is empty"),
    ],
    "a.ykd": [
        (
            '<dictionary><cnode name="a"><pnode name="bridge"/>\n<pnode name="colou?r"/></cnode></dictionary>',
            "a.ykd, line 2: pattern 'colou?r'",
        ),
        (
            '<dictionary><cnode name="a"><pnode name="bridge"/></cnode>\n<pnode name="war"/></dictionary>',
            "a.ykd, line 2: the entry 'war' has no category",
        ),
    ],
}
BROKEN = {
    "a.csv": [
        ("", "a.csv: no entries"),
        ("pattern\n", "a.csv: no entries"),
        ("word,case\nmay,lower\n", "line 1: no column is called pattern; the first row names the columns"),
        ("pattern,weight\nmay,2\n", "line 1: unknown column 'weight'"),
        ("pattern,pattern\nmay,2\n", "line 1: two columns have one name"),
        ('pattern\n"so-called" state\n', "line 2: this is no table"),
        ('pattern\n"bridge\nwar\n', "line 3: this is no table"),
        ('pattern\n"bridge\nwar"\nfee\n', "line 3: a cell of more than one line"),
        ("pattern,category\nmay,A b\nwar,a-b\n", "two lexicons would be called 'a_b'"),
        ("pattern,category\nmay,!!\n", "no name can be made of '!!'"),
    ],
    "a.dic": [
        ("bridge\t1\n", "a.dic: 0 lines of % only"),
        ("%\n1\ta\n1\tb\n%\nwar\t1\n", "line 3: category 1 stands twice"),
        ("%\n1\ta\n01\tb\n%\nwar\t1\n", "line 3: category 01 stands twice"),
        ("%\n1\ta\n2\ta\n%\nwar\t1\n", "line 3: the category 'a' stands twice"),
        ("%\ngood\n%\nwar\t1\n", "line 2: 'good' is no category"),
    ],
    "a.dicx": [
        ("word,a\nwar,1\n", "line 1: the first row is 'word,a'"),
        ("Entry,a,\nwar,1\n", "line 1: the first row is 'Entry,a,'"),
        ("Entry,a,a\nwar,1\n", "line 1: the category 'a' stands twice"),
    ],
    "a.yml": [
        ("- war\n", "line 1: a list where a dictionary has none"),
        ("war\n", "line 1: words where a dictionary has none"),
        ("a: [war, [fee]]\n", "line 1: a list where a dictionary has none"),
        ("a:\n- war\n- b: fee\n", "line 3: a category where a dictionary has none"),
        ("? [a]\n: war\n", "line 1: a list where a dictionary has none"),
        ("a: &x [war]\nb: *x\n", "line 2: an alias where a dictionary has none"),
        ("a: [war]\na: [fee]\n", "line 2: the category 'a' stands twice"),
        ("a: [war\n", "this is not YAML"),
        ("a: @war\n", "this is not YAML"),
        ("a:\n" + "".join(f"{'  ' * i}a{i}:\n" for i in range(1, 60)), "more than 50 categories within each other"),
        ("a: " + "[" * 20_000, "a list where a dictionary has none"),
    ],
    "a.lc3": [("+\nwar\n", "line 1: a category without a name"), ("+a\nwar\n+a\nfee\n", "line 3: the category 'a'")],
    "a.cat": [
        ("A\n\t\tWAR (1)\n", "line 2: 'WAR (1)' stands below no category"),
        ("A\n  WAR (1)\n", "line 2: 'WAR (1)' stands below no category"),
        ("A\n\tWAR (1)\nA\n\tFEE (1)\n", "line 3: the category 'A' stands twice"),
    ],
    "a.ykd": [
        ("", "this is not XML"),
        ("<dictionary>", "this is not XML"),
        (BOMB, "the file declares a document type"),
        ("<html/>", "the outermost element is 'html'"),
        ('<dictionary patternengine="regexp"/>', "the patterns are of the kind 'regexp'"),
        ("<dictionary><cnode/></dictionary>", "cnode with the name ''"),
        ('<dictionary><cnode name="a"><b name="x"/></cnode></dictionary>', "b with the name 'x'"),
    ],
}


@pytest.mark.parametrize(("file", "text", "said"), [(f, *case) for f, cases in REFUSED.items() for case in cases])
def test_an_entry_that_cannot_be_held_is_named_and_the_rest_is_kept(file: str, text: str, said: str) -> None:
    found = import_dictionary(text.encode(), file, format_of(file))
    assert len(found.faults) == 1
    assert str(found.faults[0]).startswith(said)
    assert found.faults[0].hint
    assert [e.pattern for made in found.lexicons for e in made.entries] == ["bridge"]


@pytest.mark.parametrize(("file", "text", "said"), [(f, *case) for f, cases in BROKEN.items() for case in cases])
def test_a_file_that_makes_no_sense_is_refused(file: str, text: str, said: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(said)):
        import_dictionary(text.encode(), file, format_of(file))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_any_bytes_are_read_or_refused(format_: Format) -> None:
    pieces = st.sampled_from(
        ["%\n", "1\ta\n", "war\t1\n", "+a\n", "a:\n", "- war\n", "\t", " ", '"', "<", "\n", "é", "*"]
    )

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=60) | st.lists(pieces, max_size=15).map(lambda some: "".join(some).encode()))
    @example(b"\xff\xfe\x00")
    @example(b"\xff\xfeaa\x00\xd8")
    @example(b"pattern\x00")
    @example(bytes(range(256)))
    def holds(data: bytes) -> None:
        with suppress(LexiconError):
            found = import_dictionary(data, "some file", format_)
            assert found.lexicons or found.faults

    holds()


@pytest.mark.parametrize("format_", [format_of("x.dic"), format_of("x.ykd")], ids=lambda format_: format_.name)
def test_fifty_thousand_entries(format_: Format) -> None:
    made = lexicon(*sorted(f"w{number}*" for number in range(50_000)), name="many")
    text, _ = export_dictionary([made], format_)
    assert import_dictionary(text.encode(), f"many{format_.suffixes[0]}", format_).lexicons[0].entries == made.entries


def test_twins_and_nothing_are_not_written() -> None:
    with pytest.raises(LexiconError, match="two lexicons would be called 'test'"):
        export_dictionary([lexicon("a"), lexicon("b")], FORMATS[0])
    with pytest.raises(LexiconError, match="no entry is left"):
        export_dictionary([lexicon("promot* peace")], format_of("x.dic"))


def test_unknown_formats_are_named() -> None:
    for path, name in [("x.doc", ""), ("x", ""), ("x.dic", "word")]:
        with pytest.raises(OptionError, match=r"unknown format .*; choose from: csv, tsv, liwc, liwc22, quanteda"):
            format_of(path, name)
    assert format_of("x.doc", "liwc").name == "liwc"
    assert format_of("X.YML").name == "quanteda"
