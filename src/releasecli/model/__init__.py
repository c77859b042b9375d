"""What is a release? Frozen values, standard library only."""

from releasecli.model.document import Document, Origin
from releasecli.model.facts import Cue, Entity, Facts, Figure, Name, Party, Span, Statement, Time
from releasecli.model.release import Correction, Header, Release, Source

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
