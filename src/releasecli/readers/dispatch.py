"""Which reader takes an input?"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from releasecli.errors import UsageError
from releasecli.readers.formats import reader_for_name
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw

if TYPE_CHECKING:  # the lazy seam: import-linter and mypy see what `reader` imports by name
    from releasecli.readers import (  # noqa: F401  named below
        archive,
        delimited,
        feed,
        jsons,
        mail,
        markdown,
        network,
        pdf,
        plaintext,
        warc,
        web,
        word,
        yamls,
    )

# a reader may hand on inner inputs, which are opened in their turn
Reader = Callable[[Raw, ReadOptions], Iterator[Draft | Raw | Failure]]

_MODULES = {
    "archive": "archive",
    "csv": "delimited",
    "docx": "word",
    "feed": "feed",
    "html": "web",
    "json": "jsons",
    "jsonl": "jsons",
    "mail": "mail",
    "url": "network",
    "markdown": "markdown",
    "pdf": "pdf",
    "text": "plaintext",
    "warc": "warc",
    "xml": "feed",
    "yaml": "yamls",
}


def reader(name: str) -> Reader:
    """The function of one reader, by its name or a file's ending; its module is imported here and not before."""
    name = name if name in _MODULES else reader_for_name(f".{name}") or name
    if name not in _MODULES:
        raise UsageError(f"no reader {name!r}", f"there are {', '.join(sorted(_MODULES))}")
    found: Reader = import_module(f"releasecli.readers.{_MODULES[name]}").read
    return found
