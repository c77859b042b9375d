"""Where does text come from? Bytes to documents, one module a format."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from releasecli.model import Document
from releasecli.readers.assemble import document
from releasecli.readers.dispatch import reader, reader_for_bytes, reader_for_name
from releasecli.readers.options import Failure, Item, ReadOptions
from releasecli.readers.patterns import compiled
from releasecli.readers.raw import Draft, Raw, UnreadableError
from releasecli.readers.walk import walk

__all__ = ["Failure", "Item", "ReadOptions", "open_one", "read", "sources"]

_HEAD = 4096


def read(inputs: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    """Every release in the inputs (files, folders, URLs, "-"), in order, and what failed between them."""
    for item in sources(inputs, options):
        if isinstance(item, Failure):
            yield item
        else:
            yield from open_one(item, options)


def sources(inputs: Sequence[str], options: ReadOptions) -> Iterator[Item | Failure]:
    """What is to be opened, cheap: folders are walked, nothing is read. A missing input is a Failure.

    Raises UsageError for a path pattern that is none.
    """
    if options.path_pattern:
        compiled(options.path_pattern)
    return walk(inputs, options)


def open_one(item: Item, options: ReadOptions) -> Iterator[Document | Failure]:
    """The releases in one item, as they are read; fit for another process. Never raises for bad input."""
    yield from documents(_raw(item), item.reader or options.format, options)


def documents(raw: Raw, name: str | None, options: ReadOptions) -> Iterator[Document | Failure]:
    """The releases in some bytes, by the named reader or by what the bytes look like."""
    try:
        for found in reader(name or _choose(raw))(raw, options):
            yield document(found, raw, options) if isinstance(found, Draft) else found
    except UnreadableError as error:
        yield Failure(raw.uri, str(error))


def _raw(item: Item) -> Raw:
    if item.uri == "-":
        return Raw("-", "-", data=sys.stdin.buffer.read())
    if item.uri.startswith(("http://", "https://")):
        return Raw(item.uri, item.below, url=item.uri)
    return Raw(item.uri, item.below, path=Path(item.uri))


def _choose(raw: Raw) -> str:
    """By the file's name; where that says nothing, or only "XML", by the first bytes."""
    name = reader_for_name(raw.below)
    if name and name != "xml":
        return name
    return reader_for_bytes(_head(raw))


def _head(raw: Raw) -> bytes:
    if raw.data is not None:
        return raw.data[:_HEAD]
    assert raw.path is not None  # noqa: S101  a URL has its own reader
    try:
        with raw.path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None
