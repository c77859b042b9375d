"""Where in time do the rows stand? An inline SVG that zooms."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from releasecli.model.results import Line

_WIDE, _HIGH, _BASE = 1000.0, 112.0, 80.0
_DOT, _USUAL = 4.4, 0.8  # pixels; pixels a unit where nothing is zoomed and the script does not run


def axis(lines: Sequence[Line]) -> Iterator[str]:
    """The axis as an HTML figure; nothing where fewer than two days are known."""
    days = [_day(line) for line in lines]
    if len(set(days)) < 2:
        return
    first, last = min(days), max(days)
    scale = (_WIDE - 60) / (last - first)
    yield f'<figure data-axis><svg viewBox="0 0 1000 {_HIGH:.0f}" preserveAspectRatio="none" role="img" tabindex="0"'
    yield ' aria-label="Time axis of the rows below; plus and minus zoom, arrows move">'
    yield f'<line x1="0" x2="{_WIDE:.0f}" y1="{_BASE}" y2="{_BASE}"/>'
    for at, label in _ticks(first, last):
        x = 30 + (at - first) * scale
        yield f'<line x1="{x:.2f}" x2="{x:.2f}" y1="{_BASE}" y2="{_BASE + 6}"/>'
        place = f"translate({x:.2f} 104) scale({1 / _USUAL} 1)"
        yield f'<text data-x="{x:.2f}" data-y="104" transform="{place}">{label}</text>'
    stacked: Counter[int] = Counter()
    for line, day in zip(lines, days, strict=True):
        yield _dot(line, 30 + (day - first) * scale, _BASE - 8 - 10 * min(stacked[day], 6))
        stacked[day] += 1
    yield "</svg><figcaption>"
    for key, label in (("-", "zoom out"), ("+", "zoom in"), ("ArrowLeft", "earlier"), ("ArrowRight", "later")):
        yield f'<button type="button" data-key="{key}">{label}</button>'
    yield "filled: the day is stated; hollow: it was inferred</figcaption></figure>"


def _day(line: Line) -> int:
    return date.fromisoformat(line.first or line.last or "0001-01-01").toordinal()


def _dot(line: Line, x: float, y: float) -> str:
    kind = "inferred" if line.basis == "inferred" else "stated"
    label = escape(f"{line.head}: {line.text[:120]}")
    place = f'cx="{x:.2f}" cy="{y:.1f}" rx="{_DOT / _USUAL:.1f}" ry="{_DOT}"'
    return f'<ellipse class="{kind}" {place}><title>{label}</title></ellipse>'


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
