"""How long is a duration?"""

import re

_DURATION = re.compile(
    r"P(?=.)(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?(?:T(?P<T>.+))?$"
)
_TIME = re.compile(r"(?P<number>[\d.]+)(?P<unit>[HMS])")
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
_HOURS = {"H": 24.0, "M": 24.0 * 60, "S": 24.0 * 3600}


def days(value: str) -> float | None:
    """The days of an ISO 8601 duration with numbers; None for any other value."""
    found = _DURATION.match(value)
    if not found:
        return None
    whole = sum(float(found[unit]) * length for unit, length in _DAYS.items() if found[unit])
    parts = _TIME.finditer(found["T"] or "")
    return whole + sum(float(part["number"]) / _HOURS[part["unit"]] for part in parts)
