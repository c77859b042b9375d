"""Which values that were asked for does no release have, and which are there instead?"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping

from releasecli.queries.aliases import slug_of
from releasecli.queries.entities import entities_like, words_of
from releasecli.queries.filters import Filters
from releasecli.queries.units import spelt as units_spelt
from releasecli.queries.units import units_meant
from releasecli.store.cache.facets import KINDS, spelt

_MOST = 12
_HELD = {
    "side": "select side as value from releases where live",
    "category": "select category as value from releases where live",
    "language": "select language as value from releases where live",
    "tag": "select tag as value from tags join releases using (n) where live",
}
_NAMED = {"by": "speaker", "person": "person", "place": "place"}
_SHOWN, _NEAR = 3, 0.85  # names that are shown, and how near they must be at the least
_OFTEN = "select value from ({}) where value is not null group by value order by count(*) desc, value"


def unheld(db: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """One line a value that is asked for in vain: "no release has side 'USA'; there are US, RU"."""
    for field, sql in _HELD.items():
        wanted = getattr(filters, field)
        held = _held(db, sql) if wanted else []
        known = {value if field == "tag" else value.lower() for value in held}
        for value in wanted:
            if (value if field == "tag" else value.lower()) not in known:
                yield f"no release has {field} '{value}'; {_there(held)}"


def respelt(db: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """One line a name that is borne in another spelling only: "place Laçın → Lachin"."""
    for field, kind in _NAMED.items():
        for name in getattr(filters, field):
            borne = entities_like(db, [name], kind)
            if borne and not any(words_of(name) <= set(slug.split("-")) for slug in borne):
                yield f"{kind} {name} → {' · '.join(_names(db, kind, borne))}"


def unborne(db: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """One line a name that nobody bears: "no issuer is called 'Whitehouse'; nearest: The White House"."""
    if filters.issuer:
        issuers = {slug_of(issuer): issuer for issuer in _held(db, "select issuer as value from releases where live")}
        for name in filters.issuer:
            if not any(words_of(name) <= set(slug.split("-")) for slug in issuers):
                yield f"no issuer is called '{name}'; {_nearest(name, issuers) or _there(list(issuers.values()))}"
    for field, kind in _NAMED.items():
        for name in getattr(filters, field):
            if not entities_like(db, [name], kind):
                near = _nearest(name, _called(db, kind))
                yield f"no {kind} is called '{name}'{near and f'; {near}'}"


def unmeasured(db: sqlite3.Connection, units: Collection[str]) -> Iterator[str]:
    """One line a unit that no figure has."""
    sql = f"select value from facets join held using (facet) where kind = {KINDS.index('unit')}"
    held = _held(db, sql) if units else []
    for unit in units:
        if units_meant([unit]).isdisjoint(held):
            yield f"no figure has unit '{unit}'; {_there(units_spelt(held))}"


def _names(db: sqlite3.Connection, kind: str, slugs: Collection[str]) -> list[str]:
    called = _called(db, kind)
    return list(dict.fromkeys(called[slug] for slug in slugs))[:_MOST]


def _called(db: sqlite3.Connection, kind: str) -> dict[str, str]:
    """The names of entities of a kind by their slugs."""
    rows = db.execute("select value, name from facets where kind = ?", (KINDS.index(kind),))
    return {slug: known or spelt(slug) for slug, known in rows}


def _held(db: sqlite3.Connection, sql: str) -> list[str]:
    """The values there are, the most frequent first."""
    return [row[0] for row in db.execute(_OFTEN.format(sql))]


def _nearest(typed: str, known: Mapping[str, str]) -> str:
    """The names, given by their slugs, that look most like what was typed."""
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  a seam: only where nothing was found

    words = slug_of(typed).split("-")

    def nearness(slug: str) -> float:
        parts = slug.split("-")
        joined = JaroWinkler.similarity("".join(words), "".join(parts))
        return max(
            joined, sum(max(JaroWinkler.similarity(word, part) for part in parts) for word in words) / len(words)
        )

    near = sorted((-score, known[slug]) for slug in known if (score := nearness(slug)) >= _NEAR)
    names = " · ".join(dict.fromkeys(name for _, name in near[:_SHOWN]))
    return names and f"nearest: {names}"


def _there(held: list[str]) -> str:
    if not held:
        return "none has any"
    return f"there {'is' if len(held) == 1 else 'are'} {', '.join(held[:_MOST])}{', ...' if len(held) > _MOST else ''}"
