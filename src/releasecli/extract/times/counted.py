"""Which time is so many days, weeks or years from another?"""

from datetime import date, timedelta

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting, anchor_day, later
from releasecli.extract.times.dates import dated, month_value
from releasecli.extract.times.found import Found, of_day
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.periods import fiscal_year, same_period

_PRECISION = {"month": 7, "year": 4}  # characters of a day
_OF_A_DAY = ("hour", "minute", "second")  # units less than a day


def deictic(mention: Mention, setting: Setting, _memory: Memory) -> Found | None:
    """So many days from the day of publication (today, the day before yesterday)."""
    if setting.day is None:
        return Found("XXXX-XX-XX", basis="inferred", days=(None, None))
    day = later(setting.day, mention.partial.offset or 0)
    return Found(day.isoformat(), basis="inferred", anchor=setting.day.isoformat()) if day else None


def relative(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The unit of time so many units from the publication (last week, this year)."""
    p = mention.partial
    if p.unit == "day" and p.offset:
        return shifted(mention, setting, memory)
    if p.unit in _OF_A_DAY:
        return None
    if setting.year is None:
        return None
    if p.day:
        return _day_of(p, setting)
    base = setting.day or date(setting.year, setting.month or 6, 15)
    if p.fiscal:
        return fiscal_year(base.year + (base.month >= setting.fiscal_month > 1) + (p.offset or 0), setting, "inferred")
    value = counted(base, p.unit or "day", p.offset or 0)
    return (
        Found(value, basis="inferred", anchor=setting.day.isoformat() if setting.day else str(setting.year))
        if value
        else None
    )


def _day_of(p: Partial, setting: Setting) -> Found | None:
    """A day of a month that is counted from the publication: the 20th of this month."""
    if setting.month is None:
        return None
    year, month = calendar.shift_month(setting.year or 0, setting.month, p.offset or 0)
    day = calendar.real(year, month, p.day or 0)
    return Found(day.isoformat(), basis="inferred", anchor=f"{setting.year:04d}-{setting.month:02d}") if day else None


def counted(base: date, unit: str, by: int) -> str | None:
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


def this_past(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """This past week is the running one once it is nearly over, else the one before; so with months and years."""
    day = setting.day
    over = day and {"week": day.isoweekday() > 4, "month": day.day > 24, "year": day.month > 11}
    offset = 0 if over and over.get(mention.partial.unit or "") else -1
    return relative(mention._replace(partial=mention.partial._replace(offset=offset)), setting, memory)


def anniversary(mention: Mention, setting: Setting, _memory: Memory) -> Found | None:
    """Ten years ago today: the day itself; three years ago this month: that month."""
    p, day = mention.partial, setting.day
    if day is None:
        return None
    value = _moved(day, p.unit or "day", -(p.n or 1))
    if value and p.unit in ("year", "month", "decade"):
        value = f"{value[:7]}{day.isoformat()[len(value[:7]) :]}"
    elif value and p.unit == "week":
        value = _moved(day, "day", -7 * (p.n or 1))
    if value and p.precision == "week":
        value = calendar.week_value(date.fromisoformat(value))
    elif value:
        value = value[: _PRECISION.get(p.precision or "", 10)]
    return Found(value, basis="inferred", anchor=day.isoformat()) if value else None


def counted_back(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """So many units before the publication; a year ago is that quarter where the text speaks of one."""
    p = mention.partial
    count, unit = p.n if p.n is not None else 1, p.unit or "day"
    if setting.day is None:
        return None
    if unit == "year" and count == 1 and (p.offset or 0) < 0 and in_period(mention, memory):
        return same_period(mention._replace(partial=p._replace(unit=None)), setting, memory)
    if unit in _OF_A_DAY:
        unit, count = "day", count // 24 if unit == "hour" else 0
    if (p.offset or 0) > 0 and unit == "week":
        unit, count = "day", count * 7
    value = _moved(setting.day, unit, count * (p.offset or 1))
    if value is None and (p.offset or 0) < 0:
        return Found("PAST_REF", basis="vague")
    return Found(value, basis="inferred", anchor=setting.day.isoformat()) if value else None


def _moved(base: date, unit: str, by: float) -> str | None:
    if unit == "decade":
        unit, by = "year", by * 10
    elif unit == "century":
        unit, by = "year", by * 100
    if by != int(by):
        return counted(base, "month", int(by * 12)) if unit == "year" else counted(base, unit, int(by))
    return counted(base, unit, int(by)) if abs(by) < 10000 else None


def in_period(mention: Mention, memory: Memory) -> bool:
    """Whether the text speaks of a quarter just before, so that "a year earlier" is that quarter's."""
    month = len(memory.date or "") == 7 and (memory.date or "")[5:].isdigit() and mention.first - memory.piece < 15
    return bool(memory.period) and mention.first - memory.period_piece < 150 and not month


def shifted(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """So many units before or after the last date of the text."""
    p = mention.partial
    count, unit, sign = p.n if p.n is not None else 1, p.unit or ("day" if p.part else "year"), p.offset or 1
    if unit == "year" and count == 1 and in_period(mention, memory) and memory.period:
        return Found(f"{int(memory.period[:4]) + sign:04d}{memory.period[4:]}", basis="inferred", anchor=memory.period)
    named = _of_calendar(p, unit, sign, memory.date or "")
    if named:
        return Found(named, basis="inferred", anchor=memory.date)
    if p.n is not None and unit == "week":
        unit, count = "day", count * 7
    anchor = memory.date or (setting.day.isoformat() if setting.day else None)
    value = _from_text(anchor, unit, count * sign) if anchor else None
    return Found(value, basis="inferred", anchor=anchor) if value else None


def _of_calendar(p: Partial, unit: str, sign: int, date: str) -> str | None:
    """The previous year, decade or summer: that of the calendar, not so many months from the date before it."""
    if not date[:4].isdigit():
        return None
    year = int(date[:4])
    if p.season:
        return f"{year + sign:04d}-{p.season}"
    years, digits = {"year": (1, 4), "decade": (10, 3), "century": (100, 2)}.get(unit, (0, 0))
    return f"{year + sign * years:04d}"[:digits] if years and p.n is None else None


def _from_text(anchor: str, unit: str, by: float) -> str | None:
    day = anchor_day(anchor)
    if unit in _OF_A_DAY:
        unit, by = "day", int(by / 24) if unit == "hour" else 0
    if day is None:
        first, last = calendar.days_of(anchor)
        day = anchor_day(last if by > 0 and unit in ("day", "week") else first)
        if day is None:
            return None
        if unit in ("year", "decade") and len(anchor) == 7 and anchor[5:7].isdigit():
            return f"{day.year + int(by) * (10 if unit == 'decade' else 1):04d}-{day.month:02d}"
    return _moved(day, unit, by)


def that_period(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
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
    value = counted(day, p.unit or "day", 0) if p.unit not in _OF_A_DAY else None
    return Found(value, basis="inferred", anchor=anchor) if value else None


def part_of_day(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A part of a day or a clock time without its date: the date just named, else the day of publication."""
    p = mention.partial
    if p.month or p.weekday or p.numeric or p.year:
        return dated(mention, setting, memory)
    near = anchor_day(memory.date) if p.offset is None and mention.first - memory.piece < 40 else None
    base = near or setting.day
    if base is None:
        return Found("XXXX-XX-XX" + of_day(p), "TIME", "inferred", days=(None, None))
    day = later(base, p.offset or 0)
    return Found(day.isoformat(), basis="inferred", anchor=base.isoformat()) if day else None


def night(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The night from one day to the next."""
    found = month_value(mention, setting, memory)
    day = anchor_day(found.value) if found else None
    if found is None or day is None:
        return None
    return found._replace(days=(day.isoformat(), (day + timedelta(1)).isoformat()))


def week_of(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The week that holds a day."""
    found = month_value(mention, setting, memory)
    day = anchor_day(found.value) if found else None
    return found._replace(value=calendar.week_value(day)) if found and day else None


def weekend(mention: Mention, setting: Setting, _memory: Memory) -> Found | None:
    """The weekend meant, by its word or by the verb."""
    p = mention.partial
    if setting.day is None:
        return None
    by = p.offset if p.offset is not None else (0 if mention.tense > 0 or setting.day.isoweekday() > 5 else -1)
    if p.offset == 0 and mention.tense < 0 and setting.day.isoweekday() < 4:
        by = -1
    value = counted(setting.day, "weekend", by)
    return Found(value, basis="inferred", anchor=setting.day.isoformat()) if value else None


def nothing(_mention: Mention, _setting: Setting, _memory: Memory) -> Found | None:
    """Words that look like a time and are none (as soon as possible)."""
