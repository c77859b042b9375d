"""Which format is an input in?"""

import re

from releasecli.resources import data

_FORMATS = data("formats")
_ENDINGS = {ending: name for name, endings in _FORMATS["endings"].items() for ending in endings}
_MEDIA = {kind: name for name, kinds in _FORMATS["media"].items() for kind in kinds}
_NOT = frozenset(_FORMATS["passed_over"])
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
            rb"(?:(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+|From|To|Subject|Date): .*\r?\n"
            rb"(?:[ \t].*\r?\n)*){3}",
            re.IGNORECASE,
        ),
        "mail",
    ),
    (re.compile(rb"\s*[\[{]\s*(?:[\"\]}{\[])"), "json"),
    (re.compile(rb"---\r?\n[\w-]+:|\+\+\+\r?\n[\w-]+ ?="), "markdown"),
    (re.compile(rb"# \S"), "markdown"),
)


def reader_for_name(name: str) -> str | None:
    """The reader a file name calls for; None where the name says nothing, "" where it says: no release."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    ending = lower.rpartition(".")[2] if "." in lower else ""
    return "" if ending in _NOT else _ENDINGS.get(ending)


def endings(kind: str) -> tuple[str, ...]:
    """The endings, each with its dot, of files a mail has `attached`, or JSON beside them has `described`."""
    return tuple(f".{ending}" for ending in _FORMATS[kind])


def reader_for_bytes(head: bytes) -> str:
    """The reader the first bytes call for; plain text where they say nothing."""
    plain = head.removeprefix(b"\xef\xbb\xbf")
    return next((name for pattern, name in _SNIFFS if pattern.match(plain)), "text")


def reader_for_media(kind: str) -> str | None:
    """The reader a media type calls for (`text/html; charset=...`), or None."""
    return _MEDIA.get(kind.partition(";")[0].strip().lower())
