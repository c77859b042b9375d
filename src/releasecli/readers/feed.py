"""What does a feed hold: RSS, RDF or Atom?"""

import re
from collections.abc import Iterator
from typing import Any

import feedparser

from releasecli.readers.markup import words
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, UnreadableError, content
from releasecli.resources import data

_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/][^>]*>", re.IGNORECASE)


_NO_POSTS = frozenset(data("formats")["wordpress_no_posts"])


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release an item, with its full content where the feed has it; an item of a title alone is one, too."""
    data = content(raw, options.max_bytes)
    if _ENTITY.search(data[:20_000]):
        raise UnreadableError("XML that declares entities is not read")
    parsed = _parsed(data)
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableError(_reason(parsed))
    if not parsed.entries:
        raise UnreadableError("a feed without items")
    for entry in parsed.entries:
        if entry.get("wp_post_type") not in _NO_POSTS:
            yield _draft(entry, parsed.feed)


def _parsed(data: bytes) -> Any:
    try:
        return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001  the library raises what it happens upon in damaged feeds
        raise UnreadableError(f"a feed damaged beyond reading ({type(error).__name__})") from None


def _draft(entry: Any, feed: Any) -> Draft:
    body = words(_content(entry))
    link, guid = str(entry.get("link", "")), str(entry.get("id", ""))
    tags = [str(tag.get("term") or "") for tag in entry.get("tags", ())]
    fields = {
        "title": _plain(str(entry.get("title", ""))),
        "published": str(entry.get("published") or entry.get("updated") or ""),
        "issuer": _plain(str(entry.get("author") or entry.get("publisher") or "")),
        "category": next((tag for tag in tags if tag), ""),
        "tags": "; ".join(tag for tag in tags if tag),
        "language": str(entry.get("language") or feed.get("language", "")),
        "site": _plain(str(feed.get("title", ""))),
        "url": link,
        "id": guid,
    }
    key = link if link.startswith("http") else guid or None
    notes = () if body else ("title only",)
    return Draft(
        body,
        "feed",
        fields={name: value for name, value in fields.items() if value},
        published_from="feed",
        key=key,
        notes=notes,
    )


def _content(entry: Any) -> str:
    """The fullest of contents and summary."""
    found = [str(item.get("value", "")) for item in entry.get("content", ())] + [str(entry.get("summary", ""))]
    return max(found, key=len)


def _plain(text: str) -> str:
    return " ".join((words(text) if _TAG.search(text) else text).split())


def _reason(parsed: Any) -> str:
    error = parsed.get("bozo_exception")
    return f"not a feed: {error}".splitlines()[0] if error else "XML, but not a feed"
