"""Which names does a whole release hold, and which of them mean the same person, body or place?"""

import re

from releasecli.extract.names.beside import with_offices
from releasecli.extract.names.events import entity_of, grown, with_events
from releasecli.extract.names.lexicon import Lexicon, lexicon_of
from releasecli.extract.names.lists import with_lists
from releasecli.extract.names.party import in_party
from releasecli.extract.names.people import People, people
from releasecli.extract.names.pieces import Piece, pieces
from releasecli.extract.names.shout import shouts
from releasecli.extract.names.single import decided
from releasecli.extract.names.words import runs, straight
from releasecli.model import Header, Name
from releasecli.text.wraps import unwrapped

_JUNIOR = re.compile(r",? (?:Jr|Sr)\b\.?")


def names(text: str, header: Header) -> tuple[Name, ...]:
    """All names of a text in order, one `entity` for all mentions of one person, body or place.

    The header gives the title, when it stands apart from the text, and the state whose offices need no state named.
    """
    lex = lexicon_of(header.language or "en")
    flat = straight(unwrapped(text))
    title = straight(header.title)
    ahead = [] if title and flat.startswith(title) else _found(title, lex)
    found = _found(flat, lex)
    who = people([*ahead, *found], header.side)
    loud = shouts(flat, header.language or "en", who)
    every = sorted([*decided(flat, found, who, lex), *loud], key=lambda piece: piece.start)
    return tuple(_name(text, piece, who) for piece in every)


def _found(flat: str, lex: Lexicon) -> list[Piece]:
    found = [piece for run in runs(flat, lex.not_names) for piece in pieces(run, flat, lex)]
    named = [p if p.known else _whole(flat, p) for p in found if not in_party(flat, p.start, p.end)]
    whole = with_events(flat, list(with_lists(flat, named, lex)))
    return list(with_offices(flat, list(grown(flat, whole, lex)), lex))


def _whole(flat: str, piece: Piece) -> Piece:
    """'Joseph R. Biden' with the ', Jr.' behind it."""
    more = _JUNIOR.match(flat, piece.end) if piece.kind == "person" else None
    return piece._replace(end=more.end()) if more else piece


def _name(text: str, piece: Piece, who: People) -> Name:
    words = text[piece.start : piece.end]
    if piece.kind == "person":
        person = who.of(piece)
        office = " ".join(text[slice(*piece.office)].split()) if piece.office else None
        return Name(
            piece.start, piece.end, words, "person", person.entity, person.name, office, person.state, piece.why
        )
    assert piece.kind is not None
    entity, name = (piece.known.entity, piece.known.name) if piece.known else (entity_of(words), words)
    state = piece.known.state if piece.known else None
    return Name(piece.start, piece.end, words, piece.kind, entity, name, None, state, piece.why)
