"""Which neighbouring mentions are one: a clock time and its date, a weekday and its day?"""

from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.recognise import Reading

_DATES = frozenset({"date", "deictic", "weekday", "weekday_short", "relative"})
_CLOCKS = frozenset({"clock", "clock_short"})
_HELPERS = frozenset({"weekday_short", "clock_short"})  # times only beside another


def join(mentions: list[Mention], reading: Reading, grammar: Grammar) -> list[Mention]:
    """The mentions with neighbours made one where only a comma or a preposition stands between."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined:
            whole = _both(joined[-1], mention, reading, grammar)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(mention)
    return [mention for mention in joined if mention.partial.kind not in _HELPERS]


def _both(left: Mention, right: Mention, reading: Reading, grammar: Grammar) -> Mention | None:
    if right.first - left.last > 4:
        return None
    name = _pair(left.partial, right.partial)
    gap = reading.codes[left.last : right.first]
    if name is None or not grammar.contexts[name].fullmatch(gap):
        return None
    partial = _merged(left.partial, right.partial)
    end, last = right.end, right.last
    if name in ("weekday_date", "date_weekday") and grammar.contexts["open_bracket"].search(gap):
        if not grammar.contexts["close_bracket"].match(reading.codes[last : last + 1]):
            return None
        end, last = end + 1, last + 1
    text = reading.text[left.start : end]
    return Mention(left.start, end, text, f"{left.rule}+{right.rule}", partial, left.first, last)


def _pair(left: Partial, right: Partial) -> str | None:
    """The name of the context that joins two values, None where they never are one."""
    if _is_day(right) and _is_time(left):
        return "clock_date" if left.kind in _CLOCKS else "part_date"
    if left.kind in _CLOCKS and not left.day and right.kind == "part" and not right.clock:
        return "clock_part"
    if _is_day(left) and not left.clock and _is_time(right):
        return "date_part" if right.kind == "part" else "date_clock" if not left.part else None
    if left.weekday and not left.day and (right.day or right.numeric) and not right.weekday:
        return "weekday_date"
    if right.weekday and not right.day and (left.day or left.numeric) and not left.weekday and right.kind == "weekday":
        return "date_weekday"
    return None


def _is_time(partial: Partial) -> bool:
    """A clock time, or a part of a day that counts from no day itself (this morning does)."""
    return (partial.kind in _CLOCKS and bool(partial.clock) and not partial.day) or (
        partial.kind == "part" and partial.offset is None
    )


def _is_day(partial: Partial) -> bool:
    if partial.kind in ("shift", "that"):
        return partial.unit == "day" and partial.n in (None, 1)
    return partial.kind in _DATES and bool(
        partial.day or partial.numeric or partial.weekday or partial.kind == "deictic"
    )


def _merged(left: Partial, right: Partial) -> Partial:
    """The date of one with the clock time, part of the day or weekday of the other."""
    if left.kind in _CLOCKS and right.kind == "part":
        return right._replace(clock=_after_noon(left.clock, right.part))
    if right.kind in (*_CLOCKS, "part"):
        return left._replace(clock=right.clock, part=right.part)
    if left.kind in (*_CLOCKS, "part"):
        return right._replace(clock=left.clock, part=left.part)
    if right.day or right.numeric:
        return right._replace(weekday=left.weekday, clock=left.clock, part=left.part)
    return left._replace(weekday=right.weekday)


def _after_noon(clock: str | None, part: str | None) -> str | None:
    """3 o'clock in the afternoon is 15:00."""
    if clock is None or part not in ("AF", "EV") or clock >= "12":
        return clock
    return f"{int(clock[:2]) + 12}{clock[2:]}"
