"""Whom does a speaker's noun phrase stand for?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from releasecli.extract.names.lexicon import slug
from releasecli.extract.statements.cast import Cast, Role, holders, role_of, state_in
from releasecli.model import Entity, Name
from releasecli.resources import lexicon

Basis = Literal["name", "role", "pronoun", "set", "passive", "hand"]
_PRONOUNS = frozenset(("he", "she", "i", "we", "me", "you", "who", "him", "her", "it", "everyone", "one", "us"))
_THEY = frozenset(("they", "them", "both", "both of them", "all", "the two", "the three", "the latter"))
_SPLIT = re.compile(r",? and |, |; | & | as well as ")
_PARTICLES = frozenset(
    (
        "bin",
        "al",
        "el",
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "di",
        "la",
        "le",
        "ibn",
        "dos",
        "du",
        "ter",
        "bint",
        "ul",
    )
)
_ARTICLE = re.compile(r"(?i)^(?:the|a|an|this|his|her|their|its|our|both|all)\s+")
_MESSAGE = re.compile(
    r"(?i)(?:the|his|her|their) (?:\w+ )?(?:message|letter|statement|telegram|greeting|speech|post|tweet|report)"
)
_COUNTERPART = re.compile(r"(?i)\bcounterpart\b")


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a phrase stands for, on which basis, and the reasons in order."""

    who: tuple[Entity, ...]
    basis: Basis
    why: str


@dataclass(slots=True)
class Memory:
    """Who has spoken so far: the last speakers, the last single one, the last group, all bodies."""

    last: tuple[Entity, ...] = ()
    single: Entity | None = None
    group: tuple[Entity, ...] = ()
    bodies: list[Entity] = field(default_factory=list)

    def note(self, known: Known, people: frozenset[str]) -> None:
        """Remember a speaker."""
        if not known.who:
            return
        self.last = known.who
        if len(known.who) > 1 or known.basis == "set":
            self.group = known.who
        elif known.who[0].entity in people or known.basis == "role":
            self.single = known.who[0]
        if len(known.who) == 1 and known.who[0].entity not in people and known.who[0] not in self.bodies:
            self.bodies.append(known.who[0])


def resolve(text: str, span: tuple[int, int], cast: Cast, memory: Memory) -> Known:
    """The people or bodies a noun phrase stands for; nobody where the release does not say."""
    phrase = " ".join(text[slice(*span)].split())
    low = phrase.lower()
    inside = [name for name in cast.names if span[0] <= name.start and name.end <= span[1]]
    if low in _PRONOUNS:
        return _pronoun(low, span[0], cast, memory)
    if low in _THEY:
        return _they(low, cast, memory)
    parts = _parts(text, span, inside)
    if len(parts) > 1:
        return _several(text, parts, cast, memory)
    return _one(text, span, phrase, inside, cast, memory)


def _parts(text: str, span: tuple[int, int], inside: Sequence[Name]) -> list[tuple[int, int]]:
    """The members of "A, B and C", no name cut in two."""
    cuts = [
        m.span()
        for m in _SPLIT.finditer(text, *span)
        if not any(n.start < m.end() and m.start() < n.end for n in inside)
    ]
    edges = [span[0], *(edge for cut in cuts for edge in cut), span[1]]
    parts = [one for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b for one in _listed(text, a, b, inside)]
    return parts if all(_independent(text[a:b]) for a, b in parts[1:]) else [span]


def _listed(text: str, start: int, end: int, inside: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """As in "A, B, C": cut at the commas that stand between names of one kind."""
    names = [name for name in inside if start <= name.start < end]
    for one, two in pairwise(names):
        comma = text.find(", ", one.end, two.start)
        if comma == one.end and one.kind == two.kind and one.entity != two.entity:
            yield start, comma
            start = comma + 2
    yield start, end


def _independent(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    return first[:1].isupper() or first.lower() in (
        "the",
        "his",
        "her",
        "their",
        "its",
        "our",
        "a",
        "an",
        "both",
        "other",
    )


def _several(text: str, parts: Sequence[tuple[int, int]], cast: Cast, memory: Memory) -> Known:
    found = [resolve(text, part, cast, memory) for part in parts]
    who = tuple({one.entity: one for known in found for one in known.who}.values())
    named = any(known.basis == "name" for known in found)
    complete = all(known.who for known in found)
    return Known(who, "name" if named and complete else "set", "; ".join(known.why for known in found if known.why))


def _pronoun(low: str, at: int, cast: Cast, memory: Memory) -> Known:
    if low in ("i", "me"):
        who = cast.author or (memory.single if len(cast.members) != 1 else _entity(cast.members[0]))
        return Known(
            (who,) if who else (),
            "pronoun",
            f"{low} = author of the release" if cast.author else f"{low} = last speaker",
        )
    if low in ("we", "us"):
        state = next(
            (one for one in memory.last if any(n.entity == one.entity and n.kind != "person" for n in cast.names)), None
        )
        who = state or cast.side or cast.author
        return Known(
            (who,) if who else (), "pronoun", f"{low} = " + ("last body that spoke" if state else "side of the issuer")
        )
    if low in ("he", "she", "who", "him", "her"):
        who = memory.single or _before(at, cast)
        return Known(
            (who,) if who else (),
            "pronoun",
            f"{low} = " + ("last single speaker" if memory.single else "last person named"),
        )
    return Known((), "pronoun", "")


def _entity(member: Name | object) -> Entity:
    return Entity(member.entity, member.name)  # type: ignore[attr-defined]


def _before(at: int, cast: Cast) -> Entity | None:
    people = [name for name in cast.names if name.kind == "person" and name.start < at]
    return Entity(people[-1].entity, people[-1].name) if people else None


def _they(low: str, cast: Cast, memory: Memory) -> Known:
    if memory.group and memory.group == memory.last:
        return Known(memory.group, "set", f"{low} = last group that spoke")
    return _participants(low, cast, memory)


def _participants(low: str, cast: Cast, memory: Memory) -> Known:
    if len(memory.bodies) > 1 and len(cast.participants) < 2:
        return Known(tuple(memory.bodies[:2]), "set", f"{low} = bodies that spoke")
    who = cast.participants or memory.group
    if low.endswith("participants") and len(cast.participants) < 2:
        return Known((), "set", "")
    return Known(
        who, "set", f"{low} = people of the meeting" if cast.participants else f"{low} = last group that spoke"
    )


def _one(text: str, span: tuple[int, int], phrase: str, inside: Sequence[Name], cast: Cast, memory: Memory) -> Known:
    people = [name for name in inside if name.kind == "person" and not _owned(text, name, span)]
    if people:
        name = people[-1]
        return Known((Entity(name.entity, name.name),), "name", f"{name.text} = {name.name}")
    if memory.last and _MESSAGE.fullmatch(phrase):
        return Known(memory.last, "role", f"{phrase} = words of the last speaker")
    if _COUNTERPART.search(phrase):
        return _counterpart(phrase, cast, memory)
    if (found := _set(phrase, cast, memory)) is not None:
        return found
    body = _body(text, span, phrase, inside)
    role = role_of(phrase, cast.header.language or "en")
    if role and not (body and role.group.startswith("=")):
        return _role(phrase, role, cast, memory)
    return body or _unnamed(phrase, cast)


def _unnamed(phrase: str, cast: Cast) -> Known:
    """A phrase without a known name: a body named elsewhere by its last word, a bare name, or nobody."""
    words = phrase.split()
    plural = words[-1].endswith("s") and not words[-1][:1].isupper()
    for name in cast.names:
        if name.kind == "organisation" and words[0][:1].isupper() and name.text.split()[-1] in words:
            return Known((Entity(name.entity, name.name),), "set" if plural else "name", f"{phrase} = {name.name}")
    if len(words) > 1 and all(word[:1].isupper() or word in _PARTICLES for word in words):
        same = next((m for m in cast.members if m.name.split()[-1] == words[-1]), None)
        who = Entity(same.entity, same.name) if same else Entity(slug(phrase), phrase)
        return Known((who,), "name", f"{phrase} = {who.name}")
    if phrase[:4].lower() == "the " and (found := _titled(phrase, cast)):
        return found
    return Known((), "set" if plural or words[0].lower() in ("more", "many", "several", "some") else "role", "")


def _owned(text: str, name: Name, span: tuple[int, int]) -> bool:
    """As in "Biden's spokesman": the name is only an owner."""
    return text[name.end : name.end + 2] in ("’s", "'s") and name.end + 2 < span[1]


def _set(phrase: str, cast: Cast, memory: Memory) -> Known | None:
    """Plural roles: "the leaders", "both sides", "the Secretaries", "Ukrainian representatives"."""
    roles = lexicon("en", "roles")
    bare = phrase.lower()
    head = re.split(r" (?:of|from|for|in) ", bare)[0].split()[-1]
    state = state_in(phrase, cast.header.language or "en")
    if state and head in roles["sides"]:
        return _side(phrase, state, head, cast, memory)
    for singular, plurals in roles["plural"].items():
        if any(bare.endswith(plural) for plural in plurals):
            who = tuple(
                e
                for m in cast.members
                for e in (Entity(m.entity, m.name),)
                if any(singular in o.lower() for o in m.offices)
            )
            among = tuple(one for one in who if one in cast.participants) or who
            return Known(
                among if len(among) > 1 else cast.participants or among, "set", f"{phrase} = those who are {singular}"
            )
    if head in roles["all"] and not _qualified(phrase):
        return _participants(phrase, cast, memory)
    return None


def _qualified(phrase: str) -> bool:
    """As in "Administration officials", "senior officials": not the people of the meeting."""
    words = phrase.split()
    return (
        len(words) > 1
        and words[0].lower() not in ("the", "both", "all", "two", "these")
        and words[-1].lower() == "officials"
    )


def _side(phrase: str, state: str, head: str, cast: Cast, memory: Memory) -> Known:
    """As in "The Ukrainian side": a delegation already met, the one person of that state, or the phrase itself."""
    code = cast.header.language or "en"
    same = [
        one
        for one in (*cast.participants, *memory.bodies)
        if state_in(one.name, code) == state and one.name.split()[-1].lower() in lexicon("en", "roles")["sides"]
    ]
    if same:
        return Known((same[0],), "set", f"{phrase} = {same[0].name}")
    people = [m for m in cast.members if m.state == state]
    if head in ("side", "party") and len(people) == 1:
        return Known(
            (Entity(people[0].entity, people[0].name),), "role", f"{phrase} = the person of {state} = {people[0].name}"
        )
    name = _ARTICLE.sub("", phrase)
    return Known((Entity(slug(name), name),), "set", f"{phrase} = itself")


def _counterpart(phrase: str, cast: Cast, memory: Memory) -> Known:
    """As in "his Tajik counterpart": the other person of the meeting, of that state where one is named."""
    state = state_in(phrase, cast.header.language or "en")
    found = [m for m in cast.members if state and m.state == state]
    others = [one for one in cast.participants if one not in memory.last]
    who = Entity(found[0].entity, found[0].name) if found else others[0] if len(others) == 1 else None
    return Known((who,) if who else (), "role", f"{phrase} = {who.name}" if who else "")


def _body(text: str, span: tuple[int, int], phrase: str, inside: Sequence[Name]) -> Known | None:
    """A body or a state by its own name."""
    owned = [name for name in inside if name.kind in ("organisation", "place") and not _owned(text, name, span)]
    if not owned:
        return None
    organisations = [name for name in owned if name.kind == "organisation"]
    head = re.split(r" (?:of|for|in|from) ", phrase)[0].split()[-1].lower()
    plural = (
        head.endswith("s") and head in lexicon("en", "roles")["actors"] and not owned[-1].text.lower().endswith(head)
    )
    name = (organisations or owned)[0]
    if not plural and name.kind == "place" and name.end < span[1] and head in lexicon("en", "roles")["bodies"]:
        whole = _ARTICLE.sub("", phrase)
        return Known((Entity(slug(whole), whole),), "name", f"{phrase} = itself")
    if not plural and len(owned) == 1 and name.end < span[1] and head in lexicon("en", "roles")["actors"]:
        return None
    return Known((Entity(name.entity, name.name),), "set" if plural else "name", f"{name.text} = {name.name}")


def _role(phrase: str, role: Role, cast: Cast, memory: Memory) -> Known:
    found = holders(role, cast.members, cast.header.side)
    if len(found) > 1:
        found = [m for m in found if m.state and m.state == cast.header.side] or found
    if found:
        one = next((m for m in found if memory.single and m.entity == memory.single.entity), found[0])
        return Known(
            (Entity(one.entity, one.name),),
            "role",
            f"{phrase} = {role.group.lstrip('=')}" + (f" of {role.state}" if role.state else "") + f" = {one.name}",
        )
    return _titled(phrase, cast) or _itself(phrase)


def _titled(phrase: str, cast: Cast) -> Known | None:
    """As in "The Cardinal": the one whose office has this word."""
    word = phrase.rsplit(maxsplit=1)[-1].lower()
    for member in cast.members:
        if any(word in office.lower().split() for office in member.offices):
            return Known((Entity(member.entity, member.name),), "role", f"{phrase} = {member.name}")
    return None


def _itself(phrase: str) -> Known:
    words = _ARTICLE.sub("", phrase)
    if words[:1].isupper() and phrase[:1] in "tT":
        return Known((Entity(slug(words), words),), "role", f"{phrase} = itself")
    return Known((), "set" if words.endswith("s") and phrase[:2].lower() != "a " else "role", "")
