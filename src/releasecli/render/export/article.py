"""How does the text of a release look in a browser, with what the rows quote marked in it?"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from releasecli.model.sheet import Cited, Line
from releasecli.render.marks import visible
from releasecli.text.paragraphs import paragraphs

_Numbered = tuple[int, Line]


class _Place(NamedTuple):
    """Characters of the text that a row stands for; `value` the date they mean, `kind` how they are marked."""

    start: int
    end: int
    row: int
    value: str
    kind: str


def article(cited: Cited, quoted: Sequence[_Numbered], *, shown: bool, titled: bool) -> Iterator[str]:
    """The release: folded under its title, or `shown`; what its rows quote is marked and linked back.

    Of a shown release only the dates in the quoted sentences are marked, so that it can be read.
    """
    yield f'<article id="{inline(cited.id)}"{spoken(cited.language)}>'
    if titled:
        head = f'<strong>{inline(cited.title)}</strong><br><span class="source">{source(cited)}</span>'
        yield head if shown else f"<details><summary>{head}</summary>"
    if cited.url and cited.url.startswith(("http://", "https://")):
        yield f'<p class="source"><a href="{inline(cited.url)}" rel="noreferrer">{inline(cited.url)}</a></p>'
    places = sorted(_place(number, line, narrow=shown) for number, line in quoted)
    for number, (start, end) in enumerate(paragraphs(cited.text), 1):
        if cited.text[start:end] != cited.title or any(start <= place.start < end for place in places):
            head = f'<p id="{inline(cited.id)}:{number}" data-number="{number}" dir="auto">'
            yield f"{head}{_marked(cited.text, start, end, places)}</p>"
    yield "</article>" if shown or not titled else "</details></article>"


def source(cited: Cited) -> str:
    """Issuer, day of publication and id in one line of the page."""
    published = (cited.published or "undated").replace("T", " ")[:16]
    known = [inline(part) for part in (cited.issuer, published) if part]
    return " · ".join([*known, f'<span class="id">{inline(cited.id)}</span>'])


def spoken(language: str | None) -> str:
    """The attribute that says in which language words are, where it is not that of the page."""
    return f' lang="{inline(language)}"' if language and language != "en" else ""


def inline(value: str | None) -> str:
    """A value as characters of a page: never markup, control characters as signs."""
    return escape(visible(value or ""), quote=True)


def _place(number: int, line: Line, *, narrow: bool) -> _Place:
    quiet = "quiet" if line.group.startswith("Only ") else ""
    if narrow and line.spans:
        return _Place(*line.spans[0], number, line.head, quiet)
    return _Place(line.start, line.end, number, "", quiet)


def _marked(text: str, first: int, last: int, places: Sequence[_Place]) -> str:
    """A paragraph with the places marked and linked back; of two that overlap the later is only an anchor."""
    parts, at = [], first
    for place in places:
        if not first <= place.start < last:
            continue
        if place.start < at:
            parts.append(f'<span id="in-{place.row}"></span>')
            continue
        stop = min(place.end, last)
        parts += [inline(text[at : place.start]), _mark(place, text[place.start : stop])]
        at = stop
    return "".join([*parts, inline(text[at:last])])


def _mark(place: _Place, words: str) -> str:
    title = f' title="{inline(place.value)}"' if place.value else ""
    kind = f' class="{place.kind}"' if place.kind else ""
    return f'<mark id="in-{place.row}"{kind}><a href="#row-{place.row}"{title}>{inline(words)}</a></mark>'
