"""What do a page's metadata say of the release on it?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from releasecli.readers.fields import serves
from releasecli.readers.markup import words_of
from releasecli.resources import data

if TYPE_CHECKING:
    import lxml.html

_NAMES = data("formats")["page"]
_HEADLINE = 4  # words; fewer name a site
_SUFFIX = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,70}$")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Our fields as the page's head and structured data give them; `window`: the title no other says."""

    fields: Mapping[str, str]
    window: str = ""


def metadata(root: "lxml.html.HtmlElement") -> PageMeta:
    """Headline by what is shown (`h1`), then by og:title and JSON-LD, then the window's title without the site."""
    meta, linked = _meta(root), _linked_data(root)
    fields = {
        "title": _title(root, meta, linked),
        "published": linked.get("datePublished") or _first(meta, _NAMES["days"]) or _time(root),
        "issuer": linked.get("publisher") or linked.get("author") or _first(meta, _NAMES["issuers"]),
        "site": meta.get("og:site_name", "") or _site(root),
        "category": _first(meta, _NAMES["kinds"]) or linked.get("articleSection", ""),
        "language": root.get("lang") or root.get("xml:lang") or meta.get("content-language", ""),
        "url": _url(root, meta),
    }
    window = fields["title"] if fields["title"] == _window(root) else ""
    if window and len(window.split()) < _HEADLINE:
        fields["title"] = ""
    return PageMeta({name: value.strip() for name, value in fields.items() if value and value.strip()}, window)


def _title(root: "lxml.html.HtmlElement", meta: Mapping[str, str], linked: Mapping[str, str]) -> str:
    """The title: the `h1` that metadata agree with, else the only `h1`, else what metadata say."""
    shown = [text for node in root.iter("h1") if (text := " ".join(words_of(node).split()))]
    opinions = [text for text in (_first(meta, _NAMES["titles"]), linked.get("headline", ""), _window(root)) if text]
    for other in map(_bare, opinions):
        for text in shown:
            if _bare(text) and (_bare(text) in other or other in _bare(text)):
                return text
    if len(shown) == 1 and (not opinions or (opinions == [_window(root)] and len(shown[0].split()) >= _HEADLINE - 1)):
        return shown[0]
    return _SUFFIX.sub("", opinions[0]) if opinions else next(iter(shown), "")


def _site(root: "lxml.html.HtmlElement") -> str:
    """What the window's title ends with: the site's name."""
    match = _SUFFIX.search(_window(root))
    return match.group().strip(" |–—·•»-") if match else ""


def _window(root: "lxml.html.HtmlElement") -> str:
    return " ".join(root.findtext("head/title", "").split()) or " ".join(root.findtext(".//title", "").split())


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _meta(root: "lxml.html.HtmlElement") -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
        value = " ".join((node.get("content") or "").split())
        if name and value:
            found.setdefault(name.lower(), value)
    return found


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _time(root: "lxml.html.HtmlElement") -> str:
    """The first `time` element that names a day."""
    values = (
        node.get("datetime") or node.get("content") or " ".join(node.text_content().split())
        for node in root.iter("time")
    )
    return next((value for value in values if re.search(r"\d{4}", value)), "")


def _url(root: "lxml.html.HtmlElement", meta: Mapping[str, str]) -> str:
    links = [node.get("href", "") for node in root.iter("link") if (node.get("rel") or "").lower() == "canonical"]
    found = [*links, meta.get("og:url", "")]
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _linked_data(root: "lxml.html.HtmlElement") -> dict[str, str]:
    """Headline, day and names of the first article in the page's JSON-LD."""
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        items = list(_items(_loaded(node.text or ""), 0))
        named = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
        for item in sorted(items, key=lambda item: "headline" not in item):
            if "headline" in item or "datePublished" in item:
                return {
                    key: text
                    for key in ("headline", "datePublished", "publisher", "author", "articleSection")
                    if (text := _name(item.get(key), named))
                }
    return {}


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _items(inner, depth + 1)


def _name(value: Any, named: Mapping[str, dict[str, Any]]) -> str:
    """A text, or the name of what is described here or elsewhere on the page; a person is no body."""
    if isinstance(value, list):
        return _name(value[0], named) if value else ""
    if isinstance(value, dict):
        known = value if "name" in value else named.get(str(value.get("@id")), {})
        name = known.get("name")
        return name if isinstance(name, str) and known.get("@type") != "Person" and serves("issuer", name) else ""
    return value if isinstance(value, str) else ""
