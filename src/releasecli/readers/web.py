"""What does a web page hold?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import lxml.html
import trafilatura

from releasecli.readers.decode import decode
from releasecli.readers.markup import parsed, words_of
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.pagemeta import metadata
from releasecli.readers.profiles import by_host
from releasecli.readers.raw import Draft, Raw, UnreadableError, content
from releasecli.readers.selectors import select
from releasecli.resources import data

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DATED = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d(?!\d))")
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W*$", re.IGNORECASE)
_BETWEEN = 14
_PAGE = 12_000_000
_NOISE = ", ".join(data("formats")["page"]["noise"])


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: the article of the page, with its title, its visible stamp and what its metadata say."""
    data = content(raw, options.max_bytes)
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
    body = _article(root, html, chosen.select if chosen else {}, fields.get("title", ""))
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
    for name in ("title", "published", "issuer", "category", "place"):
        for selector in _list(chosen.get(name)):
            texts = [" ".join(node.text_content().split()) for node in select(root, selector)]
            if value := next(filter(None, texts), ""):
                found.setdefault(name, value)
    return found


def _article(root: "lxml.html.HtmlElement", html: str, profile: Mapping[str, Any], title: str) -> str:
    """The article's text, and before it the stamp lines the page shows between title and text."""
    for selector in _list(profile.get("remove")):
        for node in list(select(root, selector)):
            node.drop_tree()
    chosen = [words_of(node) for selector in _list(profile.get("text")) for node in select(root, selector)]
    shown = _shown(root)
    body = "\n\n".join(filter(None, chosen)) or _extracted(root, shown)
    if not body.strip():
        raise UnreadableError(
            "no text on this page" + (" (it is made by scripts)" if "<script" in html.lower() else "")
        )
    above = _between(shown, title, body)
    return "\n\n".join([*above, body])


def _extracted(root: "lxml.html.HtmlElement", shown: Sequence[str]) -> str:
    """Without furniture by trafilatura; small and plain pages as they stand."""
    try:
        text = trafilatura.extract(root, include_comments=False, include_tables=True, include_formatting=False) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError):  # seen on broken trees
        text = ""
    whole = "\n\n".join(shown)
    if len(text) * 5 < len(whole) and len(whole) < 3000:
        return whole
    return re.sub(r"\n(?!- )", "\n\n", text) or whole


def _shown(root: "lxml.html.HtmlElement") -> list[str]:
    """The lines of the page in order, without navigation."""
    tree = parsed(lxml.html.tostring(root, encoding="unicode"))
    if tree is None:
        return []
    for node in list(select(tree, _NOISE)):
        if node.getparent() is not None and node.tag not in {"body", "html"}:
            node.drop_tree()
    body = tree.find("body")
    return [line.strip() for line in words_of(body if body is not None else tree).split("\n") if line.strip()]


def _between(shown: Sequence[str], title: str, body: str) -> list[str]:
    """Dated lines near the title, or at the article's end, that the body does not hold."""
    first = next((line for line in body.split("\n") if len(line) > 40), body.split("\n", maxsplit=1)[0]).strip()
    begin = next((at for at, line in enumerate(shown) if title and _same(line, title)), None)
    end = next((at for at, line in enumerate(shown) if line[:60] and first.startswith(line[:60])), None)
    if begin is None and end is None:
        return []
    start = max(0, (begin if begin is not None else end or 0) - 3)
    stop = end if end is not None and end > start else start + _BETWEEN
    near = shown[start : min(stop, start + _BETWEEN)]
    return [
        line
        for line in near
        if len(line) < 100
        and (_DATED.search(line) or _CLOCK.match(line))
        and line not in body
        and not _same(line, title)
    ]


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))


def _future(value: str) -> bool:
    """Is an ISO day after tomorrow? Scripts put the day an offer ends, or the day of the visit, into metadata."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    return bool(re.match(r"\d{4}-\d\d-\d\d", value)) and value[:10] > tomorrow.date().isoformat()


def _list(value: Any) -> Sequence[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []
