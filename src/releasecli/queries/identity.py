"""Under which entity does an answer put a name: the user's aliases first, then surnames alone."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from releasecli.queries.aliases import Alias, aliases, canonical
from releasecli.queries.namesakes import Bearer, Meant, meant
from releasecli.store.cache.facets import KINDS, name_of, values_of
from releasecli.store.cache.posts import FULL, LONE, Post, post_of

_WITH = "select facet, value from facets f where kind = ? and value >= ? and value < ? and exists"
_HELD = "(select 1 from held h where h.facet = f.facet)"


class Link(NamedTuple):
    """The person a surname alone means in a release, and why."""

    entity: str
    name: str
    why: str


class Identities(NamedTuple):
    """What is known so far in one answer: the aliases, and whom each lone surname with its office and state means."""

    db: sqlite3.Connection
    aliases: tuple[Alias, ...]
    merged: dict[str, tuple[str, str]]
    known: dict[str, Link | None]


def identities(db: sqlite3.Connection) -> Identities:
    """The aliases of the index, and no surname looked at yet."""
    found = aliases(db)
    return Identities(db, found, canonical(found), {})


def renaming(who: Identities, n: int, among: Collection[str] | None = None) -> Mapping[str, tuple[str, str]]:
    """Entity and name for every slug of a release, or `among` some of them, that an answer puts under another."""
    linked = links(who, n, among)
    return {slug: (full.entity, full.name) for slug, full in linked.items()} | who.merged if linked else who.merged


def links(who: Identities, n: int, among: Collection[str] | None = None) -> dict[str, Link]:
    """The surnames alone of a release that mean somebody named in full elsewhere."""
    lone = {value: post_of(value).entity for value in (values_of(who.db, n, LONE) if among != set() else ())}
    found = {entity: link(who, value) for value, entity in lone.items() if among is None or entity in among}
    return {entity: full for entity, full in found.items() if full and entity not in who.merged}


def link(who: Identities, lone: str) -> Link | None:
    """Whom a lone surname with its state and office means, if it can be only one."""
    if lone not in who.known:
        who.known[lone] = _link(who, post_of(lone))
    return who.known[lone]


def lone_surnames(who: Identities, entities: Collection[str]) -> Iterator[tuple[int, str]]:
    """Number of the facet and entity of each surname alone that means one of these people."""
    wanted = {who.merged.get(entity, (entity,))[0] for entity in entities}
    ends = {entity.split("-", cut)[-1] for entity in entities for cut in range(1, entity.count("-") + 1)}
    for end in ends:
        for facet, value in _facets(who.db, LONE, end):
            if (full := link(who, value)) and full.entity in wanted:
                yield facet, end


def _link(who: Identities, lone: Post) -> Link | None:
    if not lone.state and not lone.office:
        return None
    apart = {alias.entity for alias in who.aliases if lone.entity in alias.apart}
    posts: dict[str, dict[Post, int]] = {}
    for facet, value in _facets(who.db, FULL, lone.entity.rpartition("-")[2]):
        post = post_of(value)
        entity = who.merged.get(post.entity, (post.entity,))[0]
        if post.entity.endswith(f"-{lone.entity}") and entity not in apart:
            posts.setdefault(entity, {})[post] = _releases(who.db, facet)
    found = meant(lone, map(Bearer, posts, posts.values()))
    return found and Link(found.entity, _name(who, found.entity), _why(found))


def _name(who: Identities, entity: str) -> str:
    """What the user or the releases call somebody."""
    usual = next((alias.name for alias in who.aliases if alias.entity == entity), None)
    return usual or name_of(who.db, "person", entity)


def _why(found: Meant) -> str:
    whose = "the only one" if found.part == 1 else f"{found.part:.0%} of those"
    return f"{whose} of this surname with that {found.shared}"


def _facets(db: sqlite3.Connection, kind: str, first: str) -> list[tuple[int, str]]:
    """The facets of a kind that begin with a word and that a release still holds."""
    return db.execute(f"{_WITH} {_HELD}", (KINDS.index(kind), f"{first}\t", f"{first}\n")).fetchall()


def _releases(db: sqlite3.Connection, facet: int) -> int:
    return int(db.execute("select count(*) from held where facet = ?", (facet,)).fetchone()[0])
