"""Which other releases tell of the same event?"""

import sqlite3

_LIKE = (
    "with own as (select * from releases where id = ? and live), "
    "people as (select m.entity from mentions m join own on m.n = own.n where m.kind = 'person') "
    "select r.id, count(distinct m.entity) as shared, abs(julianday(r.day) - julianday(own.day)) as apart "
    "from own join releases r on r.live and r.n <> own.n and r.cluster <> own.cluster "
    "and coalesce(r.issuer_id, r.side, r.title) is not coalesce(own.issuer_id, own.side, own.title) "
    "join mentions m on m.n = r.n and m.kind = 'person' and m.entity in (select entity from people) "
    "where r.day between date(own.day, '-2 days') and date(own.day, '+2 days') "
    "group by r.n having shared >= 2 order by shared desc, apart, r.n limit 10"
)


def counterparts(db: sqlite3.Connection, release: str) -> tuple[str, ...]:
    """Ids of other issuers' releases within two days in which two of the same people act, the likeliest first."""
    return tuple(row[0] for row in db.execute(_LIKE, (release,)))
