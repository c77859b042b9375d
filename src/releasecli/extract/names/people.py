"""Which mentions mean the same person?"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter

from releasecli.extract.names.lexicon import slug
from releasecli.extract.names.pieces import Piece
from releasecli.resources import gazetteer, lexicon

_SHORT = 3
_NO_POST: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a release: the fullest form of the name, and the state they act for."""

    entity: str
    name: str
    state: str | None = None


Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The people of a release by the folded words of their names.

    `by_surname` has where and under which name each bearer of a surname stands, in order of the text; `posts` has the
    words of the offices that stand beside full names.
    """

    by_words: Mapping[Key, Person] = field(default_factory=dict)
    by_surname: Mapping[str, Sequence[tuple[int, Key]]] = field(default_factory=dict)
    shouted: Mapping[str, Key] = field(default_factory=dict)
    posts: Mapping[Key, frozenset[str]] = field(default_factory=dict)

    def of(self, piece: Piece) -> Person:
        """The person a mention means; of several with one surname one of the same office, named last before it."""
        key, post = key_of(piece.words), _post(piece)
        if len(key) == 1 and (bearers := self.by_surname.get(key[0])):
            bearers = [one for one in bearers if post & self.posts.get(one[1], _NO_POST)] or bearers
            key = bearers[max(0, bisect_right(bearers, piece.start, key=itemgetter(0)) - 1)][1]
        return self.by_words.get(key) or Person(slug(" ".join(piece.words)), " ".join(piece.words))


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(lexicon("en", "names")["suffixes"])


@lru_cache(maxsize=4096)
def key_of(words: Key) -> Key:
    """Folded words of a name without initials and suffixes, short first names in full."""
    short: Mapping[str, str] = lexicon("en", "names")["nicknames"]
    folded = [slug(short.get(word, word) if n == 0 and len(words) > 1 else word) for n, word in enumerate(words)]
    kept = [w for w, word in zip(folded, words, strict=True) if w and word not in _suffixes() and not _initial(word)]
    return tuple(kept or folded)


def _initial(word: str) -> bool:
    return len(word) <= 2 and word[:1].isupper() and word[1:] in ("", ".")


def people(found: Iterable[Piece], side: str | None) -> People:
    """The people of a release from all its mentions; offices without a state are the issuer's (`side`) as a rule."""
    mentions = [piece for piece in found if piece.kind == "person"]
    groups = _groups(mentions)
    by_words: dict[Key, Person] = {}
    taken = {p.serves for p in mentions if side and _homes().get(key_of(p.words)[-1]) == side} - {""}
    for group in groups:
        person = _person(group, side, taken)
        for piece in group:
            by_words.setdefault(key_of(piece.words), person)
    shouted = {form.upper(): p.words for p in mentions for form in (" ".join(p.words), _surname(p.words))}
    posts = {key_of(group[0].words): frozenset[str]().union(*map(_post, _longest(group))) for group in groups}
    return People(by_words, _bearers(groups), shouted, posts)


def _post(piece: Piece) -> frozenset[str]:
    """The words of an office, for comparison."""
    return frozenset(piece.serves.lower().split()) - {"of", "the"} if piece.serves else _NO_POST


def _longest(group: Sequence[Piece]) -> Iterator[Piece]:
    """The mentions by the fullest name."""
    full = len(key_of(group[0].words))
    return (piece for piece in group if len(key_of(piece.words)) == full)


def _groups(mentions: Iterable[Piece]) -> list[list[Piece]]:
    """Mentions of one person together, the longest names first; only groups that share a word are compared."""
    groups: list[list[Piece]] = []
    by_word: dict[str, list[int]] = {}
    for piece in sorted(mentions, key=lambda p: -len(key_of(p.words))):
        key = key_of(piece.words)
        homes = [n for n in by_word.get(key[-1], ()) if _same(key_of(groups[n][0].words), piece)]
        if not homes:
            groups.append([piece])
            for word in key:
                by_word.setdefault(word, []).append(len(groups) - 1)
        else:
            groups[max(homes, key=lambda n: _nearness(groups[n], piece)) if homes[1:] else homes[0]].append(piece)
    return groups


def _nearness(group: Sequence[Piece], piece: Piece) -> tuple[bool, int]:
    """Whether a mention by surname has an office of somebody, and where their longer name stands last before it."""
    same = any(_post(one) & _post(piece) for one in _longest(group))
    return same, max((p.start for p in group if p.start < piece.start and len(p.words) > len(piece.words)), default=-1)


def _bearers(groups: Sequence[Sequence[Piece]]) -> dict[str, list[tuple[int, Key]]]:
    """By surname; a middle name alone ("Lula") or a first name that only one has means the person as well."""
    found: dict[str, list[tuple[int, Key]]] = {}
    for group in groups:
        full = key_of(group[0].words)
        found.setdefault(full[-1], []).extend((piece.start, full) for piece in _longest(group))
    firsts = Counter(key_of(group[0].words)[0] for group in groups if len(key_of(group[0].words)) > 1)
    for group in groups:
        for word in _other_names(group[0].words, firsts):
            found.setdefault(word, [(group[0].start, key_of(group[0].words))])
    for bearers in found.values():
        bearers.sort()
    return found


def _other_names(words: Key, firsts: Mapping[str, int]) -> Iterator[str]:
    """What else a person may be called by alone; `firsts` counts the people of each first name."""
    key = key_of(words)
    if len(key) > 1:
        yield from (word for word in key[1:-1] if len(word) > _SHORT)
        if firsts[key[0]] == 1 and not words[0].isupper():
            yield from {key[0], slug(words[0])}


def _surname(words: Sequence[str]) -> str:
    return next((word for word in reversed(words) if word not in _suffixes()), words[-1])


def _same(full: Key, piece: Piece) -> bool:
    """A name within the fuller one, or the same surname with a first name that begins alike.

    A first name alone counts behind a title only (Queen Elizabeth, Sheikh Tamim).
    """
    other = key_of(piece.words)
    if len(other) == 1:
        return other[0] in full[1:] or (other[0] == full[0] and (len(full) == 1 or piece.office is not None))
    if set(other) <= set(full):
        return True
    return full[-1] == other[-1] and (full[0].startswith(other[0]) or other[0].startswith(full[0]))


def _person(group: Sequence[Piece], side: str | None, taken: Collection[str]) -> Person:
    fullest = max(group, key=lambda p: len(p.words))
    named = next((p.state for p in group if p.state), None)
    international = any(p.state == "" for p in group)
    key = key_of(fullest.words)
    posts = [p.serves for p in group if p.serves]
    own = _home(key[-1], posts, side, taken) if posts and not international else None
    name = " ".join(w for w in fullest.words if w not in _suffixes())
    return Person("-".join(key), name, named or own)


def _home(surname: str, posts: Iterable[str], side: str | None, taken: Collection[str]) -> str | None:
    """The state of a person whose offices name none: a leader's own, else the issuer's, if it has such offices.

    `taken` are the offices of the issuer's own leaders: another President is another state's.
    """
    if surname in _homes():
        return _homes()[surname]
    foreign = lexicon("en", "names")["foreign_titles"]
    elsewhere = {*foreign["everywhere"], *foreign.get(side, ())}
    return None if any(post in taken or elsewhere.intersection(post.split()) for post in posts) else side


@cache
def _homes() -> dict[str, str | None]:
    """The state of each of the world's leaders by surname; None for the head of an international body."""
    return {slug(surname): state or None for surname, state in gazetteer("leaders")}
