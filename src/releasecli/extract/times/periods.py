"""Which quarter, half, season or fiscal year is meant?"""

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting
from releasecli.extract.times.found import Basis, Found
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.years import AGAINST_THE_VERB, year_said


def _label(p: Partial) -> tuple[str, int, int]:
    """`Q3`, its first month and its length."""
    if p.season:
        return p.season, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[p.season], 3
    if p.quarter:
        return f"Q{p.quarter}", p.quarter * 3 - 2, 3
    return f"H{p.half}", (p.half or 1) * 6 - 5, 6


def part_of_year(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A quarter, half or season with or without its year."""
    p = mention.partial
    label, month, length = _label(p)
    if p.half and p.half > 2:
        return None
    year, basis, anchor = year_said(p, setting, memory)
    if year is None:
        if setting.year is None:
            return Found(f"XXXX-{label}", basis="inferred", days=(None, None))
        year, anchor = _year_of_part(mention, setting, memory, month, length), str(setting.year)
    return Found(f"{year:04d}-{label}", basis=basis, anchor=anchor)


def _year_of_part(mention: Mention, setting: Setting, _memory: Memory, month: int, length: int) -> int:
    """The year of a quarter or season without one; `last` and `next` exclude the running one."""
    p, year = mention.partial, setting.year or 0
    here = year * 12 + (setting.month or 6)
    starts = [(y * 12 + month - here, y) for y in range(year - 2, year + 3)]
    if p.offset == 0:  # this winter, in January, began the year before; this summer told of in January is over
        begun, away = max((y, away) for away, y in starts if away <= 0)
        over = mention.tense < 0 and begun < year and -away - length <= 12 + away
        return begun if over or away + length > 0 else year
    if p.offset == -1:
        return max(y for away, y in starts if away + length <= 0)
    if p.offset == 1:
        return min(y for away, y in starts if away > 0)
    against = AGAINST_THE_VERB // 30

    def cost(pair: tuple[int, int]) -> tuple[int, bool]:
        away = pair[0] + length - 1 if pair[0] < 0 else pair[0]
        running = pair[0] <= 0 < pair[0] + length
        return (0 if running else abs(away) + (against if away * mention.tense < 0 else 0)), away > 0

    return min(starts, key=cost)[1]


def quarter(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """A quarter without a year: that of a year just named, else by the verb."""
    p = mention.partial
    if p.month:  # the September quarter
        p = p._replace(quarter=(p.month + 2) // 3, month=None)
        mention = mention._replace(partial=p)
    label, _, _ = _label(p)
    if p.year:
        return Found(f"{p.year:04d}-{label}")
    near = memory.date and mention.first - memory.piece < 12 and memory.date[:4].isdigit()
    if near and memory.date and len(memory.date) == 7 and memory.date[5] in "QH" and mention.tense >= 0:
        year = int(memory.date[:4]) + (mention.tense > 0 and label < memory.date[5:])
        return Found(f"{year:04d}-{label}", basis="inferred", anchor=memory.date)
    if "-" in mention.text:  # third-quarter results are of a quarter that is over, or nearly
        mention = mention._replace(tense=-1)
    return part_of_year(mention, setting, memory)


def the_quarter(_mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The quarter last spoken of, else the last one that is over."""
    if memory.period and memory.period[5] == "Q":
        return Found(memory.period, basis="inferred", anchor=memory.period)
    if setting.year is None or setting.month is None:
        return None
    quarter = (setting.month - 1) // 3
    year = setting.year - (quarter == 0)
    return Found(f"{year:04d}-Q{quarter or 4}", basis="inferred", anchor=str(setting.year))


def same_period(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The last quarter or half spoken of, in another year."""
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
    label = memory.period[4:] if memory.period and p.unit != "month" else _month(memory.date)
    return Found(f"{year:04d}{label}", basis="inferred", anchor=memory.period or memory.date)


def _month(value: str | None) -> str:
    return value[4:7] if value and value[5:7].isdigit() else ""


def fiscal(mention: Mention, setting: Setting, _memory: Memory) -> Found | None:
    """A fiscal year by its number."""
    year = mention.partial.year
    return fiscal_year(year, setting, "stated") if year else None


def fiscal_year(year: int, setting: Setting, basis: Basis) -> Found:
    """A fiscal year is named after the year it ends in; where it begins is the country's."""
    month = setting.fiscal_month
    if month == 1:
        return Found(f"{year:04d}", basis=basis)
    end = year + (setting.side in setting.table["fiscal_by_start"])
    last_year, last = calendar.shift_month(end, month, -1)
    days = f"{end - 1:04d}-{month:02d}-01", calendar.month_days(last_year, last)[1]
    return Found(f"{year:04d}", basis=basis, days=days)
