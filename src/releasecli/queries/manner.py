"""What is a sentence worth as a line of its own?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from releasecli.queries.content import leans
from releasecli.resources import lexicon

_LEANS = 0.95
_FULL, _FEWEST = 12, 4  # words
_TELLS = 0.5


def manner(passage: str) -> float:
    """1 for a sentence that tells something and stands by itself, less for questions, speech, courtesies, fragments.

    Measured on news timelines (questions, quotations); a pronoun needs its neighbour.
    """
    worth = _LEANS if leans(passage) else 1.0
    small = passage.lower()
    for name, rule in _rules().items():
        if any(word in small for word in rule.get("needs", ("",))) and _pattern(name).search(passage):
            worth *= rule["worth"]
    return worth


def standing(passage: str) -> float:
    """The manner, and less for a passage of a few words, which says little by itself."""
    return manner(passage) * min(1.0, len(passage.split()) / _FULL)


def opening(passages: Sequence[str]) -> int:
    """The number of the first passage that may tell the news: no heading, question or greeting; 0 where none may."""
    return next((number for number, passage in enumerate(passages) if _may_open(passage)), 0)


def _may_open(passage: str) -> bool:
    return len(passage.split()) >= _FEWEST and manner(passage) >= _TELLS


def unended(passage: str) -> bool:
    """Whether a passage ends like a heading or a line of a list, not like a sentence."""
    return _pattern("unended").search(passage) is not None


def asks(passage: str) -> bool:
    """Whether a passage is a question, or what the press says in a transcript."""
    return any(_pattern(rule).search(passage) for rule in ("questioner", "question"))


def tells(passage: str) -> bool:
    """Whether a passage may tell what happened: no heading, no question, not how things are or will be."""
    return _state().search(passage) is None and not asks(passage)


def frames(passage: str) -> bool:
    """Whether a passage only says whose words follow, or where to ask."""
    return any(_pattern(rule).search(passage) for rule in ("preface", "address"))


def courteous(passage: str) -> bool:
    """Whether a passage is a greeting, thanks or talk about the course of the meeting."""
    return any(_pattern(rule).search(passage) for rule in ("courtesy", "staging"))


def nowadays(passage: str, date: str) -> bool:
    """Whether the date, such as "today", stands for the present age: the passage tells how things are."""
    return date.casefold() in _ages() and _pattern("nowadays").search(passage) is not None


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the file, PAST in it replaced."""
    return re.compile(pattern.replace("PAST", "".join(lexicon("en", "passages")["past"].split())))


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    return {rule["rule"]: rule for rule in lexicon("en", "passages")["manner"]}


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    """A rule's pattern, made when it is first asked: some take milliseconds."""
    return compiled(_rules()[rule]["pattern"])


@cache
def _state() -> re.Pattern[str]:
    return compiled(lexicon("en", "passages")["state"]["pattern"])


@cache
def _ages() -> frozenset[str]:
    return frozenset(lexicon("en", "passages")["ages"])
