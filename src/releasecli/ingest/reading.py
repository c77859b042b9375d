"""What is worked out of an input before anything is decided? Runs in any process; every fault is a Failure."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from releasecli.extract.header import header
from releasecli.ingest.events import IngestOptions
from releasecli.model import Document, Header, Release
from releasecli.model.record import SCHEMA
from releasecli.readers import Failure, Item, open_one
from releasecli.refresh.workers import limited
from releasecli.store.cache.rows import Prepared, prepare
from releasecli.store.records import Broken, parse_release

_PATIENCE = 120  # seconds for one text: a rule or a parser that hangs costs that text


@dataclass(frozen=True, slots=True)
class Ready:
    """A release as read, with its header and all that needs no look at the index.

    `place`: absolute path or URL, with `#` and a number for the rows of one file; `alone`: the only one of its file.
    `record`: the whole release where the input is a record of another index.
    """

    document: Document
    header: Header
    text: Prepared
    place: str
    alone: bool
    record: Release | None = None


def releases(options: IngestOptions, item: Item) -> Iterator[Ready | Failure]:
    """The releases of one input, in order."""
    try:
        for number, (found, last) in enumerate(_with_last(open_one(item, options.read)), 1):
            alone = number == 1 and last
            place = place_of(item)
            yield found if isinstance(found, Failure) else _ready(found, options, place, 0 if alone else number)
    except Exception as error:  # noqa: BLE001  whatever a reader does with one input, the others go on
        yield Failure(item.uri, f"cannot be read ({type(error).__name__}: {error})", passing=True)


def place_of(item: Item) -> str:
    """The name by which an input is known again: its URL, or its absolute path however it was typed."""
    return item.uri if "://" in item.uri or item.uri == "-" else os.path.abspath(item.uri)  # noqa: PTH100  without `..`


def _ready(document: Document, options: IngestOptions, place: str, number: int) -> Ready | Failure:
    """`number` is that of the release in its file, 0 for the only one."""
    uri = document.origin.uri or place
    if not document.text.strip():
        return Failure(uri, "no text in it")
    try:
        with limited(_PATIENCE):
            return _worked_out(document, options, place, number)
    except Exception as error:  # noqa: BLE001  whatever a rule does with one text, the other texts go on
        return Failure(uri, f"cannot be taken in ({type(error).__name__}: {error})", passing=True)


def _worked_out(document: Document, options: IngestOptions, place: str, number: int) -> Ready | Failure:
    if f"schema: {SCHEMA}" in document.fields.get("record", "")[:200]:
        return _own(document, place)
    found = header(document, options.header)
    where = f"{place}#{number}" if number else place
    return Ready(document, found, prepare(document.text, found.language), where, alone=not number)


def _own(document: Document, place: str) -> Ready | Failure:
    """A record of another index comes in as it is, with its id and what a person wrote."""
    uri = document.origin.uri or place
    try:
        release = parse_release(document.fields["record"], uri)
    except Broken as error:
        return Failure(uri, str(error).removeprefix(f"{uri}: "))
    origin = replace(document.origin, key=release.source.key)
    same = replace(document, text=release.text, origin=origin)
    return Ready(
        same, release.header, prepare(release.text, release.header.language), place, alone=True, record=release
    )


def _with_last(found: Iterable[Document | Failure]) -> Iterator[tuple[Document | Failure, bool]]:
    """Each item with whether it is the last; one is read ahead."""
    ahead = iter(found)
    held = _next(ahead)
    while held is not None:
        coming = _next(ahead)
        yield held, coming is None
        held = coming


def _next(found: Iterator[Document | Failure]) -> Document | Failure | None:
    with limited(_PATIENCE):
        return next(found, None)
