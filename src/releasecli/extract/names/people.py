"""Which mentions mean the same person?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from releasecli.extract.names.lexicon import slug
from releasecli.extract.names.pieces import Piece
from releasecli.resources import gazetteer, lexicon

_SHORT = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a release: the fullest form of the name, and the state they act for."""

    entity: str
    name: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The people of a release by the folded words of their names, and by surname (the one named last, if several)."""

    by_words: Mapping[tuple[str, ...], Person] = field(default_factory=dict)
    by_surname: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shouted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, piece: Piece) -> Person:
        """The person a mention means; one of their own where nothing else is known."""
        key = key_of(piece.words)
        found = self.by_words.get(key) or self.by_words.get(self.by_surname.get(key[-1], ()) if len(key) == 1 else ())
        return found or Person(slug(" ".join(piece.words)), " ".join(piece.words))


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(lexicon("en", "names")["suffixes"])


@lru_cache(maxsize=4096)
def key_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words of a name without initials and suffixes, short first names in full."""
    short: Mapping[str, str] = lexicon("en", "names")["nicknames"]
    folded = [slug(short.get(word, word) if n == 0 and len(words) > 1 else word) for n, word in enumerate(words)]
    kept = [w for w, word in zip(folded, words, strict=True) if w and word not in _suffixes() and not _initial(word)]
    return tuple(kept or folded)


def _initial(word: str) -> bool:
    return len(word) <= 2 and word[:1].isupper() and word[1:] in ("", ".")


def people(found: Iterable[Piece], side: str | None) -> People:
    """The people of a release from all its mentions; offices without a state are the issuer's (`side`), unless the
    surname is that of a leader of another state.
    """
    mentions = [piece for piece in found if piece.kind == "person"]
    groups = _groups(mentions)
    by_words: dict[tuple[str, ...], Person] = {}
    by_surname: dict[str, tuple[str, ...]] = {}
    for group in groups:
        person = _person(group, side)
        for piece in group:
            by_words.setdefault(key_of(piece.words), person)
        by_surname.setdefault(key_of(group[0].words)[-1], key_of(group[0].words))
    for group in groups:
        for word in _other_names(key_of(group[0].words)):
            by_surname.setdefault(word, key_of(group[0].words))
    shouted = {form.upper(): p.words for p in mentions for form in (" ".join(p.words), _surname(p.words))}
    return People(by_words, by_surname, shouted)


def _groups(mentions: Iterable[Piece]) -> list[list[Piece]]:
    """Mentions of one person together, the longest names first; only groups that share a word are compared."""
    groups: list[list[Piece]] = []
    by_word: dict[str, list[int]] = {}
    for piece in sorted(mentions, key=lambda p: -len(key_of(p.words))):
        key = key_of(piece.words)
        near = by_word.get(key[-1], ())
        home = next((n for n in near if _same(key_of(groups[n][0].words), piece)), None)
        if home is None:
            groups.append([piece])
            for word in key:
                by_word.setdefault(word, []).append(len(groups) - 1)
        else:
            groups[home].append(piece)
    return groups


def _other_names(key: tuple[str, ...]) -> Iterator[str]:
    """What else a person may be called by alone: a middle name ("Lula"), a first name that is none of a list."""
    if len(key) > 1:
        yield from (word for n, word in enumerate(key[:-1]) if len(word) > _SHORT and (n or word not in _first_names()))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(slug(row[0]) for row in gazetteer("first_names"))


def _surname(words: Sequence[str]) -> str:
    return next((word for word in reversed(words) if word not in _suffixes()), words[-1])


def _same(full: tuple[str, ...], piece: Piece) -> bool:
    """A name within the fuller one, or the same surname with a first name that begins alike.

    A first name alone counts behind a title only (Queen Elizabeth, Sheikh Tamim).
    """
    other = key_of(piece.words)
    if len(other) == 1:
        return other[0] in full[1:] or (other[0] == full[0] and (len(full) == 1 or piece.office is not None))
    if set(other) <= set(full):
        return True
    return full[-1] == other[-1] and (full[0].startswith(other[0]) or other[0].startswith(full[0]))


def _person(group: Sequence[Piece], side: str | None) -> Person:
    fullest = max(group, key=lambda p: len(p.words))
    named = next((p.state for p in group if p.state), None)
    international = any(p.state == "" for p in group)
    key = key_of(fullest.words)
    own = _homes().get(key[-1], side) if not international and any(p.serves for p in group) else None
    name = " ".join(w for w in fullest.words if w not in _suffixes())
    return Person("-".join(key), name, named or own)


@cache
def _homes() -> dict[str, str | None]:
    """Whom the leaders of the world act for, by surname; None for a body of many states."""
    return {slug(surname): state or None for surname, state in gazetteer("leaders")}
