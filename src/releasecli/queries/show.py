"""Which release is meant, and how does it read?"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from releasecli.errors import UsageError
from releasecli.model import Facts, Release, Source
from releasecli.model.reading import Reading
from releasecli.model.record import facts_from
from releasecli.queries.aliases import renamed
from releasecli.queries.identity import identities, renaming
from releasecli.queries.refs import Ref
from releasecli.store.cache.reading import facts_of, paragraphs_of, text_of
from releasecli.store.cache.values import corrections_of, header_of

_COLUMNS = ("n", "version", "tags", "notes", "url", "format", "hash", "sha256", "source_key", "added")
Extract = Callable[[Release], Facts]
Earlier = Callable[[str, int], Release]


def show(db: sqlite3.Connection, ref: Ref, extract: Extract, earlier: Earlier) -> Reading:
    """The release at that reference with its facts; `extract` finds them where the cache has none.

    Where a paragraph is asked for, only the facts in it. `earlier` reads a former version. Raises UsageError for a
    paragraph the text does not have.
    """
    n, current, uri, added = _stored(db, ref.id)
    former = ref.version not in (None, current.version)
    if former:
        release, facts = earlier(ref.id, ref.version or 1), None
    else:
        release, known = current, facts_of(db, n, current.text)
        facts = facts_from(renamed(known, renaming(identities(db), n))) if known else None
    marks = _paragraphs(db, n, release, current)
    facts = facts or extract(release)
    if ref.paragraph is not None:
        facts = _within(facts, *marks[_shown(ref, len(marks))[0] - 1])
    return Reading(release, facts, marks, _shown(ref, len(marks)), uri, added, former)


def _stored(db: sqlite3.Connection, ident: str) -> tuple[int, Release, str | None, str | None]:
    """The release as the cache has it: its number, itself, where and when it was first read."""
    row = db.execute(f"select {', '.join(_COLUMNS)} from releases where live and id = ?", (ident,)).fetchone()
    values: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    n = values["n"]
    release = Release(
        ident,
        header_of(db, n),
        text_of(db, n),
        Source(values["format"] or "text", _read_as(values), values["url"], values["source_key"]),
        version=values["version"],
        tags=tuple((values["tags"] or "").split()),
        notes=values["notes"],
        corrections=corrections_of(db, n),
    )
    read = db.execute("select uri from paths where id = ? order by uri limit 1", (ident,)).fetchone()
    added = datetime.fromtimestamp(values["added"], UTC).isoformat(timespec="seconds") if values["added"] else None
    return n, release, read[0] if read else values["url"], added


def _read_as(values: dict[str, Any]) -> str:
    """The hash of the text as it was read: its own, unless the cache has another."""
    return values["hash"].hex() if values["sha256"] is None else str(values["sha256"])


def _paragraphs(db: sqlite3.Connection, n: int, release: Release, current: Release) -> tuple[tuple[int, int], ...]:
    """Spans of the paragraphs, from the cache for the current version."""
    if release is not current:
        from releasecli.text.paragraphs import paragraphs  # noqa: PLC0415  an earlier version is asked for rarely

        return tuple(paragraphs(release.text))
    return tuple(paragraphs_of(db, n))


def _shown(ref: Ref, count: int) -> tuple[int, ...]:
    if ref.paragraph is None:
        return tuple(range(2 if count > 1 else 1, count + 1))
    if not 1 <= ref.paragraph <= count:
        raise UsageError(f"{ref.id} has no paragraph {ref.paragraph}", f"it has 1 to {count}")
    return (ref.paragraph,)


def _within(facts: Facts, start: int, end: int) -> Facts:
    """The facts that begin between two places of the text."""
    return Facts(
        times=tuple(fact for fact in facts.times if start <= fact.start < end),
        names=tuple(fact for fact in facts.names if start <= fact.start < end),
        statements=tuple(fact for fact in facts.statements if start <= fact.start < end),
        figures=tuple(fact for fact in facts.figures if start <= fact.start < end),
    )


def similar(db: sqlite3.Connection, ident: str) -> tuple[str, ...]:
    """The near-duplicates of a release, newest first."""
    rows = db.execute(
        "select r.id from releases own join releases r on r.cluster = own.cluster and r.live and r.n <> own.n "
        "where own.live and own.id = ? order by r.day desc, r.n",
        (ident,),
    )
    return tuple(row[0] for row in rows)
