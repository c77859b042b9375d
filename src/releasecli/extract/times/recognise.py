"""Where does a text name a time, and what do the words alone say about it?"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from releasecli.extract.times.grammar import BLOCK, Grammar, Rule
from releasecli.extract.times.partial import Mention
from releasecli.extract.times.parts import partial
from releasecli.extract.times.tokens import starts, tokens
from releasecli.extract.times.vocabulary import folded

_BEHIND = 4  # a rule may take a name and what follows it (Moscow time)
_LEAD = 24  # no rule has more pieces before the word that tells of a time


class Reading(NamedTuple):
    """A text cut into pieces: `codes` a character for each, `starts` its offset."""

    text: str
    pieces: list[str]
    codes: str
    starts: list[int]


def read(text: str, grammar: Grammar) -> Reading:
    """The text as pieces and as classes of pieces."""
    pieces = tokens(text)
    codes = "".join(map(grammar.vocabulary.__getitem__, pieces))
    return Reading(text, pieces, codes, starts(pieces))


def mentions(reading: Reading, grammar: Grammar) -> list[Mention]:
    """All expressions of a text in order, not overlapping; what cannot be a date is left out."""
    codes, found, at = reading.codes, list[Mention](), 0
    for begin, end in _runs(codes, grammar):
        at = max(at, begin)
        while at < end:
            rule, behind = _fit(codes, at, end + _BEHIND, grammar)
            if behind > at:
                found += _mentions(reading, grammar, rule, at, behind)
            at = max(behind, at + 1)
    return found


def _fit(codes: str, at: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """The first rule that fits at a piece and the piece behind it, the same piece where none does."""
    for block in grammar.starts.get(codes[at], ()):
        match = grammar.blocks[block].match(codes, at, end)
        if match:
            return block * BLOCK + (match.lastindex or 1) - 1, match.end()
    return 0, at


def _runs(codes: str, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Runs of known pieces that hold a trigger."""
    done, known = 0, grammar.known.match
    for trigger in grammar.trigger.finditer(codes):
        at = trigger.start()
        if at < done:
            continue
        begin = at
        while begin > done and at - begin < _LEAD and known(codes, begin - 1):
            begin -= 1
        match = known(codes, at)
        done = match.end() if match else at + 1
        yield begin, done


def _mentions(reading: Reading, grammar: Grammar, number: int, first: int, last: int) -> Iterator[Mention]:
    rule, groups = grammar.rules[number], grammar.fields[number]
    match = groups.pattern.match(reading.codes, first)
    if match is None:
        return
    parts: dict[str, Any] = {}
    for (part, kind), (begin, end) in zip(groups.parts, match.regs[1:], strict=True):
        if begin >= 0 and part not in parts:
            parts[part] = _value(reading, grammar, kind, begin, end)
            if part == rule.each:
                members = begin, end
    parts = {**rule.sets, **parts}
    if rule.each:
        yield from _members(reading, grammar, rule, parts, (first, *members, last))
        return
    value = partial(rule.kind, parts, grammar)
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
    for n, (part, value, member_start, member_stop, piece, behind) in enumerate(members):
        is_first, is_last = n == 0, n == len(members) - 1
        made = partial(rule.kind, {**common, part: value, "neighbour": not is_last}, grammar)
        if made is None:
            return
        start = reading.starts[first] if is_first and first < begin and part != "quarter" else member_start
        stop = _end(reading, last) if is_last else member_stop
        pieces = (first if is_first else piece, last if is_last else behind)
        yield _mention(reading, rule, made, (start, stop), pieces)


def _listed(reading: Reading, grammar: Grammar, begin: int, end: int) -> Iterator[tuple[str, Any, int, int, int, int]]:
    """The members of a list as (part, value, start, end, first piece, piece behind); one like `16-17` holds two."""
    for n in range(begin, end):
        values, piece, start = (
            grammar.vocabulary.value_of(reading.pieces[n]),
            reading.pieces[n].rstrip(),
            reading.starts[n],
        )
        part = next((part for kind, part in _MEMBERS if kind in values), None)
        if part:
            kind = next(kind for kind, _ in _MEMBERS if kind in values)
            stop = _with_ending(reading, grammar, n, end)
            yield part, values[kind], start, _end(reading, stop), n, stop
        elif piece[:1].isdigit():
            left = "".join(_leading_digits(piece))
            right = piece[len(left) + 1 :]
            part = "year" if len(left) == 4 else "day"
            yield part, int(left), start, start + len(left), n, n + 1
            yield part, _full_year(left, right), start + len(left) + 1, start + len(piece), n, n + 1


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
