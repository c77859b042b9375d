"""How are the facts of a release kept?

Once: a line of JSON a kind, a list a field, spans as steps from the fact before or as distances from the statement
around them. Words are not kept, they are the text's; who is named stands once, in the last line, and is a number in the
others. All is compressed with the text as dictionary. A reader opens the lines it needs.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what opens facts makes plain dicts: a search needs no dataclass of them
    from releasecli.model.entity import Entity
    from releasecli.model.facts import Facts, Name, Statement
    from releasecli.model.span import Span

Fact = dict[str, Any]
KINDS = ("times", "names", "statements", "figures")
_TIME = (
    "type", "value", "earliest", "latest", "until", "mod", "basis", "role", "ambiguous", "rule", "anchor", "readings",
)  # fmt: skip
_NAME = ("kind", "office", "state", "why")
_STATEMENT = ("kind", "basis", "rule", "why")
_FIGURE = ("value", "value_max", "bound", "unit", "counted", "rule")
_USUAL = (  # what most facts hold, the most frequent last; another text here needs another version of the cache
    b'"fiscal-year","unknown","several","zero","duration","PRESENT_REF","last-period","month-day","TIME","SET",'
    b'"deictic","DURATION","vague","role","set","passive","welcome","call-for","inform","announce","express","pronoun",'
    b'"quotation","direct","np","indirect","name","assert",false],"percent","USD","words","digits+unit","~",">","digits",'
    b'"=","other","form","surname","first name","title","capitals","head","list","US","organisation","place","person",'
    b'[],[],[],[],null,null,null,null,null,null,null],[false,false,false,false],["inferred","stated","event","DATE","DATE"'
)
_WINDOW = 1 << 15  # that is as far as zlib looks back


def packed(text: str, facts: "Facts") -> bytes:
    """The facts of a text as bytes."""
    known: dict[tuple[str, str], int] = {}
    lines = [
        [*_steps(facts.times), *_fields(facts.times, _TIME)],
        [*_steps(facts.names), [_number(known, name) for name in facts.names], *_fields(facts.names, _NAME)],
        [*_steps(facts.statements), *_parts(facts.statements, known), *_fields(facts.statements, _STATEMENT)],
        [*_steps(facts.figures), *_fields(facts.figures, _FIGURE)],
        [_short(*entity) for entity in known],
    ]
    body = "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    stream = zlib.compressobj(zdict=_dictionary(text))
    return stream.compress(body.encode("utf-8", "surrogatepass")) + stream.flush()


def opened(body: bytes, text: str, kinds: Sequence[str] = KINDS) -> dict[str, list[Fact]]:
    """Facts of these kinds as in the output contract; `text` is the one they were found in.

    Raises zlib.error where body and text do not belong together.
    """
    stream = zlib.decompressobj(zdict=_dictionary(text))
    whole = stream.decompress(body)
    if not stream.eof:
        raise zlib.error("facts end too early")
    lines = whole.decode("utf-8", "surrogatepass").split("\n")
    who = [_entity(*parts) for parts in json.loads(lines[-1])]
    return {kind: [*_OPENED[kind](json.loads(lines[KINDS.index(kind)]), text, who)] for kind in kinds}


def _dictionary(text: str) -> bytes:
    return (text.encode("utf-8", "surrogatepass") + _USUAL)[-_WINDOW:]


def _steps(found: "Sequence[Span]") -> tuple[list[int], list[int]]:
    """How far each fact begins behind the one before, and how long it is."""
    starts = [fact.start for fact in found]
    return [start - before for before, start in zip([0, *starts], starts, strict=False)], [
        fact.end - fact.start for fact in found
    ]


def _fields(found: "Sequence[Span]", names: Sequence[str]) -> list[list[Any]]:
    return [[getattr(fact, name) for fact in found] for name in names]


def _parts(found: "Sequence[Statement]", known: dict[tuple[str, str], int]) -> Iterator[list[Any]]:
    """Speaker, who, cue, content and addressee of each statement."""
    yield [said.speaker and _near(said.speaker, said) for said in found]
    yield [[_number(known, who) for who in said.who] for said in found]
    yield [[*_near(said.cue, said), said.cue.lemma, said.cue.stance, said.cue.negated] for said in found]
    yield [[_near(part, said) for part in said.content] for said in found]
    yield [
        said.addressee and [*_near(said.addressee, said), [_number(known, who) for who in said.addressee.who]]
        for said in found
    ]


def _near(part: "Span", around: "Span") -> list[int]:
    return [part.start - around.start, part.end - part.start]


def _number(known: dict[tuple[str, str], int], who: "Entity | Name") -> int:
    return known.setdefault((who.entity, who.name), len(known))


def _short(slug: str, name: str) -> list[str]:
    """The name, with the slug only where the name does not give it."""
    return [name] if slug == _slug(name) else [name, slug]


def _entity(name: str, slug: str | None = None) -> dict[str, str]:
    return {"entity": _slug(name) if slug is None else slug, "name": name}


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _times(columns: list[list[Any]], text: str, _: object) -> Iterator[Fact]:
    for span, values in _placed(columns, text):
        yield span | dict(zip(_TIME, values, strict=True))


def _names(columns: list[list[Any]], text: str, who: Sequence[Mapping[str, str]]) -> Iterator[Fact]:
    for span, (number, kind, office, state, why) in _placed(columns, text):
        yield {**span, "kind": kind, **who[number], "office": office, "state": state, "why": why}


def _statements(columns: list[list[Any]], text: str, who: Sequence[Mapping[str, str]]) -> Iterator[Fact]:
    for span, (speaker, heads, cue, content, addressee, kind, basis, rule, why) in _placed(columns, text):
        start = span["start"]
        yield {
            **span,
            "kind": kind,
            "speaker": speaker and _span(text, start + speaker[0], speaker[1]),
            "who": [dict(who[number]) for number in heads],
            "basis": basis,
            "cue": _span(text, start + cue[0], cue[1]) | {"lemma": cue[2], "stance": cue[3], "negated": cue[4]},
            "content": [_span(text, start + distance, length) for distance, length in content],
            "addressee": addressee
            and _span(text, start + addressee[0], addressee[1]) | {"who": [dict(who[n]) for n in addressee[2]]},
            "rule": rule,
            "why": why,
        }


def _figures(columns: list[list[Any]], text: str, _: object) -> Iterator[Fact]:
    for span, values in _placed(columns, text):
        yield span | dict(zip(_FIGURE, values, strict=True))


def _placed(columns: list[list[Any]], text: str) -> Iterator[tuple[Fact, list[Any]]]:
    """Each fact's span, and the rest of its values."""
    steps, lengths, *rest = columns
    for start, length, *values in zip(accumulate(steps), lengths, *rest, strict=True):
        yield _span(text, start, length), values


def _span(text: str, start: int, length: int) -> Fact:
    return {"start": start, "end": start + length, "text": text[start : start + length]}


_Open = Callable[[list[list[Any]], str, Sequence[Mapping[str, str]]], Iterator[Fact]]
_OPENED: dict[str, _Open] = {"times": _times, "names": _names, "statements": _statements, "figures": _figures}
