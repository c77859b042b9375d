"""Who takes part in a release, before anybody's words are told?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from releasecli.extract.names.cast import Member, cast
from releasecli.extract.names.lexicon import lexicon_of, slug
from releasecli.extract.statements.lexicon import Lexicon, cues
from releasecli.extract.statements.roles import WORD, holds, listed, role_of, state_entity
from releasecli.model import Entity, Header, Name

_AUTHOR = re.compile(
    r"(?i)\b(?:statement|remarks|message|address|speech|letter|op-ed|note|greetings)\b[^.]*?\b(?:from|by|of)\b"
)
_NAMED = re.compile(r"\s*((?:[A-Z][\w.’-]*\s+)+?)(?=(?:on|at|regarding|following|after|in|to|[A-Z]\w+ing)\b|$)")
_NO_NAME = re.compile(r"(?:Jr|Sr|III?|IV)\.?|[RDI]-[A-Z][\w. -]*")
_PLURAL = re.compile(r"\w+s\.?")
_JOINED = re.compile(r"(?:,? *\([^)\n]{1,20}\)|, [RDI]-[\w.]+)?,?(?: and| &)? ")
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III?|IV)$")
_DELEGATION = re.compile(
    r"\b(?:with|and|between) (?:the )?(([A-Z]\w+) (?:\w+ )?(?:delegation|negotiators|officials))\b"
)
_APPOSITION = re.compile(
    r"\b[Tt]he ((?:[A-Z]\w+[ -])+of [^,.;\n]{3,60}), (?:[A-Z]\.?[A-Z]?\.? ?|M[rs]{1,2}\.? |Mr\.? |Dr\.? )*$"
)
_FIRST = 8  # sentences among which the meeting is told
_BYLINE = 120  # characters


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a release, those whom "the leaders" means, who "I" is and whom "we" stands for.

    `signatories` are those whose joint statement the release is.

    `names` are the names of the release in order, each with the fullest form of its entity.
    """

    members: tuple[Member, ...]
    participants: tuple[Entity, ...]
    author: Entity | None
    side: Entity | None
    women: frozenset[str]
    men: frozenset[str]
    header: Header
    names: tuple[Name, ...]
    signatories: tuple[Entity, ...] = ()

    @property
    def language(self) -> str:
        """The language of the release."""
        return self.header.language or "en"


def cast_of(
    text: str, header: Header, names: Sequence[Name], spans: Sequence[tuple[int, int]], told: Sequence[int]
) -> Cast:
    """The cast of a release from its names, its title and the sentence that tells of the meeting or call.

    `told` are the places of the cues: who is named behind the first in that sentence is talked about.
    """
    kept = [_in_apposition(text, name, header) for name in names if not _NO_NAME.fullmatch(name.text)]
    named = tuple(_fullest(tuple(_sharing(text, kept))))
    members = _with_issuer(cast(named), header)
    people = [name for name in named if name.kind == "person"]
    meeting = _meeting(text, people, spans, cues(header.language or "en"))
    met = _met(text, people, meeting, told) if meeting else ()
    titled = _in_title(header.title, members)
    participants = titled if len(met) < 2 and len(titled) > len(met) else met
    sides = _delegations(text, meeting, header.language or "en") if meeting else ()
    author = _author(text, header, members, spans)
    side = state_entity(header.side) if header.side else None
    women, men = (frozenset(_called(text, people, listed(key))) for key in ("women", "men"))
    joint = _signatories(header.title, named, spans, participants)
    return Cast(members, (*participants, *sides), author, side, women, men, header, named, joint)


@cache
def _joint() -> re.Pattern[str]:
    """A title that says that the release is of several."""
    return re.compile(rf"\bjoint (?:\w+ )?(?:{'|'.join(sorted(listed('joint')))})\b", re.IGNORECASE)


def _signatories(
    title: str, names: Sequence[Name], spans: Sequence[tuple[int, int]], participants: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The states that the first sentence of a joint statement names, else the people of the meeting."""
    if not _joint().search(title) or not spans:
        return ()
    start, end = next((span for span in spans if any(span[0] <= name.start < span[1] for name in names)), spans[0])
    states = {
        name.entity: Entity(name.entity, name.name)
        for name in names
        if start <= name.start < end and name.kind == "place" and name.state
    }
    found = tuple(states.values()) if len(states) > 1 else participants
    return found if len(found) > 1 else ()


def _in_apposition(text: str, name: Name, header: Header) -> Name:
    """As in "the President of Ghana, H.E. Ms. Ama Mensah": the office before the comma."""
    language = header.language or "en"
    if name.kind != "person" or (name.office and role_of(name.office, language)):
        return name
    match = _APPOSITION.search(text, max(0, name.start - 120), name.start)
    role = role_of(match.group(1), language) if match else None
    if match is None or role is None or role.group.startswith("="):
        return name
    return replace(name, office=match.group(1), state=name.state or role.state)


def _sharing(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """As in "Senators A (R-ND), B and C": the plural office is that of all."""
    before: Name | None = None
    for name in names:
        one = name
        if name.kind == "person" and before and before.office and not name.office:
            joined = _JOINED.fullmatch(text, before.end, name.start)
            shared = joined and _PLURAL.fullmatch(before.office.split()[-1])
            one = replace(name, office=before.office, state=name.state or before.state) if shared else name
        before = one if one.kind == "person" else before
        yield one


def _called(text: str, people: Sequence[Name], words: frozenset[str]) -> Iterator[str]:
    """The people with one of these words right before the name or in the office."""
    for name in people:
        before = text[max(0, name.start - 24) : name.start].lower().replace(".", " ").split()[-2:]
        if not words.isdisjoint((*before, *(name.office or "").lower().replace(".", " ").split())):
            yield name.entity


def _fullest(names: Sequence[Name]) -> Iterator[Name]:
    """Bodies and places by the fullest form of the release, people without Jr."""
    longest: dict[str, str] = {}
    for name in names:
        known = longest.get(name.entity, "")
        if name.kind != "person" and known != name.name and (len(name.text) > len(known) or name.text == name.name):
            longest[name.entity] = name.text
    for name in names:
        full = longest.get(name.entity) or _once(_SUFFIX.sub("", name.name))
        yield name if full == name.name else replace(name, name=" ".join(full.split()))


def _once(name: str) -> str:
    """A name up to the word that comes again: a card that pops up on a page runs into it ("Ana Lind Lind AnaHead")."""
    words = name.split()
    again = next((k for k in range(2, len(words)) if words[k] in words[1:k]), len(words))
    return " ".join(words[:again])


def _with_issuer(members: tuple[Member, ...], header: Header) -> tuple[Member, ...]:
    """The first person without an office holds the issuer's, where the issuer is one ("President of Russia")."""
    role = role_of(header.issuer, header.language or "en") if header.issuer else None
    if role is None or not header.issuer:
        return members
    if any(member.state == header.side and holds(role, office) for member in members for office in member.offices):
        return members
    bare = next((member for member in members if not member.offices), None)
    return tuple(replace(m, offices=(header.issuer,), state=header.side) if m is bare else m for m in members)


def _meeting(
    text: str, people: Sequence[Name], spans: Sequence[tuple[int, int]], lexicon: Lexicon
) -> tuple[int, int] | None:
    """The first sentence with a person that tells of a meeting or a call; of a visit only where two do not meet."""
    occasions = lexicon.lists["occasions"] | lexicon.lists["talks"]
    visited: tuple[int, int] | None = None
    for start, end in spans[:_FIRST]:
        there = {n.entity for n in people if start <= n.start < end and not _aside(text, n)}
        held = occasions.intersection(WORD.findall(text[start:end].lower()))
        if held and there and visited is None and held <= listed("visits"):
            visited = start, end
        elif held and len(there) > (visited is not None):
            return start, end
    return visited


def _met(text: str, people: Sequence[Name], meeting: tuple[int, int], told: Sequence[int]) -> tuple[Entity, ...]:
    """The people of that sentence; those behind its first cue only where there are no others."""
    inside = [name for name in people if meeting[0] <= name.start < meeting[1] and not _aside(text, name)]
    cue = next((at for at in told if meeting[0] <= at < meeting[1]), meeting[1])
    before = [name for name in inside if name.start < cue]
    chosen = before if len(before) > 1 else inside
    return tuple({name.entity: Entity(name.entity, name.name) for name in chosen}.values())


def _aside(text: str, name: Name) -> bool:
    """As in "Biden's agenda", "former Prime Minister Abe": named, but not there."""
    owner = text[name.end : name.end + 2] in ("’s", "'s")
    return owner or "former" in f"{name.office} {text[max(0, name.start - 40) : name.start]}".lower()


def _in_title(title: str, members: Sequence[Member]) -> tuple[Entity, ...]:
    known = _words(title)
    return tuple(Entity(m.entity, m.name) for m in members if last_word(m.name) in known)


def _words(title: str) -> frozenset[str]:
    return frozenset(word.removesuffix("’s").removesuffix("'s").lower() for word in WORD.findall(title))


def last_word(name: str) -> str:
    """The last word of a name in lower case, without Jr."""
    return _SUFFIX.sub("", name).split()[-1].lower()


def _delegations(text: str, meeting: tuple[int, int], language: str) -> tuple[Entity, ...]:
    """As in "with the Ukrainian delegation": a side without a name."""
    demonyms = lexicon_of(language).demonyms
    found = (match.group(1) for match in _DELEGATION.finditer(text, *meeting) if match.group(2) in demonyms)
    return tuple(Entity(slug(pair), pair) for pair in dict.fromkeys(found))


def _author(text: str, header: Header, members: Sequence[Member], spans: Sequence[tuple[int, int]]) -> Entity | None:
    """Whose words the release is: "Statement by B" in the title, or a line that is only a name and an office."""
    match = _AUTHOR.search(header.title)
    if match:
        rest = header.title[match.end() :]
        known = next((m for m in members if last_word(m.name) in _words(rest)), None)
        named = _NAMED.match(f"{rest} ")
        if known or named:
            return Entity(known.entity, known.name) if known else _bare(named.group(1)) if named else None
    for start, end in spans[:3]:
        first = next((member for member in members if start <= member.first < end), None)
        if first and first.first == start and end - start < _BYLINE and text[end - 1] not in ".:":
            return Entity(first.entity, first.name)
    return None


def _bare(named: str) -> Entity | None:
    """A name of the title without the offices before it."""
    words = named.split()
    while len(words) > 1 and (words[0].lower().rstrip(".") in _office_words() or words[0].isupper()):
        words.pop(0)
    return Entity(slug(" ".join(words)), " ".join(words)) if words else None


def _office_words() -> frozenset[str]:
    return listed("actors") | listed("qualifiers") | listed("office_adjectives")
