"""Which office and state stand beside a person's name?"""

import re
from collections.abc import Iterator, Sequence

from releasecli.extract.names.lexicon import Lexicon
from releasecli.extract.names.pieces import Piece

_NEAR = 7
_OF = re.compile(r" of (?:the )?$")
_APPOSITION = re.compile(r",? (?:the |\()?|\n")
_BEHIND = re.compile(r", (?:the )?| \((?:the )?|\n")
_LOWER = re.compile(r"(?:[a-z-]+ ){1,3}$")


def with_offices(flat: str, found: Sequence[Piece], lex: Lexicon) -> Iterator[Piece]:
    """The names, people with the office behind ("NAME, Director of ...") or before them ("foreign minister NAME").

    Offices without a person are left out.
    """
    for at, piece in enumerate(found):
        if piece.why == "office":
            continue
        before = found[at - 1] if at and found[at - 1].why == "office" else None
        held = _with_office(flat, piece, before, found[at + 1 : at + _NEAR], lex)
        if held.office and not _is_honorific(flat, held.office, lex):
            held = held._replace(serves=flat[slice(*held.office)])
        yield held


def _with_office(flat: str, piece: Piece, before: Piece | None, later: Sequence[Piece], lex: Lexicon) -> Piece:
    """A person with the office right before the name, behind a comma before or after it, and the state behind it.

    An unknown name of several words with an office beside it is a person's.
    """
    if piece.kind != "person" and piece.why != "several":
        return piece
    found = _beside(flat, piece, before, later, lex)
    return found._replace(kind="person") if found.office else found


def _beside(flat: str, piece: Piece, before: Piece | None, later: Sequence[Piece], lex: Lexicon) -> Piece:
    known = later[0].known if later else None
    if known and known.state and _OF.fullmatch(flat, piece.end, later[0].start):
        piece = piece._replace(state=piece.state or known.state)
    if before and _APPOSITION.fullmatch(flat, before.end, piece.office[0] if piece.office else piece.start):
        office = (before.start, before.end) if _is_honorific(flat, piece.office, lex) else piece.office
        return piece._replace(office=office, state=piece.state or before.state)
    if _is_honorific(flat, piece.office, lex) and (office_behind := _behind(flat, piece, later)):
        return piece._replace(office=(office_behind.start, office_behind.end), state=piece.state or office_behind.state)
    return _small_office(flat, piece, lex)


def _is_honorific(flat: str, office: tuple[int, int] | None, lex: Lexicon) -> bool:
    """Whether what stands before a name is no office: nothing, or "H.E. Dr."."""
    return office is None or all(word in lex.honorifics for word in flat[slice(*office)].split())


def _behind(flat: str, piece: Piece, later: Sequence[Piece]) -> Piece | None:
    """The office right behind a name; in `later` the names that stand inside the office may come first."""
    office = next((p for p in later if p.why == "office"), None)
    return office if office and _BEHIND.fullmatch(flat, piece.end, office.start) else None


def _small_office(flat: str, piece: Piece, lex: Lexicon) -> Piece:
    """'foreign minister Penny Wong': the office in small letters right before the name."""
    if piece.office is not None or not flat.startswith(" ", piece.start - 1):
        return piece
    words = _LOWER.search(flat, max(0, piece.start - 50), piece.start)
    if words is None:
        return piece
    found = lex.small_title.search(words.group())
    return piece._replace(office=(words.start() + found.start(), piece.start)) if found else piece
