"""Which reader takes an input?"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, UnreadableError

if TYPE_CHECKING:  # the lazy seam: import-linter and mypy see what `reader` imports by name
    from releasecli.readers import (  # noqa: F401  named below
        archive,
        delimited,
        feed,
        jsons,
        mail,
        markdown,
        pdf,
        plaintext,
        warc,
        web,
        word,
        yamls,
    )

Reader = Callable[[Raw, ReadOptions], Iterator[Draft | Failure]]

_MODULES = {
    "archive": "archive",
    "csv": "delimited",
    "docx": "word",
    "feed": "feed",
    "html": "web",
    "json": "jsons",
    "jsonl": "jsons",
    "mail": "mail",
    "markdown": "markdown",
    "pdf": "pdf",
    "text": "plaintext",
    "warc": "warc",
    "xml": "feed",
    "yaml": "yamls",
}
_ENDINGS = {
    "txt": "text",
    "text": "text",
    "asc": "text",
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "mht": "mail",
    "mhtml": "mail",
    "rss": "feed",
    "atom": "feed",
    "xml": "xml",
    "eml": "mail",
    "mbox": "mail",
    "pdf": "pdf",
    "docx": "docx",
    "yaml": "yaml",
    "yml": "yaml",
    "zip": "archive",
    "tar": "archive",
    "tgz": "archive",
    "gz": "archive",
    "bz2": "archive",
    "xz": "archive",
    "warc": "warc",
}
# what lies beside releases and is none: passed over in a folder, refused when named
_NOT = frozenset(
    "png jpg jpeg gif webp svg ico bmp tif tiff mp3 mp4 m4a avi mov wav webm css js mjs map woff woff2 ttf otf eot py pyc "
    "sh bat exe dll so db sqlite lock ics vcf toml ini cfg xsl xsd dtd ppt pptx xls xlsx odp ods cdx".split()
)
_SNIFFS = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"PK\x03\x04.{26,400}?(?:word/|\[Content_Types\])", re.DOTALL), "docx"),
    (re.compile(rb"PK\x03\x04|\x1f\x8b|BZh[1-9]|\xfd7zXZ|.{257}ustar", re.DOTALL), "archive"),
    (re.compile(rb"WARC/[01]\."), "warc"),
    (
        re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL),
        "feed",
    ),
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE
        ),
        "html",
    ),
    (re.compile(rb"From \S+ .*\d{4}\r?\n"), "mail"),
    (
        re.compile(
            rb"(?:(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+|From|To|Subject|Date): .*\r?\n(?:[ \t].*\r?\n)*){3}",
            re.IGNORECASE,
        ),
        "mail",
    ),
    (re.compile(rb"\s*[\[{]\s*(?:[\"\]}{\[])"), "json"),
    (re.compile(rb"---\r?\n[\w-]+:"), "markdown"),
    (re.compile(rb"# \S"), "markdown"),
)


def reader_for_name(name: str) -> str | None:
    """The reader a file name calls for; None where the name says nothing, "" where it says: no release."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    ending = lower.rpartition(".")[2] if "." in lower else ""
    return "" if ending in _NOT else _ENDINGS.get(ending)


def reader_for_bytes(head: bytes) -> str:
    """The reader the first bytes call for; plain text where they say nothing."""
    plain = head.removeprefix(b"\xef\xbb\xbf")
    return next((name for pattern, name in _SNIFFS if pattern.match(plain)), "text")


def reader(name: str) -> Reader:
    """The function of one reader; its module is imported here and not before."""
    if name not in _MODULES:
        raise UnreadableError(f"no reader {name!r}; there are {', '.join(sorted(_MODULES))}")
    found: Reader = import_module(f"releasecli.readers.{_MODULES[name]}").read
    return found
