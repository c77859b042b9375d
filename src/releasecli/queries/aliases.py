"""Which names does the user say are one, and which are not?"""

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from releasecli.store.cache.database import meta
from releasecli.text.fold import key
from releasecli.text.tokens import words


class Alias(NamedTuple):
    """One entry of `aliases.yaml`: all `slugs` are this entity; those in `apart` are another, however alike."""

    entity: str
    name: str
    slugs: frozenset[str]
    apart: frozenset[str]


def aliases(db: sqlite3.Connection) -> tuple[Alias, ...]:
    """The user's own aliases, as the cache last read them; entries that are no mapping say nothing."""
    table = meta(db, "aliases") or {}
    return tuple(_alias(entity, entry) for entity, entry in table.items() if isinstance(entry, dict))


def canonical(found: tuple[Alias, ...]) -> dict[str, tuple[str, str]]:
    """Every slug that is another name of an entity, with that entity and its name."""
    return {slug: (alias.entity, alias.name) for alias in found for slug in alias.slugs}


def renamed(value: Any, names: Mapping[str, tuple[str, str]]) -> Any:
    """A fact, or a list of entities, with every entity under its canonical slug and name."""
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {name: renamed(item, names) if isinstance(item, list | dict) else item for name, item in value.items()}
    if known := names.get(str(value.get("entity"))):
        changed["entity"], changed["name"] = known
    return changed


def slug_of(name: str) -> str:
    """A name as an entity is written: folded words joined by hyphens."""
    return "-".join(map(key, words(name)))


def _alias(entity: str, entry: Mapping[str, Any]) -> Alias:
    apart = frozenset(map(slug_of, _list(entry.get("not"))))
    slugs = frozenset({entity, slug_of(str(entry.get("name", ""))), *map(slug_of, _list(entry.get("also")))})
    return Alias(entity, str(entry.get("name") or entity), slugs - apart - {""}, apart)


def _list(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []
