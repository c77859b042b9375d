"""Whom does a plural phrase stand for: "the leaders", "both sides", "the Secretaries", "his counterpart"?"""

import re
from itertools import pairwise

from releasecli.extract.statements.cast import Cast
from releasecli.extract.statements.roles import holders, holds, listed, plurals, role_of, state_in
from releasecli.extract.statements.speakers import Known, Memory, Mention, itself
from releasecli.model import Entity

_PLURAL_OF = re.compile(r"(?:[Tt]he )?((?:[\w-]+ )*[A-Za-z][a-z]+)s (of|from|for)(?: the)?")
_LINKS = (", ", " and ", ", and ", " and the ", ", the ", ", and the ")


def group(one: Mention, cast: Cast, memory: Memory) -> Known | None:
    """The people or bodies of a plural phrase, or of one side of a meeting; None where it is neither."""
    low = one.phrase.lower()
    if low in listed("anybody") or _is_some(one, cast):
        return Known((), "set")
    if low in listed("they"):
        return they(low, cast, memory)
    state = state_in(one.phrase, cast.language)
    if state and one.head in listed("sides"):
        return _side(one, state, cast, memory)
    for office, forms in plurals():
        if low.endswith(forms):
            return _of_office(one, office, cast)
    if one.head in listed("all") and not _qualified(one):
        return participants(one.phrase, cast, memory)
    return None


def each(one: Mention, cast: Cast) -> Known | None:
    """As in "the ministers of Norway and Sweden": those who hold the office, else the states or bodies themselves."""
    phrases = _of_each(one)
    if not phrases:
        return None
    roles = [role_of(phrase, cast.language) for phrase in phrases]
    held = [first[0] for role in roles if role and role.state and (first := holders(role, cast.members)[:1])]
    who = held if len(held) == len(phrases) else one.inside
    entities = tuple(dict.fromkeys(Entity(found.entity, found.name) for found in who))
    return Known(entities, "set", f"{one.phrase} = {', '.join(entity.name for entity in entities)}")


def they(low: str, cast: Cast, memory: Memory) -> Known:
    """The last group that spoke, if it spoke last; else the people of the meeting."""
    if memory.unnamed:
        return Known((), "set")
    if memory.group and memory.group == memory.last:
        return Known(memory.group, "set", f"{low} = last group that spoke")
    return participants(low, cast, memory)


def participants(phrase: str, cast: Cast, memory: Memory) -> Known:
    """The people of the meeting, or the bodies that spoke."""
    if len(memory.bodies) > 1 and len(cast.participants) < 2:
        return Known(memory.bodies, "set", f"{phrase} = bodies that spoke")
    if phrase.lower().endswith("participants") and len(cast.participants) < 2:
        return Known((), "set")
    if len(cast.participants) == 1 and memory.group:
        return Known(memory.group, "set", f"{phrase} = last group that spoke")
    if cast.participants:
        return Known(cast.participants, "set", f"{phrase} = people of the meeting")
    found = memory.group or memory.last
    return Known(found, "set", f"{phrase} = who spoke last" if found else "")


def counterpart(one: Mention, cast: Cast, memory: Memory) -> Known:
    """As in "his Tajik counterpart": the other person of the meeting, of that state where one is named."""
    state = state_in(one.phrase, cast.language)
    found = [Entity(m.entity, m.name) for m in cast.members if state and m.state == state]
    others = found or [who for who in cast.participants if who not in memory.last]
    return (
        Known((others[0],), "role", f"{one.phrase} = {others[0].name}")
        if len(others) == 1 or found
        else Known((), "role")
    )


def _is_some(one: Mention, cast: Cast) -> bool:
    """As in "several allies", or "Allies" where one person is named at the most: nobody says which."""
    first, *rest = one.phrase.lower().split()
    bare = not rest and first in listed("all") and first not in listed("they") and len(cast.participants) < 2
    return bare or (one.head.endswith("s") and first in listed("several"))


def _of_each(one: Mention) -> tuple[str, ...]:
    """The phrase for each of a list, as in "minister of Norway", "minister of Sweden"; none where there is no list."""
    text, names = one.text, one.inside
    if len(names) < 2 or names[-1].end != one.span[1] or any(name.kind == "person" for name in names):
        return ()
    linked = all(text[left.end : right.start] in _LINKS for left, right in pairwise(names))
    match = _PLURAL_OF.fullmatch(" ".join(text[one.span[0] : names[0].start].split()))
    return tuple(f"{match[1]} {match[2]} {name.text}" for name in names) if match and linked else ()


def _of_office(one: Mention, office: str, cast: Cast) -> Known:
    """As in "the Secretaries": everybody with that office; `office` may name several (a|b)."""
    held = [Entity(m.entity, m.name) for m in cast.members if any(_is_one(office, o) for o in m.offices)]
    there = tuple(entity for entity in held if entity in cast.participants)
    who = there if len(there) > 1 else tuple(held)
    return Known(who if len(who) > 1 else cast.participants or who, "set", f"{one.phrase} = those who are {office}")


def _is_one(wanted: str, office: str) -> bool:
    """Whether an office is one of the wanted: by its word, or by another word of its group ("Sens.")."""
    for one in wanted.split("|"):
        role = role_of(one, "en")
        if one in office.lower() or (role and not role.group.startswith("=") and holds(role, office)):
            return True
    return False


def _qualified(one: Mention) -> bool:
    """As in "Administration officials", "senior officials": not the people of the meeting."""
    first, *rest = one.phrase.lower().split()
    return bool(rest) and first not in listed("pointing") and one.head == "officials"


def _side(one: Mention, state: str, cast: Cast, memory: Memory) -> Known:
    """As in "the Ukrainian side": a delegation already met, the one person of that state, or the phrase itself."""
    for known in (*cast.participants, *memory.bodies, *memory.group):
        if state_in(known.name, cast.language) == state and known.name.split()[-1].lower() in listed("sides"):
            return Known((known,), "set", f"{one.phrase} = {known.name}")
    people = [Entity(m.entity, m.name) for m in cast.members if m.state == state]
    if (people and one.head == "leader") or (one.head in ("side", "party") and len(people) == 1):
        return Known((people[0],), "role", f"{one.phrase} = the person of {state} = {people[0].name}")
    return Known((), "role") if one.head == "leader" else itself(one.phrase, "set")
