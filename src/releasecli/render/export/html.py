"""How does an answer look in a browser? One self-contained page, nothing fetched, every row linked to its sentence."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from releasecli.model.sheet import Cited, Line, Sheet
from releasecli.render.export.article import article, inline, source, spoken
from releasecli.render.export.axis import axis
from releasecli.render.marks import mark
from releasecli.resources import asset

_Numbered = tuple[int, Line]
_SIGNS = {"stated", "inferred", "vague"}


def page(sheet: Sheet) -> str:
    """The whole page: rows by group, a time axis where they have days, the releases with what is quoted marked."""
    return "\n".join(part for part in _page(sheet) if part) + "\n"


def _page(sheet: Sheet) -> Iterator[str]:
    title = inline(sheet.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{asset('page/page.css')}</style>\n</head>\n<body>"
    alone = sheet.kind == "release" and len(sheet.cited) == 1
    yield '<a class="skip" href="#rows">To the rows</a>\n<header>'
    yield f'<h1{spoken(sheet.cited[0].language)} dir="auto">{title}</h1>' if alone else f"<h1>{title}</h1>"
    yield f'<p class="about">{_count(sheet)}</p>{_accounts(sheet)}</header>\n<main id="rows">'
    yield from axis(sheet.lines)
    yield from _reading(sheet) if sheet.kind == "release" else _quoting(sheet)
    yield f"</main>\n<script>\n{asset('page/axis.js')}</script>\n</body>\n</html>"


def _reading(sheet: Sheet) -> Iterator[str]:
    """The texts first, open, then their dates."""
    yield from _articles(sheet, shown=True)
    yield from _groups(sheet, "Dates" if len(sheet.cited) == 1 else "")


def _quoting(sheet: Sheet) -> Iterator[str]:
    """The rows first, then the texts they are quoted from."""
    yield from _groups(sheet)
    yield "<h2>Releases</h2>"
    yield from _articles(sheet, shown=False)


def _articles(sheet: Sheet, *, shown: bool) -> Iterator[str]:
    titled = not shown or len(sheet.cited) > 1
    for cited in sheet.cited:
        lines = [(number, line) for number, line in enumerate(sheet.lines, 1) if line.release == cited.id]
        yield from article(cited, lines, shown=shown, titled=titled)


def _count(sheet: Sheet) -> str:
    if sheet.kind == "release" and len(sheet.cited) == 1:
        return source(sheet.cited[0])
    return f"{_many(len(sheet.lines), 'row')} from {_many(len(sheet.cited), 'release')}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _accounts(sheet: Sheet) -> str:
    """Whose accounts are compared, each linked to its text."""
    if sheet.kind != "comparison":
        return ""
    labels = {line.release: line.head for line in sheet.lines}
    items = (
        f'<dt>{inline(labels.get(each.id, ""))}</dt><dd><a href="#{inline(each.id)}">{inline(each.title)}</a><br>'
        f'<span class="source">{source(each)}</span></dd>'
        for each in sheet.cited
    )
    return f'<dl class="accounts">{"".join(items)}</dl>'


def _groups(sheet: Sheet, heading: str = "") -> Iterator[str]:
    for group, same in groupby(enumerate(sheet.lines, 1), key=lambda pair: pair[1].group):
        sides = sheet.kind == "comparison" and not group.startswith("Only ")
        yield f"<h2>{inline(heading or group)}</h2>" if heading or group else ""
        for _, part in groupby(same, key=lambda pair: pair[1].part if sides else 0):
            yield from _list(list(part), sheet.cited, sides=sides)


def _list(rows: list[_Numbered], cited: Sequence[Cited], *, sides: bool) -> Iterator[str]:
    """Rows below each other, or accounts of one thing side by side, each in its column."""
    if topic := sides and rows[0][1].topic:
        yield f'<p class="topic">{inline(topic)}</p>'
    yield f'<ol class="rows pair" style="--accounts:{len(cited)}">' if sides else '<ol class="rows">'
    for number, line in rows:
        column = next((at for at, each in enumerate(cited, 1) if each.id == line.release), 1)
        place = f' style="--of:{column}"' if sides else ""
        yield f'<li id="row-{number}"{place}>{_row(number, line, cited[column - 1].language)}</li>'
    yield "</ol>"


def _row(number: int, line: Line, language: str | None) -> str:
    sign = f' <span class="basis" title="{inline(line.basis)}">{_sign(line.basis)}</span>' if line.basis else ""
    who = f'<span class="who">{inline(line.who)}:</span> ' if line.who else ""
    return (
        f'<time>{inline(line.head)}{sign}</time><div><p{spoken(language)} dir="auto">{who}{_words(line)}</p>'
        f'<p class="source"><a href="#in-{number}">{inline(line.ref)}</a></p></div>'
    )


def _words(line: Line) -> str:
    """The words of the row, what matters in them set off."""
    parts, at = [], line.start
    for start, end in line.spans:
        if at <= start < end <= line.end:
            parts += [_cut(line, at, start), f"<b>{_cut(line, start, end)}</b>"]
            at = end
    return "".join([*parts, _cut(line, at, line.end)])


def _cut(line: Line, start: int, end: int) -> str:
    return inline(line.text[start - line.start : end - line.start])


def _sign(basis: str) -> str:
    return mark(basis) if basis in _SIGNS else ""
