"""Which day and minute does a stamp name? Full dates only, in the forms of headers, columns and footers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

from releasecli.extract.header.settings import months, weekdays, word_list
from releasecli.resources import lexicon
from releasecli.text.alternatives import alternatives

Order = Literal["dmy", "mdy"]
_YEARS = range(1900, 2101)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "012345678901234567890123456789")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written at `start:end`: `value` is ISO 8601 as precise as written, None where `readings` are two."""

    start: int
    end: int
    value: str | None
    readings: tuple[str, ...] = ()
    short: bool = False


def whole(text: str, order: Order | None = None) -> Stamp | None:
    """The stamp a value consists of, a weekday aside; also 20230321, 2023-03, 2023, seconds since 1970."""
    text = " ".join(text.split())
    if bare := _bare_digits(text) or _month_only(text):
        return Stamp(0, len(text), bare)
    for stamp in stamps(text, order):
        rest = _grammar().filler.sub("", text[: stamp.start] + " " + text[stamp.end :])
        if not any(char.isalnum() for char in rest):
            return stamp
    return None


def stamps(text: str, order: Order | None = None) -> Iterator[Stamp]:
    """All dates with a year in a line, and the time of day beside each; a day and month without a year is `short`."""
    if not any(map(str.isdigit, text)):
        return
    text = text if text.isascii() else text.translate(_DIGITS)
    for match in _grammar().stamp.finditer(text):
        found = match.groupdict()
        clock = _clock(found)
        values = tuple(dict.fromkeys(day + clock if len(day) == 10 else day for day in _days(found, order)))
        if values:
            value = values[0] if len(values) == 1 else None
            yield Stamp(match.start(), match.end(), value, () if value else values, values[0].startswith("--"))


@dataclass(frozen=True, slots=True)
class _Grammar:
    stamp: re.Pattern[str]
    filler: re.Pattern[str]
    zones: Mapping[str, str]


@cache
def _grammar() -> _Grammar:
    zones = {str(name).casefold(): str(offset) for name, offset in lexicon("_any", "header")["zones"].items()}
    return _Grammar(_stamp(alternatives(months()), alternatives(zones)), _filler(), zones)


def _stamp(names: str, zone: str) -> re.Pattern[str]:
    month = rf"(?:{names})\b\.?"
    year = r"(?:19|20)\d\d(?!\d)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    nth = rf"(?:\s?(?:{_words('nth')}|\.))?"
    of = rf"(?:{_words('of')})(?:\s|(?<='))"
    after_year = rf"(?:\s?(?:{_words('year')})(?!\w)\.?)?"
    of_digits = (
        rf"(?P<y1>{year})(?P<s1>[-/.])(?P<m1>1[0-2]|0?[1-9])(?P=s1)(?P<d1>{day})",
        rf"(?P<a2>\d\d?)(?P<s2>\s?[-/.]\s?)(?P<b2>\d\d?)(?P=s2)(?P<y2>{year}|\d\d(?![\d.,/-]*\d))",
        rf"(?P<y3>{year})\s?[年년]\s?(?P<m3>\d\d?)\s?[月월]\s?(?P<d3>\d\d?)\s?[日일]",
        rf"(?P<d4>{day}){nth}[\s\-/]{{0,3}}(?:{of})?(?P<n4>{month}),?[\s\-/]{{0,3}}(?:{of})?(?P<y4>{year}){after_year}",
        rf"(?P<y6>{year})[.,]?(?:\s?[-–]?\s?[^\W\d_]{{1,9}})?[\s-](?P<n6>{month})[\s-](?P<d6>{day})",
        rf"(?P<d9>{day}){nth}(?:\s(?:{of})?|-)(?P<n9>{month})",
    )
    behind_month = (
        rf"\s{{0,2}}(?P<d5>{day}){nth}(?:,\s*|\s{{1,3}})(?P<y5>{year})",
        rf",?\s(?:{of})?(?P<y7>{year})",
        rf"\s?(?P<d8>{day})(?!:)",
    )
    hour = r"(?P<{0}h>2[0-4]|[01]?\d)(?:[:.h](?P<{0}i>[0-5]\d))(?::(?P<{0}s>[0-5]\d)(?:\.\d+)?)?"
    hour += r"(?:\s?(?P<{0}p>[ap]\.?\s?m\b\.?))?"
    offset = rf"(?:\s?[\[(]?(?P<{{0}}z>(?:UTC|GMT)?\s?[+\-−]\d\d?:?(?:\d\d)?|(?:{zone})(?!\w))[\])]?)?"
    after = (
        rf"(?:T|[.,]?\s?(?:{_words('clock')}|[-–|/\[(])?\s?)" + hour.format("t") + offset.format("t") + r"(?:\s?[\])])?"
    )
    before = hour.format("f") + offset.format("f") + r"(?:,?\s?(?:on|-|–|\|)?\s)"
    forms = rf"(?:(?=\d)(?:{'|'.join(of_digits)})|(?P<first>{month})(?:{'|'.join(behind_month)}))"
    return re.compile(rf"(?<![\w/.:+-])(?:{before})?{forms}(?!\d)(?:{after})?", re.IGNORECASE)


def _words(kind: str) -> str:
    """Small words of stamps as a pattern: `of` before a month or year, what makes a number the `nth`, and so on."""
    return alternatives(word_list("stamp", kind))


def _filler() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(weekdays())}\b\.?", re.IGNORECASE)


def _days(found: Mapping[str, str | None], order: Order | None) -> Iterator[str]:
    """The readings of the matched form as ISO days, months or `--MM-DD`; none where it names no day."""
    number = next(key[1:] for key in ("y1", "y2", "y3", "y4", "y5", "y6", "y7", "d8", "d9") if found.get(key))
    if number == "2":
        yield from _numeric(str(found["a2"]), str(found["b2"]), str(found["y2"]), order)
        return
    month = _month(found, number)
    if month is None:
        return
    year, day = found.get(f"y{number}"), found.get(f"d{number}")
    if year and day:
        yield from _iso(int(year), month, int(day))
    elif year:
        yield f"{year}-{month:02d}"
    elif day:
        yield f"--{month:02d}-{int(day):02d}"


def _month(found: Mapping[str, str | None], number: str) -> int | None:
    """None for what looks like a month only where case does not count: Martin is no `martın`."""
    name = found.get(f"n{number}") or found["first"]
    if name:
        return months().get(name.casefold()) or months().get(name.casefold().rstrip("."))
    return int(found[f"m{number}"] or 0)


def _numeric(a: str, b: str, year: str, order: Order | None) -> Iterator[str]:
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 70 else 2000)
    if order != "mdy":
        yield from _iso(full, int(b), int(a))
    if order != "dmy":
        yield from _iso(full, int(a), int(b))


def _iso(year: int, month: int, day: int) -> Iterator[str]:
    try:
        if year in _YEARS:
            yield date(year, month, day).isoformat()
    except ValueError:
        return


def _clock(found: Mapping[str, str | None]) -> str:
    """`T19:22:00+04:00` of the time after or before the date; "" without one."""
    side = "t" if found.get("th") else "f"
    hour, minute = found.get(f"{side}h"), found.get(f"{side}i")
    if hour is None or minute is None:
        return ""
    of_day = _hours(int(hour), found.get(f"{side}p"))
    if of_day > 23:
        return ""
    seconds = found.get(f"{side}s")
    return f"T{of_day:02d}:{minute}" + (f":{seconds}" if seconds else "") + _offset(found.get(f"{side}z"))


def _hours(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    known = _grammar().zones.get(zone.casefold())
    if known:
        return known
    digits = re.search(r"([+\-−])(\d\d?):?(\d\d)?", zone)
    if digits is None:
        return ""
    return f"{'+' if digits[1] == '+' else '-'}{int(digits[2]):02d}:{digits[3] or '00'}"


def _bare_digits(text: str) -> str | None:
    """A year, a day in eight digits, or seconds (or milliseconds) since 1970, which are UTC."""
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) == 4:
        return text if int(text) in _YEARS else None
    if len(text) == 8:
        return next(_iso(int(text[:4]), int(text[4:6]), int(text[6:])), None)
    if len(text) in {10, 13}:
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return None


def _month_only(text: str) -> str | None:
    match = re.fullmatch(r"((?:19|20)\d\d)[-/.](0[1-9]|1[0-2])", text)
    return f"{match[1]}-{match[2]}" if match else None
