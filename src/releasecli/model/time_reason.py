"""Why does a date have its value, in words a reader of the release understands?"""

from collections.abc import Iterator

from releasecli.model.times import Time

_KINDS = {"DURATION": "a length of time", "SET": "how often"}
_PRECISION = {4: "year", 7: "month"}
_ROLES = {"named": "part of a name, not an event", "publication": "says when the text came out"}
_MODS = {
    "START": "its beginning",
    "MID": "its middle",
    "END": "its end",
    "APPROX": "about",
    "LESS_THAN": "less than that",
    "MORE_THAN": "more than that",
    "EQUAL_OR_LESS": "at most that",
    "EQUAL_OR_MORE": "at least that",
}


def time_reason(time: Time, published: str | None) -> str:
    """`worked out from the day of publication, 2023-03-21; 2023-03-13 to 2023-03-19 (last-period)`."""
    told = filter(None, (_basis(time, (published or "")[:10]), _MODS.get(time.mod or ""), _days(time)))
    return f"{'; '.join((*told, *_besides(time)))} ({time.rule})"


def _basis(time: Time, published: str) -> str:
    if time.basis == "vague":
        return "no day is said"
    if time.type in _KINDS and not time.earliest:
        return _KINDS[time.type]
    if time.basis == "stated":
        return "said in full"
    if time.anchor is None:
        return "worked out from its neighbours" if time.earliest else "year or day not known"
    if published.startswith(time.anchor):
        return f"worked out from the {_PRECISION.get(len(time.anchor), 'day')} of publication, {time.anchor}"
    return f"worked out from {time.anchor} in the text"


def _days(time: Time) -> str | None:
    """The days it covers, where the value alone does not say so."""
    first, last = time.earliest, time.latest
    if first and last:
        whole = time.value[:10]
        return None if first.startswith(whole) and last.startswith(whole) else f"{first} to {last}"
    if first:
        return f"from {first} on" + (f", still so on {time.until}" if time.until else "")
    return f"up to {last}" if last else None


def _besides(time: Time) -> Iterator[str]:
    if time.ambiguous:
        yield f"can be {' or '.join(time.readings)}"
    if time.role in _ROLES:
        yield _ROLES[time.role]
