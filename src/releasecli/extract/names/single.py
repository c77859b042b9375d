"""What is a single capitalised word that no list knows?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from releasecli.extract.names.lexicon import Kind, Lexicon
from releasecli.extract.names.people import People, key_of
from releasecli.extract.names.pieces import Piece

_BEFORE = re.compile(r"([\w'.-]+)[ \n]*[\"“(]?$")
_AFTER = re.compile(r"[\"”)]?(?:'s)?,?[ \n]+([\w'-]+)")


def decided(flat: str, found: Sequence[Piece], who: People, lex: Lexicon) -> Iterator[Piece]:
    """The names of a text with their kinds; words that turn out to be none are left out."""
    short = _short_forms(flat, found)
    for piece in found:
        if piece.known and _is_person(flat, piece, who, lex):
            yield replace(piece, kind="person", known=None, why="surname")
        elif piece.kind is not None:
            yield piece
        else:
            word = piece.words[0]
            if full := short.get(word):
                yield replace(piece, kind=full.kind, known=full.known, why="short form")
            elif kind := _kind(flat, piece, who, lex):
                yield replace(piece, kind=kind[0], why=kind[1])


def _short_forms(flat: str, found: Sequence[Piece]) -> dict[str, Piece]:
    """'Office of Science and Technology Policy (OSTP)': the short form means the same body from here on."""
    return {
        short.words[0]: full
        for full, short in zip(found, found[1:], strict=False)
        if full.kind in ("organisation", "place")
        and len(short.words) == 1
        and flat[full.end : short.start].lstrip() == "("
    }


def _is_person(flat: str, piece: Piece, who: People, lex: Lexicon) -> bool:
    """'Lincoln' is a person in a release about Abraham Lincoln, unless something is in it."""
    if piece.kind != "place" or len(piece.words) != 1 or (piece.known and piece.known.is_state):
        return False
    return key_of(piece.words)[-1] in who.by_surname and _word_before(flat, piece) not in lex.place_prepositions


def _kind(flat: str, piece: Piece, who: People, lex: Lexicon) -> tuple[Kind, str] | None:
    word = piece.words[0]
    if key_of(piece.words)[-1] in who.by_surname:
        return "person", "surname"
    if word.isupper() and word.isalpha() and len(word) > 1:
        return "organisation", "capitals"
    if word.lower() in lex.common or len(word) < 3:
        return None
    before, after = _word_before(flat, piece), _word_after(flat, piece)
    if before in lex.place_prepositions:
        return "place", "preposition"
    if before in lex.offices or after in lex.person_verbs:
        return "person", "context"
    return _by_form(word, before, lex)


def _by_form(word: str, before: str, lex: Lexicon) -> tuple[Kind, str] | None:
    if before == "the":
        return "organisation", "article"
    if word in lex.surnames or word in lex.first_names or lex.surname_ending.match(word):
        return "person", "form"
    if lex.place_ending.match(word):
        return "place", "form"
    return "organisation", "unknown"


def _word_before(flat: str, piece: Piece) -> str:
    match = _BEFORE.search(flat, max(0, piece.start - 30), piece.start)
    return match.group(1) if match else ""


def _word_after(flat: str, piece: Piece) -> str:
    match = _AFTER.match(flat, piece.end)
    return match.group(1) if match else ""
