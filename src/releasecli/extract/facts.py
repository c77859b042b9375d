"""In which order are facts found?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TypeVar

from releasecli.extract.figures import figures
from releasecli.extract.header import furniture
from releasecli.extract.names import names
from releasecli.extract.statements import statements
from releasecli.extract.times import times
from releasecli.model import Facts, Header, Name, Span, Statement, Time
from releasecli.text.marks import with_marks
from releasecli.text.sentences import sentences
from releasecli.text.wraps import unwrapped

RULES = 1  # the version of all rules together: facts in the cache carry it

_Fact = TypeVar("_Fact", bound=Span)


def facts(text: str, header: Header) -> Facts:
    """All facts of a text, offsets in its code points; furniture (stamps, footers, contacts) yields dates only."""
    flat = unwrapped(text)
    outside = furniture(flat)
    dated = _published(times(text, header), outside)
    named = tuple(_without_zones(_body(names(text, header), outside), dated))
    read = with_marks(flat)
    said = _body(statements(read, header, sentences(read, header.language), named), outside)
    if read != text:
        said = tuple(_as_written(text, said))
    return Facts(dated, named, said, _body(figures(text, header, dated), outside))


def _published(found: Iterable[Time], outside: Sequence[tuple[int, int]]) -> tuple[Time, ...]:
    """Dates in furniture are about the release, not about what it tells."""
    return tuple(replace(time, role="publication") if _within(time, outside) else time for time in found)


def _without_zones(named: Iterable[Name], dated: Sequence[Time]) -> Iterator[Name]:
    """Capitals inside a time are its zone ("8:30 a.m. ET"), no body."""
    taken = [(time.start, time.end) for time in dated if time.type == "TIME"]
    return (name for name in named if name.kind != "organisation" or not _within(name, taken))


def _as_written(text: str, said: Iterable[Statement]) -> Iterator[Statement]:
    """Statements that were read with marks put in, with the words as they stand in the text."""

    def own(span: _Fact) -> _Fact:
        return replace(span, text=text[span.start : span.end])

    for one in said:
        yield replace(
            own(one),
            cue=own(one.cue),
            speaker=own(one.speaker) if one.speaker else None,
            content=tuple(own(part) for part in one.content),
            addressee=own(one.addressee) if one.addressee else None,
        )


def _body(found: Iterable[_Fact], outside: Sequence[tuple[int, int]]) -> tuple[_Fact, ...]:
    return tuple(fact for fact in found if not _within(fact, outside))


def _within(fact: Span, outside: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(outside, fact.start, key=itemgetter(0)) - 1
    return at >= 0 and fact.start < outside[at][1]
