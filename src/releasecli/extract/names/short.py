"""Which short forms does a text use for names it gives in full?"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from releasecli.extract.names.lexicon import Known, Lexicon, slug
from releasecli.extract.names.pieces import Piece

_SHORT_WORD = 3
_FORM = 14


def short_forms(flat: str, found: Sequence[Piece], lex: Lexicon) -> dict[str, Piece]:
    """'Office of Science and Technology Policy (OSTP)', 'Hurricane Ida': the short form means the same as the long."""
    short = {
        short.words[0]: _known_body(flat, full)
        for full, short in pairwise(found)
        if full.kind in ("organisation", "place") and _is_short_form(flat, full, short)
    }
    storms = (piece for piece in found if len(piece.words) > 1 and piece.words[0] in lex.storms)
    firms = [piece for piece in found if piece.kind in (None, "organisation") and is_firm(flat, piece, lex)]
    firm = {" ".join(firm.words[:-1]): _known_body(flat, firm) for firm in firms if firm.words[-1] in lex.company_forms}
    several = Counter(word for word, _ in {(firm.words[0], firm.words) for firm in firms})
    lone = (firm for firm in firms if several[firm.words[0]] == 1 and _is_own(firm.words[0], lex))
    own = {firm.words[0]: _known_body(flat, firm) for firm in lone}
    return {storm.words[1]: _known_body(flat, storm) for storm in storms} | own | firm | short


def is_firm(flat: str, piece: Piece, lex: Lexicon) -> bool:
    """'Norvik Energi ASA', 'Norvik Drugs, Inc.'."""
    behind = flat[piece.end : piece.end + _FORM].removeprefix(", ").split(maxsplit=1) or [""]
    return piece.words[-1] in lex.company_forms or behind[0].rstrip(",;)") in lex.company_forms


def _is_own(word: str, lex: Lexicon) -> bool:
    """A word that is nothing but the name of a firm ("Norvik Energi ASA" is "Norvik" for short)."""
    known = word in lex.known or word in lex.first_names or word in lex.surnames or word in lex.demonyms
    return not known and len(word) > _SHORT_WORD and word.lower() not in lex.common and not word.isupper()


def _is_short_form(flat: str, full: Piece, short: Piece) -> bool:
    in_brackets = flat[full.end : short.start].strip() == "(" and flat.startswith((")", ",", ";"), short.end)
    if not in_brackets or len(short.words) != 1:
        return False
    return short.words[0] in full.words or sum(map(str.isupper, short.words[0])) > 1


def _known_body(flat: str, full: Piece) -> Piece:
    """The long form as an entity of this release."""
    if full.known:
        return full
    name, kind = " ".join(flat[full.start : full.end].split()), full.kind or "organisation"
    return full._replace(kind=kind, known=Known(kind, slug(name), name))
