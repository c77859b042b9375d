"""What do the options of a question mean?"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from releasecli.cli.answer import words_given
from releasecli.cli.options import Which
from releasecli.cli.session import say
from releasecli.errors import UsageError
from releasecli.queries.filters import Filters, Range, undated
from releasecli.queries.refs import ids_like, parse_ref
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.unheld import respelt, unborne, unheld

_PART = r"(?=[a-f]*[0-9])[0-9a-f]{4,8}"  # compiled where it is asked for: a search never does
_ID = re.compile(r"(?:\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{8,}")
Axis = Literal["published", "event"]


def filters_of(which: Which, axis: Axis) -> Filters:
    """The filters of the options; `--since`, `--until` and `--on` speak of the command's own axis.

    Raises UsageError for a date that cannot be read, or a range given twice.
    """
    ranges = {name: _range(value) for name in ("published", "event", "added") if (value := getattr(which, name))}
    own = _own(which)
    if own and axis in ranges:
        raise UsageError(f"--{axis} and --since, --until or --on give two ranges", "use one of them")
    if own:
        ranges[axis] = own
    return Filters(
        published=ranges.get("published"),
        event=ranges.get("event"),
        added=ranges.get("added"),
        issuer=tuple(which.issuer or ()),
        side=tuple(which.side or ()),
        category=tuple(which.category or ()),
        language=tuple(which.language or ()),
        tag=tuple(which.tag or ()),
        by=tuple(which.by or ()),
        person=tuple(which.person or ()),
        place=tuple(which.place or ()),
        changed=which.changed,
        undated=which.undated,
    )


def among(option: str, values: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """The values of an option that knows a closed set; raises UsageError, with the set, for another."""
    for value in values or ():
        if value not in known:
            raise UsageError(f"--{option} cannot be '{value}'", f"it is {', '.join(known)}")
    return tuple(values or ())


def echo(filters: Filters) -> Iterator[str]:
    """The dates as they were understood, one line an axis."""
    for axis in ("published", "event", "added"):
        bounds: Range | None = getattr(filters, axis)
        if bounds:
            first, last = bounds
            name = "changed" if axis == "added" and filters.changed else axis
            yield f"{name} {first or ''}..{last or ''}" if first != last else f"{name} {first}"


def search_of(words: Sequence[str] | None, filters: Filters) -> tuple[SearchQuery, Filters]:
    """The words of a question as a search; those that are full ids choose releases instead (`timeline -`).

    Nothing on stdin is no release: what a search did not find is asked no further.
    """
    given = words_given(words)
    ids = tuple(word for word in given if _ID.fullmatch(word))
    query = SearchQuery(" ".join(word for word in given if not _ID.fullmatch(word)))
    return query, filters._replace(ids=ids) if ids or (words and not given) else filters


def named(db: sqlite3.Connection, search: SearchQuery, filters: Filters) -> tuple[SearchQuery, Filters]:
    """The same, where a query is nothing but the last characters of ids: `summarise 7f3c` means the release.

    Raises UsageError where such characters fit several releases.
    """
    typed = search.words.split()
    if not typed or not all(re.fullmatch(_PART, word) for word in typed):
        return search, filters
    found = [match for word in typed for match in ids_like(db, word)]
    if len(found) < len(typed):
        return search, filters
    ids = tuple(parse_ref(db, word).id for word in typed)
    return search._replace(words=""), filters._replace(ids=(*(filters.ids or ()), *ids))


def report(db: sqlite3.Connection, filters: Filters) -> None:
    """Say how dates were understood, and which values nothing has, and how many releases a range cannot judge."""
    for line in echo(filters):
        say(line)
    for line in (*unheld(db, filters), *respelt(db, filters)):
        say(line)
    if left := undated(db, filters):
        say(f"{left} undated left out; --undated")


def report_nothing(db: sqlite3.Connection, filters: Filters) -> None:
    """Say which names that were asked for nobody bears, where nothing was found."""
    for line in unborne(db, filters):
        say(line)


def _own(which: Which) -> Range | None:
    if which.on and (which.since or which.until):
        raise UsageError("--on and --since or --until give two ranges", "use one of them")
    if which.on:
        return _range(which.on)
    first = _range(which.since)[0] if which.since else None
    last = _range(which.until)[1] if which.until else None
    if first and last and first > last:
        raise UsageError(f"--since {first} is after --until {last}", "exchange them")
    return (first, last) if first or last else None


def _range(phrase: str) -> Range:
    from releasecli.extract.times import day_range  # noqa: PLC0415  the seam to extract: most questions have no date

    return day_range(phrase, date.today().isoformat())  # noqa: DTZ011  the user's own day
