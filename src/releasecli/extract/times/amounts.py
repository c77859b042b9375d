"""How long, how often, or how vaguely when?"""

from releasecli.extract.times import calendar
from releasecli.extract.times.anchor import Memory, Setting, later
from releasecli.extract.times.found import Found
from releasecli.extract.times.partial import Mention

_TIMES = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
    "weekend": ("day", 2),
    "half": ("month", 6),
    "night": ("day", 1),
}


def duration(mention: Mention, _setting: Setting, _memory: Memory) -> Found | None:
    """A duration: so many units of time."""
    p = mention.partial
    if p.n is not None and 1400 <= p.n <= 2199 and p.unit not in ("year", "day", "hour"):
        return None
    return Found(amount(p.n, p.unit or "day"), "DURATION")


def amount(n: float | None, unit: str) -> str:
    """A duration as TIMEX3 writes it (`P3Y`); a decade is ten years, an unknown number X."""
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


def _broken(n: float, unit: str) -> str:
    """Half units in the next smaller one: half an hour is 30 minutes, two and a half years two years and six months."""
    if unit in _TIMES:
        return amount(n * _TIMES[unit][1], _TIMES[unit][0])
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
    small = amount(rest, smaller[0])
    if not whole:
        return small
    large = amount(whole, unit)
    return large + (small[1:] if ("T" in small) != ("T" in large) else small.removeprefix("PT").removeprefix("P"))


def span(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The last or next so many units: a duration that ends or begins with the publication."""
    p, found = mention.partial, duration(mention, setting, memory)
    if found is None or setting.day is None or p.n is None or p.offset is None:
        return found
    months = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(p.unit or "")
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
    return found._replace(days=(first, last), basis="inferred")


def repeated(mention: Mention, _setting: Setting, _memory: Memory) -> Found | None:
    """How often, or on which weekday or in which month each time."""
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
    return Found(amount(p.n if p.n is not None else 1, p.unit or "day"), "SET")


def reference(mention: Mention, setting: Setting, _memory: Memory) -> Found | None:
    """Past, present or future, as TIMEX3 names them."""
    literal = mention.partial.literal or "PRESENT_REF"
    day = setting.day.isoformat() if setting.day else None
    days = {"PRESENT_REF": (day, day), "PAST_REF": (None, day), "FUTURE_REF": (day, None)}[literal]
    return Found(literal, basis="vague", days=days)
