"""`releasecli search`: which releases hold these words?"""

import sys
from collections.abc import Iterator
from functools import partial
from typing import Annotated, Literal, NamedTuple

import typer

from releasecli.cli.answer import answer, counted, form_of, number_view
from releasecli.cli.asking import filters_of, report, search_of
from releasecli.cli.options import Common, Counting, Output, Which
from releasecli.cli.session import asked, say, session_of
from releasecli.errors import UsageError
from releasecli.model.hits import Hit
from releasecli.model.plain import field_names, plain
from releasecli.queries.filters import Filters
from releasecli.queries.search import Found, SearchQuery, search
from releasecli.render.view import View
from releasecli.render.write import for_person
from releasecli.store.cache.database import Cache

EXAMPLES = ("releasecli search lachin", "releasecli search '\"border checkpoint\" OR corridor' --side AZ --json")
_COLUMNS = ("id", "published", "side", "issuer", "title", "ref")
_KEYS = {
    "issuer": "issuer",
    "side": "side",
    "year": "published:4",
    "month": "published:7",
}
_SCREENFUL = 20
_SORTS: dict[str, Literal["relevance", "newest", "oldest"]] = {n: n for n in ("relevance", "newest", "oldest")}


class How(NamedTuple):
    """How words are matched and hits ordered."""

    exact: Annotated[bool, typer.Option("--exact", help="As typed: no corrections, no other spellings.")] = False
    every: Annotated[bool, typer.Option("--every", help="All words must be there.")] = False
    any: Annotated[bool, typer.Option("--any", help="One word is enough.")] = False
    without: Annotated[list[str] | None, typer.Option("--not", metavar="WORD", help="Not with WORD.")] = None
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="These words in the title.")] = None
    near: Annotated[int | None, typer.Option(min=1, metavar="N", help="All words within N words.")] = None
    same_sentence: Annotated[bool, typer.Option("--same-sentence", help="All words in one sentence.")] = False
    more_like: Annotated[str | None, typer.Option(metavar="ID", help="Releases like this one.")] = None
    sort: Annotated[str | None, typer.Option(metavar="ORDER", help="relevance, newest or oldest.")] = None
    snippets: Annotated[int, typer.Option(min=1, max=9, metavar="N", help="Passages a release.")] = 1
    unfold: Annotated[bool, typer.Option("--unfold", help="Show near-duplicates as rows of their own.")] = False
    explain: Annotated[bool, typer.Option("--explain", help="How the words were read, why a hit stands there.")] = False


def command(
    ctx: typer.Context,
    how: How,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD]...", help="None: the newest releases.")] = None,
) -> int:
    """Releases that hold the words in any spelling, best first.

    "..." is a phrase, a OR b, word* a beginning; all other text is searched for as it stands. Misspelt words are
    corrected, and it is said so.
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    typed, filters = search_of(words, filters_of(which, "published"))
    limit = counting.limit or (_SCREENFUL if form.format is None and for_person(sys.stdout, form.color) else None)
    if counting.number:
        limit = 1
    elif counting.count_by:
        limit = None
    query = _query(typed, how, limit)
    found = asked(session, partial(_found, query=query, filters=filters), facts=filters.needs_facts)
    status = answer(_view(found, counting), form)
    sys.stdout.flush()
    _tell(found, query)
    return status


def _view(found: Found, counting: Counting) -> View:
    if counting.number:
        return number_view(found.total)
    records = [plain(hit) for hit in found.hits]
    return counted(records, counting, _KEYS) or View(records, field_names(Hit), _COLUMNS, "id", "search", found.hits)


def _query(typed: SearchQuery, how: How, limit: int | None) -> SearchQuery:
    if how.sort is not None and how.sort not in _SORTS:
        raise UsageError(f"--sort cannot be '{how.sort}'", f"it is {', '.join(_SORTS)}")
    return typed._replace(
        exact=how.exact,
        every=how.every,
        any=how.any,
        not_=tuple(how.without or ()),
        title=how.title,
        near=how.near,
        same_sentence=how.same_sentence,
        more_like=how.more_like,
        sort=_SORTS[how.sort] if how.sort else None,
        snippets=how.snippets,
        unfold=how.unfold,
        limit=limit,
    )


def _found(cache: Cache, query: SearchQuery, filters: Filters) -> Found:
    report(cache.db, filters)
    return search(cache.db, query, filters)


def _tell(found: Found, query: SearchQuery) -> None:
    for typed, right in found.corrections:
        say(f"corrected: {typed} → {right} (--exact to search as typed)")
    if not found.hits:
        say(f"releasecli: nothing found{'; ' if found.nearest else ''}" + _nearest(found))
        return
    say(" · ".join(_counts(found, query)))


def _counts(found: Found, query: SearchQuery) -> Iterator[str]:
    total = found.total or len(found.hits)
    yield f"{total} release{'' if total == 1 else 's'}" + (
        f", first {query.limit}" if query.limit and total > query.limit else ""
    )
    if notes := sum(1 for hit in found.hits if hit.note):
        yield f"{notes} by a note"
    if found.also:
        yield f"also searched: {', '.join(found.also)}"
    if found.dropped:
        yield f"too common to count: {', '.join(found.dropped)}"


def _nearest(found: Found) -> str:
    words = ", ".join(f"{word} ({count})" for word, count in found.nearest)
    return f"nearest words: {words}" if words else ""
