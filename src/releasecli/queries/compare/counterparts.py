"""Which other releases tell of the same event?"""

import json
import sqlite3
from collections.abc import Iterable

from releasecli.store.cache.facets import KINDS, values_of

_OWN = "select n, cluster, day, coalesce(issuer_id, side, title) from releases where id = ? and live"
_PERSON = KINDS.index("person")
_LIKE = (
    "select r.id, count(*) as shared, abs(julianday(r.day) - julianday(:day)) as apart "
    "from releases r join held h on h.n = r.n and h.facet in "
    f"(select facet from facets where kind = {_PERSON} and value in (select value from json_each(:people))) "
    "where r.live and r.cluster is not :cluster "
    "and coalesce(r.issuer_id, r.side, r.title) is not :issuer "
    "and r.day between date(:day, '-2 days') and date(:day, '+2 days') "
    "group by r.n having shared >= 2 order by shared desc, apart, r.n limit 10"
)


def counterparts(db: sqlite3.Connection, release: str) -> tuple[str, ...]:
    """Ids of other issuers' releases within two days in which two of the same people act, the likeliest first."""
    n, cluster, day, issuer = db.execute(_OWN, (release,)).fetchone()
    return told_by_others(db, day, values_of(db, n, "person"), issuer, cluster)


def told_by_others(
    db: sqlite3.Connection, day: str | None, people: Iterable[str], issuer: str | None, cluster: int | None = None
) -> tuple[str, ...]:
    """The same for a text that is not in the index: its day (ISO 8601), the entities of its people, its issuer."""
    asked = {"day": day, "people": json.dumps(list(people)), "issuer": issuer, "cluster": cluster}
    return tuple(row[0] for row in db.execute(_LIKE, asked))
