"""Which things do two accounts call by one name and different words? The Lachin road, the Lachin corridor."""

import re
from collections.abc import Iterator, Mapping

from releasecli.queries.compare.account import Account
from releasecli.queries.compare.differences import Difference
from releasecli.queries.compare.words import thing
from releasecli.text.fold import key

_Place = tuple[int, int]

_NAME = r"(?P<name>[^\W\d_a-z][\w’'-]+)"
_BEHIND = re.compile(_NAME + r"(?P<words>(?:\s+[a-z][\w-]+){1,3})")
_BEFORE = re.compile(r"\b(?P<thing>[a-z]{3,})\s+(?:of|in|against|over|on|with|at)\s+(?:the\s+)?" + _NAME)


def names(a: Account, b: Account) -> Iterator[Difference]:
    """Things with one name for which A and B have no word in common; the first place of each."""
    left, right = _named(a), _named(b)
    for kind in (kind for kind in left if kind in right):
        if left[kind].keys().isdisjoint(right[kind]):
            (one, here), (other, there) = next(iter(left[kind].items())), next(iter(right[kind].items()))
            yield Difference("name", here, there, f"one name, {one} and {other}")


def _named(account: Account) -> Mapping[tuple[str, str], dict[str, _Place]]:
    """By name and kind of thing: each word an account has for it, and where it first stands with the name."""
    found: dict[tuple[str, str], dict[str, _Place]] = {}
    for name, word, place in sorted(_mentions(account.text), key=lambda mention: mention[2]):
        if kind := thing(word):
            found.setdefault((key(name), kind), {}).setdefault(word, place)
    return found


def _mentions(text: str) -> Iterator[tuple[str, str, _Place]]:
    for match in _BEHIND.finditer(text):
        for word in re.finditer(r"\S+", match["words"]):
            yield match["name"], word[0], (match.start(), match.start("words") + word.end())
    for match in _BEFORE.finditer(text):
        yield match["name"], match["thing"], (match.start(), match.end())
