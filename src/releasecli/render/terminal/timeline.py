"""How does a timeline look?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from releasecli.model.results import Event, unnamed
from releasecli.render.marks import has_signs
from releasecli.render.terminal.console import indented, marked, sign, text, with_source

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_MARGIN = 19


def paint(screen: Console, answer: tuple[Sequence[Event], bool]) -> None:
    """Year and day as rails on the left, marks for the basis, the sentence wrapped, its sources at the end.

    The second of the answer is whether to say why day and sentence were chosen, too.
    """
    rows, explain = answer
    if len(rows) > 8:
        _density(screen, rows)
    year = day = ""
    for row in rows:
        rail = text(f" {row.date[:4].ljust(4, 'x') if row.date[:4] != year else '':4}  ", "strong")
        label = _label(row) if row.date != day else ""
        rail.append_text(text(f"{label:6} ")).append(_signs(screen, row))
        year, day = row.date[:4], row.date
        _entry(screen, rail, row)
        if explain:
            screen.print(indented(text(row.why, "meta"), _MARGIN))


def _entry(screen: Console, rail: Text, row: Event) -> None:
    """The sentence beside its rail; the sources right-aligned, on the last line where it has room."""
    rail.append(" " * max(1, _MARGIN - rail.cell_len))
    first, *more = with_source(screen, _sentence(screen, row), _source(screen, row), _MARGIN)
    screen.print(rail.append_text(first), no_wrap=True)
    for line in more:
        screen.print(indented(line, _MARGIN), no_wrap=True)


def _sentence(screen: Console, row: Event) -> Text:
    who = unnamed(row)
    words = marked(screen, row.text, row.start, row.spans)
    return text(f"({who}) ", "meta").append_text(words) if who else words


def _source(screen: Console, row: Event) -> Text:
    more = f"{row.count} releases {sign(screen, 'dot')} " if row.count > 1 else ""
    return text(more + row.ref, "meta")


def _signs(screen: Console, row: Event) -> str:
    opened = sign(screen, "open") if "open" in (row.earliest or "open", row.latest or "open") else " "
    return f"{opened} {sign(screen, row.basis)}"


def _label(row: Event) -> str:
    """The day within its year, as precise as known: `Mar  5`, `Mar`, `Q1`, `wk  9`, `summer`."""
    month = row.date[5:7]
    if month.startswith("W"):
        return f"wk {int(row.date[6:8]):>2}"
    if not month.isdecimal():
        return _SEASONS.get(month, row.date[5:11])
    day = row.date[8:10]
    return f"{_MONTHS[int(month) - 1]} {int(day):>2}" if day.isdecimal() else _MONTHS[int(month) - 1]


def _density(screen: Console, rows: Sequence[Event]) -> None:
    """One line above all: how many rows a month has, or a year where months would not fit."""
    dates = [row.date for row in rows if row.date[:4].isdecimal()]
    if not has_signs(screen.encoding) or not dates:
        return
    by_month = Counter(date[:7] for date in dates if date[5:7].isdecimal())
    months = list(_months(min(by_month), max(by_month))) if by_month else []
    if len(months) == 1:
        return
    if months and len(months) <= screen.width - 18:
        _strip(screen, months, by_month)
    else:
        years = Counter(date[:4] for date in dates)
        _strip(screen, [str(year) for year in range(int(min(years)), int(max(years)) + 1)][: screen.width - 18], years)


def _strip(screen: Console, keys: list[str], counts: Counter[str]) -> None:
    most = max(counts.values())
    bars = "".join(_HEIGHTS[-(-counts[key] * 8 // most)] for key in keys)
    screen.print(text(f" {keys[0]} ", "meta").append(bars).append_text(text(f" {keys[-1]}", "meta")))


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
