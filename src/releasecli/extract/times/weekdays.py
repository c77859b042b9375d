"""Which day is a weekday or a holiday?"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting, anchor_day, later
from releasecli.extract.times.found import Found
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.years import nearest, year_said


def weekday(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A weekday: before or after the publication as the verb or its word says."""
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
    elif p.offset is None and ahead and mention.tense <= 0:
        ahead -= 7
    day = later(base, ahead)
    return Found(day.isoformat(), basis="inferred", anchor=base.isoformat()) if day else None


def nth_weekday(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The last Friday of May: in its year, or the nearest that the verb allows."""
    p = mention.partial
    said, basis, _ = year_said(p, setting, memory)
    years = [said] if said else range(setting.day.year - 1, setting.day.year + 2) if setting.day else []
    days = [calendar.nth_weekday(year, p.month or 1, p.weekday or 1, p.nth or 1) for year in years]
    best = nearest(days, setting.day or date.min, mention.tense)
    return Found(best.isoformat(), basis=basis, anchor=None if said else str(setting.day)) if best else None


def holiday(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A holiday in its year, or the one nearest to the publication that the verb allows."""
    p = mention.partial
    name, side = p.holiday or "", setting.side
    table = setting.table
    rule = table["by_country"].get(name, {}).get(side) or table["holidays"].get(name)
    if rule is None:
        return None
    if isinstance(rule, str) and anchor_day(rule):
        return Found(rule)
    year, basis, _ = year_said(p, setting, memory)
    if year:
        day = _holiday_day(rule, year)
        return _whole(p, day, setting)._replace(basis=basis) if day else Found(f"{year}", basis=basis)
    if setting.day is None:
        return None
    days = [day for year in range(setting.day.year - 1, setting.day.year + 2) if (day := _holiday_day(rule, year))]
    tense = p.offset or mention.tense
    if p.offset == -1:
        days = [day for day in days if day < setting.day]
    best = nearest(days, setting.day, tense or 0)
    return _whole(p, best, setting)._replace(anchor=setting.day.isoformat()) if best else None


def _whole(p: Partial, first: date, setting: Setting) -> Found:
    """A holiday that begins on a day: of a month of fasting all of it, or its n-th day."""
    table = setting.table
    eve = _holiday_day(table["holidays"].get(table["lasting"].get(p.holiday)), first.year)
    if eve is None or p.day:
        return Found((first + timedelta((p.day or 1) - 1)).isoformat(), basis="inferred")
    last = eve - timedelta(1)
    return Found(f"{first:%Y-%m}", basis="inferred", days=(first.isoformat(), last.isoformat()))


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
        month, weekday_, n, *more = map(int, rule.split()[1:])
        return calendar.nth_weekday(year, month, weekday_, n) + timedelta(sum(more))
    if rule == "election":
        return calendar.nth_weekday(year, 11, 1, 1) + timedelta(1)
    return calendar.real(year, *map(int, rule.split("-")))
