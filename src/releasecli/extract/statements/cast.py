"""Who takes part in a release, before anybody's words are told?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from releasecli.extract.names.cast import Member, cast
from releasecli.extract.names.lexicon import lexicon_of, slug
from releasecli.extract.statements.lexicon import Lexicon
from releasecli.model import Entity, Header, Name
from releasecli.resources import gazetteer, lexicon

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_AUTHOR = re.compile(
    r"(?i)\b(?:statement|remarks|message|address|speech|letter|op-ed|note|video message|press statement|greetings)\b[^.]*?\b(?:from|by|of)\b"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a release, those whom "the leaders" means, who "I" is and whom "we" stands for."""

    members: tuple[Member, ...]
    participants: tuple[Entity, ...]
    author: Entity | None
    side: Entity | None
    header: Header
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An office in a noun phrase: its group (or head noun) and the ISO code of the state named with it."""

    group: str
    state: str | None
    term: str = ""


def cast_of(
    text: str,
    header: Header,
    names: Sequence[Name],
    spans: Sequence[tuple[int, int]],
    told: Sequence[int],
    lexicon: Lexicon,
) -> Cast:
    """The cast of a release from its names, its title and the sentence that tells of the meeting or call.

    `told` are the places of the first cues: who is named behind them in that sentence is talked about.
    """
    names = tuple(name for name in names if not _JUNIOR.fullmatch(name.text))
    names = tuple(_fullest(names))
    members = _with_issuer(cast(names), header)
    people = tuple(name for name in names if name.kind == "person")
    met = _met(text, people, spans, told, lexicon)
    titled = _in_title(header.title, members)
    participants = met if len(met) > 1 else titled if len(titled) > 1 else met or titled
    sides = _delegations(text, header, spans, lexicon, people) if met else ()
    return Cast(members, (*participants, *sides), _author(text, header, members, spans), _side(header), header, names)


_JUNIOR = re.compile(r"(?:Jr|Sr|III?|IV)\.?")
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III?|IV)$")


def _fullest(names: Sequence[Name]) -> Iterator[Name]:
    """Bodies and places by the fullest form of the release, people without Jr."""
    longest: dict[str, str] = {}
    for name in names:
        known = longest.get(name.entity, "")
        if name.kind != "person" and known != name.name and (len(name.text) > len(known) or name.text == name.name):
            longest[name.entity] = name.text
    for name in names:
        full = longest.get(name.entity) or _SUFFIX.sub("", name.name)
        yield name if full == name.name else replace(name, name=" ".join(full.split()))


def _with_issuer(members: tuple[Member, ...], header: Header) -> tuple[Member, ...]:
    """The first person without an office holds the issuer's, where the issuer is one ("President of Russia")."""
    role = role_of(header.issuer or "", header.language or "en")
    if (
        role is None
        or not header.issuer
        or any(m.state == header.side and _same(role.group, o) for m in members for o in m.offices)
    ):
        return members
    bare = next((m for m in members if not m.offices), None)
    return tuple(replace(m, offices=(header.issuer,), state=header.side) if m is bare else m for m in members)


def _met(
    text: str, people: Sequence[Name], spans: Sequence[tuple[int, int]], told: Sequence[int], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """The people of the first sentence that tells of a meeting or a call."""
    for start, end in spans[:8]:
        inside = [name for name in people if start <= name.start < end and not _aside(text, name)]
        if inside and _occasion(text[start:end].lower(), lexicon):
            cue = next((at for at in told if start <= at < end), end)
            before = [name for name in inside if name.start < cue]
            inside = before if len(before) > 1 else inside
            return tuple({name.entity: Entity(name.entity, name.name) for name in inside}.values())
    return ()


def _aside(text: str, name: Name) -> bool:
    """As in "Biden's agenda", "former Prime Minister Abe": named, but not there."""
    owner = text[name.end : name.end + 2] in ("’s", "'s")
    return (
        owner
        or "former" in (name.office or "").lower()
        or "former" in text[max(0, name.start - 40) : name.start].lower()
    )


def _occasion(sentence: str, lexicon: Lexicon) -> bool:
    found = set(_WORD.findall(sentence))
    return bool(found & lexicon.lists["occasions"] or found & lexicon.lists["talks"])


def _in_title(title: str, members: Sequence[Member]) -> tuple[Entity, ...]:
    known = {word.removesuffix("’s").removesuffix("'s").lower() for word in _WORD.findall(title)}
    return tuple(Entity(m.entity, m.name) for m in members if _last(m.name) in known)


def _last(name: str) -> str:
    return next(
        (word.lower() for word in reversed(name.split()) if word.rstrip(".,") not in ("Jr", "Sr", "II", "III")), ""
    ).rstrip(",.")


_DELEGATION = re.compile(
    r"\b(?:with|and|between) (?:the )?([A-Z]\w+) (?:\w+ )?(?:delegation|negotiators|representatives|officials)\b"
)
_LEAD = re.compile(r"^(?:with|and|between) (?:the )?")


def _delegations(
    text: str, header: Header, spans: Sequence[tuple[int, int]], lexicon: Lexicon, people: Sequence[Name]
) -> tuple[Entity, ...]:
    """As in "with the Ukrainian delegation": a side without a name, in the sentence of the meeting."""
    demonyms, nouns = lexicon_of(header.language or "en").demonyms, _roles("sides")
    for start, end in spans[:8]:
        if any(start <= name.start < end for name in people) and _occasion(text[start:end].lower(), lexicon):
            found = [m.group() for m in _DELEGATION.finditer(text, start, end) if m.group(1) in demonyms]
            pairs = [pair for pair in (_LEAD.sub("", one) for one in found) if pair.split()[-1] in nouns]
            return tuple(Entity(slug(pair), pair) for pair in dict.fromkeys(pairs))
    return ()


def _author(text: str, header: Header, members: Sequence[Member], spans: Sequence[tuple[int, int]]) -> Entity | None:
    """Whose statement it is: the first person of "Statement by B", or of a line that is only a name and an office."""
    if (match := _AUTHOR.search(header.title)) is not None:
        rest = {
            word.removesuffix("’s").removesuffix("'s").lower() for word in _WORD.findall(header.title[match.end() :])
        }
        for member in members:
            if _last(member.name) in rest:
                return Entity(member.entity, member.name)
        if named := re.match(
            r"\s*((?:[A-Z][\w.’-]*\s+)+?)(?=(?:on|at|regarding|following|after|in|to|Announcing|Welcoming)\b|$)",
            header.title[match.end() :] + " ",
        ):
            return _bare(named.group(1).strip())
    for start, end in spans[:3]:
        first = next((m for m in members if start <= m.first < end), None)
        if (
            first
            and end - start < 120
            and text[end - 1] not in ".:"
            and text[start : start + 3] == text[first.first : first.first + 3]
        ):
            return Entity(first.entity, first.name)
    return None


def _bare(named: str) -> Entity | None:
    """A name of the title without the offices before it."""
    words = named.split()
    offices = {word for group in lexicon("en", "roles")["offices"].values() for term in group for word in term.split()}
    while len(words) > 1 and (words[0].lower().rstrip(".") in offices or words[0].isupper()):
        words.pop(0)
    return Entity(slug(" ".join(words)), " ".join(words)) if words else None


def _side(header: Header) -> Entity | None:
    """The state whose government releases."""
    return state_entity(header.side) if header.side else None


@cache
def _states() -> dict[str, str]:
    return {row[0]: row[1] for row in gazetteer("states") if row[0]}


def state_entity(code: str) -> Entity | None:
    """The state with this ISO code as an entity."""
    name = _states().get(code)
    return Entity(slug(name), name) if name else None


def role_of(phrase: str, language: str) -> Role | None:
    """The office a phrase names, with its state; None where it names none."""
    low = " ".join(phrase.lower().replace("’", "'").split())
    group = _group(low)
    if group is None:
        return None
    group, term = group
    return Role(group, state_in(phrase, language), term)


@cache
def _terms() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    found = []
    for group, terms in lexicon("en", "roles").get("offices", {}).items():
        found.extend((re.compile(rf"\b{re.escape(term)}\b"), group, len(term)) for term in terms)
    return tuple(sorted(found, key=lambda entry: -entry[2]))


@cache
def _group(low: str) -> tuple[str, str] | None:
    for pattern, group, _ in _terms():
        if match := pattern.search(low):
            return group, match.group()
    head = re.split(r" (?:of|for|in|to) |,", low)[0].split()
    return (f"={head[-1]}", head[-1]) if head and head[-1] in _roles("actors") else None


@cache
def _roles(key: str) -> frozenset[str]:
    return frozenset(lexicon("en", "roles").get(key, ()))


def state_in(phrase: str, language: str) -> str | None:
    """The ISO code of the state whose name or adjective stands in the phrase."""
    lex = lexicon_of(language)
    found = _WORD.findall(phrase.replace("’", "'"))
    for size in (4, 3, 2, 1):
        for i in range(len(found) - size + 1):
            words = " ".join(found[i : i + size]).removesuffix("'s")
            if words in lex.demonyms:
                return lex.demonyms[words]
            known = lex.known.get(words)
            if known and known.is_state:
                return known.state
    return None


def holders(role: Role, members: Sequence[Member], side: str | None) -> list[Member]:
    """The members who hold this office, of this state where one is named."""
    found = [member for member in members if any(_same(role.group, office) for office in member.offices)]
    if role.state:
        of_state = [m for m in found if m.state == role.state]
        return of_state or [
            m for m in found if m.state is None and not any(" of the " in o or " of " in o for o in m.offices)
        ]
    exact = [m for m in found if any(role.term in office.lower() for office in m.offices)]
    return exact or found


def _same(group: str, office: str) -> bool:
    low = " ".join(office.lower().replace("’", "'").split())
    if group.startswith("="):
        return group[1:] in low.replace(".", "").split()
    return (_group(low) or ("",))[0] == group
