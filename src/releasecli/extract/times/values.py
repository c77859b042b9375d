"""What is the TIMEX3 value of one mention?"""

from collections.abc import Callable, Mapping

from releasecli.extract.times import amounts, counted, dates, periods, weekdays
from releasecli.extract.times.anchor import Memory, Setting
from releasecli.extract.times.found import Found, of_day
from releasecli.extract.times.partial import Mention


def value_of(mention: Mention, setting: Setting, memory: Memory) -> Found | None:
    """The value of a mention by its kind; None where it names no day."""
    found = _KINDS[mention.partial.kind](mention, setting, memory)
    if found is None:
        return None
    partial = mention.partial
    if (partial.clock or partial.part) and found.type == "DATE" and len(found.value) == 10:
        return found._replace(value=found.value + of_day(partial), type="TIME")
    return found


_KINDS: Mapping[str, Callable[[Mention, Setting, Memory], Found | None]] = {
    "nothing": counted.nothing,
    "date": dates.dated,
    "bare_month": dates.month_value,
    "year": dates.dated,
    "year_words": dates.dated,
    "weekday": weekdays.weekday,
    "weekday_short": weekdays.weekday,
    "deictic": counted.deictic,
    "relative": counted.relative,
    "this_past": counted.this_past,
    "anniversary": counted.anniversary,
    "ago": counted.counted_back,
    "shift": counted.shifted,
    "that": counted.that_period,
    "same_period": periods.same_period,
    "quarter": periods.quarter,
    "quarter_ended": periods.the_quarter,
    "the_quarter": periods.the_quarter,
    "fiscal": periods.fiscal,
    "nth_weekday": weekdays.nth_weekday,
    "holiday": weekdays.holiday,
    "part": counted.part_of_day,
    "clock": counted.part_of_day,
    "clock_short": counted.part_of_day,
    "night": counted.night,
    "week_of": counted.week_of,
    "weekend": counted.weekend,
    "duration": amounts.duration,
    "and_a_half": amounts.duration,
    "span": amounts.span,
    "set": amounts.repeated,
    "ref": amounts.reference,
}
