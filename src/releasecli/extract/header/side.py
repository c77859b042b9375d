"""Which state speaks? Read from the name of a body of state: `Ministry of Foreign Affairs of Georgia`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from releasecli.extract.header.settings import expressions
from releasecli.resources import gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_TO = re.compile(r"\sto\s")  # the state a mission is sent to is not the one that speaks
_LONGEST = 5


def side_of(issuer: str | None) -> str | None:
    """The ISO 3166-1 code of the first state in the name; None for bodies of many states and for no body of state."""
    own = _TO.split(issuer or "", maxsplit=1)[0]
    if not _matches("of_state", own) or _matches("of_many", own):
        return None
    words = [word.casefold() for word in _WORD.findall(own)]
    found = (_codes().get(" ".join(words[at : at + size]).rstrip(".")) for at, size in _runs(len(words)))
    return next(filter(None, found), None)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Runs of words in order, the longest first at each place."""
    yield from ((at, size) for at in range(count) for size in range(min(_LONGEST, count - at), 0, -1))


def _matches(key: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in expressions("issuer", key, None))


@cache
def _codes() -> Mapping[str, str]:
    """Names and demonyms of states in lower case with their codes; what two states share is left out."""
    found: dict[str, str] = {}
    for code, name, others, demonyms, _ in (row for row in gazetteer("states") if row[0]):
        for word in (name, *others.split("|"), *demonyms.split("|")):
            key = word.casefold().rstrip(".")
            found[key] = code if found.get(key, code) == code else ""
    for _, code, name in gazetteer("state_names"):
        found.setdefault(name.casefold(), code)
    return found
