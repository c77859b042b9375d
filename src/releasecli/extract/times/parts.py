"""How do the parts of a rule become one under-specified value?"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Partial
from releasecli.text.numbers import cardinal, ordinal

_FIELDS = frozenset(Partial._fields)
_CLOCK = frozenset({"clock", "hour", "hour_h", "minute", "ampm", "ampm_time"})
_DIGITS = re.compile(r"\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def partial(kind: str, parts: Mapping[str, Any], grammar: Grammar) -> Partial | None:
    """The value of the parts of a rule; None where they contradict a calendar or a clock."""
    fields: dict[str, Any] = {"kind": kind}
    for name, value in parts.items():
        if value is None or name in _CLOCK:
            continue
        make = _MAKERS.get(name)
        if make is not None:
            made = make(value, grammar)
            if made is None:
                return None
            fields.update(made)
        elif name in _FIELDS:
            fields[name] = value
    if isinstance(fields.get("year"), list):
        return None
    if not _CLOCK.isdisjoint(parts):
        clock = _clock(parts)
        if clock is None:
            return None
        fields |= clock
    return Partial(**fields) if _possible(fields) else None


def _possible(fields: Mapping[str, Any]) -> bool:
    return 1 <= (fields.get("day") or 1) <= 31 and 1 <= (fields.get("quarter") or 1) <= 4


def _number(value: Any, grammar: Grammar) -> float | None:
    """A count: digits, words, or digits with a half."""
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, dict):
        return None
    words = [word for word in " ".join(value).replace(" ' ", "'").split() if word not in "-–—‑"]
    half = (
        0.5
        if len(words) > 1 and (words[-1] == "1/2" or words[-1].lower() in grammar.table.get("half_words", ()))
        else 0
    )
    if half:
        words = words[:-1]
        while len(words) > 1 and cardinal([words[-1]], grammar.language) is None and not words[-1][0].isdigit():
            words = words[:-1]
    if len(words) == 1 and words[0][:1].isdigit():
        if _THOUSANDS.fullmatch(words[0]):
            return int(re.sub("[.,]", "", words[0]))
        text = words[0].replace(",", ".")
        return float(text) + half if "." in text or half else int(text)
    found = cardinal([word for word in words if word not in grammar.table.get("articles", ())], grammar.language)
    return None if found is None else found + half


def _n(value: Any, grammar: Grammar) -> dict[str, Any] | None:
    if value is None or (isinstance(value, str) and not value.isdigit()):
        return {}
    if (
        isinstance(value, list)
        and len(value) == 1
        and value[0].lower() in grammar.vocabulary.words.single
        and cardinal(value, grammar.language) is None
    ):
        return {}
    number = _number(value, grammar)
    return None if number is None else {"n": number}


def _ordinal(name: str) -> Callable[[Any, Grammar], dict[str, Any] | None]:
    def make(value: Any, grammar: Grammar) -> dict[str, Any] | None:
        if isinstance(value, int):
            return {name: value}
        words = [word for word in value if word not in "-–"]
        found = ordinal(words, grammar.language)
        return None if found is None else {name: found}

    return make


def _ordword(name: str) -> Callable[[Any, Grammar], dict[str, Any] | None]:
    def make(value: Any, _: Grammar) -> dict[str, Any] | None:
        return {name: (4 if name == "quarter" else 2) if value == -1 else value} if isinstance(value, int) else None

    return make


def _year_words(value: Any, grammar: Grammar) -> dict[str, Any] | None:
    words = value if isinstance(value, list) else [value]
    if len(words) < 2:
        return None
    year = cardinal([word for word in words if word != "-"], grammar.language)
    return {"year": year} if year is not None and 1400 <= year <= 2199 else None


def _all(value: Any, _: Grammar) -> dict[str, Any] | None:
    if "first" in value:
        year = value["year"]
        return {"numeric": (value["first"], value["second"], year if year > 99 else 2000 + year)}
    made = {name: value[name] for name in ("year", "month", "day") if name in value}
    if "hour" in value:
        made |= {"clock": f"{value['hour']:02d}:{value['minute']:02d}", "kind": "date"}
    return made


def _clock(parts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The clock time of a rule's parts as HH:MM; None where twelve hours and more are said with am or pm."""
    if isinstance(parts.get("clock"), str):
        return {"clock": parts["clock"]}
    if "hour_h" in parts:
        hour, half = int(parts["hour_h"][0]), None
        minute = parts.get("minute") or 0
    elif "ampm_time" in parts:
        number, half = parts["ampm_time"]
        hour, minute = [*(int(part) for part in _DIGITS.findall(number)), 0][:2]
    else:
        clock = parts.get("clock") or parts
        hour, minute = clock.get("hour", clock.get("first")), clock.get("minute", clock.get("second")) or 0
        half = parts.get("ampm")
    if hour > 24 or minute > 59:
        return None
    if half is None:
        return {"clock": f"{hour:02d}:{minute:02d}"}
    half = "".join(half if isinstance(half, list) else [half]).lower()[0]
    return {"clock": f"{hour % 12 + (12 if half == 'p' else 0):02d}:{minute:02d}"} if hour <= 12 else None


def _based(name: str, base: int) -> Callable[[Any, Grammar], dict[str, Any] | None]:
    def make(value: Any, _: Grammar) -> dict[str, Any] | None:
        return {name: base + value} if isinstance(value, int) and value < 100 else None

    return make


def _decade_year(value: Any, _: Grammar) -> dict[str, Any] | None:
    return {"decade": value // 10} if value % 10 == 0 else None


def _range(value: Any, _: Grammar) -> dict[str, Any]:
    text = value if isinstance(value, str) else "".join(value) if isinstance(value, list) else str(value)
    return {"day": int(_DIGITS.findall(text)[0])}


_MAKERS: Mapping[str, Callable[[Any, Grammar], dict[str, Any] | None]] = {
    "n": _n,
    "day": _ordinal("day"),
    "century": _ordinal("century"),
    "quarter": _ordword("quarter"),
    "half": _ordword("half"),
    "year_words": _year_words,
    "all": _all,
    "range": _range,
    "n_range": lambda value, _: {"n": int(_DIGITS.findall(str(value))[0])},
    "fiscal_span": lambda value, _: {"year": 1 + int(str(value)[:4])},
    "year_span": lambda value, _: {"year": int(str(value)[:4])},
    "quarter_tag": lambda value, _: {"quarter": int(value[0])},
    "half_tag": lambda value, _: {"half": int(value[0])},
    "fiscal": lambda _value, _: {"fiscal": True},
    "short_year": _based("year", 1900),
    "decade_year": _decade_year,
    "short_decade_year": lambda value, _: {"decade": 190 + value // 10} if value % 10 == 0 else None,
    "short_decade": _based("decade", 190),
    "decade_name": _based("decade", 190),
    "fiscal_short": _based("year", 2000),
    "yearword": lambda _value, _: {"unit": "year"},
    "dir": lambda value, _: {"offset": value},
    "deictic": lambda value, _: {"offset": value},
    "other": lambda _value, _: {"n": 2},
    "bc": lambda _value, _: {"bc": True},
    "that": lambda _value, _: {"offset": 0, "anchor": "text"},
}
