"""How does an answer look in other people's programs? Markdown with footnotes, TimelineJS, BibTeX."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from releasecli.model.sheet import Cited, Line, Sheet
from releasecli.text.paragraphs import paragraphs

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_KEY = re.compile(r"[^\w:.+-]+")
_BIB = re.compile(r"([&%$#_{}~^\\])")


def markdown(sheet: Sheet) -> str:
    """A list by group; every row ends in its reference, every release is a footnote; of releases the text first."""
    return "\n".join(_markdown(sheet)) + "\n"


def _markdown(sheet: Sheet) -> Iterator[str]:
    notes = {cited.id: f"[^{number}]" for number, cited in enumerate(sheet.cited, 1)}
    yield f"# {_plain(sheet.title)}"
    if sheet.kind == "release":
        yield from _texts(sheet)
    for group, same in groupby(sheet.lines, key=lambda line: line.group):
        heading = "Dates" if sheet.kind == "release" and len(sheet.cited) == 1 else group
        yield f"\n## {_plain(heading)}\n" if heading else ""
        for _, part in groupby(same, key=lambda line: line.part):
            yield from _items(list(part), notes, topics=sheet.kind == "comparison" and not group.startswith("Only "))
    yield ""
    yield from (f"{notes[cited.id]}: {_plain(_citation(cited))}" for cited in sheet.cited)


def _items(lines: Sequence[Line], notes: Mapping[str, str], *, topics: bool) -> Iterator[str]:
    """Rows as items; accounts of one thing below its topic."""
    if topics:
        yield f"- *{_plain(lines[0].topic or 'the same')}*"
    for line in lines:
        who = f"{_plain(line.who)}: " if line.who else ""
        head = f"**{_plain(line.head)}** " if line.head else ""
        yield f"{'  ' if topics else ''}- {head}{who}{_words(line)} ({line.ref}){notes[line.release]}"


def _words(line: Line) -> str:
    """The words of a row in one line, what matters in them in italics."""
    parts, at = [], line.start
    for start, end in (span for span in line.spans if line.start <= span[0] < span[1] <= line.end):
        if at <= start:
            parts += [line.text[at - line.start : start - line.start], line.text[start - line.start : end - line.start]]
            at = end
    parts.append(line.text[at - line.start :])
    marked = (f"*{_plain(part)}*" if number % 2 else _escaped(part) for number, part in enumerate(parts))
    return " ".join("".join(marked).split())


def _texts(sheet: Sheet) -> Iterator[str]:
    """The paragraphs of the releases, under their titles where there are several."""
    for cited in sheet.cited:
        if len(sheet.cited) > 1:
            yield f"\n## {_plain(cited.title)}"
        for start, end in paragraphs(cited.text):
            if cited.text[start:end] != cited.title:
                yield f"\n{_plain(cited.text[start:end])}"


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
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _bib(text: str) -> str:
    return _BIB.sub(r"\\\1", " ".join(text.split()))
