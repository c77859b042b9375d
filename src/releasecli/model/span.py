"""Where in a text does something stand?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a text."""

    start: int
    end: int
    text: str
