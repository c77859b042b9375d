"""Which day, month or year do words mean that name a month, a year or a number?"""

from datetime import date

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting
from releasecli.extract.times.found import Found
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.periods import part_of_year
from releasecli.extract.times.weekdays import weekday
from releasecli.extract.times.years import AGAINST_THE_VERB, nearest, year_said

_TOLD = 40  # pieces from one date to the next of the same story


def dated(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A date of year, month and day, or of a part of a year."""
    p = mention.partial
    if p.numeric:
        return _numeric(p.numeric, setting)
    if p.century is not None or p.decade is not None:
        return _decade(p)
    if p.weekday and not p.day:
        return weekday(mention, setting, memory)
    if p.season or p.quarter or p.half:
        return part_of_year(mention, setting, memory)
    if p.month:
        return month_value(mention, setting, memory)
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


def month_value(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A month or a day of it."""
    p = mention.partial
    year, basis, anchor = year_said(p, setting, memory)
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
    """The year of a day without one: a full mention elsewhere, the weekday given with it, the verb."""
    p = mention.partial
    if known := _dated_elsewhere(mention, setting, memory):
        return known, f"{known}-{p.month:02d}-{p.day:02d}"
    if setting.day is None:
        return setting.year, None if setting.year is None else str(setting.year)
    day = nearest(_possible_days(mention, setting.day), setting.day, mention.tense)
    return (day.year, setting.day.isoformat()) if day else (None, None)


def _dated_elsewhere(mention: Mention, setting: Setting, memory: Memory) -> int | None:
    """The year that the document, or history, gives this day in another place; None where another day is meant."""
    p = mention.partial
    known = memory.years.get((p.month or 0, p.day or 0))
    if mention.role == "named" or mention.bound == "since":
        known = known or setting.table.get("historic", {}).get(f"{p.month:02d}-{p.day:02d}")
    again = known and (mention.role == "named" or _told_again(p, mention.tense, known, setting))
    return known if again else None


def _possible_days(mention: Mention, published: date) -> list[date]:
    """The day in the years around the publication, as far as a weekday, "last" or "next" beside it allow."""
    p = mention.partial
    years = range(published.year - 2, published.year + 3)
    days = [day for year in years if (day := calendar.real(year, p.month or 0, p.day or 0))]
    if p.weekday:
        days = [day for day in days if day.isoweekday() == p.weekday] or days
        if len(days) == 1:
            return days
    if p.offset == -1:
        return [day for day in days if day < published]
    if p.offset == 1:
        return [day for day in days if day > published]
    return [day for day in days if day <= published] if mention.role == "named" else days


def _told_again(p: Partial, tense: int, known: int, setting: Setting) -> bool:
    """Whether a day that was dated in full before is that one again: not its anniversary today, nor what is to come."""
    if setting.day is None or known == setting.year or tense > 0:
        return False
    return tense < 0 or (p.month, p.day) != (setting.day.month, setting.day.day)


def _year_of_month(mention: Mention, setting: Setting, memory: Memory) -> tuple[int | None, str | None]:
    p = mention.partial
    if setting.year is None or setting.month is None:
        return setting.year, None
    here, month = setting.year * 12 + setting.month, p.month or 1
    told = _told_of(mention, memory)
    if told and told < setting.year:
        return told, memory.date
    away = [(year * 12 + month - here, year) for year in range(setting.year - 2, setting.year + 3)]
    if p.offset == -1:
        allowed = [pair for pair in away if pair[0] < 0]
    elif p.offset == 1:
        allowed = [pair for pair in away if pair[0] > 0]
    elif p.offset == 0:
        allowed = [pair for pair in away if pair[1] == setting.year]
    else:
        allowed = away
    against = AGAINST_THE_VERB // 30
    best = min(allowed, key=lambda pair: (abs(pair[0]) + (against if pair[0] * mention.tense < 0 else 0), pair[0] > 0))
    return best[1], f"{setting.year:04d}-{setting.month:02d}"


def _told_of(mention: Mention, memory: Memory) -> int | None:
    """The year that a text tells of, where a later month follows in the past (In March 1999; in August it fell)."""
    last, p = memory.date or "", mention.partial
    near = mention.first - memory.piece < _TOLD and mention.tense < 0 and p.offset is None
    if not near or not (last[:4].isdigit() and last[5:7].isdigit()):
        return None
    return int(last[:4]) if int(last[5:7]) < (p.month or 0) else None
