"""In what do two sentences on one topic differ?"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from releasecli.queries.compare.account import Fact, Sentence
from releasecli.queries.compare.durations import days
from releasecli.queries.compare.words import alike, contact, counts_people, opposed
from releasecli.text.tokens import words

_DAY = len("2023-03-21")
_PERIOD_AT_MOST = 100  # days
_NEAR = 8  # words
_SAME_LENGTH = 0.05


class Difference(NamedTuple):
    """What A and B say of the same thing: places in their texts, what about, and why they are set side by side."""

    topic: str
    a: tuple[int, int]
    b: tuple[int, int]
    why: str


def differences(a: Sentence, b: Sentence) -> Iterator[Difference]:
    """Figures, dates, durations and stance that differ between two sentences on one topic."""
    yield from _figures(a, b)
    yield from _dates(a, b)
    yield from _durations(a, b)
    yield from _stance(a, b)


def _figures(a: Sentence, b: Sentence) -> Iterator[Difference]:
    known = {_value(figure) for figure in a.figures} & {_value(figure) for figure in b.figures}
    left, right = ([figure for figure in side.figures if _value(figure) not in known] for side in (a, b))
    for one in left:
        other = next((other for other in right if _same_count(one, other)), None)
        if other is not None:
            right.remove(other)
            yield Difference("figure", _place(one), _place(other), f"{one['text']} and {other['text']}")


def _value(figure: Fact) -> tuple[float | None, float | None]:
    return figure["value"], figure["value_max"]


def _same_count(one: Fact, other: Fact) -> bool:
    """Whether two figures count the same thing."""
    if None in (one["value"], other["value"]) or (one["unit"] or None) != (other["unit"] or None):
        return False
    counted, against = one["counted"] or "", other["counted"] or ""
    if alike(counted, against) or (counts_people(counted) and counts_people(against)):
        return True
    return bool(one["unit"] and not (counted and against))


def _dates(a: Sentence, b: Sentence) -> Iterator[Difference]:
    left, right = _exact(a), _exact(b)
    if any(_agree(one, other) for one in left for other in right):
        return
    together = a.opening and b.opening and contact(a.text) and contact(b.text)
    pairs = [(x, y) for x in left for y in right if together or alike(_around(a, x), _around(b, y))]
    if pairs:
        one, other = min(pairs, key=lambda pair: _distance(*pair))
        yield Difference("date", _place(one), _place(other), f"{one['value']} and {other['value']}")


def _exact(sentence: Sentence) -> list[Fact]:
    """Dates that say when, to within a season, and years."""
    return [
        time
        for time in sentence.times
        if str(time["value"])[:4].isdecimal()
        and ((time["basis"] != "vague" and _length(time) <= _PERIOD_AT_MOST) or _year(time))
    ]


def _year(time: Fact) -> bool:
    return len(str(time["value"])) == 4 and bool(time["earliest"])


def _season(time: Fact) -> bool:
    return str(time["value"])[5:].isalpha()


def _agree(one: Fact, other: Fact) -> bool:
    """Whether two dates are the same, or the one is the year or season of the other."""
    longer, shorter = sorted((one, other), key=_length, reverse=True)
    ends = [time["latest"] or time["earliest"] for time in (shorter, longer)]
    inside = _first(longer) <= _first(shorter) and ends[0] <= ends[1]
    return inside and (_year(longer) or _season(longer) or _length(longer) == _length(shorter))


def _length(time: Fact) -> int:
    """Days from the first to the last; what begins or ends on a known day ("by June 1") is as exact as the day."""
    if bool(time["earliest"]) != bool(time["latest"]) and len(str(time["value"])) == _DAY:
        return 0
    if not time["earliest"] or not time["latest"]:
        return _PERIOD_AT_MOST + 1
    return date.fromisoformat(time["latest"]).toordinal() - date.fromisoformat(time["earliest"]).toordinal()


def _distance(one: Fact, other: Fact) -> int:
    return abs(date.fromisoformat(_first(one)).toordinal() - date.fromisoformat(_first(other)).toordinal())


def _first(time: Fact) -> str:
    return str(time["earliest"] or time["latest"])


def _around(sentence: Sentence, fact: Fact) -> str:
    """The small words near a fact: they say what it is the date of, as names of those who speak do not."""
    before = words(sentence.text[: fact["start"] - sentence.start])[-_NEAR:]
    after = words(sentence.text[fact["end"] - sentence.start :])[:_NEAR]
    return " ".join(word for word in (*before, *after) if word[:1].islower())


def _durations(a: Sentence, b: Sentence) -> Iterator[Difference]:
    left, right = ([(time, days(str(time["value"]))) for time in side.times] for side in (a, b))
    lasting = [[(time, length) for time, length in side if length] for side in (left, right)]
    pairs = [(one, other) for one in lasting[0] for other in lasting[1]]
    if pairs and not any(_as_long(one[1], other[1]) for one, other in pairs):
        (one, _), (other, _) = pairs[0]
        yield Difference("duration", _place(one), _place(other), f"{one['text']} and {other['text']}")


def _as_long(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_LENGTH * max(one, other)


def _stance(a: Sentence, b: Sentence) -> Iterator[Difference]:
    for one, other in ((one, other) for one in _claims(a.statements) for other in _claims(b.statements)):
        if any(opposed(x, y) for x in _attitudes(one) for y in _attitudes(other)):
            lemmas = f"{one['cue']['lemma']} and {other['cue']['lemma']}"
            yield Difference("stance", _place(one["cue"]), _place(other["cue"]), lemmas)
            return


def _claims(statements: Sequence[Fact]) -> list[Fact]:
    return [said for said in statements if said["kind"] != "topic" and not said["cue"]["negated"]]


def _attitudes(said: Fact) -> tuple[str, str]:
    return str(said["cue"]["stance"]), str(said["cue"]["lemma"])


def _place(fact: Fact) -> tuple[int, int]:
    return int(fact["start"]), int(fact["end"])
