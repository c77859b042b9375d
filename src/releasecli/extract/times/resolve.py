"""Which time is meant, once the whole document is known?"""

from collections.abc import Sequence
from itertools import pairwise

from releasecli.extract.times.anchor import Memory, Setting, anchor_day
from releasecli.extract.times.calendar import days_of, shift_month
from releasecli.extract.times.found import Found
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.values import value_of
from releasecli.model import Time

_SENTENCE = 25  # pieces, some
_HEAD, _LATE, _HALF = 600, 7, 6  # characters of a head; days from a release to the page that holds it; months


def resolve(mentions: Sequence[Mention], setting: Setting) -> tuple[Time, ...]:
    """The times of a document, in order; a mention that names no possible day is left out."""
    memory, times = Memory(), []
    setting = _as_dated(mentions, setting)
    _note_full_dates(mentions, memory, setting)
    mentions = _ended_quarters(_share_years(mentions))
    for mention in mentions:
        found = value_of(mention, setting, memory)
        if found is not None:
            times.append(_time(mention, found, setting))
            _remember(mention, found, memory)
    return tuple(times)


def _as_dated(mentions: Sequence[Mention], setting: Setting) -> Setting:
    """The setting with the day that the head of the text gives as its own: the page may be some days younger."""
    if setting.day is None:
        return setting
    days = [
        day
        for mention in mentions
        if mention.role == "publication" and mention.start < _HEAD and mention.partial.year
        if (found := value_of(mention, setting, Memory())) and (day := anchor_day(found.value))
        if 0 < (setting.day - day).days <= _LATE
    ]
    if not days:
        return setting
    return setting._replace(day=min(days), year=min(days).year, month=min(days).month)


def _note_full_dates(mentions: Sequence[Mention], memory: Memory, setting: Setting) -> None:
    """The years of days that are dated in full anywhere in the document, for the places that leave the year out."""
    for mention in mentions:
        partial = mention.partial
        if partial.year and partial.month and partial.day and not partial.neighbour:
            memory.years.setdefault((partial.month, partial.day), partial.year)
        rule = setting.table["holidays"].get(partial.holiday)
        day = anchor_day(rule) if isinstance(rule, str) else None
        if day:  # 9/11
            memory.years.setdefault((day.month, day.day), day.year)


def _share_years(mentions: Sequence[Mention]) -> list[Mention]:
    """A year said once for two joined dates holds for both (September 9-October 4, 2018; May and June of last year)."""
    shared = list(mentions)
    for n in range(len(shared) - 2, -1, -1):
        if shared[n].joined:
            shared[n] = shared[n]._replace(partial=_year_of_next(shared[n].partial, shared[n + 1].partial))
    for n, mention in enumerate(shared[:-1]):
        if mention.joined:
            shared[n + 1] = shared[n + 1]._replace(partial=_year_of_last(mention.partial, shared[n + 1].partial))
    return shared


def _year_of_next(mine: Partial, following: Partial) -> Partial:
    if mine.year or not mine.month or mine.offset is not None or bool(mine.day) != bool(following.day):
        return mine
    if following.unit == "year" and following.month and not following.year:
        return mine._replace(unit="year", offset=following.offset)
    if not following.year or not following.month or mine.month > 12:
        return mine
    later = (mine.month, mine.day or 0) > (following.month, following.day or 0)
    year = following.year - (later and (bool(mine.day) or mine.month - following.month > _HALF))
    return mine._replace(year=year, neighbour=True)


def _year_of_last(before: Partial, mine: Partial) -> Partial:
    if (
        not (before.year and before.day and mine.month and mine.day)
        or mine.year
        or mine.unit
        or mine.offset is not None
    ):
        return mine
    year = before.year + ((before.month or 0, before.day) > (mine.month, mine.day))
    return mine._replace(year=year, neighbour=True)


def _ended_quarters(mentions: Sequence[Mention]) -> list[Mention]:
    """A quarter that ended on a day is the one most of whose days lie before it."""
    known = list(mentions)
    for n, (mention, end) in enumerate(pairwise(mentions)):
        p = end.partial
        if mention.partial.kind == "quarter_ended" and p.month and p.month <= 12 and end.first - mention.last == 1:
            year, month = shift_month(p.year or 0, p.month, -1)
            made = Partial("quarter", year=year if p.year else None, quarter=(month - 1) // 3 + 1)
            known[n] = mention._replace(partial=made, tense=-1)
    return known


def _time(mention: Mention, found: Found, setting: Setting) -> Time:
    earliest, latest, until = _interval(mention, found, setting)
    return Time(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=found.type,
        value=found.value,
        earliest=earliest,
        latest=latest,
        until=until,
        mod=found.mod or mention.partial.mod,
        basis=found.basis,
        role="publication" if _is_stamp(mention, found, setting) else mention.role,
        ambiguous=len(found.readings) > 1,
        rule=mention.rule,
        anchor=found.anchor,
        readings=found.readings,
    )


def _is_stamp(mention: Mention, found: Found, setting: Setting) -> bool:
    if not mention.stamp or setting.day is None:
        return False
    day = anchor_day(found.value)
    early = mention.start < _HEAD and mention.partial.year and day
    near = early and day and abs((setting.day - day).days) <= _LATE
    return bool(near) or setting.day.isoformat().startswith(found.value[:10])


def _interval(mention: Mention, found: Found, setting: Setting) -> tuple[str | None, str | None, str | None]:
    """First and last day; an open side is None, and `until` the day an interval without end was last true."""
    earliest, latest = found.days or days_of(found.value)
    if found.type in ("DURATION", "SET") and found.days is None:
        return None, None, None
    published = setting.day.isoformat() if setting.day else None
    if mention.bound in ("since", "from", "after") and earliest:
        return earliest, None, published if published and earliest <= published else None
    if mention.bound in ("until", "by", "before") and latest:
        return None, latest, None
    return earliest, latest, None


def _remember(mention: Mention, found: Found, memory: Memory) -> None:
    value = found.value
    if found.type not in ("DATE", "TIME") or value.endswith("_REF") or "X" in value or mention.role == "publication":
        return
    if mention.bound == "since" and len(value) == 4 and mention.first - memory.piece < _SENTENCE:
        return  # in 2024 the highest since 2019: what follows is of 2024
    memory.date, memory.piece = value, mention.last
    if len(value) == 7 and value[5] in "QH" and mention.partial.kind not in ("same_period", "shift", "ago"):
        memory.period, memory.period_piece = value, mention.last
