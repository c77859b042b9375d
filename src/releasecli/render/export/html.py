"""How does an answer look in a browser? One self-contained page, nothing fetched, every row linked to its sentence."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from releasecli.model.results import Cited, Line, Sheet
from releasecli.render.export.axis import axis
from releasecli.render.marks import mark, visible
from releasecli.resources import asset
from releasecli.text.paragraphs import paragraphs


def page(sheet: Sheet) -> str:
    """The whole page: rows by group, a time axis where they have days, the releases with what is quoted marked."""
    return "\n".join(_page(sheet)) + "\n"


def _page(sheet: Sheet) -> Iterator[str]:
    title = _text(sheet.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{asset('page/page.css')}</style>\n</head>\n<body>"
    yield f'<a class="skip" href="#rows">To the rows</a>\n<header><h1>{title}</h1>'
    releases = f"{len(sheet.cited)} release{'' if len(sheet.cited) == 1 else 's'}"
    yield f'<p class="about">{len(sheet.lines)} rows from {releases}</p></header>\n<main id="rows">'
    yield from axis([line for line in sheet.lines if line.first or line.last])
    for group, same in groupby(enumerate(sheet.lines, 1), key=lambda pair: pair[1].group):
        lines = list(same)
        yield f"<h2>{_text(group)}</h2>" if group else ""
        yield f'<ol class="rows{" pair" if _sides(sheet, [line for _, line in lines]) else ""}">'
        yield from (_row(number, line) for number, line in lines)
        yield "</ol>"
    yield "<h2>Releases</h2>"
    for cited in sheet.cited:
        yield from _release(cited, [(n, line) for n, line in enumerate(sheet.lines, 1) if line.release == cited.id])
    yield f"</main>\n<script>\n{asset('page/axis.js')}</script>\n</body>\n</html>"


def _sides(sheet: Sheet, lines: list[Line]) -> bool:
    """Whether rows are two accounts of one thing, to be read side by side."""
    return sheet.kind == "comparison" and len({line.release for line in lines}) > 1


def _row(number: int, line: Line) -> str:
    sign = f' <span class="basis" title="{_text(line.basis)}">{_sign(line.basis)}</span>' if line.basis else ""
    who = f"{_text(line.who)}: " if line.who else ""
    return (
        f'<li id="row-{number}"><time>{_text(line.head)}{sign}</time><div><p>{who}{_text(line.text)}</p>'
        f'<p class="source"><a href="#in-{number}">{_text(line.ref)}</a></p></div></li>'
    )


def _sign(basis: str) -> str:
    return mark(basis) if basis in {"stated", "inferred", "vague"} else ""


def _release(cited: Cited, quoted: list[tuple[int, Line]]) -> Iterator[str]:
    about = " · ".join(part for part in (cited.id, cited.issuer, cited.published) if part)
    yield f'<article id="{_text(cited.id)}"><details><summary><strong>{_text(cited.title)}</strong>'
    yield f'<br><span class="source">{_text(about)}</span></summary>'
    if cited.url and cited.url.startswith(("http://", "https://")):
        yield f'<p class="source"><a href="{_text(cited.url)}" rel="noreferrer">{_text(cited.url)}</a></p>'
    for start, end in paragraphs(cited.text):
        yield f"<p>{_marked(cited.text, start, end, quoted)}</p>"
    yield "</details></article>"


def _marked(text: str, start: int, end: int, quoted: list[tuple[int, Line]]) -> str:
    """A paragraph with what the rows quote marked and linked back; of two that overlap the later is only an anchor."""
    parts, at = [], start
    for number, line in sorted(quoted, key=lambda pair: pair[1].start):
        if not start <= line.start < end:
            continue
        if line.start < at:
            parts.append(f'<span id="in-{number}"></span>')
            continue
        stop = min(line.end, end)
        parts.append(_text(text[at : line.start]))
        parts.append(f'<mark id="in-{number}"><a href="#row-{number}">{_text(text[line.start : stop])}</a></mark>')
        at = stop
    return "".join([*parts, _text(text[at:end])])


def _text(value: str) -> str:
    return escape(visible(value), quote=True)
