"""How does the notation of a rule become a regular expression over code characters?

A rule is a sequence of items over the classes of a language: `class`, `field=class`, `'word'`, groups with `( | )`,
`?`, `+`, `{0,4}`, `@macro`; `<class` and `>class` look at the piece before and behind,
`<!class` and `>!class` refuse it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from releasecli.extract.times.vocabulary import Vocabulary

_ITEM = re.compile(r"(<!|>!|<|>)?(?:(\w+)=)?(@\w+|'[^' ]+'|\w+)([?+]|\{\d*,?\d*\})?|(\()|(\|)|\)([?]|\{\d*,?\d*\})?")
_LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}
_LOOK_BACK = ("<", "<!")  # a look-behind has one width: phrases of a class do not count there


class Piece(NamedTuple):
    """A part of a pattern: its expression, the characters it can begin with, whether it can be empty.

    `parts` are the (field, class) of its groups. A `single` one is any one of `first`, and nothing else.
    """

    text: str
    first: frozenset[str]
    empty: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    single: bool = False

    @property
    def impossible(self) -> bool:
        """Whether no text fits: a class of it has no words in this language."""
        return not self.first and not self.empty


_NEVER = Piece("(?!)", frozenset())
_NOTHING = Piece("", frozenset(), empty=True)


class Compiler:
    """The classes and macros of a language; what they stand for is worked out once."""

    def __init__(self, vocabulary: Vocabulary, macros: Mapping[str, str]) -> None:
        self.vocabulary = vocabulary
        self.macros = macros
        self.classes: dict[str, Piece] = {}
        self.made: dict[tuple[str, bool], Piece] = {}

    def piece(self, text: str, *, grouped: bool = False) -> Piece:
        """The expression of a notation; where `grouped`, each field is a group of it."""
        return _alternatives(_ITEM.finditer(text), self, grouped=grouped)[0]

    def charset(self, names: Iterable[str]) -> str:
        """The code characters of all pieces that are in one of the classes."""
        members = self.vocabulary.members
        return "".join(sorted(set().union(*(members.get(name, ()) for name in names))))

    def of_class(self, name: str) -> Piece:
        """A class: one of its single words or of its phrases, longest first."""
        if name not in self.classes:
            self.classes[name] = self._class(name)
        return self.classes[name]

    def _class(self, name: str) -> Piece:
        if name == "any":
            return Piece(".", frozenset(self.vocabulary.codes.values()))
        phrases = sorted(self.vocabulary.words.phrases.get(name, ()), key=len, reverse=True)
        options = [_sequence([self._word(piece) for piece in pieces]) for pieces in phrases]
        return _choice([*options, one_of(self.charset((name,)))])

    def _word(self, piece: str) -> Piece:
        return one_of(self.charset((f"'{piece}'",)))

    def of_macro(self, name: str, *, grouped: bool) -> Piece:
        """A macro, spelled out."""
        key = name, grouped
        if key not in self.made:
            self.made[key] = self.piece(self.macros[name], grouped=grouped)
        return self.made[key]


def one_of(characters: Iterable[str]) -> Piece:
    """One of the characters; they are no signs of regular expressions."""
    listed = "".join(sorted(characters))
    if not listed:
        return _NEVER
    return Piece(f"[{listed}]" if len(listed) > 1 else listed, frozenset(listed), single=True)


def _alternatives(items: Iterator[re.Match[str]], compiler: Compiler, *, grouped: bool) -> tuple[Piece, str]:
    """The alternatives up to the closing bracket or the end, and the count behind the bracket."""
    options: list[Piece] = []
    sequence: list[Piece] = []
    count = ""
    for item in items:
        if item[5]:
            inner, times = _alternatives(items, compiler, grouped=grouped)
            sequence.append(_counted(inner, times))
        elif item[6]:
            options.append(_sequence(sequence))
            sequence = []
        elif item[3]:
            sequence.append(_item(item, compiler, grouped=grouped))
        else:
            count = item[7] or ""
            break
    options.append(_sequence(sequence))
    return _choice(options), count


def _choice(options: Iterable[Piece]) -> Piece:
    """One of the options; impossible ones are left out, neighbours of one character each become one set."""
    possible = [option for option in options if not option.impossible]
    runs = [list(run) for _, run in groupby(possible, key=lambda option: option.single)]
    merged = [piece for run in runs for piece in ([one_of(_firsts(run))] if run[0].single else run)]
    if len(merged) < 2:
        return merged[0] if merged else _NEVER
    text = f"(?:{'|'.join(option.text for option in merged)})"
    return Piece(text, _firsts(merged), any(option.empty for option in merged), _parts(merged))


def _sequence(pieces: list[Piece]) -> Piece:
    if any(piece.impossible for piece in pieces):
        return _NEVER
    if len(pieces) == 1:
        return pieces[0]
    begin = next((n for n, piece in enumerate(pieces, 1) if not piece.empty), len(pieces))
    empty = all(piece.empty for piece in pieces)
    return Piece("".join(piece.text for piece in pieces), _firsts(pieces[:begin]), empty, _parts(pieces))


def _firsts(pieces: Iterable[Piece]) -> frozenset[str]:
    return frozenset[str]().union(*(piece.first for piece in pieces))


def _parts(pieces: Iterable[Piece]) -> tuple[tuple[str, str], ...]:
    return tuple(part for piece in pieces for part in piece.parts)


def _counted(piece: Piece, count: str) -> Piece:
    if not count:
        return piece
    optional = count == "?" or count.startswith(("{0", "{,"))
    if piece.impossible:
        return _NOTHING if optional else _NEVER
    text = piece.text if piece.single else f"(?:{piece.text})"
    return Piece(text + count, piece.first, piece.empty or optional, piece.parts)


def _item(item: re.Match[str], compiler: Compiler, *, grouped: bool) -> Piece:
    look, part, name, count = item[1], item[2], item[3], item[4] or ""
    if look in _LOOK_BACK:
        return _look(look, one_of(compiler.charset((name,))))
    inner = compiler.of_macro(name[1:], grouped=grouped) if name.startswith("@") else compiler.of_class(name)
    if look:
        return _look(look, inner)
    if part and grouped and not inner.impossible:
        inner = Piece(f"({inner.text})", inner.first, inner.empty, ((part, name), *inner.parts))
    return _counted(inner, count)


def _look(look: str, inner: Piece) -> Piece:
    if inner.impossible:
        return _NOTHING if look.endswith("!") else _NEVER
    return Piece(f"{_LOOKS[look]}{inner.text})", frozenset(), empty=True)
