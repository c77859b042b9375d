"""How does the notation of a rule become a regular expression over code characters?

A rule is a sequence of items over the classes of a language: `class`, `field=class`, `'word'`, groups with `( | )`,
`?`, `+`, `{0,4}`, `@macro`; `<class` and `>class` look at the piece before and behind,
`<!class` and `>!class` refuse it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from releasecli.extract.times.vocabulary import Vocabulary

_ITEM = re.compile(r"(<!|>!|<|>)?(?:(\w+)=)?(@\w+|'[^' ]+'|\w+)([?+]|\{\d*,?\d*\})?|(\()|(\|)|\)([?]|\{\d*,?\d*\})?")
_LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}
_LOOK_BACK = ("<", "<!")  # a look-behind has one width: phrases of a class do not count there
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern: its expression, the characters it can begin with, whether it can be empty."""

    text: str
    first: frozenset[str]
    empty: bool = False


@dataclass(slots=True)
class Compiler:
    """The classes and macros of a language; what they stand for is worked out once."""

    vocabulary: Vocabulary
    macros: Mapping[str, str]
    classes: dict[str, Piece] = field(default_factory=dict)
    plain: dict[str, Piece] = field(default_factory=dict)

    def piece(self, text: str, parts: list[tuple[str, str]] | None = None) -> Piece:
        """The expression of a notation; with `parts`, each field is a group, and its (field, class) is noted there."""
        return _alternatives(_ITEM.finditer(text), self, parts)[0]

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
        singles = self.charset((name,))
        phrases = sorted(self.vocabulary.words.phrases.get(name, ()), key=len, reverse=True)
        options = ["".join(f"[{self.charset((_word(piece),))}]" for piece in pieces) for pieces in phrases]
        first = frozenset(singles).union(*(self.charset((_word(pieces[0]),)) for pieces in phrases))
        if singles:
            options.append(f"[{singles}]")
        text = options[0] if len(options) == 1 and singles else f"(?:{'|'.join(options)})"
        return Piece(text if options else _NEVER, first)

    def of_macro(self, name: str, parts: list[tuple[str, str]] | None) -> Piece:
        """A macro, spelled out; without fields it is made once."""
        if parts is None and name in self.plain:
            return self.plain[name]
        made = self.piece(self.macros[name], parts)
        if parts is None:
            self.plain[name] = made
        return made


def _word(piece: str) -> str:
    return f"'{piece}'"


def _alternatives(
    items: Iterable[re.Match[str]], compiler: Compiler, parts: list[tuple[str, str]] | None
) -> tuple[Piece, str]:
    """The alternatives up to the closing bracket or the end, and the count behind the bracket."""
    options: list[Piece] = []
    sequence: list[Piece] = []
    count = ""
    for item in items:
        if item[5]:
            inner, times = _alternatives(items, compiler, parts)
            sequence.append(_counted(inner, times))
        elif item[6]:
            options.append(_sequence(sequence))
            sequence = []
        elif item[3]:
            sequence.append(_item(item, compiler, parts))
        else:
            count = item[7] or ""
            break
    options.append(_sequence(sequence))
    first = frozenset[str]().union(*(option.first for option in options))
    text = f"(?:{'|'.join(option.text for option in options)})"
    return Piece(text, first, any(option.empty for option in options)), count


def _sequence(pieces: list[Piece]) -> Piece:
    first: set[str] = set()
    for piece in pieces:
        first |= piece.first
        if not piece.empty:
            break
    return Piece("".join(piece.text for piece in pieces), frozenset(first), all(piece.empty for piece in pieces))


def _counted(piece: Piece, count: str) -> Piece:
    if not count:
        return piece
    return Piece(piece.text + count, piece.first, piece.empty or count == "?" or count.startswith(("{0", "{,")))


def _item(item: re.Match[str], compiler: Compiler, parts: list[tuple[str, str]] | None) -> Piece:
    look, part, name, count = item[1], item[2], item[3], item[4] or ""
    if look in _LOOK_BACK:
        return Piece(f"{_LOOKS[look]}[{compiler.charset((name,)) or '@'}])", frozenset(), empty=True)
    if part and parts is not None:
        parts.append((part, name))
    inner = compiler.of_macro(name[1:], parts) if name.startswith("@") else compiler.of_class(name)
    if look:
        return Piece(f"{_LOOKS[look]}{inner.text})", frozenset(), empty=True)
    text = f"({inner.text})" if part and parts is not None else inner.text
    return _counted(Piece(text, inner.first, inner.empty), count)
