"""What is the TIMEX3 value of one mention?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting, anchor_day, later
from releasecli.extract.times.partial import Mention, Partial, TimeType

_AGAINST_THE_VERB = 240  # days: verbs are found by words, not by grammar, and may belong to another clause
Basis = Literal["stated", "inferred", "vague"]


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its reasons; `days` replaces the days that follow from the value."""

    value: str
    type: TimeType = "DATE"
    basis: Basis = "stated"
    anchor: str | None = None
    mod: str | None = None
    days: tuple[str | None, str | None] | None = None
    readings: tuple[str, ...] = ()


def value_of(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The value of a mention by its kind; None where it names no day."""
    found = _KINDS[mention.partial.kind](mention, setting, memory)
    if found is None:
        return None
    partial = mention.partial
    if (partial.clock or partial.part) and found.type == "DATE" and len(found.value) == 10:
        return replace(found, value=found.value + _of_day(partial), type="TIME")
    return found


def _of_day(partial: Partial) -> str:
    return f"T{partial.clock}" if partial.clock else f"T{partial.part}"


# ---- dates said by year, month, day


def _date(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.numeric:
        return _numeric(p.numeric, setting)
    if p.century is not None or p.decade is not None:
        return _decade(p)
    if p.weekday and not p.day:
        return _weekday(mention, setting, memory)
    if p.season or p.quarter or p.half:
        return _part_of_year(mention, setting, memory)
    if p.month:
        return _month(mention, setting, memory)
    return Found(f"{p.year:04d}") if p.year else None


def _numeric(numbers: tuple[int, int, int], setting: Setting) -> Found | None:
    """A date in slashes or dashes: day first but where the country writes the month first."""
    first, second, year = numbers
    days = [(second, first), (first, second)]
    if setting.month_first:
        days.reverse()
    possible = [found.isoformat() for month, day in days if (found := calendar.real(year, month, day))]
    if not possible:
        return None
    readings = tuple(dict.fromkeys(possible)) if not setting.knows_order else ()
    return Found(possible[0], readings=readings if len(readings) > 1 else ())


def _decade(p: Partial) -> Found | None:
    if p.decade is not None:
        return Found(f"{p.decade:03d}")
    century = p.century or 0
    if not 1 <= century <= 30:
        return None
    return Found(f"BC{century - 1:02d}", days=(None, None)) if p.bc else Found(f"{century - 1:02d}")


def _year_said(p: Partial, setting: Setting, memory: Memory) -> tuple[int | None, Basis, str | None]:
    """The year a mention names itself, by number or from the year it counts from."""
    if p.year:
        return p.year, "stated", None
    if p.unit == "year":
        if p.anchor == "text" and memory.date and memory.date[:4].isdigit():
            return int(memory.date[:4]) + (p.offset or 0), "inferred", memory.date
        if setting.year:
            return setting.year + (p.offset or 0), "inferred", str(setting.year)
    return None, "inferred", None


def _month(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    year, basis, anchor = _year_said(p, setting, memory)
    if year is None and p.day:
        year, anchor = _year_of_day(mention, setting, memory)
    elif year is None:
        year, anchor = _year_of_month(mention, setting, memory)
    if year is None:
        return _without_year(p)
    if not p.day:
        return Found(f"{year:04d}-{p.month:02d}", basis=basis, anchor=anchor)
    day = calendar.real(year, p.month or 0, p.day)
    if day is None:
        return None
    return Found(day.isoformat(), basis=basis, anchor=anchor)


def _without_year(p: Partial) -> Found | None:
    if p.day and calendar.real(2000, p.month or 0, p.day) is None:
        return None
    value = f"XXXX-{p.month:02d}" + (f"-{p.day:02d}" if p.day else "")
    return Found(value, basis="inferred", days=(None, None))


def _year_of_day(mention: Mention, setting: Setting, memory: Memory) -> tuple[int | None, str | None]:
    """The year of a day without one: a full mention elsewhere if this is a name, the weekday given with it, the verb."""
    p = mention.partial
    known = memory.years.get((p.month or 0, p.day or 0))
    if known and (mention.role == "named" or (setting.year and abs(known - setting.year) > 1 and not mention.tense)):
        return known, f"{known}-{p.month:02d}-{p.day:02d}"
    if setting.day is None:
        return setting.year, None if setting.year is None else str(setting.year)
    days = [
        day
        for year in range(setting.day.year - 2, setting.day.year + 3)
        if (day := calendar.real(year, p.month or 0, p.day or 0))
    ]
    if p.weekday:
        days = [day for day in days if day.isoweekday() == p.weekday] or days
        if len(days) == 1:
            return days[0].year, setting.day.isoformat()
    if p.offset == -1:
        days = [day for day in days if day < setting.day]
    day = _nearest(days, setting.day, mention.tense)
    return (day.year, setting.day.isoformat()) if day else (None, None)


def _nearest(days: Iterable[date], published: date, tense: int) -> date | None:
    """The nearest day; one on the side that the verb speaks against must be nearer by some months."""

    def cost(day: date) -> tuple[int, bool]:
        away = (day - published).days
        return abs(away) + (_AGAINST_THE_VERB if away * tense < 0 else 0), away > 0

    return min(days, key=cost, default=None)


def _year_of_month(mention: Mention, setting: Setting, memory: Memory) -> tuple[int | None, str | None]:
    p = mention.partial
    if setting.year is None or setting.month is None:
        return setting.year, None
    here, month = setting.year * 12 + setting.month, p.month or 1
    away = [(year * 12 + month - here, year) for year in range(setting.year - 2, setting.year + 3)]
    if p.offset == -1:
        allowed = [pair for pair in away if pair[0] < 0]
    elif p.offset == 1:
        allowed = [pair for pair in away if pair[0] > 0]
    elif p.offset == 0:
        allowed = [pair for pair in away if pair[1] == setting.year]
    else:
        allowed = away
    against = _AGAINST_THE_VERB // 30
    best = min(allowed, key=lambda pair: (abs(pair[0]) + (against if pair[0] * mention.tense < 0 else 0), pair[0] > 0))
    return best[1], f"{setting.year:04d}-{setting.month:02d}"


# ---- weekdays, holidays


def _weekday(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p, published = mention.partial, setting.day
    text_anchor = anchor_day(memory.date) if p.anchor == "text" else None
    base = text_anchor or published
    if base is None:
        return Found(f"XXXX-WXX-{p.weekday}", basis="inferred", days=(None, None))
    ahead = ((p.weekday or 1) - base.isoweekday()) % 7
    if p.offset == -1:
        ahead = ahead - 7
    elif p.offset == 1:
        ahead = ahead or 7
    elif p.offset is None and mention.tense > 0:
        ahead = ahead or 7
    elif p.offset is None and ahead:
        ahead -= 7
    day = later(base, ahead)
    return Found(day.isoformat(), basis="inferred", anchor=base.isoformat()) if day else None


def _holiday(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    name, side = p.holiday or "", setting.side
    rule = (
        setting.table["independence"].get(side) if name == "independence-day" else setting.table["holidays"].get(name)
    )
    if rule is None:
        return None
    if p.year:
        day = _holiday_day(rule, p.year)
        return Found(day.isoformat()) if day else Found(f"{p.year}")
    if setting.day is None:
        return None
    days = [day for year in range(setting.day.year - 1, setting.day.year + 2) if (day := _holiday_day(rule, year))]
    tense = p.offset if p.offset else mention.tense
    if p.offset == -1:
        days = [day for day in days if day < setting.day]
    best = _nearest(days, setting.day, tense or 0)
    return Found(best.isoformat(), basis="inferred", anchor=setting.day.isoformat()) if best else None


def _holiday_day(rule: Any, year: int) -> date | None:
    if isinstance(rule, Mapping):
        rule = rule.get(year)
        if rule is None:
            return None
    if rule.startswith("easter"):
        return calendar.easter(year) + timedelta(int(rule[6:]))
    if rule.startswith("orthodox"):
        return calendar.orthodox_easter(year) + timedelta(int(rule[8:]))
    if rule.startswith("nth"):
        return calendar.nth_weekday(year, *map(int, rule.split()[1:]))
    if rule == "election":
        return calendar.nth_weekday(year, 11, 1, 1) + timedelta(1)
    return calendar.real(year, *map(int, rule.split("-")))


# ---- quarters, halves, seasons


def _label(p: Partial) -> tuple[str, int, int]:
    """`Q3`, its first month and its length."""
    if p.season:
        return p.season, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[p.season], 3
    if p.quarter:
        return f"Q{p.quarter}", p.quarter * 3 - 2, 3
    return f"H{p.half}", (p.half or 1) * 6 - 5, 6


def _part_of_year(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    label, month, length = _label(p)
    if p.half and p.half > 2:
        return None
    year, basis, anchor = _year_said(p, setting, memory)
    if year is None:
        if setting.year is None:
            return Found(f"XXXX-{label}", basis="inferred", days=(None, None))
        year, anchor = _year_of_part(mention, setting, memory, month, length), str(setting.year)
    return Found(f"{year:04d}-{label}", basis=basis, anchor=anchor)


def _year_of_part(mention: Mention, setting: Setting, memory: Memory, month: int, length: int) -> int:
    """The year of a quarter or season without one; `last` and `next` exclude the running one."""
    p, year = mention.partial, setting.year or 0
    here = year * 12 + (setting.month or 6)
    starts = [(y * 12 + month - here, y) for y in range(year - 2, year + 3)]
    if p.offset == 0:
        return year
    if p.offset == -1:
        return max(y for away, y in starts if away + length <= 0)
    if p.offset == 1:
        return min(y for away, y in starts if away > 0)
    against = _AGAINST_THE_VERB // 30

    def cost(pair: tuple[int, int]) -> tuple[int, bool]:
        away = pair[0] + length - 1 if pair[0] < 0 else pair[0]
        running = pair[0] <= 0 < pair[0] + length
        return (0 if running else abs(away) + (against if away * mention.tense < 0 else 0)), away > 0

    return min(starts, key=cost)[1]


def _quarter(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A quarter without a year: that of a year just named, else by the verb."""
    p = mention.partial
    label, month, length = _label(p)
    near = memory.date and mention.first - memory.piece < 12 and memory.date[:4].isdigit()
    if near and memory.date and len(memory.date) == 7 and memory.date[5] in "QH" and mention.tense >= 0:
        return Found(f"{memory.date[:4]}-{label}", basis="inferred", anchor=memory.date)
    return _part_of_year(mention, setting, memory)


def _the_quarter(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    if memory.period:
        return Found(memory.period, basis="inferred", anchor=memory.period)
    if setting.year is None or setting.month is None:
        return None
    quarter = (setting.month - 1) // 3
    year = setting.year - (quarter == 0)
    return Found(f"{year:04d}-Q{quarter or 4}", basis="inferred", anchor=str(setting.year))


def _same_period(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.year:
        year: int | None = p.year
    elif p.anchor == "text" and memory.period:
        year = int(memory.period[:4]) + (p.offset or 0)
    elif p.unit == "year" and setting.year:
        year = setting.year + (p.offset or 0)
    else:
        year = int(memory.period[:4]) - 1 if memory.period else None
    if year is None:
        year = setting.year - 1 if setting.year else None
    if year is None:
        return None
    label = (
        memory.period[4:] if memory.period else memory.date[4:7] if memory.date and memory.date[5:7].isdigit() else ""
    )
    return Found(f"{year:04d}{label}", basis="inferred", anchor=memory.period or memory.date)


# ---- what counts from the publication


def _deictic(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    if setting.day is None:
        return Found("XXXX-XX-XX", basis="inferred", days=(None, None))
    day = later(setting.day, mention.partial.offset or 0)
    return Found(day.isoformat(), basis="inferred", anchor=setting.day.isoformat()) if day else None


def _relative(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.unit == "day" and p.offset:
        return _shift(mention, setting, memory)
    if p.unit in ("hour", "minute", "second"):
        return None
    if setting.year is None:
        return None
    base = setting.day or date(setting.year, setting.month or 6, 15)
    if p.fiscal:
        return _fiscal_year(base.year + (base.month >= setting.fiscal_month > 1) + (p.offset or 0), setting, "inferred")
    value = _counted(base, p.unit or "day", p.offset or 0)
    return (
        Found(value, basis="inferred", anchor=setting.day.isoformat() if setting.day else str(setting.year))
        if value
        else None
    )


def _counted(base: date, unit: str, by: int) -> str | None:
    """The unit of time `by` units away from a day, as a value."""
    year, month = base.year, base.month
    if unit in ("day", "week", "fortnight", "weekend"):
        day = later(base, by * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit])
        if day is None:
            return None
        return day.isoformat() if unit == "day" else calendar.week_value(day) + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        year, month = calendar.shift_month(year, month, by)
        return f"{year:04d}-{month:02d}"
    if unit in ("quarter", "half"):
        length = 3 if unit == "quarter" else 6
        year, month = calendar.shift_month(year, month, by * length)
        return f"{year:04d}-{'Q' if length == 3 else 'H'}{(month - 1) // length + 1}"
    year += by * {"year": 1, "decade": 10, "century": 100}.get(unit, 1000)
    if not 0 < year < 10000:
        return None
    return f"{year:04d}"[: {"year": 4, "decade": 3, "century": 2}.get(unit, 1)]


def _past_period(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.unit in ("year", "week", "month") and setting.year:
        return _relative(mention, setting, memory)
    return _duration(replace(mention, partial=replace(p, n=1)), setting, memory)


def _ago(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    count, unit = p.n if p.n is not None else 1, p.unit or "day"
    if setting.day is None:
        return None
    if unit == "year" and count == 1 and (p.offset or 0) < 0 and _in_period(mention, memory):
        return _same_period(replace(mention, partial=replace(p, unit=None)), setting, memory)
    if unit in ("hour", "minute", "second"):
        return Found(setting.day.isoformat(), basis="inferred", anchor=setting.day.isoformat())
    if (p.offset or 0) > 0 and unit == "week":
        unit, count = "day", count * 7
    value = _moved(setting.day, unit, count * (p.offset or 1))
    return Found(value, basis="inferred", anchor=setting.day.isoformat()) if value else None


def _moved(base: date, unit: str, by: float) -> str | None:
    if unit == "decade":
        unit, by = "year", by * 10
    elif unit == "century":
        unit, by = "year", by * 100
    if by != int(by):
        return _counted(base, "month", int(by * 12)) if unit == "year" else _counted(base, unit, int(by))
    return _counted(base, unit, int(by)) if abs(by) < 10000 else None


def _in_period(mention: Mention, memory: Memory) -> bool:
    """Whether the text speaks of a quarter just before, so that "a year earlier" is that quarter's."""
    return bool(memory.period) and mention.first - memory.period_piece < 150


def _shift(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """So many units before or after the last date of the text."""
    p = mention.partial
    count, unit, sign = p.n if p.n is not None else 1, p.unit or "year", p.offset or 1
    if unit == "year" and count == 1 and _in_period(mention, memory) and memory.period:
        return Found(f"{int(memory.period[:4]) + sign:04d}{memory.period[4:]}", basis="inferred", anchor=memory.period)
    if p.season and memory.date and memory.date[:4].isdigit():
        return Found(f"{int(memory.date[:4]) + sign:04d}-{p.season}", basis="inferred", anchor=memory.date)
    anchor = memory.date if memory.date else setting.day.isoformat() if setting.day else None
    value = _from_text(anchor, unit, count * sign) if anchor else None
    return Found(value, basis="inferred", anchor=anchor) if value else None


def _from_text(anchor: str, unit: str, by: float) -> str | None:
    day = anchor_day(anchor)
    if unit in ("hour", "minute", "second"):
        return day.isoformat() if day else None
    if day is None:
        first, last = calendar.days_of(anchor)
        day = anchor_day(last if by > 0 and unit in ("day", "week") else first)
        if day is None:
            return None
        if unit in ("year", "decade") and len(anchor) == 7 and anchor[5:7].isdigit():
            return f"{day.year + int(by) * (10 if unit == 'decade' else 1):04d}-{day.month:02d}"
    return _moved(day, unit, by)


def _that(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The day, month or year of the last date of the text."""
    p = mention.partial
    anchor = memory.date
    if anchor is None:
        if p.unit is None or setting.day is None or p.anchor == "text":
            return None
        anchor = setting.day.isoformat()
    first, _ = calendar.days_of(anchor)
    day = anchor_day(first)
    if day is None or (p.unit in (None, "day", "week") and len(anchor) < 10):
        return None
    value = _counted(day, p.unit or "day", 0) if p.unit not in ("hour", "minute", "second") else None
    return Found(value, basis="inferred", anchor=anchor) if value else None


def _part(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A part of a day or a clock time without its date: the date just named, else the day of publication."""
    p = mention.partial
    if p.month or p.weekday or p.numeric or p.year:
        return _date(mention, setting, memory)
    near = anchor_day(memory.date) if p.offset is None and mention.first - memory.piece < 40 else None
    base = near or setting.day
    if base is None:
        return Found("XXXX-XX-XX" + _of_day(p), "TIME", "inferred", days=(None, None))
    day = later(base, p.offset or 0)
    return Found(day.isoformat(), basis="inferred", anchor=base.isoformat()) if day else None


def _night(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    found = _month(mention, setting, memory)
    day = anchor_day(found.value) if found else None
    if found is None or day is None:
        return None
    return replace(found, days=(day.isoformat(), (day + timedelta(1)).isoformat()))


def _week_of(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    found = _month(mention, setting, memory)
    day = anchor_day(found.value) if found else None
    return replace(found, value=calendar.week_value(day)) if found and day else None


def _weekend(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if setting.day is None:
        return None
    by = p.offset if p.offset is not None else (0 if mention.tense > 0 or setting.day.isoweekday() > 5 else -1)
    if p.offset == 0 and mention.tense < 0 and setting.day.isoweekday() < 4:
        by = -1
    value = _counted(setting.day, "weekend", by)
    return Found(value, basis="inferred", anchor=setting.day.isoformat()) if value else None


def _fiscal(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    year = mention.partial.year
    return _fiscal_year(year, setting, "stated") if year else None


def _fiscal_year(year: int, setting: Setting, basis: Basis) -> Found:
    """A fiscal year is named after the year it ends in; where it begins is the country's."""
    month = setting.fiscal_month
    if month == 1:
        return Found(f"{year:04d}", basis=basis)
    last_year, last = calendar.shift_month(year, month, -1)
    return Found(
        f"{year:04d}", basis=basis, days=(f"{year - 1:04d}-{month:02d}-01", calendar.month_days(last_year, last)[1])
    )


def _nothing(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """Words that look like a time and are none (as soon as possible)."""


# ---- durations, sets, vague references


def _duration(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.n is not None and 1400 <= p.n <= 2199 and p.unit not in ("year", "day", "hour"):
        return None
    return Found(_amount(p.n, p.unit or "day"), "DURATION")


def _amount(n: float | None, unit: str) -> str:
    """`P3Y`; a decade is ten years, an unknown number X."""
    if n is not None and n != int(n):
        return _broken(n, unit)
    count = "X" if n is None else str(int(n))
    if n is not None and unit in _TIMES:
        unit, times = _TIMES[unit]
        count = str(int(n) * times)
    elif unit in _TIMES and unit not in ("decade", "century"):
        unit = _TIMES[unit][0]
    letter = {"decade": "E", "century": "C"}.get(unit, unit[0].upper())
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{count}{letter}"


_TIMES = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
    "weekend": ("day", 2),
    "half": ("month", 6),
    "night": ("day", 1),
}


def _broken(n: float, unit: str) -> str:
    """Half units in the next smaller one: half an hour is 30 minutes, two and a half years two years and six months."""
    if unit in _TIMES:
        return _amount(n * _TIMES[unit][1], _TIMES[unit][0])
    smaller = {
        "year": ("month", 12),
        "day": ("hour", 24),
        "hour": ("minute", 60),
        "minute": ("second", 60),
        "month": ("day", 30),
        "week": ("day", 7),
    }.get(unit)
    if smaller is None:
        return f"P{n:g}{unit[0].upper()}"
    whole, rest = int(n), round((n - int(n)) * smaller[1])
    small = _amount(rest, smaller[0])
    if not whole:
        return small
    large = _amount(whole, unit)
    return large + (small[1:] if ("T" in small) != ("T" in large) else small.removeprefix("PT").removeprefix("P"))


def _span(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The last or next so many units: a duration that ends or begins with the publication."""
    p, found = mention.partial, _duration(mention, setting, memory)
    if found is None or setting.day is None or p.n is None or p.offset is None:
        return found
    months = {"year": 12, "month": 1, "quarter": 3, "decade": 120}.get(p.unit or "")
    if months:
        year, month = calendar.shift_month(setting.day.year, setting.day.month, int(months * p.n) * p.offset)
        other = calendar.real(year, month, min(setting.day.day, 28)) if 0 < year < 9999 else None
        if other and setting.day.day > 28:
            other = calendar.real(year, month, setting.day.day) or calendar.real(year, month, 28)
    else:
        other = later(setting.day, int({"week": 7, "day": 1}.get(p.unit or "", 0) * p.n) * p.offset)
    if other is None or other == setting.day:
        return found
    first, last = sorted((other.isoformat(), setting.day.isoformat()))
    return replace(found, days=(first, last), basis="inferred")


def _set(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    p = mention.partial
    if p.literal:
        return Found(p.literal, "SET")
    if p.weekday:
        return Found(f"XXXX-WXX-{p.weekday}" + (f"T{p.part}" if p.part else ""), "SET")
    if p.month:
        return Found(f"XXXX-{p.month:02d}" + (f"-{p.day:02d}" if p.day else ""), "SET")
    if p.season:
        return Found(f"XXXX-{p.season}", "SET")
    if p.part:
        return Found(f"XXXX-XX-XXT{p.part}", "SET")
    return Found(_amount(p.n if p.n is not None else 1, p.unit or "day"), "SET")


def _ref(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    literal = mention.partial.literal or "PRESENT_REF"
    day = setting.day.isoformat() if setting.day else None
    days = {"PRESENT_REF": (day, day), "PAST_REF": (None, day), "FUTURE_REF": (day, None)}[literal]
    return Found(literal, basis="vague", days=days)


_KINDS: Mapping[str, Callable[[Mention, Setting, Memory], Found | None]] = {
    "nothing": _nothing,
    "date": _date,
    "bare_month": _month,
    "year": _date,
    "year_words": _date,
    "weekday": _weekday,
    "weekday_short": _weekday,
    "deictic": _deictic,
    "relative": _relative,
    "past_period": _past_period,
    "ago": _ago,
    "shift": _shift,
    "that": _that,
    "same_period": _same_period,
    "quarter": _quarter,
    "the_quarter": _the_quarter,
    "fiscal": _fiscal,
    "holiday": _holiday,
    "part": _part,
    "clock": _part,
    "night": _night,
    "week_of": _week_of,
    "weekend": _weekend,
    "duration": _duration,
    "and_a_half": _duration,
    "span": _span,
    "set": _set,
    "ref": _ref,
}
