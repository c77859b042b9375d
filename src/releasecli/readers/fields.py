"""Which of a file's own fields is which of ours?"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from releasecli.readers.raw import UnreadableError
from releasecli.resources import data

OURS = (
    "title",
    "text",
    "lead",
    "published",
    "issuer",
    "issuer_id",
    "side",
    "category",
    "place",
    "language",
    "tags",
    "url",
    "id",
)
_NOT_WORD = re.compile(r"[^\w.:]+|_")
_MISSING = frozenset({"", "na", "n/a", "nan", "none", "null", "nil", "-", "--", "—", "unknown", "undefined"})
_DEEP = 6


def guessed(raw_fields: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Our fields from the file's own: `chosen` (ours to theirs) first, then by the usual names, most telling first."""
    return {ours: raw_fields[theirs].strip() for ours, theirs in meant(raw_fields, chosen).items()}


def meant(raw_fields: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Which of the file's own names each of our fields is taken from."""
    by_key = {_key(name): name for name in reversed(list(raw_fields))}
    found: dict[str, str] = {}
    for ours in OURS:
        for name in _candidates(ours, chosen, by_key):
            value = raw_fields.get(name, "").strip()
            if serves(ours, value):
                found[ours] = name
                break
    return found


def check(raw_fields: Iterable[str], mapping: Mapping[str, str]) -> None:
    """Refuse a `--map` that names a column the file has not, or a field we have not."""
    names = list(raw_fields)
    for ours, theirs in mapping.items():
        if ours not in OURS:
            raise UnreadableError(f"no field {ours!r}; fields are {', '.join(OURS)}")
        if theirs not in names:
            raise UnreadableError(f"no column {theirs!r}; columns are {', '.join(names[:20])}")


def present(value: str) -> bool:
    """Does the value say something? `NA`, `null` and the like do not."""
    return value.strip().lower() not in _MISSING


def serves(ours: str, value: str) -> bool:
    """Does the value say something of this field? An address or `admin` releases nothing."""
    if not present(value):
        return False
    return ours != "issuer" or not (value.startswith(("http://", "https://")) or value.strip().casefold() in _nobody())


def flat(value: Any, prefix: str = "", depth: int = 0) -> dict[str, str]:
    """Nested keys joined by full stops, lists of plain values by "; ", all values as strings, null left out."""
    if depth > _DEEP:
        return {}
    found: dict[str, str] = {}
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict):
            found |= flat(inner, f"{name}.", depth + 1)
        elif (text := _as_text(inner)) is not None:
            found[name] = text
    return found


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_entry, value)))
    return str(value)


def _entry(item: Any) -> str:
    """One of a list: itself, or what an object in it is called (`[{"name": ...}]`)."""
    if isinstance(item, dict):
        item = next((item[key] for key in data("profiles/_fields")["called"] if isinstance(item.get(key), str)), "")
    return str(item) if isinstance(item, str | int | float) else ""


def _candidates(ours: str, chosen: Mapping[str, str], by_key: Mapping[str, str]) -> Iterable[str]:
    if ours in chosen:
        return (chosen[ours],)
    return [by_key[key] for key in _usual()[ours] if key in by_key]


@cache
def _usual() -> Mapping[str, tuple[str, ...]]:
    names = data("profiles/_fields")
    return {ours: tuple(_key(str(name)) for name in names.get(ours, ())) for ours in OURS}


@cache
def _nobody() -> frozenset[str]:
    return frozenset(data("formats")["page"]["nobody"])


def _key(name: str) -> str:
    """`Date Published`, `date_published` and `datePublished` are one name."""
    return _NOT_WORD.sub("", name).lower()
