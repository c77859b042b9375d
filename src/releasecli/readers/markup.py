"""Which words does a piece of HTML show?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml import etree

from releasecli.resources import data

_TAGS = data("formats")["html"]
_SKIP, _BLOCK, _LINE = (frozenset(_TAGS[kind]) for kind in ("skip", "block", "line"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\s*\n\s*\n\s*")
_AROUND = re.compile(r"[ \u00a0]*\n[ \u00a0]*")
_OPEN, _CLOSE = "\ue000", "\ue001"
_LINK, _LINKED = re.compile(f"[{_OPEN}{_CLOSE}]"), re.compile(f"{_OPEN}[^{_CLOSE}]*(?:{_CLOSE}|$)")
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")


def words(html: str) -> str:
    """The text of HTML: a blank line between blocks, a line for each item; scripts and forms are left out."""
    root = parsed(html)
    return words_of(root) if root is not None else ""


def parsed(html: str | bytes) -> "lxml.html.HtmlElement | None":
    """The parsed tree, or None for what holds no element."""
    if isinstance(html, str):
        html = _XML.sub("", html).replace("\x00", "")
    try:
        parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(html, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def words_of(root: "lxml.html.HtmlElement") -> str:
    """The text below one element."""
    return _LINK.sub("", _spaced(root))


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a page; `gap`: a new block begins with it; `linked`: it is links and nothing else."""

    text: str
    gap: bool
    linked: bool


def shown(root: "lxml.html.HtmlElement") -> list[Shown]:
    """The filled lines below one element, in order."""
    found, gap = [], True
    for line in _spaced(root).split("\n"):
        text = _LINK.sub("", line).strip()
        if text:
            rest = _LINKED.sub("", line)
            found.append(Shown(text, gap, linked=not any(map(str.isalnum, rest))))
        gap = not text
    return found


def _spaced(root: "lxml.html.HtmlElement") -> str:
    text = "".join(_pieces(root))
    return _BREAKS.sub("\n\n", _AROUND.sub("\n", text)).strip()


def _pieces(root: "lxml.html.HtmlElement") -> Iterator[str]:
    """The text in pieces, each link between two signs of its own; no recursion: pages nest deeper than the stack."""
    skipped = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "script"
        if event == "start" and skipped is None:
            if tag in _SKIP:
                skipped = node
            else:
                yield _before(tag, node) + (_OPEN if tag == "a" else "") + _flow(node.text)
        elif event == "end":
            if skipped is None:
                yield ("\n\n" if tag in _BLOCK else "") + (_CLOSE if tag == "a" else "")
            elif skipped is node:
                skipped = None
            if skipped is None and node is not root:
                yield _flow(node.tail)


def _before(tag: str, node: "lxml.html.HtmlElement") -> str:
    if tag in _BLOCK:
        return "\n\n"
    if tag in _LINE:
        return "\n"
    if tag not in {"td", "th"}:
        return ""
    return "\n\n" if next(node.iter("br", "p", "div", "table"), None) is not None else "  "


def _flow(text: str | None) -> str:
    return _LINK.sub("", _BLANKS.sub(" ", text)) if text else ""
