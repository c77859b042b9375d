"""Which days matter?"""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from heapq import nlargest
from typing import NamedTuple

# Measured on news timelines: a day still spoken of long after matters more, one of a busy week only looks busy.
# A sentence that opens with its date is an entry of somebody's chronology; two words of the query say more than one.
_BUSY = 0.2
_SPREAD = 0.3
_OPENS = 1.0
_ASKED_TWICE = 0.5
_AROUND = range(-3, 4)
_TOPIC_AT_MOST = 2.0
_SCORE, _VOICES = 0.3, 0.25
MOST = 20  # days that stand out


class Mention(NamedTuple):
    """A sentence that speaks of a day.

    `voice`: near-duplicate releases share one; `asked`: how many words of the query it holds; `topic`: how much it
    speaks the language of the query's sentences; `weight`: below 1 for periods and vague dates; `opens`: the sentence
    begins with the date.
    """

    day: str
    voice: int
    published: str | None
    asked: int
    topic: float = 0.0
    weight: float = 1.0
    opens: bool = False


class Day(NamedTuple):
    """A day and what speaks for it: `voices` releases name it beside the query, the last `lag` days after it."""

    day: str
    score: float
    voices: int
    lag: int


def ranked(mentions: Iterable[Mention], published: Mapping[str, int]) -> tuple[Day, ...]:
    """The days, the most important first; `published` says how many releases came out on each day."""
    days: dict[str, list[Mention]] = {}
    for mention in mentions:
        days.setdefault(mention.day, []).append(mention)
    scored = [_scored(day, found, published) for day, found in days.items()]
    return tuple(sorted(scored, key=lambda day: (-day.score, day.day)))


def enough(days: tuple[Day, ...], most: int = MOST) -> tuple[Day, ...]:
    """As many days as stand out: at least three tenths of the sixth best day's score, at most `most`.

    What a release or two alone tell is not set beside what many tell: a quarter of the sixth best number of voices.
    """
    best = [day for day in days[:most] if day.score >= _SCORE * _sixth([day.score for day in days])]
    least = _VOICES * _sixth([day.voices for day in best])
    return tuple(day for day in best if day.voices >= least)


def _sixth(values: Iterable[float]) -> float:
    """The sixth best value, or the worst of fewer."""
    return min(nlargest(6, values), default=0.0)


def _scored(day: str, mentions: list[Mention], published: Mapping[str, int]) -> Day:
    best: dict[tuple[str, int | str | None], float] = {}
    lag = 0
    for mention in mentions:
        for reason, worth in _reasons(mention):
            best[reason] = max(best.get(reason, 0.0), worth)
        if mention.asked:
            lag = max(lag, _days_between(day, mention.published))
    voices = sum(1 for kind, _ in best if kind == "beside")
    return Day(day, sum(best.values()) * math.log(2 + lag) / _busy(day, published), voices, lag)


def _reasons(mention: Mention) -> Iterator[tuple[tuple[str, int | str | None], float]]:
    """What a mention says for its day; of equal reasons the weightiest counts, once."""
    voice, weight = mention.voice, mention.weight
    yield ("topic", voice), weight * min(_TOPIC_AT_MOST, mention.topic)
    if mention.opens:
        yield ("opens", voice), weight * _OPENS
    if mention.asked:
        yield ("beside", voice), weight
        yield ("spoken", mention.published), weight * _SPREAD
    if mention.asked > 1:
        yield ("twice", voice), weight * _ASKED_TWICE


def _busy(day: str, published: Mapping[str, int]) -> float:
    """How much was published in the week around the day, dampened."""
    middle = ordinal(day)
    if middle is None:
        return 1.0
    around = sum(published.get(iso(middle + shift), 0) for shift in _AROUND)
    return float((1 + around / len(_AROUND)) ** _BUSY)


def _days_between(day: str, later: str | None) -> int:
    first, last = ordinal(day), ordinal(later or "")
    return max(0, last - first) if first is not None and last is not None else 0


@cache
def ordinal(day: str) -> int | None:
    """The number of an ISO day, or of a day in the middle of a month or year; None where the calendar has none."""
    for ending in ("", "-15", "-07-01"):
        try:
            return date.fromisoformat(day[:10] + ending).toordinal()
        except ValueError:
            continue
    return None


@cache
def iso(number: int) -> str:
    """The ISO day of a number, empty where the calendar ends."""
    return date.fromordinal(number).isoformat() if 1 <= number <= date.max.toordinal() else ""
