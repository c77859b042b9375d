"""Where does text come from? Bytes to documents, one module a format."""

from collections.abc import Iterator, Sequence

from releasecli.model import Document
from releasecli.readers.options import Failure, Item, ReadOptions

__all__ = ["Failure", "Item", "ReadOptions", "open_one", "read", "sources"]


def read(inputs: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    """Every release in the inputs (files, folders, URLs, "-"), in order, and what failed between them."""
    for item in sources(inputs, options):
        if isinstance(item, Failure):
            yield item
        else:
            yield from open_one(item, options)


def sources(inputs: Sequence[str], options: ReadOptions) -> Iterator[Item | Failure]:
    """What is to be opened, cheap: folders are walked, nothing is read. A missing input is a Failure."""
    raise NotImplementedError


def open_one(item: Item, options: ReadOptions) -> Iterator[Document | Failure]:
    """The releases in one item, as they are read; fit for another process. Never raises for bad input."""
    raise NotImplementedError
