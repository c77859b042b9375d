"""What does the path of a file say?"""

import re
from collections.abc import Mapping
from functools import cache

from releasecli.errors import UsageError

_PARTS = {
    "year": r"(?:1[89]|20)\d\d",
    "yy": r"\d\d",
    "mon": r"(?:1[0-2]|0?[1-9]|[^\W\d_]{3,12})",
    "month": r"(?:1[0-2]|0?[1-9]|[^\W\d_]{3,12})",
    "mm": r"(?:1[0-2]|0[1-9])",
    "dd": r"(?:3[01]|[12]\d|0[1-9])",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "hour": r"(?:2[0-3]|[01]?\d)",
    "minute": r"[0-5]?\d",
    "second": r"[0-5]?\d",
    "language": r"[a-z]{2}",
    "side": r"[A-Za-z]{2}",
    "n": r"\d+",
    "_": r"[^/]*?",
}
_FREE = ("issuer", "issuer_id", "category", "place", "title", "id", "source")
_NAME = re.compile(r"\{([a-z_]+)\}")


def path_fields(pattern: str, path: str) -> dict[str, str] | None:
    """The values a pattern finds at the end of a path, the date as one `published`; None where it does not fit.

    >>> path_fields("{issuer}/{day}{mon}{year}{_}.txt", "x/Doe/7Mar2011Doe4.txt")
    {'issuer': 'Doe', 'published': '7 Mar 2011'}
    """
    match = compiled(pattern).search(path)
    if match is None:
        return None
    found = {name: value for name, value in match.groupdict().items() if value}
    values = {name: value for name, value in found.items() if name in {*_FREE, "language", "side"}}
    if published := _published(found):
        values["published"] = published
    return values


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as an expression; a name that stands twice must be the same twice. Raises UsageError."""
    seen: set[str] = set()
    parts = _NAME.split(pattern.replace("\\", "/"))
    for name in parts[1::2]:
        if name not in _PARTS and name not in _FREE:
            known = ", ".join(f"{{{known}}}" for known in (*_FREE, *_PARTS))
            raise UsageError(f"no {{{name}}} in a path pattern", f"there are {known}")
    body = "".join(_part(text, seen) if at % 2 else _literal(text) for at, text in enumerate(parts))
    return re.compile(rf"(?:^|/){body.lstrip('/')}$")


def _literal(text: str) -> str:
    return re.escape(text).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*").replace(r"\?", "[^/]")


def _part(name: str, seen: set[str]) -> str:
    expression = _PARTS.get(name, r"[^/]+?")
    if name == "_":
        return expression
    if name in seen:
        return f"(?i:(?P={name}))"
    seen.add(name)
    return f"(?P<{name}>{expression})"


def _published(found: Mapping[str, str]) -> str | None:
    """The parts of the date as one stamp, as precise as they are; a month by name stays one."""
    year = found.get("year") or _century(found.get("yy"))
    month, day = found.get("mon") or found.get("month") or found.get("mm"), found.get("day") or found.get("dd")
    if not year or not month:
        return year
    if not month.isdigit():
        return f"{day} {month} {year}" if day else f"{month} {year}"
    date = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    if day and "hour" in found and "minute" in found:
        date += f"T{int(found['hour']):02d}:{int(found['minute']):02d}"
    return date


def _century(yy: str | None) -> str | None:
    return None if yy is None else f"{'19' if int(yy) >= 70 else '20'}{yy}"
