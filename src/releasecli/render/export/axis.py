"""Where in time do the rows stand? An inline SVG that zooms."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from releasecli.model.sheet import Line
from releasecli.render.export.share import short

_WIDE, _MARGIN, _STEP = 1000.0, 30.0, 10.0
_MOST = 7  # dots above each other
_DOT, _USUAL = 4.4, 0.8  # pixels; pixels a unit where nothing is zoomed and the script does not run


def axis(lines: Sequence[Line]) -> Iterator[str]:
    """The axis as an HTML figure, a dot a row that links to it; nothing where fewer than two days are known."""
    dots = [(number, line, _day(line)) for number, line in enumerate(lines, 1) if line.first or line.last]
    days = [day for _, _, day in dots]
    if len(set(days)) < 2:
        return
    first, last = min(days), max(days)
    scale = (_WIDE - 2 * _MARGIN) / (last - first)
    base = 8 + _STEP * min(_MOST, max(Counter(days).values()))
    yield f'<figure data-axis><svg viewBox="0 0 1000 {base + 32:.0f}" style="height:{base + 32:.0f}px"'
    yield ' preserveAspectRatio="none" role="group" tabindex="0"'
    yield ' aria-label="Time axis of the rows below; plus and minus zoom, arrows move">'
    yield f'<line x1="0" x2="{_WIDE:.0f}" y1="{base}" y2="{base}"/>'
    for at, label in _ticks(first, last):
        yield _tick(_MARGIN + (at - first) * scale, base, label)
    stacked: Counter[int] = Counter()
    for number, line, day in dots:
        yield _dot(number, line, _MARGIN + (day - first) * scale, base - 8 - _STEP * min(stacked[day], _MOST - 1))
        stacked[day] += 1
    yield "</svg><figcaption>"
    for key, label in (("-", "zoom out"), ("+", "zoom in"), ("ArrowLeft", "earlier"), ("ArrowRight", "later")):
        yield f'<button type="button" data-key="{key}">{label}</button>'
    if any(line.basis == "inferred" for _, line, _ in dots):
        yield "<span>filled: the day is stated; hollow: it was inferred</span>"
    yield "</figcaption></figure>"


def _tick(x: float, base: float, label: str) -> str:
    place = f"translate({x:.2f} {base + 24}) scale({1 / _USUAL} 1)"
    return (
        f'<line x1="{x:.2f}" x2="{x:.2f}" y1="{base}" y2="{base + 6}"/>'
        f'<text data-x="{x:.2f}" data-y="{base + 24}" transform="{place}">{label}</text>'
    )


def _day(line: Line) -> int:
    return date.fromisoformat(line.first or line.last or "0001-01-01").toordinal()


def _dot(number: int, line: Line, x: float, y: float) -> str:
    kind = "inferred" if line.basis == "inferred" else "stated"
    label = escape(f"{line.head}: {short(line.text)}")
    place = f'cx="{x:.2f}" cy="{y:.1f}" rx="{_DOT / _USUAL:.1f}" ry="{_DOT}"'
    return f'<a href="#row-{number}" tabindex="-1"><ellipse class="{kind}" {place}><title>{label}</title></ellipse></a>'


def _ticks(first: int, last: int) -> Iterator[tuple[int, str]]:
    """At most a dozen days with labels: years, or months where there are few years."""
    start, stop = date.fromordinal(first), date.fromordinal(last)
    years = stop.year - start.year + 1
    if years > 2:
        step = -(-years // 12)
        yield from ((date(y, 1, 1).toordinal(), str(y)) for y in range(start.year + 1, stop.year + 1, step))
        return
    months = [(y, m) for y in range(start.year, stop.year + 1) for m in range(1, 13)]
    inside = [date(y, m, 1) for y, m in months if first <= date(y, m, 1).toordinal() <= last] or [start]
    for day in inside[:: -(-len(inside) // 12)]:
        yield day.toordinal(), day.strftime("%Y-%m")
