"""What does a person's correction do to the facts?

A correction quotes a run of the text and is about the facts that lie in it or around it: a short quotation picks one
fact, a whole sentence all of its facts. `set` takes `speaker` (a name, or several with `;`), `date` (an ISO value) or
`value` (of a figure); `drop` takes `times`, `names`, `statements`, `figures`, or the very words of one fact.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from releasecli.extract.facts import facts
from releasecli.model.entity import Entity
from releasecli.model.facts import Facts, Figure, Statement
from releasecli.model.release import Correction, Release
from releasecli.model.span import Span
from releasecli.model.times import Time
from releasecli.store.cache.rows import days
from releasecli.text.fold import key
from releasecli.text.tokens import tokens

_Fact = TypeVar("_Fact", bound=Span)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
KINDS = ("times", "names", "statements", "figures")


def facts_of(release: Release) -> tuple[Facts, tuple[Correction, ...]]:
    """The facts of a release as a person corrected them, and the corrections that touch nothing any more."""
    return corrected(release.text, facts(release.text, release.header), release.corrections)


def corrected(text: str, found: Facts, corrections: Sequence[Correction]) -> tuple[Facts, tuple[Correction, ...]]:
    """The facts as corrected, and the corrections that touch nothing any more."""
    lost = []
    for correction in corrections:
        before, where = found, quoted(text, correction.sentence)
        if where:
            found = _apply(found, correction, where)
        if not where or found == before:
            lost.append(correction)
    return found, tuple(lost)


def quoted(text: str, quotation: str) -> tuple[int, int] | None:
    """Where a quotation stands; runs of white space are alike."""
    words = quotation.split()
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return match.span() if match else None


def _apply(found: Facts, correction: Correction, where: tuple[int, int]) -> Facts:
    if correction.drop:
        found = replace(found, **{kind: _kept(getattr(found, kind), kind, correction.drop, where) for kind in KINDS})
    if "date" in correction.set:
        found = replace(found, times=_each(found.times, where, lambda time: _dated(time, correction.set["date"])))
    if "speaker" in correction.set:
        found = replace(found, statements=_each(found.statements, where, lambda said: _said(said, correction.set)))
    if "value" in correction.set:
        found = replace(found, figures=_each(found.figures, where, lambda figure: _valued(figure, correction.set)))
    return found


def _about(fact: Span, where: tuple[int, int]) -> bool:
    """Does the fact lie in the quotation, or the quotation in the fact?"""
    return (where[0] <= fact.start and fact.end <= where[1]) or (fact.start <= where[0] and where[1] <= fact.end)


def _each(found: tuple[_Fact, ...], where: tuple[int, int], change: Callable[[_Fact], _Fact]) -> tuple[_Fact, ...]:
    return tuple(change(fact) if _about(fact, where) else fact for fact in found)


def _kept(found: tuple[_Fact, ...], kind: str, drop: str, where: tuple[int, int]) -> tuple[_Fact, ...]:
    return tuple(fact for fact in found if not (_about(fact, where) and drop in (kind, fact.text)))


def _dated(time: Time, value: str) -> Time:
    """The time with a value set by hand; what is no ISO date changes nothing."""
    if not _DATE.fullmatch(value):
        return time
    first, last = days(value)
    return replace(
        time,
        value=value,
        earliest=first,
        latest=last,
        until=None,
        basis="stated",
        ambiguous=False,
        readings=(),
        rule="hand",
    )


def _said(said: Statement, values: Mapping[str, str]) -> Statement:
    names = [name.strip() for name in values["speaker"].split(";")]
    who = tuple(Entity(_slug(name), name) for name in names if name)
    return replace(said, who=who, basis="hand", why="hand")


def _slug(name: str) -> str:
    return "-".join(key(token.text) for token in tokens(name))


def _valued(figure: Figure, values: Mapping[str, str]) -> Figure:
    try:
        number = float(values["value"].replace(",", ""))
    except ValueError:
        return figure
    return replace(figure, value=int(number) if number.is_integer() else number, value_max=None, bound="=", rule="hand")
