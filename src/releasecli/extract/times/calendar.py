"""Which days does a value cover, and which day is a holiday?"""

import re
from datetime import date, timedelta

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Days = tuple[str | None, str | None]


def days_of(value: str) -> Days:
    """First and last ISO day of a TIMEX3 date value; (None, None) where it has none."""
    value = value.split("T", maxsplit=1)[0]
    if not value[:2].isdigit() or "X" in value:
        return None, None
    if len(value) == 10 and value[4] == "-" and value[5].isdigit():
        return value, value
    if len(value) == 4 and value.isdigit():
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7 and value[5:].isdigit():
        return month_days(int(value[:4]), int(value[5:]))
    return _other(value)


def _other(value: str) -> Days:
    if value.isdigit() and len(value) in (2, 3):
        pad = 4 - len(value)
        return f"{value}{'0' * pad}-01-01", f"{value}{'9' * pad}-12-31"
    week = _WEEK.fullmatch(value)
    if week:
        return _week_days(int(week[1]), int(week[2]), weekend=bool(week[3]))
    if len(value) == 7 and value[:4].isdigit() and value[5] in "QH" and value[6].isdigit():
        months = 3 if value[5] == "Q" else 6
        return _months(int(value[:4]), (int(value[6]) - 1) * months + 1, months)
    if len(value) == 7 and value[:4].isdigit() and value[5:] in _SEASONS:
        return _months(int(value[:4]), _SEASONS[value[5:]], 3)
    return None, None


def month_days(year: int, month: int) -> tuple[str, str]:
    """First and last day of a month."""
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{_length(year, month):02d}"


def _length(year: int, month: int) -> int:
    alike = 2000 + year % 400  # a year of the same days within what `date` can hold
    return 31 if month == 12 else (date(alike, month + 1, 1) - timedelta(1)).day


def _months(year: int, month: int, count: int) -> Days:
    last_year, last_month = shift_month(year, month, count - 1)
    return month_days(year, month)[0], month_days(last_year, last_month)[1]


def _week_days(year: int, week: int, *, weekend: bool) -> Days:
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None
    return (first + timedelta(5 if weekend else 0)).isoformat(), (first + timedelta(6)).isoformat()


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months away."""
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def week_value(day: date) -> str:
    """The ISO week of a day, `2023-W11`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def real(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (anonymous algorithm of 1876, Nature 13)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a Gregorian date (Meeus, Julian algorithm; 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th weekday (1 = Monday) of a month; -1 is the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year, month, _length(year, month))
    return last - timedelta((last.isoweekday() - weekday) % 7)
