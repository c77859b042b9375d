"""Which days does a date mean that a person typed?"""

import re
from datetime import date

from releasecli.errors import UsageError
from releasecli.extract.times.calendar import days_of

Days = tuple[str | None, str | None]
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d\d)")
_FORMS = "2023, 2023-03, 2023-03-21, A..B, last week, 21 March 2023"


def day_range(phrase: str, today: str) -> Days:
    """First and last ISO day of a typed date or range, None where open; `today` is an ISO day.

    >>> day_range("2023-03..", "2023-03-21")
    ('2023-03-01', None)
    """
    words = phrase.strip()
    if ".." in words:
        left, _, right = words.partition("..")
        return _between(phrase, left, right, today)
    if _ISO.fullmatch(words):
        return _iso(words)
    return _phrase(words, today)


def _between(phrase: str, left: str, right: str, today: str) -> Days:
    first = day_range(left, today)[0] if left.strip() else None
    last = day_range(right, today)[1] if right.strip() else None
    if first is None and last is None:
        raise _unknown(phrase)
    if first and last and first > last:
        raise UsageError(f"{phrase!r} ends before it begins", f"write {right.strip()}..{left.strip()}")
    return first, last


def _iso(words: str) -> Days:
    year, month = int(words[:4]), int(words[5:7] or 1)
    if year < 1 or not 1 <= month <= 12:
        raise _unknown(words)
    first, last = days_of(words)
    try:
        date.fromisoformat(first or "")
    except ValueError:
        raise UsageError(f"{words!r} is no day of the calendar") from None
    return first, last


def _phrase(words: str, today: str) -> Days:
    """Any other phrase by the grammar of documents, if it takes the whole of it."""
    from releasecli.extract.times.document import times  # noqa: PLC0415  a seam: an ISO date needs no grammar
    from releasecli.model import Header  # noqa: PLC0415  as above

    if _SHORT.fullmatch(words):
        raise UsageError(f"{words!r} does not say its century", "write the year with four digits")
    for frame in ("{}", "since {}", "on {}"):
        text = frame.format(words[:1].upper() + words[1:])
        found = times(text, Header(published=today, language="en"))
        if len(found) != 1 or not _whole(found[0].text, words):
            continue
        if found[0].ambiguous:
            raise UsageError(f"{words!r} can be {' or '.join(found[0].readings)}", "write one of these")
        earliest, latest = days_of(found[0].value)
        if earliest:
            return earliest, latest
        if found[0].earliest:
            return found[0].earliest, found[0].latest
    raise _unknown(words)


def _whole(found: str, words: str) -> bool:
    return found.lower() == words.lower().removeprefix("the ").removeprefix("on ") or found.lower() == words.lower()


def _unknown(words: str) -> UsageError:
    return UsageError(f"{words!r} is no date this can read", f"try {_FORMS}")
