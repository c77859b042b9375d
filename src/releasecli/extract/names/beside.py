"""Which office and state stand beside a person's name?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from releasecli.extract.names.lexicon import Lexicon
from releasecli.extract.names.pieces import Piece

_OF = re.compile(r" of (?:the )?$")
_APPOSITION = re.compile(r",? (?:the |\()?|\n")
_LOWER = re.compile(r"(?:[a-z-]+ ){1,3}$")


def with_offices(flat: str, found: Sequence[Piece], lex: Lexicon) -> Iterator[Piece]:
    """The names, people with the office behind ("NAME, Director of ...") or before them ("foreign minister NAME").

    Offices without a person are left out.
    """
    for at, piece in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        if piece.why == "office":
            continue
        if piece.kind != "person" or after is None:
            yield _small_office(flat, piece, lex) if piece.kind == "person" else piece
        elif piece.office is None and (office := _behind(flat, piece, found[at + 1 :])):
            yield replace(piece, office=(office.start, office.end), state=office.state)
        else:
            state = after.known.state if after.known and _OF.fullmatch(flat, piece.end, after.start) else None
            yield replace(_small_office(flat, piece, lex), state=piece.state or state)


def _behind(flat: str, piece: Piece, later: Sequence[Piece]) -> Piece | None:
    """The office that begins right behind a name; names inside the office stand between the two."""
    office = next((p for p in later[:6] if p.why == "office"), None)
    return office if office and _APPOSITION.fullmatch(flat, piece.end, office.start) else None


def _small_office(flat: str, piece: Piece, lex: Lexicon) -> Piece:
    """'foreign minister Penny Wong': the office in small letters right before the name."""
    if piece.office is not None or not flat[: piece.start].endswith(" "):
        return piece
    words = _LOWER.search(flat, max(0, piece.start - 50), piece.start)
    if words is None:
        return piece
    found = lex.small_title.search(words.group())
    return replace(piece, office=(words.start() + found.start(), piece.start)) if found else piece
