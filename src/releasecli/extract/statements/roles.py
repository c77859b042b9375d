"""Which office and which state does a phrase name, and who holds it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from releasecli.extract.names.cast import Member
from releasecli.extract.names.lexicon import lexicon_of, slug
from releasecli.model import Entity
from releasecli.resources import gazetteer, lexicon

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Role:
    """An office in a phrase: its group (or `=` and the head noun), its words, the ISO code of the state beside it."""

    group: str
    term: str
    state: str | None


@lru_cache(maxsize=4096)
def role_of(phrase: str, language: str) -> Role | None:
    """The office a phrase names, with its state; None where it names none."""
    found = _group(_plain(phrase))
    return Role(*found, state_in(phrase, language)) if found else None


def holders(role: Role, members: Sequence[Member]) -> list[Member]:
    """The members who hold this office, of this state where one is named; the very words of the office count most."""
    found = [member for member in members if any(holds(role, office) for office in member.offices)]
    if role.state:
        of_state = [member for member in found if member.state == role.state]
        return of_state or [m for m in found if m.state is None and not any(" of " in o for o in m.offices)]
    exact = [member for member in found if any(role.term in office.lower() for office in member.offices)]
    return exact or found


def holds(role: Role, office: str) -> bool:
    """Is this office the one of the role?"""
    low = _plain(office)
    if role.group.startswith("="):
        return role.term in low.replace(".", "").split()
    found = _group(low)
    return found is not None and found[0] == role.group and not _apart(role.term, found[1])


def _apart(one: str, other: str) -> bool:
    """As in "Prime Minister" and "Chancellor": the offices of two people."""
    return one != other and {one, other} <= listed("distinct")


@lru_cache(maxsize=4096)
def state_in(phrase: str, language: str) -> str | None:
    """The ISO code of the state whose name or adjective stands in the phrase."""
    lex = lexicon_of(language)
    found = WORD.findall(phrase.replace("’", "'"))
    for size in (4, 3, 2, 1):
        for i in range(len(found) - size + 1):
            words = " ".join(found[i : i + size]).removesuffix("'s")
            known = lex.known.get(words)
            if words in lex.demonyms or (known and known.is_state):
                return lex.demonyms.get(words) or (known.state if known else None)
    return None


def state_entity(code: str) -> Entity | None:
    """The state with this ISO code."""
    name = _states().get(code)
    return Entity(slug(name), name) if name else None


@cache
def listed(key: str) -> frozenset[str]:
    """A word list of the roles; English stands for all languages that have cues."""
    return frozenset(_roles().get(key, ()))


@cache
def plurals() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each office with its plurals."""
    return tuple((office, tuple(forms)) for office, forms in _roles()["plural"].items())


@cache
def _roles() -> dict[str, Any]:
    found: dict[str, Any] = lexicon("en", "roles")
    return found


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, str]]:
    """All offices in one pattern, the longest first, and the group of each (the first that has it)."""
    groups: dict[str, str] = {}
    for group, terms in _roles()["offices"].items():
        for term in terms:
            groups.setdefault(term, group)
    longest = sorted(groups, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), groups


def _group(low: str) -> tuple[str, str] | None:
    pattern, groups = _terms()
    if found := max(pattern.findall(low), key=len, default=""):
        return groups[found], found
    head = re.split(r" (?:of|for|in|to) |,", low)[0].split()
    return (f"={head[-1]}", head[-1]) if head and head[-1] in listed("actors") else None


@cache
def _states() -> dict[str, str]:
    return {row[0]: row[1] for row in gazetteer("states") if row[0]}
