"""Coded sheets read back: hand-counted figures, and what is said of bad rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.corpus.coding import Keyed, agreement, judge, read_codes, read_key
from framing.corpus.sampling import KEY
from framing.errors import InputError
from framing.stats import wilson

KEYED = {
    **{f"{i}": Keyed("hedges", "own", 90) for i in range(1, 5)},
    **{f"{i}": Keyed("hedges", "quoted", 10) for i in range(5, 7)},
    **{f"{i}": Keyed("hedges", "", 400) for i in range(7, 12)},
    "12": Keyed("boosters", "own", 1),
}


def coded(**codes: str) -> dict[str, list[str]]:
    """Codes by item, written ``_1="yes no"``."""
    return {item[1:]: given.split() for item, given in codes.items()}


def test_figures_by_hand() -> None:
    codes = coded(_1="yes", _2="yes", _3="yes", _4="no", _5="other", _6="yes", _7="other", _8="no", _9="no", _10="no")
    boosters, hedges = judge(KEYED, codes | coded(_11="unsure"))
    assert (hedges.marker, hedges.hits, hedges.hits_judged) == ("hedges", 100, 6)
    assert hedges.precision.value == pytest.approx(0.9 * 3 / 4 + 0.1 * 1 / 2)
    assert hedges.precision == pytest.approx(wilson(0.725, 1 / (0.9**2 / 4 + 0.1**2 / 2)))
    assert (hedges.sentences, hedges.sentences_judged, hedges.unsure) == (400, 4, 1)
    assert hedges.recall.value == pytest.approx(72.5 / (72.5 + 400 / 4))
    low, high = wilson(1 / 4, 4)[1:]
    assert hedges.recall.low == pytest.approx(100 * hedges.precision.low / (100 * hedges.precision.low + 400 * high))
    assert hedges.recall.high == pytest.approx(100 * hedges.precision.high / (100 * hedges.precision.high + 400 * low))
    assert hedges.alpha is None
    assert (boosters.precision, boosters.recall, boosters.hits_judged) == (None, None, 0)


def test_the_majority_decides_and_a_tie_does_not() -> None:
    codes = coded(_1="yes yes no", _2="yes no", _3="no no yes", _4="yes unsure unsure")
    hedges = judge(KEYED, codes)[1]
    assert hedges.hits_judged == 3
    assert hedges.precision.value == pytest.approx(2 / 3)
    assert hedges.unsure == 2


def test_a_flawless_tool_has_full_marks_and_an_honest_interval() -> None:
    codes = {item: ["yes" if keyed.stratum else "no"] for item, keyed in KEYED.items()}
    hedges = judge(KEYED, codes)[1]
    assert (hedges.precision.value, hedges.recall.value) == (1, 1)
    assert 0 < hedges.recall.low < hedges.precision.low < 1


def test_alpha_counts_every_code() -> None:
    assert agreement(coded(_1="yes yes", _2="no no", _3="unsure yes")) < 1
    assert agreement(coded(_1="yes yes", _2="no no")) == 1


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "coded.csv"


@pytest.mark.parametrize(
    ("cell", "code"), [("yes", "yes"), (" Y ", "yes"), ("1", "yes"), ("'No", "no"), ("OTHER", "other"), ("?", "unsure")]
)
def test_codes_are_read_as_people_write_them(cell: str, code: str, sheet: Path) -> None:
    sheet.write_text(f"item,text,code\n1,x,{cell}\n2,y,\n", encoding="utf-8")
    assert read_codes([sheet], KEYED) == ({"1": [code], "2": []}, [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_sheets_are_read_as_spreadsheets_save_them(encoding: str, delimiter: str, sheet: Path) -> None:
    lines = ["item,text,code_1,code_2", "1,“Aye” he said,yes,no", "2,naïve,no,no"]
    sheet.write_bytes("\r\n".join(lines).replace(",", delimiter).encode(encoding))
    assert read_codes([sheet, sheet], KEYED)[0] == {"1": ["yes", "no"] * 2, "2": ["no", "no"] * 2}


def test_bad_rows_are_named_and_the_rest_counts(sheet: Path) -> None:
    sheet.write_text("item,text,code\n1,x,yes\n2,x,maybe\n99,x,no\n1,x,no\n3,x\n4,x,no\n", encoding="utf-8")
    codes, faults = read_codes([sheet, sheet.with_name("none.csv")], KEYED)
    assert codes == {"1": ["yes"], "4": ["no"]}
    said = [fault.removeprefix(f"{sheet}, ").partition(";")[0] for fault in faults]
    assert said[:-1] == [
        "row 2 (line 3): 'maybe' is no code",
        "row 3 (line 4): item '99' is not in the key",
        "row 4 (line 5): item 1 stands here twice",
        "row 5 (line 6): 2 cells where the header has 3",
    ]
    assert "none.csv: cannot be read (No such file or directory)" in said[-1]


def test_a_sheet_without_its_columns(sheet: Path) -> None:
    sheet.write_text("number,answer\n1,yes\n", encoding="utf-8")
    assert "no column 'item'" in read_codes([sheet], KEYED)[1][0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("item,code\n1,yes\n", "no column 'marker'; give the .key.csv"),
        (f"{','.join(KEY)}\n1,hedges,yes,own,many,d,0,1,may,r,1\n", "of is 'many'"),
        (f"{','.join(KEY)}\n", "the key is empty"),
    ],
)
def test_what_is_no_key(content: str, said: str, sheet: Path) -> None:
    sheet.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_key(sheet)
