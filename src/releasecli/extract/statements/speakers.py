"""Whom does a speaker's noun phrase stand for?"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from releasecli.extract.names.lexicon import slug
from releasecli.extract.statements.cast import Cast
from releasecli.extract.statements.roles import listed, role_of
from releasecli.model import Entity, Name

Basis = Literal["name", "role", "pronoun", "set", "passive", "hand"]
_SPLIT = re.compile(r",?\s+and\s+|,\s+|;\s+|\s+&\s+|\s+as\s+well\s+as\s+")
_COMMA = re.compile(r",\s+")
_COMMA_THE = re.compile(r",\s+(?=the\s)")
_OF_SEVERAL = re.compile(r"(?:[Tt]he |[Ss]enior |[Tt]op )*[a-z]+s (?:of|from|for) (?:the )?[A-Z][^,]* and [A-Z]")
_ARTICLE = re.compile(r"(?i)^(?:the|a|an|this|his|her|their|its|our|both|all)\s+")


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a phrase stands for, on which basis, and the reasons in order."""

    who: tuple[Entity, ...]
    basis: Basis
    why: str = ""


class Memory(NamedTuple):
    """Who has spoken so far: the last speakers, the last single one, the last group, all bodies.

    `unnamed`: the last speaker was somebody whom the release does not name.
    """

    last: tuple[Entity, ...] = ()
    single: Entity | None = None
    group: tuple[Entity, ...] = ()
    bodies: tuple[Entity, ...] = ()
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase of the text in one line, and the names inside it."""

    text: str
    span: tuple[int, int]
    phrase: str
    inside: tuple[Name, ...]

    @property
    def head(self) -> str:
        """The last word before a preposition, in lower case."""
        return re.split(r" (?:of|from|for|in) ", self.phrase)[0].split()[-1].lower()


def noted(memory: Memory, known: Known, cast: Cast) -> Memory:
    """What is remembered after a speaker; after one whom the release does not name, "he" or "they" is nobody known."""
    if not known.who:
        unnamed = known.basis in ("set", "role")
        return memory._replace(last=(), single=None, group=(), unnamed=True) if unnamed else memory
    memory = memory._replace(unnamed=False)
    memory, first = memory._replace(last=known.who), known.who[0]
    person = any(member.entity == first.entity for member in cast.members)
    if len(known.who) > 1 or known.basis == "set":
        return memory._replace(group=known.who)
    if not person and first not in memory.bodies[:2]:
        memory = memory._replace(bodies=(*memory.bodies[:1], first))
    return memory._replace(single=first) if person or known.basis == "role" else memory


def mention(text: str, span: tuple[int, int], cast: Cast) -> Mention:
    """The phrase at a place."""
    first = bisect_left(cast.names, span[0], key=lambda name: name.start)
    last = bisect_left(cast.names, span[1], key=lambda name: name.start)
    inside = tuple(name for name in cast.names[first:last] if name.end <= span[1])
    return Mention(text, span, " ".join(text[slice(*span)].split()), inside)


def parts(one: Mention) -> list[tuple[int, int]]:
    """The members of "A, B and C", no name cut in two."""
    start, end = one.span
    if _OF_SEVERAL.match(one.phrase):
        return [one.span]
    cuts = [
        m.span()
        for m in _SPLIT.finditer(one.text, start, end)
        if m.group().strip() != ","
        and not any(_within_office(name) < m.end() and m.start() < name.end for name in one.inside)
    ]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    found = [part for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b for part in _at_commas(one, a, b)]
    if _one_office(one, found):
        return [one.span]
    return found if all(_independent(one.text[a:b]) for a, b in found[1:]) else [one.span]


def _one_office(one: Mention, found: list[tuple[int, int]]) -> bool:
    """As in "Chief Technology | and Innovation Officer Ole Moe": the first part is neither name nor office."""
    if len(found) != 2 or [name.kind for name in one.inside if name.start >= found[1][0]] != ["person"]:
        return False
    start, end = found[0]
    named = any(start <= name.start and name.end == end for name in one.inside)
    first = one.text[start:end]
    named = named or first.lower() in listed("he")
    return not named and first.split()[-1][:1].isupper() and role_of(first, "en") is None


def _within_office(name: Name) -> int:
    """Where a name begins with the office before it: "Minister of Trade and Industry Ole Moe"."""
    rest = (name.office or "").rpartition(" and ")[2]
    own = name.office and rest != name.office and role_of(rest, "en") is None
    return name.start - len(name.office or "") - 1 if own else name.start


def _at_commas(one: Mention, start: int, end: int) -> Iterator[tuple[int, int]]:
    """As in "A, B, C": cut at the commas that stand between names of one kind, or before an article."""
    names = [name for name in one.inside if start <= name.start < end]
    for left, right in pairwise(names):
        comma = _COMMA.match(one.text, left.end, right.start)
        if comma and left.kind == right.kind and left.entity != right.entity:
            yield start, comma.start()
            start = comma.end()
    if not names:
        for comma in _COMMA_THE.finditer(one.text, start, end):
            yield start, comma.start()
            start = comma.end()
    yield start, end


def _independent(part: str) -> bool:
    first = part.split(maxsplit=1)[0] if part.strip() else ""
    return first[:1].isupper() or first.lower() in listed("determiners")


def pronoun(low: str, at: int, cast: Cast, memory: Memory) -> Known | None:
    """Whom "I", "we", "he" stand for; None where it is no pronoun."""
    if low in listed("i"):
        only = cast.members[0] if len(cast.members) == 1 else None
        who = cast.author or (Entity(only.entity, only.name) if only else memory.single)
        return _told(who, f"{low} = author of the release" if cast.author else f"{low} = last speaker")
    if low in listed("we"):
        if cast.signatories:
            return Known(cast.signatories, "pronoun", f"{low} = all whose statement it is")
        bodies = {name.entity for name in cast.names if name.kind != "person"}
        body = next((one for one in memory.last if one.entity in bodies), None)
        return _told(body or cast.side or cast.author, f"{low} = {'last body that spoke' if body else 'issuer'}")
    if low in listed("he"):
        return _single(low, at, cast, memory)
    if low == "it":
        return _told(_body_before(at, cast, memory), "it = last body that spoke or was named")
    return Known((), "pronoun") if low in listed("others") else None


def _single(low: str, at: int, cast: Cast, memory: Memory) -> Known:
    """Whom "he" or "she" stands for: the last speaker, but a known woman before an unknown one."""
    if memory.unnamed:
        return Known((), "pronoun")
    own, other = (cast.women, cast.men) if low in ("she", "her") else (cast.men, cast.women)
    last, named = memory.single, _before(at, cast, own)
    if last and (last.entity in own or ((named is None or own is cast.men) and last.entity not in other)):
        return _told(last, f"{low} = last speaker")
    return _told(named or _before(at, cast, None, other), f"{low} = last person named")


def _body_before(at: int, cast: Cast, memory: Memory) -> Entity | None:
    """The body that spoke last, where no person did; else the last one named before a place."""
    people = {member.entity for member in cast.members}
    if len(memory.last) == 1 and memory.last[0].entity not in people:
        return memory.last[0]
    k = bisect_left(cast.names, at, key=lambda name: name.start) - 1
    while k >= 0 and cast.names[k].kind != "organisation":
        k -= 1
    return Entity(cast.names[k].entity, cast.names[k].name) if k >= 0 else None


def _told(who: Entity | None, why: str) -> Known:
    return Known((who,), "pronoun", why) if who else Known((), "pronoun")


def _before(at: int, cast: Cast, among: frozenset[str] | None, but: frozenset[str] = frozenset()) -> Entity | None:
    """The last person named before a place, of these and none of those."""
    k = bisect_left(cast.names, at, key=lambda name: name.start) - 1
    while k >= 0 and not _fits(cast.names[k], among, but):
        k -= 1
    return Entity(cast.names[k].entity, cast.names[k].name) if k >= 0 else None


def _fits(name: Name, among: frozenset[str] | None, but: frozenset[str]) -> bool:
    return name.kind == "person" and name.entity not in but and (among is None or name.entity in among)


def bare(phrase: str) -> str:
    """The phrase without its article."""
    return _ARTICLE.sub("", phrase)


def itself(phrase: str, basis: Basis) -> Known:
    """A body or person without a known name, called by the phrase itself."""
    name = bare(phrase)
    return Known((Entity(slug(name), name),), basis, f"{phrase} = itself")
