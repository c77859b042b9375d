"""Who else tells the same event?"""

import sys
from functools import partial
from pathlib import Path

from releasecli.cli.answer import answer
from releasecli.cli.session import Session, asked, say
from releasecli.model.hits import Hit
from releasecli.model.plain import field_names, plain
from releasecli.queries.compare.counterparts import counterparts, told_by_others
from releasecli.queries.filters import Filters
from releasecli.queries.refs import parse_ref
from releasecli.queries.search.answer import search
from releasecli.queries.search.query import SearchQuery
from releasecli.render.view import View
from releasecli.render.write import Form
from releasecli.store.cache.database import Cache

_COLUMNS = ("id", "published", "side", "issuer", "title")


def tell_others(session: Session, ref: str, form: Form) -> int:
    """Write the releases of others that tell what a release or a file tells; the exit status."""
    found = asked(session, partial(_others, ref=ref), facts=True)
    status = answer(View([plain(hit) for hit in found], field_names(Hit), _COLUMNS, "id", "search", found), form)
    sys.stdout.flush()
    say(f"{len(found)} to compare with" if found else "releasecli: no other issuer tells of it")
    return status


def _others(cache: Cache, ref: str) -> tuple[Hit, ...]:
    """The likeliest first."""
    ids = _of_file(cache, ref) if Path(ref).is_file() else counterparts(cache.db, parse_ref(cache.db, ref).id)
    found = {hit.id: hit for hit in search(cache.db, SearchQuery(unfold=True), Filters(ids=ids)).hits} if ids else {}
    return tuple(found[ident] for ident in ids)


def _of_file(cache: Cache, name: str) -> tuple[str, ...]:
    from releasecli.cli.reading import of_file  # noqa: PLC0415  the seam to extract: the cache holds the facts

    reading = of_file(name)
    header = reading.release.header
    people = {known.entity for known in reading.facts.names if known.kind == "person"}
    return told_by_others(cache.db, (header.published or "")[:10] or None, people, header.issuer_id or header.side)
