"""What does a Markdown file hold, with or without YAML front matter?"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from releasecli.readers.decode import decode
from releasecli.readers.fields import flat, guessed
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, content

_FRONT = re.compile(
    r"\ufeff?\s*(?P<sign>---|\+\+\+)[ \t]*\r?\n(?P<block>.*?)\r?\n(?:(?P=sign)|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_HEADING = re.compile(r"\s*#[ \t]+(\S.*)")
_STRINGS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKS = (
    (re.compile(r"(?<!\\)!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^[ ]{0,3}\|?[ :-]*-{2,}[ :-]*(?:\|[ :-]*)+\n?", re.MULTILINE), ""),
    (re.compile(r"(?<![`\\])(`{1,2})([^`\n]+)\1(?!`)"), r"\2"),
    (re.compile(r"^(?:```|~~~)[^\n]*\n?", re.MULTILINE), ""),
    (re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\n]|\([^()\n]*\))*\)"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+|[\w.+-]+@[\w.-]+)>"), r"\1"),
    (
        re.compile(
            r"</?(?:u|b|i|s|em|strong|strike|del|ins|small|big|mark|sup|sub|span|div|center|p|font|a)(?:\s[^<>\n]*)?>",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"(?<![\\*\w])(\*\*\*|\*\*|\*)(?=\S)((?:[^*\\\n]|\\.|\n(?!\n))+?)(?<=[^\s\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\_\w])(__|_)(?=\S)((?:[^_\\\n]|\\.|\n(?!\n))+?)(?<=[^\s\\])\1(?![_\w])"), r"\2"),
    (
        re.compile(r"(?<=[^\\*\s])\*{2,}|(?<!\\)\*{2,}(?=[^\s*])|^\*\*$", re.MULTILINE),
        "",
    ),  # bold that a blank or a line's end kept from being it
    (re.compile(r"\\\r?\n"), "\n"),
    (re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~^$'\"&-])"), r"\1"),
)
_ROW, _BAR = re.compile(r"^[ ]{0,3}\|(?P<cells>[^\n]*)\|[ \t]*$", re.MULTILINE), re.compile(r"(?<!\\)\|")
_BLOCK = re.compile(
    r"^[ ]{0,3}<(table|figure|ul|ol|dl|blockquote|iframe|video|script|style)\b.*?</\1>",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_BLANKS = re.compile(r"\n(?:[ \t\u00a0]*\r?\n){2,}")
_ENTITY = {"&amp;": "&", "&nbsp;": "\u00a0", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: front matter as fields, the rest as text without its marks."""
    text, notes = decode(content(raw, options.max_bytes), options.encoding)
    front = _FRONT.match(text)
    raw_fields, problem = _front_matter(front["sign"], front["block"]) if front else ({}, ())
    body = text[front.end() :] if front and not problem else text
    heading = _HEADING.match(body)
    fields = {"title": plain(heading.group(1))} if heading and "title" not in guessed(raw_fields, {}) else {}
    words = plain(body)
    alone = ("title only",) if body.strip() and not words.strip() else ()  # pictures, and nothing but them
    yield Draft(words, "markdown", fields, raw_fields, "front-matter", notes=notes + problem + alone)


def _front_matter(sign: str, block: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """YAML between `---`, TOML between `+++`. Strings only: YAML's own dates, numbers and booleans are not wanted."""
    try:
        value: Any = tomllib.loads(block) if sign == "+++" else yaml.load(block, Loader=_STRINGS)  # noqa: S506  strings only
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return {}, (f"front matter cannot be read: {str(error).splitlines()[0]}",)
    return (flat(value), ()) if isinstance(value, dict) else ({}, ("front matter holds no keys",))


def plain(text: str) -> str:
    """The words of a Markdown text as a reader sees them; list marks and line breaks stay."""
    text = _BLOCK.sub(_words, text)
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    text = _BLANKS.sub("\n\n", _ROW.sub(_cells, text))
    for entity, char in _ENTITY.items():
        text = text.replace(entity, char)
    return text


def _words(block: re.Match[str]) -> str:
    """The words of HTML between Markdown."""
    from releasecli.readers.markup import words  # noqa: PLC0415  a seam: lxml only for files that hold HTML

    return f"\n{words(block.group())}\n"


def _cells(row: re.Match[str]) -> str:
    """The cells of a table's row, two blanks between them."""
    return "  ".join(filter(None, (cell.strip() for cell in _BAR.split(row["cells"]))))
