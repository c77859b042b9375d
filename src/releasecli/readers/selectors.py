"""Which elements of a page does a CSS selector mean?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from lxml import etree

from releasecli.errors import UsageError

if TYPE_CHECKING:
    import lxml.html

_STEP = re.compile(r"\s*(>)?\s*((?:[\w*-]+)?(?:[.#][\w-]+|\[[\w:-]+(?:[*^$~]?=[\"']?[^\]\"']*[\"']?)?\])*)")
_PART = re.compile(r"([.#])([\w-]+)|\[([\w:-]+)(?:([*^$~]?)=[\"']?([^\]\"']*)[\"']?)?\]")

_COMPARISON = {
    "": "{name}={value}",
    "*": "contains({name}, {value})",
    "^": "starts-with({name}, {value})",
    "$": "substring({name}, string-length({name}) - {before}) = {value}",
}


def select(root: "lxml.html.HtmlElement", selector: str) -> Iterator["lxml.html.HtmlElement"]:
    """Elements in order, by names, `.class`, `#id`, `[attribute*=value]`, blanks, `>` and commas. Raises UsageError."""
    yield from cast("list[lxml.html.HtmlElement]", _compiled(selector)(root))


@cache
def _compiled(selector: str) -> etree.XPath:
    return etree.XPath(" | ".join(_path(part.strip(), selector) for part in selector.split(",") if part.strip()))


def _path(text: str, selector: str) -> str:
    path, at = ".", 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None or not match.group(2):
            raise UsageError(
                f"no selector: {selector!r}", "names, .class, #id, [attribute=value], > and commas are understood"
            )
        path += ("/" if match.group(1) else "//") + _step(match.group(2))
        at = match.end()
    return path


def _step(step: str) -> str:
    name = re.match(r"[\w*-]*", step)
    conditions = "".join(f"[{_condition(*match.groups())}]" for match in _PART.finditer(step))
    return f"{(name.group() if name else '') or '*'}{conditions}"


def _condition(sign: str | None, name: str | None, attribute: str | None, how: str | None, value: str | None) -> str:
    if sign == "#":
        return f"@id={_quoted(name or '')}"
    if sign == "." or how == "~":
        attribute, value = ("class", name) if sign else (attribute, value)
        return f"contains(concat(' ', normalize-space(@{attribute}), ' '), {_quoted(f' {value} ')})"
    if value is None:
        return f"@{attribute}"
    return _COMPARISON[how or ""].format(name=f"@{attribute}", value=_quoted(value), before=len(value) - 1)


def _quoted(value: str) -> str:
    return f'"{value}"' if "'" in value else f"'{value}'"
