"""Which bodies are named by a list: "Bureau of Population, Refugees, and Migration"?"""

import re
from collections.abc import Iterator, Sequence

from releasecli.extract.names.lexicon import Lexicon
from releasecli.extract.names.pieces import Piece

_SUBJECT = r"[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){0,2}"
_SUBJECTS = re.compile(rf"(?:, {_SUBJECT})+,? and {_SUBJECT}")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def with_lists(flat: str, found: Sequence[Piece], lex: Lexicon) -> Iterator[Piece]:
    """The names, those of bodies with all that they are of; what stands inside is no name of its own."""
    end = 0
    for piece in found:
        if piece.start < end:
            continue
        if (more := _listed(flat, piece, lex)) > piece.end:
            end = more
            yield piece._replace(end=more, words=tuple(flat[piece.start : more].split()), why="list of subjects")
        else:
            yield piece


def _listed(flat: str, piece: Piece, lex: Lexicon) -> int:
    """Where the list behind a body's name ends, every word of it a subject; the name's end where there is none."""
    if piece.kind != "organisation" or piece.known or not flat.startswith(", ", piece.end):
        return piece.end
    if not any(word in lex.openers for word in piece.words) or not _is_subject(piece.words[-1], lex):
        return piece.end
    match = _SUBJECTS.match(flat, piece.end)
    if match is None or not all(_is_subject(word, lex) for word in _WORD.findall(match.group()) if word != "and"):
        return piece.end
    return match.end()


def _is_subject(word: str, lex: Lexicon) -> bool:
    return word in lex.portfolios or word.lower() in lex.common
