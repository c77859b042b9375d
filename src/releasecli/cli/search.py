"""`releasecli search`: which releases hold these words?"""

import sys
from functools import partial
from typing import Annotated, Literal, NamedTuple

import typer

from releasecli.cli.answer import answer, form_of, number_view, tally_view
from releasecli.cli.asking import filters_of, report, report_nothing, search_of
from releasecli.cli.notes import explain, tell, tell_corrections
from releasecli.cli.options import Asked, Common, Counting, Output, Which
from releasecli.cli.session import asked, session_of
from releasecli.errors import UsageError
from releasecli.model.hits import Hit
from releasecli.model.plain import field_names, plain
from releasecli.queries.filters import Filters
from releasecli.queries.refs import parse_ref
from releasecli.queries.search.answer import Found, counts, search
from releasecli.queries.search.explain import Part, explained
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.tally import FACTS
from releasecli.render.view import View
from releasecli.render.write import for_person
from releasecli.store.cache.database import Cache

EXAMPLES = (
    "releasecli search lachin",
    "releasecli search '\"border checkpoint\" OR corridor' --since 2023 --json",
)
_COLUMNS = ("id", "published", "side", "issuer", "title", "ref")
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
    words: Asked = None,
) -> int:
    """Releases that hold the words in any spelling, best first.

    "..." is a phrase, a OR b, word* a beginning; all other text is searched for as it stands. Misspelt words are
    corrected, and it is said so.
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    typed, filters = search_of(words, filters_of(which, "published"))
    limit = counting.limit or (_SCREENFUL if form.format is None and for_person(sys.stdout, form.color) else None)
    query = _query(typed, how, None if counting.count_by else limit)
    question = partial(_found, query=query, filters=filters, counting=counting, how=how)
    found, parts = asked(session, question, facts=filters.needs_facts or counting.count_by in FACTS)
    tell_corrections(found)
    status = answer(_view(found, counting), form)
    sys.stdout.flush()
    tell(found, query, quiet=counting.number)
    if how.explain:
        explain(found, parts)
    return status


def _view(found: Found, counting: Counting) -> View:
    if counting.number:
        return number_view(found.total)
    if counting.count_by:
        return tally_view(found.tallies[: counting.limit], counting.count_by)
    return View([plain(hit) for hit in found.hits], field_names(Hit), _COLUMNS, "id", "search", found.hits)


def _query(typed: SearchQuery, how: How, limit: int | None) -> SearchQuery:
    if how.sort is not None and how.sort not in _SORTS:
        raise UsageError(f"--sort cannot be '{how.sort}'", f"it is {', '.join(_SORTS)}")
    if how.any and (how.near is not None or how.same_sentence):
        raise UsageError("--any wants one word, --near and --same-sentence all of them", "leave one of them out")
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


def _found(
    cache: Cache, query: SearchQuery, filters: Filters, counting: Counting, how: How
) -> tuple[Found, list[list[Part]]]:
    """The answer, and what explains it where that was asked for."""
    report(cache.db, filters)
    if counting.number or counting.count_by:
        return counts(cache.db, query, filters, counting.count_by), []
    if query.more_like:
        query = query._replace(more_like=parse_ref(cache.db, query.more_like).id)
    found = search(cache.db, query, filters)
    if not found.hits:
        report_nothing(cache.db, filters)
    return found, explained(cache.db, found.reading, [hit.id for hit in found.hits]) if how.explain else []
