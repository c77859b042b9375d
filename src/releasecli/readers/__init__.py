"""Where does text come from? Bytes to documents, one module a format."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from releasecli.errors import ReleaseError
from releasecli.model import Document
from releasecli.readers.assemble import document
from releasecli.readers.decode import known_encoding
from releasecli.readers.dispatch import reader
from releasecli.readers.formats import reader_for_bytes, reader_for_name
from releasecli.readers.options import Failure, Item, ReadOptions
from releasecli.readers.order import ordered
from releasecli.readers.patterns import compiled
from releasecli.readers.profiles import named
from releasecli.readers.raw import Draft, PassingError, Raw, UnreadableError
from releasecli.readers.walk import walk

__all__ = ["Failure", "Item", "ReadOptions", "open_one", "read", "sources"]

_HEAD = 4096
_ROWS = frozenset({"csv", "json", "jsonl"})


def read(inputs: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    """Every release in the inputs (files, folders, URLs, "-"), in order, and what failed between them."""
    for item in sources(inputs, options):
        if isinstance(item, Failure):
            yield item
        else:
            yield from open_one(item, options)


def sources(inputs: Sequence[str], options: ReadOptions) -> Iterator[Item | Failure]:
    """What is to be opened, cheap: folders are walked, nothing is read. A missing input is a Failure.

    Raises UsageError for a path pattern, profile, format or encoding that is none.
    """
    _check(options)
    return walk(inputs, options)


def open_one(item: Item, options: ReadOptions) -> Iterator[Document | Failure]:
    """The releases in one item, as they are read; fit for another process. Never raises for bad input."""
    yield from documents(_raw(item, options), options)


def documents(raw: Raw, options: ReadOptions) -> Iterator[Document | Failure]:
    """The releases in some bytes, by the reader they name or by what they look like."""
    try:
        name = raw.reader or _choose(raw)
    except UnreadableError as error:
        yield _failure(raw, error)
        return
    yield from ordered(_opened(name, raw, options)) if name in _ROWS else _opened(name, raw, options)


def _opened(name: str, raw: Raw, options: ReadOptions) -> Iterator[Document | Failure]:
    try:
        for found in reader(name)(raw, options):
            if isinstance(found, Raw):
                yield from documents(found, options)
            else:
                yield document(found, raw, options) if isinstance(found, Draft) else found
    except UnreadableError as error:
        yield _failure(raw, error)
    except ReleaseError:
        raise
    except Exception as error:  # noqa: BLE001  whatever a broken input does to a library, the others go on
        reason = f"cannot be read ({type(error).__name__}: {error})".split("\n")[0][:200]
        yield Failure(raw.uri, reason, passing=True)


def _failure(raw: Raw, error: UnreadableError) -> Failure:
    return Failure(raw.uri, str(error), passing=isinstance(error, PassingError))


def _check(options: ReadOptions) -> None:
    """Said once, before any input is opened."""
    if options.path_pattern:
        compiled(options.path_pattern)
    if options.profile:
        named(options, options.profile)
    if options.format:
        reader(options.format)
    if options.encoding:
        known_encoding(options.encoding)


def _raw(item: Item, options: ReadOptions) -> Raw:
    name = item.reader or options.format
    if item.uri == "-":
        return Raw("-", "-", data=sys.stdin.buffer.read(), reader=name)
    if item.uri.startswith(("http://", "https://")):
        return Raw(item.uri, item.below, url=item.uri, reader="url")
    return Raw(item.uri, item.below, path=Path(item.uri), reader=name, named=item.named)


def _choose(raw: Raw) -> str:
    """By the file's name; where that says nothing, or only "XML", by the first bytes."""
    name = reader_for_name(raw.below)
    if name and name != "xml":
        return name
    seen = reader_for_bytes(_head(raw))
    return "feed" if name == "xml" and seen != "html" else seen


def _head(raw: Raw) -> bytes:
    if raw.data is not None:
        return raw.data[:_HEAD]
    assert raw.path is not None
    try:
        with raw.path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise PassingError(f"cannot be read: {error.strerror}") from None
