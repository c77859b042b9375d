"""Is a line the name of a body that releases?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from releasecli.extract.header.furniture import is_furniture
from releasecli.extract.header.lines import pieces
from releasecli.extract.header.settings import expressions
from releasecli.resources import gazetteer

_LONGEST = 100
_CLAUSE = re.compile(r", (?:in|on|as|after|at|by|with) ", re.IGNORECASE)  # of a headline, not of a name
_DIGIT = re.compile(r"\d")


@lru_cache(4096)
def is_body(line: str) -> bool:
    """Is the line a body's name, and no headline about it?"""
    return line.strip(" .,:") in _bodies_of_many() or (
        len(line) < _LONGEST
        and not _CLAUSE.search(line)
        and not _DIGIT.search(line)
        and any(pattern.search(line) for pattern in expressions("issuer", "line", None))
        and not any(pattern.search(line) for pattern in expressions("issuer", "acts", None))
    )


@cache
def _bodies_of_many() -> frozenset[str]:
    """International bodies by all their names, also as a letterhead writes them."""
    names = {name for row in gazetteer("organisations") if not row[2:] or not row[2] for name in _names(row)}
    return frozenset(names | {name.upper() for name in names})


def _names(row: Sequence[str]) -> Iterator[str]:
    yield row[0]
    yield from (name for name in "".join(row[1:2]).split("|") if name)


def is_generic(name: str) -> bool:
    """A press office such as every body has: its parent's name says more."""
    return any(pattern.fullmatch(name) for pattern in expressions("issuer", "generic", None))


def letterhead_line(line: str) -> bool:
    """A body's name, alone or with furniture beside it: `European Commission - Press release`."""
    return is_body(line) or any(_beside_furniture(line))


def bodies_of(line: str) -> Iterator[str]:
    """The names of bodies on a line, marks around them removed."""
    if is_body(line):
        yield line.strip(" .,:")
    else:
        yield from _beside_furniture(line)


def _beside_furniture(line: str) -> Iterator[str]:
    parts = [part for part, _ in pieces(line)] if len(line) < 2 * _LONGEST else []
    if len(parts) > 1 and all(is_body(part) or is_furniture(part) or _DIGIT.search(part) for part in parts):
        yield from (part.strip(" .,:") for part in parts if is_body(part))
