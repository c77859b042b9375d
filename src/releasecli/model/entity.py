"""Who or what is meant?"""

from typing import NamedTuple


class Entity(NamedTuple):
    """A person, body or place across all its mentions: `entity` a slug, `name` its fullest form."""

    entity: str
    name: str
