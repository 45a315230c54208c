"""Yoshikoder: XML, categories (``cnode``) within each other and patterns (``pnode``) in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from framing.errors import LexiconError
from framing.lexicon.formats.items import Category, Found, Item
from framing.types import Entry, Lexicon

STYLE = "050805"
"""Of Yoshikoder's own files: they have one outermost category, the dictionary itself."""


def read(data: bytes, where: str) -> Iterator[Found]:
    """Read a ``.ykd``, or a ``.lcd`` of Lexicoder 2; no entity is followed."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LexiconError(f"this is not XML: {error}", where=where) from error
    if root.getroottree().docinfo.doctype:
        raise LexiconError("the file declares a document type", where=where, hint="take the <!DOCTYPE …> out")
    if root.tag != "dictionary":
        raise LexiconError(f"the outermost element is {root.tag!r}", where=where, hint="it must be dictionary")
    if (engine := root.get("patternengine", "substring")) != "substring":
        hint = "only words with * can be held: write the patterns so"
        raise LexiconError(f"the patterns are of the kind {engine!r}", where=where, hint=hint)
    if root.get("style") == STYLE and len(root) == 1:
        root = root[0]
    yield from _inside(root, (), where)


def _inside(node: Any, path: Category, where: str) -> Iterator[Found]:
    for child in node:
        name, place = child.get("name", "").strip(), f"{where}, line {child.sourceline}"
        if child.tag not in ("cnode", "pnode") or not name:
            raise LexiconError(f"{child.tag} with the name {name!r}", where=place, hint="give cnode and pnode a name")
        if child.tag == "cnode":
            yield Item((*path, name), None, place)
            yield from _inside(child, (*path, name), where)
        elif inside := path or tuple(filter(None, [node.get("name")])):
            yield Item(inside, Entry(name), place)
        else:
            yield LexiconError(f"the entry {name!r} has no category", where=place, hint="put it into a cnode")


def write(lexicons: Sequence[Lexicon]) -> str:
    """Write one category a lexicon, inside the outermost."""
    from lxml import etree

    root = etree.Element("dictionary", style=STYLE, patternengine="substring")
    top = etree.SubElement(root, "cnode", name="framing")
    for lexicon in lexicons:
        node = etree.SubElement(top, "cnode", name=lexicon.name)
        for entry in lexicon.entries:
            etree.SubElement(node, "pnode", name=entry.pattern)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text.decode()
