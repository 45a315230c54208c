"""One thing under several names."""

from __future__ import annotations

from dataclasses import dataclass

from framing.types.article import Span
from framing.types.document import Voice


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to name a concept: its wordings (patterns as in a lexicon), and who usually says so."""

    patterns: tuple[str, ...]
    users: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that news texts name in several ways; ``label`` names it plainly."""

    name: str
    kind: str
    label: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A variant as one article uses it: the words first used, and where and in whose voice they stand."""

    article: str
    text: str
    count: int
    users: str
    note: str
    spans: tuple[Span, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A concept that articles name in different ways, variants by article and order of first use."""

    concept: str
    kind: str
    label: str
    variants: tuple[Named, ...]
