"""Where does a text name a time, and what do the words alone say about it?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from releasecli.extract.times.grammar import Grammar, Rule
from releasecli.extract.times.partial import Mention
from releasecli.extract.times.parts import partial
from releasecli.extract.times.tokens import starts, tokens
from releasecli.extract.times.vocabulary import folded


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into pieces: `codes` has one character a piece, `starts` its offset."""

    text: str
    pieces: list[str]
    codes: str
    starts: list[int]


def read(text: str, grammar: Grammar) -> Reading:
    """The text as pieces and as classes of pieces."""
    pieces = tokens(text)
    return Reading(text, pieces, "".join(map(grammar.vocabulary.__getitem__, pieces)), starts(pieces))


def mentions(reading: Reading, grammar: Grammar) -> list[Mention]:
    """All expressions of a text in order, not overlapping; what cannot be a date is left out."""
    found: list[Mention] = []
    codes, rules = reading.codes, grammar.rules
    for run in grammar.run.finditer(codes):
        if not grammar.trigger.search(codes, run.start(), run.end()):
            continue
        for match in grammar.any_rule.finditer(codes, run.start(), run.end() + 1):
            rule = rules[(match.lastindex or 1) - 1]
            if match.end() > match.start():
                found += _mentions(reading, grammar, rule, match.start(), match.end())
    return found


def _mentions(reading: Reading, grammar: Grammar, rule: Rule, first: int, last: int) -> Iterator[Mention]:
    match = rule.fields.match(reading.codes, first)
    if match is None:
        return
    fields: dict[str, Any] = dict(rule.sets)
    for group, (part, kind) in rule.parts.items():
        begin, end = match.span(group)
        if begin >= 0 and part not in fields:
            fields[part] = _value(reading, grammar, kind, begin, end)
    if rule.each:
        begin, end = next(
            match.span(group)
            for group, (part, _) in rule.parts.items()
            if part == rule.each and match.start(group) >= 0
        )
        yield from _members(reading, grammar, rule, fields, (first, begin, end, last))
        return
    value = partial(rule.kind, fields, grammar)
    if value is not None:
        yield _mention(reading, rule, value, (reading.starts[first], _end(reading, last)), (first, last))


def _mention(reading: Reading, rule: Rule, value: Any, span: tuple[int, int], pieces: tuple[int, int]) -> Mention:
    start, end = span
    return Mention(start, end, reading.text[start:end], rule.name, value, *pieces)


def _end(reading: Reading, last: int) -> int:
    """The offset behind a piece without the blanks that belong to it."""
    return reading.starts[last - 1] + len(reading.pieces[last - 1].rstrip())


def _value(reading: Reading, grammar: Grammar, kind: str, begin: int, end: int) -> Any:
    """What a part of a rule stands for: the value of its class, or its words where it is a phrase or a macro."""
    if end - begin == 1:
        values = grammar.vocabulary.value_of(reading.pieces[begin])
        if kind in values:
            return values[kind]
        words = [reading.pieces[begin].strip()]
    else:
        words = [piece.rstrip() for piece in reading.pieces[begin:end]]
    phrases = grammar.vocabulary.words.phrases.get(kind)
    if phrases:
        from_phrase = phrases.get(tuple(folded(word) for word in words))
        if from_phrase is not None:
            return from_phrase
    return words


def _members(
    reading: Reading, grammar: Grammar, rule: Rule, fields: Mapping[str, Any], bounds: tuple[int, int, int, int]
) -> Iterator[Mention]:
    """One mention a member of a list; the first takes what stands before the list, the last what stands behind."""
    first, begin, end, last = bounds
    members = list(_listed(reading, grammar, begin, end))
    common = {name: value for name, value in fields.items() if name != rule.each}
    for n, (part, value, start, stop, piece) in enumerate(members):
        made = partial(rule.kind, {**common, part: value, "neighbour": n < len(members) - 1}, grammar)
        if made is None:
            return
        if n == 0:
            start = reading.starts[first] if first < begin and part != "quarter" else start
        if n == len(members) - 1:
            stop = _end(reading, last)
        yield _mention(
            reading,
            rule,
            made,
            (start, stop),
            (first if n == 0 else piece, last if n == len(members) - 1 else piece + 1),
        )


def _listed(reading: Reading, grammar: Grammar, begin: int, end: int) -> Iterator[tuple[str, Any, int, int, int]]:
    """The members of a list as (part, value, start, end, piece); a piece like `16-17` holds two."""
    for n in range(begin, end):
        values, piece, start = grammar.vocabulary.value_of(reading.pieces[n]), reading.pieces[n].rstrip(), reading.starts[n]
        part = next((part for kind, part in _MEMBERS if kind in values), None)
        if part:
            kind = next(kind for kind, _ in _MEMBERS if kind in values)
            yield part, values[kind], start, _end(reading, _with_ending(reading, grammar, n, end)), n
        elif piece[:1].isdigit():
            left = "".join(_leading_digits(piece))
            right = piece[len(left) + 1 :]
            part = "year" if len(left) == 4 else "day"
            yield part, int(left), start, start + len(left), n
            yield part, _full_year(left, right), start + len(left) + 1, start + len(piece), n


_MEMBERS = (("day", "day"), ("year", "year"), ("ordword", "quarter"), ("ord", "day"))
_LINKS = frozenset({"comma", "and", "dash", "to", "the"})


def _with_ending(reading: Reading, grammar: Grammar, piece: int, end: int) -> int:
    """The piece behind a member and its ending (`3.`, `5-dən`); what only links it to the next is left out."""
    stop = piece + 1
    while stop < end and not any(kind in grammar.vocabulary.value_of(reading.pieces[stop]) for kind, _ in _MEMBERS):
        stop += 1
    while stop > piece + 1 and not _LINKS.isdisjoint(grammar.vocabulary.value_of(reading.pieces[stop - 1])):
        stop -= 1
    return stop


def _leading_digits(piece: str) -> Iterator[str]:
    for sign in piece:
        if not sign.isdigit():
            return
        yield sign


def _full_year(left: str, right: str) -> int:
    """`22` behind `2021` is 2022."""
    return int(left[: len(left) - len(right)] + right) if len(right) < len(left) == 4 else int(right)
