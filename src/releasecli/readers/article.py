"""Which lines of a page are the release?"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

import lxml.html
import trafilatura
from trafilatura.settings import DEFAULT_CONFIG

from releasecli.readers.markup import Shown, parsed, shown, words_of
from releasecli.readers.selectors import select
from releasecli.resources import data

_DATED = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d(?!\d))")
_CLOCK = re.compile(r"^(?:for release at )?\W*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ABOVE, _BELOW, _MENU, _SENTENCE, _STAMP = 3, 14, 3, 40, 100
_NOISE = ", ".join(data("formats")["page"]["noise"])
_ENDINGS = tuple(data("formats")["page"]["ends"])
_CONFIG = deepcopy(DEFAULT_CONFIG)  # a readout may be two sentences long
_CONFIG["DEFAULT"]["min_extracted_size"] = "60"


def article(root: "lxml.html.HtmlElement", profile: Mapping[str, Any], title: str) -> str:
    """The lines of the article, a blank line between paragraphs, and before them the stamps the page shows near it."""
    for selector in strings(profile.get("remove")):
        for node in list(select(root, selector)):
            node.drop_tree()
    lines = _without_menus(_visible(root))
    chosen = [words_of(node) for selector in strings(profile.get("text")) for node in select(root, selector)]
    if any(chosen):
        body = "\n\n".join(filter(None, chosen))
        return "\n\n".join([*_stamps(lines, title, _place(lines, body), body), body])
    kept = _trimmed(lines, _kept(lines, _extracted(root)) or list(range(len(lines))))
    body = "".join(("\n\n" if lines[at].gap else "\n") + lines[at].text for at in kept).strip()
    return "\n\n".join([*_stamps(lines, title, kept[0] if kept else None, body), body])


def strings(value: Any) -> Sequence[str]:
    """One value or a list of them as texts."""
    return [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []


def same(one: str, other: str) -> bool:
    """Have two texts the same letters and digits?"""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """Letters and digits only, small."""
    return "".join(filter(str.isalnum, text.casefold()))


def _visible(root: "lxml.html.HtmlElement") -> list[Shown]:
    """The lines of the page in order, without elements that their own name or role takes out of the article."""
    tree = parsed(lxml.html.tostring(root, encoding="unicode"))
    if tree is None:
        return []
    for node in list(select(tree, _NOISE)):
        if node.getparent() is not None and node.tag not in {"body", "html", "main", "article"}:
            node.drop_tree()
    body = tree.find("body")
    return shown(body if body is not None else tree)


def _without_menus(lines: Sequence[Shown]) -> list[Shown]:
    """Without runs of lines that are links and nothing else."""
    kept: list[Shown] = []
    run: list[Shown] = []
    for line in [*lines, None]:
        if line and line.linked:
            run.append(line)
            continue
        kept += run if len(run) < _MENU else []
        run = []
        kept += [line] if line else []
    return kept


def _extracted(root: "lxml.html.HtmlElement") -> str:
    """What trafilatura takes for the article, as letters and digits: its choice, not its layout, is used."""
    try:
        text = trafilatura.extract(root, config=_CONFIG, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError):  # seen on broken trees
        return ""
    return bare(text or "")


def _kept(lines: Sequence[Shown], chosen: str) -> list[int]:
    """The lines that stand in the chosen text, in order, and single ones or sentences left out between them."""
    hits, at = [], 0
    for number, line in enumerate(lines):
        text = bare(line.text)
        found = chosen.find(text, at) if text else -1
        if found >= 0 and (found - at < 3 * len(text) + 200 or len(text) > _SENTENCE):
            hits.append(number)
            at = found + len(text)
    if not hits or at * 2 < len(chosen):
        return []
    kept = [hits[0]]
    for number in hits[1:]:
        between = range(kept[-1] + 1, number)
        kept += [
            one for one in between if len(between) == 1 or _sentence(lines[one].text) or _is_stamp(lines[one].text)
        ]
        kept.append(number)
    return kept


def _trimmed(lines: Sequence[Shown], kept: list[int]) -> list[int]:
    """The lines without links (Print, Back) and the line of rights at the end."""
    last = len(kept)
    while last > 1 and _at_end(lines[kept[last - 1]]):
        last -= 1
    return kept[:last]


def _at_end(line: Shown) -> bool:
    rights = any(line.text.casefold().startswith(words) for words in _ENDINGS)
    return (line.linked and "@" not in line.text and len(line.text) < _STAMP) or rights


def _sentence(line: str) -> bool:
    return len(line) > _SENTENCE and _ENDS.search(line) is not None


def _place(lines: Sequence[Shown], body: str) -> int | None:
    """The number of the line where the body begins."""
    first = next((line for line in body.split("\n") if len(line) > _SENTENCE), body.split("\n", maxsplit=1)[0]).strip()
    return next((at for at, line in enumerate(lines) if line.text[:60] and first.startswith(line.text[:60])), None)


def _stamps(lines: Sequence[Shown], title: str, begin: int | None, body: str) -> list[str]:
    """Dated lines near the title, or above the article, that the body does not hold."""
    headline = next((at for at, line in enumerate(lines) if title and same(line.text, title)), None)
    if headline is None and begin is None:
        return []
    start = max(0, (headline if headline is not None else begin or 0) - _ABOVE)
    stop = begin if begin is not None and begin > start else start + _BELOW
    near = [line.text for line in lines[start : min(stop, start + _BELOW)] if not _at_end(line)]
    found = [at for at, line in enumerate(near) if _is_stamp(line) and line not in body and not same(line, title)]
    if found and not title and found[0] > 0 and len(near[found[0] - 1].split()) > 2:
        found.insert(0, found[0] - 1)  # a headline that no markup shows to be one
    return [near[at] for at in found]


def _is_stamp(line: str) -> bool:
    return len(line) < _STAMP and bool(_DATED.search(line) or _CLOCK.match(line))
