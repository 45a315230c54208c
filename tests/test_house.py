"""The house itself: who may import whom, what is light, what is shipped."""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
from pathlib import Path

import pytest

import framing

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "framing"

FLOORS = {
    "errors": 1,
    "stats": 1,
    "data": 1,
    "types": 2,
    "reading": 3,
    "parsing": 3,
    "agency": 3,
    "sourcing": 3,
    "outlets": 3,
    "lexicon": 3,
    "markers": 3,
    "comparing": 3,
    "readability": 3,
    "profiling": 3,
    "plots": 3,
    "exporting": 3,
    "analysis": 4,
    "report": 4,
    "corpus": 5,
    "vectorizer": 5,
    "cli": 6,
    "__main__": 7,
}
WORKERS = {room for room, floor in FLOORS.items() if floor == 3}
HEAVY = {
    "numpy",
    "scipy",
    "sklearn",
    "nltk",
    "textstat",
    "matplotlib",
    "trafilatura",
    "typst",
    "jinja2",
    "rich",
    "lxml",
    "yaml",
}
SEAMS = {
    "numpy": {"parsing", "plots", "vectorizer"},
    "scipy": {"vectorizer"},
    "sklearn": {"vectorizer"},
    "nltk": {"readability"},
    "textstat": {"readability"},
    "matplotlib": {"plots", "report"},
    "trafilatura": {"reading"},
    "lxml": {"reading", "lexicon"},
    "yaml": {"lexicon"},
    "typst": {"report"},
    "jinja2": {"report"},
    "fontTools": {"report"},
    "ahocorasick_rs": {"lexicon"},
    "click": {"cli"},
    "rich": {"cli"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[tuple[str, ...]]:
    """Dotted names imported anywhere in a file, the ones for type checking too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {tuple(alias.name.split(".")) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = tuple(node.module.split("."))
            found |= {(*base, alias.name) if base == ("framing",) else base for alias in node.names}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_know_only_what_is_below(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in imports(path):
        if name[0] != "framing" or len(name) < 2 or name[1] not in FLOORS:
            continue
        other = name[1]
        assert other == room or FLOORS[other] < FLOORS[room] or (room, other) == ("report", "analysis"), (room, other)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_third_parties_stand_at_their_seam(path: Path) -> None:
    for name in imports(path):
        assert room_of(path) in SEAMS.get(name[0], {room_of(path)}), name


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in modules()} - {"__init__"} == set(FLOORS)


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, framing, framing.cli; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY.isdisjoint(loaded)


def test_the_face_names_what_there_is() -> None:
    assert all(callable(getattr(framing, name)) for name in framing.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        framing.nothing  # noqa: B018


def test_face_is_short() -> None:
    assert len((PACKAGE / "__init__.py").read_text(encoding="utf-8").splitlines()) < 50


def test_packages_are_listed() -> None:
    """Packages are listed by hand in setup.cfg; the list is the tree."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    tree = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    tree |= {"framing.data.corpus", "framing.data.lexicons", "framing.data.templates"}
    assert set(config["options"]["packages"].split()) == tree


def test_no_file_of_everything() -> None:
    assert not list(PACKAGE.rglob("utils.py"))
