"""What does a document offer to count from: its publication, and the dates named before?"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple


class Setting(NamedTuple):
    """What is known of a document: the day, month or year it was published, its country, its language."""

    table: Mapping[str, Any]
    year: int | None = None
    month: int | None = None
    day: date | None = None
    side: str | None = None
    language: str = "en"
    month_first: bool = False
    knows_order: bool = False
    fiscal_month: int = 1


class Memory:
    """What the resolver has met so far in the document: the last date, the last period, years of full dates."""

    def __init__(self) -> None:
        self.date: str | None = None
        self.piece = -100
        self.period: str | None = None
        self.period_piece = -1000
        self.years: dict[tuple[int, int], int] = {}


def setting(published: str | None, side: str | None, language: str, table: Mapping[str, Any]) -> Setting:
    """The setting of a document from its header's values."""
    year, month, day = _parts(published)
    return Setting(
        year=year,
        month=month,
        day=day,
        side=side,
        language=language,
        month_first=side in table.get("month_first", ()),
        knows_order=side is not None or language != "en",
        fiscal_month=int(table.get("fiscal_start", {}).get(side, 1)),
        table=table,
    )


def _parts(published: str | None) -> tuple[int | None, int | None, date | None]:
    text = published or ""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        year = int(text[:4]) if text[:4].isdigit() else None
        month = int(text[5:7]) if year and text[5:7].isdigit() else None
        return year, month, None
    return day.year, day.month, day


def anchor_day(value: str | None) -> date | None:
    """The day a value begins with, where it is that precise."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def later(day: date, days: int) -> date | None:
    """The day so many days later, None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
