"""How does an answer look in other people's programs? Markdown with footnotes, TimelineJS, BibTeX."""

import json
import re
from collections.abc import Iterator
from itertools import groupby

from releasecli.model.results import Cited, Line, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_KEY = re.compile(r"[^\w:.+-]+")
_BIB = re.compile(r"([&%$#_{}~^\\])")


def markdown(sheet: Sheet) -> str:
    """A list by group; every row ends in its reference, every release is a footnote."""
    return "\n".join(_markdown(sheet)) + "\n"


def _markdown(sheet: Sheet) -> Iterator[str]:
    numbers = {cited.id: number for number, cited in enumerate(sheet.cited, 1)}
    yield f"# {_plain(sheet.title)}"
    for group, lines in groupby(sheet.lines, key=lambda line: line.group):
        yield f"\n## {_plain(group)}\n" if group else ""
        for line in lines:
            who = f"{_plain(line.who)}: " if line.who else ""
            head = f"**{_plain(line.head)}** " if line.head else ""
            yield f"- {head}{who}{_plain(line.text)} ({line.ref})[^{numbers[line.release]}]"
    yield ""
    yield from (f"[^{numbers[cited.id]}]: {_plain(_citation(cited))}" for cited in sheet.cited)


def timelinejs(sheet: Sheet) -> str:
    """The JSON that TimelineJS reads; titles of releases as media credits are left to the reader."""
    events = [_slide(line) for line in sheet.lines if line.first or line.last]
    title = {"text": {"headline": sheet.title}}
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def bibtex(sheet: Sheet) -> str:
    """One @misc entry for each release."""
    return "\n".join(_entry(cited) for cited in sheet.cited)


def short(text: str) -> str:
    """The words in one line of at most 80 characters, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + "…"


def _slide(line: Line) -> dict[str, object]:
    slide: dict[str, object] = {"start_date": _parts(line.first or line.last or "")}
    if line.first and line.last and line.first != line.last:
        slide["end_date"] = _parts(line.last)
    text = f"{' '.join(line.text.split())} ({line.ref})"
    return slide | {"display_date": line.head, "text": {"headline": short(line.text), "text": text}}


def _parts(day: str) -> dict[str, str]:
    return dict(zip(("year", "month", "day"), day.split("-"), strict=True))


def _entry(cited: Cited) -> str:
    fields = {
        "title": f"{{{_bib(cited.title)}}}",
        "author": f"{{{_bib(cited.issuer)}}}" if cited.issuer else "",
        "year": (cited.published or "")[:4],
        "date": (cited.published or "")[:10],
        "howpublished": f"\\url{{{cited.url}}}" if cited.url else "",
        "note": f"releasecli {cited.id}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_KEY.sub('-', cited.id)},", *lines, "}", ""])


def _citation(cited: Cited) -> str:
    parts = (cited.issuer, f"“{cited.title}”", (cited.published or "undated")[:10], cited.url, cited.id)
    return ", ".join(part for part in parts if part) + "."


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _bib(text: str) -> str:
    return _BIB.sub(r"\\\1", " ".join(text.split()))
