"""What does a web page hold?"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from releasecli.readers.article import article, same, strings
from releasecli.readers.decode import decode
from releasecli.readers.markup import parsed
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.pagemeta import metadata
from releasecli.readers.profiles import by_host
from releasecli.readers.raw import Draft, Raw, UnreadableError, content
from releasecli.readers.selectors import select

if TYPE_CHECKING:
    import lxml.html

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE, _LARGE = 12_000_000, 500_000
_INLINE = re.compile(rb"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]{100,}")  # pictures a browser saved into the page


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: the article of the page, with its title, its visible stamp and what its metadata say."""
    data = content(raw, options.max_bytes)
    data = _INLINE.sub(b"", data) if len(data) > _LARGE else data
    if len(data) > _PAGE:
        raise UnreadableError(f"a page of {len(data) // 1_000_000} MB; at most {_PAGE // 1_000_000} MB are read")
    text, notes = _decoded(data, options)
    yield page(text, raw, options, notes)


def page(html: str, raw: Raw, options: ReadOptions, notes: tuple[str, ...] = ()) -> Draft:
    """The draft of a page. Raises UnreadableError where it shows no text."""
    root = parsed(html)
    if root is None:
        raise UnreadableError("HTML without any element")
    meta = metadata(root)
    fields = dict(meta.fields)
    chosen = by_host(options, fields.get("url") or raw.url or "")
    fields |= _selected(root, chosen.select if chosen else {})
    body = article(root, chosen.select if chosen else {}, fields.get("title", ""))
    if not body.strip():
        raise UnreadableError(
            "no text on this page" + (" (it is made by scripts)" if root.find(".//script") is not None else "")
        )
    if meta.window and same(body.split("\n", maxsplit=1)[0], meta.window):
        fields.pop("title", None)
    if _future(fields.get("published", "")):
        del fields["published"]
    return Draft(body, "html", fields=fields, published_from="meta", key=fields.get("url") or raw.url, notes=notes)


def _decoded(data: bytes, options: ReadOptions) -> tuple[str, tuple[str, ...]]:
    """By byte order mark or UTF-8 first, then as the page says of itself, then as detected."""
    named = _CHARSET.search(data[:4096])
    if options.encoding or named is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data, options.encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        name = named[1].decode("ascii")
        return decode(data) if name.lower() in {"utf-8", "utf8"} else decode(data, _known(name))


def _known(name: str) -> str | None:
    """A page's word for its encoding, as browsers take it; None for what no codec knows."""
    name = {
        "iso-8859-1": "cp1252",
        "latin1": "cp1252",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "iso-8859-9": "cp1254",
    }.get(name.lower(), name)
    try:
        "".encode(name)
    except LookupError:
        return None
    return name


def _selected(root: "lxml.html.HtmlElement", chosen: Mapping[str, Any]) -> dict[str, str]:
    """Values by a profile's selectors."""
    found: dict[str, str] = {}
    for name in ("title", "lead", "published", "issuer", "category", "place"):
        for selector in strings(chosen.get(name)):
            texts = [_value(node) for node in select(root, selector)]
            if value := next(filter(None, texts), ""):
                found.setdefault(name, value)
    return found


def _value(node: "lxml.html.HtmlElement") -> str:
    """What an element shows, or the minute it holds unseen."""
    minute = node.get("datetime", "")
    return minute if "T" in minute else " ".join(node.text_content().split())


def _future(value: str) -> bool:
    """Is an ISO day after tomorrow? Scripts put the day an offer ends, or the day of the visit, into metadata."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    return bool(re.match(r"\d{4}-\d\d-\d\d", value)) and value[:10] > tomorrow.date().isoformat()
