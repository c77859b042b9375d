"""Whom does a surname alone mean: the one person of the index who is named in full and may be called so?"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from releasecli.resources import lexicon
from releasecli.store.cache.posts import Post, folded
from releasecli.text.sound import difference

_MOST = 0.9
_SAME = 0.2  # of the sound of two first names: Antony, Anthony


class Bearer(NamedTuple):
    """Somebody named in full who bears a surname: the posts, each with the number of releases that say so."""

    entity: str
    posts: Mapping[Post, int]


class Meant(NamedTuple):
    """Whom a surname alone means, what says so, and which part of the releases with such a person name this one."""

    entity: str
    shared: str
    part: float


def meant(lone: Post, bearers: Iterable[Bearer]) -> Meant | None:
    """The one who fits what a release says of state and office; None where nothing is said, or where it may be several.

    Others may take up a tenth of the releases: a slip of the pen, or a name that was misread, is no second person.
    """
    fits = {bearer.entity: fit for bearer in bearers if (fit := _fit(lone, bearer.posts)).releases}
    if not any(fit.shared for fit in fits.values()):
        return None
    best = max(fits, key=lambda entity: (bool(fits[entity].shared), fits[entity].releases, entity))
    own = [entity for entity in fits if _spellings(best, entity)]
    if not all(_spellings(one, other) for one, other in combinations(own, 2)):
        own = [best]
    part = sum(fits[entity].releases for entity in own) / sum(fit.releases for fit in fits.values())
    return Meant(best, fits[best].shared, part) if part >= _MOST else None


class _Fit(NamedTuple):
    """What a surname has in common with somebody, and how many releases name them so, or say nothing against it."""

    shared: str
    releases: int


def _fit(lone: Post, posts: Mapping[Post, int]) -> _Fit:
    states = {post.state for post in posts} - {""}
    own = _content(lone.office)
    offices = {post.office: _content(post.office) for post in posts}
    alike = {office for office, words in offices.items() if _alike(own, words)}
    state, office = lone.state in states, bool(alike)
    if (lone.state and states and not state) or (own and any(offices.values()) and not office):
        return _Fit("", 0)
    shared = " and ".join(name for name, says in (("state", state), ("office", office)) if says)
    return _Fit(shared, sum(count for post, count in posts.items() if not alike or post.office in alike))


def _alike(own: str, other: str) -> bool:
    """'Secretary' and 'Secretary of State' are; so are two names of one office."""
    one, two = frozenset(own.split()), frozenset(other.split())
    if not one or not two:
        return False
    return one <= two or two <= one or any(_has(own, group) and _has(other, group) for group in _groups())


def _has(office: str, group: Iterable[str]) -> bool:
    return any(f" {name} " in f" {office} " for name in group)


@cache
def _groups() -> tuple[frozenset[str], ...]:
    names: Iterable[Sequence[str]] = lexicon("en", "roles")["offices"].values()
    return tuple(frozenset(_content(folded(name)) for name in group) for group in names)


@cache
def _content(office: str) -> str:
    """The words of an office without forms of address and small words."""
    return " ".join(word for word in office.split() if word not in _fillers())


@cache
def _fillers() -> frozenset[str]:
    honorifics, qualifiers = lexicon("en", "names")["honorifics"], lexicon("en", "roles")["qualifiers"]
    links = lexicon("en", "names")["office_links"]
    return frozenset(word for entry in (*honorifics, *qualifiers, *links, "and") for word in folded(entry).split())


def _spellings(one: str, other: str) -> bool:
    """'antony-blinken' and 'anthony-blinken'; 'hillary-clinton' and 'hillary-rodham-clinton'."""
    short, long = sorted((one.split("-"), other.split("-")), key=len)
    if len(short) < len(long):
        return short[0] == long[0] and set(short) <= set(long)
    return all(a == b or difference(a, b) < _SAME for a, b in zip(short, long, strict=True))
