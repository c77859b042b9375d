"""What is a release? Frozen values, standard library only."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from releasecli.model.document import Document, Origin
    from releasecli.model.entity import Entity
    from releasecli.model.facts import Cue, Facts, Figure, Name, Party, Statement
    from releasecli.model.header import Header
    from releasecli.model.release import Correction, Release, Source
    from releasecli.model.span import Span
    from releasecli.model.times import Time

_MODULES = {
    "document": ("Document", "Origin"),
    "entity": ("Entity",),
    "facts": ("Cue", "Facts", "Figure", "Name", "Party", "Statement"),
    "header": ("Header",),
    "release": ("Correction", "Release", "Source"),
    "span": ("Span",),
    "times": ("Time",),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Correction",
    "Cue",
    "Document",
    "Entity",
    "Facts",
    "Figure",
    "Header",
    "Name",
    "Origin",
    "Party",
    "Release",
    "Source",
    "Span",
    "Statement",
    "Time",
]


def __getattr__(name: str) -> Any:
    """Load a value's module when it is first asked for: making a dataclass costs a millisecond of every start."""
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
