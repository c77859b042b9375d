"""Which people or bodies does a noun phrase stand for, and why?"""

import re

from releasecli.extract.names.lexicon import slug
from releasecli.extract.statements.cast import Cast, last_word
from releasecli.extract.statements.groups import counterpart, each, group
from releasecli.extract.statements.roles import Role, holders, listed, role_of
from releasecli.extract.statements.speakers import Known, Memory, Mention, bare, itself, mention, parts, pronoun
from releasecli.model import Entity, Name

_MESSAGE = re.compile(r"(?i)(?:the|his|her|their) (?:\w+ )?(\w+)")
_OF_OTHERS = re.compile(
    r"(?:(?:[Aa]|[Tt]he|[A-Z]?[a-z]+) )*?([a-z]+|[A-Z][a-z]+s) (?:to|for|of|from|with) (?:[A-Z][\w.]* )*$"
)
_TITLED = re.compile(r", (?:(?:M[rs]|Mrs|Dr|Prof|Sir|H\.E)\.? )*")
_TWO = 2
_POSSESSIVE = ("’s", "'s")
_COUNTERPART = re.compile(r"(?i)\bcounterpart\b")


def resolve(text: str, span: tuple[int, int], cast: Cast, memory: Memory) -> Known:
    """The people or bodies of the phrase at `span`; nobody where the release does not say."""
    one = mention(text, span, cast)
    known = pronoun(one.phrase.lower(), span[0], cast, memory)
    if known is not None:
        return known
    if (found := each(one, cast)) is not None:
        return found
    members = parts(one)
    if len(members) > 1:
        known = _several([resolve(text, part, cast, memory) for part in members])
        return _pair(one, known, cast) or known
    return _one(one, cast, memory)


def _several(found: list[Known]) -> Known:
    """The members of a coordination; by name where one is named and all are known."""
    who = tuple({one.entity: one for known in found for one in known.who}.values())
    named = any(known.basis == "name" for known in found) and all(known.who for known in found)
    return Known(who, "name" if named else "set", "; ".join(known.why for known in found if known.why))


def _pair(one: Mention, known: Known, cast: Cast) -> Known | None:
    """As in "she and her counterpart": the two of a meeting, where one of both is only pointed at."""
    pointed = _COUNTERPART.search(one.phrase) or one.phrase.split()[0].lower() in listed("he")
    if not pointed or len(cast.participants) != _TWO or not set(known.who) <= set(cast.participants):
        return None
    return Known(cast.participants, "set", f"{one.phrase} = people of the meeting")


def _one(one: Mention, cast: Cast, memory: Memory) -> Known:
    if person := _person(one):
        whole = _whole(person, cast)
        return Known((whole,), "name", f"{person.text} = {whole.name}")
    by_shape = _in_capitals(one, cast) or _message(one, memory)
    if by_shape is None and _COUNTERPART.search(one.phrase):
        by_shape = counterpart(one, cast, memory)
    if (found := by_shape or group(one, cast, memory)) is not None:
        return found
    body, role = _body(one), role_of(_without_owner(one), cast.language)
    if role and not (body and role.group.startswith("=")):
        return _role(one, role, cast, memory)
    return body or _unnamed(one, cast)


def _person(one: Mention) -> Name | None:
    """The last person of the phrase; the one before where both share a word ("Ana Lind Lind AnaHead of Office")."""
    people = [name for name in one.inside if name.kind == "person" and not _owns(one, name)]
    while len(people) > 1 and not set(people[-1].name.split()).isdisjoint(people[-2].name.split()):
        people.pop()
    return people[-1] if people else None


def _whole(person: Name, cast: Cast) -> Entity:
    """As in "Wang" after "President Wang Lei": the one other person whose name begins so."""
    if " " not in person.name:
        same = {m.entity: m for m in cast.members if m.name.startswith(f"{person.name} ")}
        if len(same) == 1:
            (member,) = same.values()
            return Entity(member.entity, member.name)
    return Entity(person.entity, person.name)


def _in_capitals(one: Mention, cast: Cast) -> Known | None:
    """As in "PRESIDENT LIND": the label of a transcript."""
    last = one.phrase.split()[-1].lower() if one.phrase.isupper() and len(one.phrase) > 2 else ""
    same = [member for member in cast.members if last in member.name.lower().split()] if last else []
    if not same:
        return None
    role = role_of(one.phrase, cast.language)
    chosen = next(iter(holders(role, same) if role else ()), None) or max(same, key=lambda m: last_word(m.name) == last)
    return Known((Entity(chosen.entity, chosen.name),), "name", f"{one.phrase} = {chosen.name}")


def _message(one: Mention, memory: Memory) -> Known | None:
    """As in "the message reads": words of who spoke last."""
    match = _MESSAGE.fullmatch(one.phrase)
    if not memory.last or match is None or match.group(1).lower() not in listed("messages"):
        return None
    return Known(memory.last, "role", f"{one.phrase} = words of the last speaker")


def _owns(one: Mention, name: Name) -> bool:
    """As in "Biden's spokesman": the name is only an owner."""
    if one.text[name.end : name.end + 2] in _POSSESSIVE and name.end + 2 < one.span[1]:
        return True
    match = _OF_OTHERS.match(one.text, one.span[0], name.start)
    between = match and any(match.end(1) <= other.start < name.start for other in one.inside)
    return match is not None and not between and match.group(1).lower() in listed("actors")


def _without_owner(one: Mention) -> str:
    """The phrase without a person who is not meant, as in "President Lind's brother", "a lawyer for President Lind"."""
    owner = next((name for name in one.inside if name.kind == "person" and _owns(one, name)), None)
    if owner is None:
        return one.phrase
    if one.text[owner.end : owner.end + 2] in _POSSESSIVE:
        return one.text[owner.end + 2 : one.span[1]].strip()
    return one.phrase.partition(" for ")[0].partition(" of ")[0]


def _body(one: Mention) -> Known | None:
    """A body or a state by its own name."""
    named = [name for name in one.inside if name.kind in ("organisation", "place") and not _owns(one, name)]
    if not named:
        return None
    name = next((name for name in named if name.kind == "organisation"), named[0])
    inner = name.end < one.span[1] and one.head in listed("actors") and not name.text.lower().endswith(one.head)
    if inner and one.head.endswith("s"):
        who = tuple(dict.fromkeys(Entity(each.entity, each.name) for each in named if each.kind == name.kind))
        return Known(who, "set", f"{one.phrase}: of {', '.join(each.name for each in who)}")
    if inner and name.kind == "place" and one.head in listed("bodies"):
        return itself(one.phrase, "name")
    if inner and len(named) == 1:
        return None
    return Known((Entity(name.entity, name.name),), "name", f"{name.text} = {name.name}")


def _role(one: Mention, role: Role, cast: Cast, memory: Memory) -> Known:
    """The holder of an office: of the issuer's side, or the one who spoke last, where several hold it."""
    found = holders(role, cast.members) if role.term not in listed("bodies") else []
    found = [member for member in found if member.state and member.state == cast.header.side] or found
    if not found:
        person = None if role.term in listed("bodies") else _apposed(one, cast) or _titled(one, cast)
        return person or _shortened(one, cast) or _unknown(one)
    single = memory.single.entity if memory.single else ""
    chosen = next((member for member in found if member.entity == single), found[0])
    of_state = f" of {role.state}" if role.state else ""
    why = f"{one.phrase} = {role.group.lstrip('=')}{of_state} = {chosen.name}"
    return Known((Entity(chosen.entity, chosen.name),), "role", why)


def _apposed(one: Mention, cast: Cast) -> Known | None:
    """As in "the company's director, Ana Lind": the person right behind the comma."""
    plural = one.head.endswith("s") and not one.head.endswith("ss")
    start = -1 if plural or (match := _TITLED.match(one.text, one.span[1])) is None else match.end()
    name = next((name for name in cast.names if name.start == start and name.kind == "person"), None)
    if name is None:
        return None
    return Known((Entity(name.entity, name.name),), "role", f"{one.phrase} = {name.name}")


def _titled(one: Mention, cast: Cast) -> Known | None:
    """As in "The Cardinal": the one whose office has this word."""
    word = one.phrase.split()[-1].lower()
    for member in cast.members:
        if any(word in office.lower().split() for office in member.offices):
            return Known((Entity(member.entity, member.name),), "role", f"{one.phrase} = {member.name}")
    return None


def _shortened(one: Mention, cast: Cast) -> Known | None:
    """As in "the Ministry" after "the Ministry of Health": the last body before it whose name begins or ends so."""
    word = bare(one.phrase)
    for name in reversed(cast.names):
        words = name.text.split()
        headed = word == words[-1] or (word == words[0] and words[1:2] in (["of"], ["for"], ["on"], ["to"]))
        if name.kind == "organisation" and name.end <= one.span[0] and len(words) > 1 and headed:
            return Known((Entity(name.entity, name.name),), "name", f"{one.phrase} = {name.name}")
    return _issuer(one, cast)


def _issuer(one: Mention, cast: Cast) -> Known | None:
    """As in "the Bank" in a release of the Bank of Chad, "the company" in one of a company."""
    words, word = (cast.header.issuer or "").split(), bare(one.phrase)
    if not words or not (word.lower() in listed("senders") or word in (words[0], words[-1])):
        return None
    name = next((name for name in cast.names if name.name == cast.header.issuer), None)
    who = Entity(name.entity, name.name) if name else Entity(slug(" ".join(words)), " ".join(words))
    return Known((who,), "role", f"{one.phrase} = issuer")


def _unknown(one: Mention) -> Known:
    """An office or a body that nobody in the release is known to hold: itself, if it is written as a name."""
    first, *rest = one.phrase.split()
    if first.lower() == "the" and rest and rest[0][:1].isupper():
        return itself(one.phrase, "role")
    return Known((), "set" if one.head.endswith("s") and first.lower() not in ("a", "an") else "role")


def _unnamed(one: Mention, cast: Cast) -> Known:
    """A phrase without a known name: a body named elsewhere by its last word, a bare name, or nobody."""
    words = one.phrase.split()
    plural = words[-1].endswith("s") and not words[-1][:1].isupper()
    if words[0][:1].isupper():
        for name in cast.names:
            if name.kind == "organisation" and name.text.split()[-1] in words:
                return Known(
                    (Entity(name.entity, name.name),), "set" if plural else "name", f"{one.phrase} = {name.name}"
                )
    if len(words) > 1 and all(word[:1].isupper() or word in listed("particles") for word in words):
        return _by_last_word(one, cast)
    if found := _apposed(one, cast) or (_titled(one, cast) if words[0].lower() == "the" else None):
        return found
    return Known((), "set" if plural or words[0].lower() in listed("several") else "role")


def _by_last_word(one: Mention, cast: Cast) -> Known:
    """A capitalised phrase that is no known name: a member by its last word, or itself."""
    same = next((m for m in cast.members if last_word(m.name) == one.phrase.split()[-1].lower()), None)
    if same is None:
        return itself(one.phrase, "name")
    return Known((Entity(same.entity, same.name),), "name", f"{one.phrase} = {same.name}")
