"""In what do two sentences on one topic differ?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from releasecli.queries.compare.account import Account, Fact, Sentence
from releasecli.queries.compare.words import contact, side, small_words
from releasecli.queries.content import content
from releasecli.text.fold import key

_NAMED = re.compile(r"\b(?:the|The|a|this)\s+(?P<name>[^\W\d_a-z][\w’'-]+)\s+(?P<thing>[a-z]{3,})")
_PERIOD_AT_MOST = 100
_VERBAL = ("ed", "ing", "ly")


@dataclass(frozen=True, slots=True)
class Difference:
    """What A and B say of the same thing: places in their texts, what about, and why they are set side by side."""

    topic: str
    a: tuple[int, int]
    b: tuple[int, int]
    why: str


def differences(a: Sentence, b: Sentence) -> Iterator[Difference]:
    """Figures, dates and stance that differ between two sentences on one topic."""
    yield from _figures(a, b)
    yield from _dates(a, b)
    yield from _stance(a, b)


def names(a: Account, b: Account) -> Iterator[Difference]:
    """Things with one name and another word for what they are: the Lachin road, the Lachin corridor."""
    small = small_words([a.text, b.text])
    left, right = _named(a), _named(b)
    for name, things in left.items():
        others = right.get(name, {})
        if things.keys() & others.keys() or not others:
            continue
        (thing, here), (other, there) = next(iter(things.items())), next(iter(others.items()))
        if thing in small and other in small:
            yield Difference("name", here, there, f"one name, {thing} and {other}")


def _named(account: Account) -> dict[str, dict[str, tuple[int, int]]]:
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for match in _NAMED.finditer(account.text):
        thing = match["thing"]
        if thing.endswith(_VERBAL) or not content(thing) or contact(match["name"]):
            continue
        found.setdefault(key(match["name"]), {}).setdefault(thing, (match.start("name"), match.end()))
    return found


def _figures(a: Sentence, b: Sentence) -> Iterator[Difference]:
    for one in a.figures:
        rivals = [other for other in b.figures if _same_count(one, other)]
        if rivals and not any(_same_value(one, other) for other in rivals):
            other = rivals[0]
            yield Difference("figure", _place(one), _place(other), f"{one['text']} and {other['text']}")


def _same_count(one: Fact, other: Fact) -> bool:
    """Whether two figures count the same thing."""
    if (one["unit"] or None) != (other["unit"] or None):
        return False
    counted = content(one["counted"] or "") & content(other["counted"] or "")
    return bool(counted) or bool(one["unit"] and not (one["counted"] and other["counted"]))


def _same_value(one: Fact, other: Fact) -> bool:
    return bool(one["value"] == other["value"] and one["value_max"] == other["value_max"])


def _dates(a: Sentence, b: Sentence) -> Iterator[Difference]:
    left, right = _exact(a), _exact(b)
    if not left or not right or any(_range(one) == _range(other) for one in left for other in right):
        return
    one, other = min(((one, other) for one in left for other in right), key=lambda pair: _distance(*pair))
    yield Difference("date", _place(one), _place(other), f"{one['value']} and {other['value']}")


def _exact(sentence: Sentence) -> list[Fact]:
    """Dates that say when, to within a season, and years."""
    return [
        time
        for time in sentence.times
        if (time["basis"] != "vague" and _length(time) <= _PERIOD_AT_MOST) or _year(time)
    ]


def _year(time: Fact) -> bool:
    return len(str(time["value"])) == 4 and bool(time["earliest"])


def _range(time: Fact) -> tuple[str | None, str | None]:
    return time["earliest"], time["latest"]


def _length(time: Fact) -> int:
    if not time["earliest"] or not time["latest"]:
        return _PERIOD_AT_MOST + 1
    return date.fromisoformat(time["latest"]).toordinal() - date.fromisoformat(time["earliest"]).toordinal()


def _distance(one: Fact, other: Fact) -> int:
    return abs(date.fromisoformat(one["earliest"]).toordinal() - date.fromisoformat(other["earliest"]).toordinal())


def _stance(a: Sentence, b: Sentence) -> Iterator[Difference]:
    left, right = _attitudes(a.statements), _attitudes(b.statements)
    if not left or not right:
        return
    for one, attitude in left:
        for other, against in right:
            if attitude != against and "against" in (attitude, against):
                lemmas = f"{one['cue']['lemma']} and {other['cue']['lemma']}"
                yield Difference("stance", _place(one["cue"]), _place(other["cue"]), lemmas)
                return


def _attitudes(statements: Sequence[Fact]) -> list[tuple[Fact, str | None]]:
    return [(said, side(str(said["cue"]["lemma"]))) for said in statements]


def _place(fact: Fact) -> tuple[int, int]:
    return int(fact["start"]), int(fact["end"])
