"""Which words say when something was said: "Friday afternoon", "on Friday", "this month", "several weeks later"?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.words import Word

_LONGEST = 7  # words: on Monday, 3 May 2021


def moment_end(words: Sequence[Word], i: int) -> int:
    """The index after the moment at `i`; `i` itself where there is none."""
    stop = len(words)
    if i + 1 < stop and words[i].low == "on" and words[i + 1].low in closed("weekdays"):
        i += 1
    if i + 2 < stop and words[i].low == "on" and words[i + 1].low in closed("months") and words[i + 2].tag == "Q":
        return i + 3
    if i < stop and words[i].low in closed("weekdays"):
        end = i + 1 + (i + 1 < stop and words[i + 1].low in closed("time-units"))
        return _date_end(words, end)
    if i + 1 >= stop or words[i + 1].low.removesuffix("s") not in closed("time-units"):
        return i
    if words[i].low in closed("near"):
        return i + 2
    since = words[i + 2].low in closed("since") if i + 2 < stop else False
    return i + 3 if since and words[i].tag in "DQ" else i


def _date_end(words: Sequence[Word], comma: int) -> int:
    """The index after ", 3 May 2021" behind a weekday; `comma` itself where no date follows."""
    if comma + 2 >= len(words) or words[comma].low != ",":
        return comma
    day, month = words[comma + 1], words[comma + 2]
    if day.tag != "Q" or month.low not in closed("months"):
        return comma
    year = comma + 3
    return year + (year < len(words) and words[year].tag == "Q")


def moment_start(words: Sequence[Word], i: int, floor: int) -> int:
    """The index before the moment whose last word is `i`; `i` itself where there is none."""
    first = (k for k in range(max(i - _LONGEST + 1, floor), i + 1) if moment_end(words, k) == i + 1)
    return next(first, i + 1) - 1
