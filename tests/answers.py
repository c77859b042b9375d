"""Everything an index answers with, in an order of its own."""

from releasecli import refresh
from releasecli.store.cache.reading import facts_of, text_of
from releasecli.store.index import Index

_SHOWN = "id, title, day, day_last, hash, version, tags, notes, issuer, language, words"


def answers(index: Index) -> list[object]:
    """Releases with their texts and facts, words with their counts, entities, days and speakers."""
    cache = refresh.ensure(index, facts=True)
    db = cache.db
    rows: list[object] = []
    for n, *shown in db.execute(f"select n, {_SHOWN} from releases where live order by id").fetchall():
        rows.append((tuple(shown), text := text_of(db, n), facts_of(db, n, text)))
    rows += db.execute("select key, stem, df from vocabulary order by key").fetchall()
    for columns, table in (("earliest, latest", "times"), ("kind, value", "held join facets using(facet)")):
        sql = f"select id, {columns} from {table} join releases using(n) where live order by id, {columns}"
        rows += db.execute(sql).fetchall()
    for word in ("word7", "word1999", "ships"):
        sql = "select id from releases where live and n in (select rowid from words where words match ?) order by id"
        rows += db.execute(sql, (word,)).fetchall()
    db.close()
    return rows
