"""What is a name that neither a list nor its own words explain?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from releasecli.extract.names.lexicon import Kind, Known, Lexicon, slug
from releasecli.extract.names.people import People, key_of
from releasecli.extract.names.pieces import Piece
from releasecli.extract.names.short import is_firm, short_forms

_AMOUNT = re.compile(r" ?\d")
_SHORT_REGION = re.compile(r"(?:, |\()\Z")
_CAMEL = re.compile(r"[a-z][A-Z]")
_WEAK = ("unknown", "capitals", "form", "several")
_UNSURE = ("first name", *_WEAK)
_HEADLINE = 0.6
_OFFICE_AND_NAME = 3
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_DIGIT = re.compile(r"\d")
_PLURAL = re.compile(r"[A-Z]{2,}s")
_LISTED = re.compile(r", (?:and |or )?| (?:and |or )")
_TICKER = re.compile(r"\([\w .]{2,30}: ?\Z")
_BEFORE = re.compile(r"([\w'.-]+)[ \n]*[\"“(]?$")
_AFTER = re.compile(r"[\"”)]?(?:'s)?,?[ \n]+([\w'-]+)")


def decided(flat: str, found: Sequence[Piece], who: People, lex: Lexicon) -> list[Piece]:
    """The names of a text with their kinds; words that turn out to be none are left out."""
    short = short_forms(flat, found, lex)
    kept = _without_headline(flat, found, who) if lex.full else _plain(flat, found, lex)
    decided = [
        piece
        for piece in (_decided(flat, p, short, who, lex) for p in kept if not _is_sign(flat, p))
        if piece is not None
    ]
    decided = list(_without_portfolios(decided, lex))
    return _as_neighbours(flat, _as_neighbours(flat, decided)[::-1], backwards=True)[::-1]


def _without_portfolios(found: Sequence[Piece], lex: Lexicon) -> Iterator[Piece]:
    """What an office is of ("Minister for Foreign and Diaspora Affairs") is part of it and no name."""
    offices = [piece.office for piece in found if piece.office]
    for piece in found:
        within = any(start <= piece.start and piece.end <= end for start, end in offices)
        own = piece.known or piece.kind == "person" or any(lex.openers.get(w) == "organisation" for w in piece.words)
        if own or not within or piece.words[-1] not in lex.portfolios:
            yield piece


def _without_headline(flat: str, found: Sequence[Piece], who: People) -> list[Piece]:
    """The pieces without those of a headline in capitals, unless they are certain or the text below names them."""
    end = flat.find("\n")
    if end < 0 or not _is_headline(flat[:end]):
        return list(found)
    loud = {piece.start for piece in found if piece.start <= end or _line_of(flat, piece) in flat[:end]}
    below = {piece.words for piece in found if piece.start not in loud}
    return [p for p in found if p.start not in loud or p.words in below or _is_certain(p, who)]


def _line_of(flat: str, piece: Piece) -> str:
    return flat[flat.rfind("\n", 0, piece.start) + 1 :].split("\n", 1)[0]


def _is_headline(line: str) -> bool:
    words: list[str] = _LONG_WORD.findall(line)
    return sum(word[0].isupper() for word in words) > _HEADLINE * len(words)


def _is_certain(piece: Piece, who: People) -> bool:
    if piece.why == "single":
        return key_of(piece.words)[-1] in who.by_surname
    return piece.why not in _WEAK and (piece.why != "head" or piece.kind != "other")


def _plain(flat: str, found: Sequence[Piece], lex: Lexicon) -> list[Piece]:
    """In a language without rules of its own: names of the lists, and people with a known first name."""
    whole = [_from_first_name(flat, piece, lex) for piece in found]
    return [p for p in whole if p.known or p.why in ("title", "first name", "single")]


def _from_first_name(flat: str, piece: Piece, lex: Lexicon) -> Piece:
    """'Landsbygdsminister Peter Kullgren': what stands before the first name is an office."""
    if piece.known or len(piece.words) < _OFFICE_AND_NAME or piece.words[1] not in lex.first_names:
        return piece
    if piece.words[0] in lex.first_names or not flat.startswith(piece.words[0] + " ", piece.start):
        return piece
    start = flat.index(piece.words[1], piece.start + len(piece.words[0]))
    return piece._replace(start=start, words=piece.words[1:], kind="person", why="first name")


def _decided(flat: str, piece: Piece, short: Mapping[str, Piece], who: People, lex: Lexicon) -> Piece | None:
    if piece.known:
        return _of_list(flat, piece, who, lex)
    full = short.get(" ".join(piece.words))
    if full and piece.office is None and (piece.kind is None or piece.why in _UNSURE):
        return piece._replace(kind=full.kind, known=full.known, why="short form")
    if piece.kind == "other" and piece.why == "capitals":
        return piece._replace(kind="organisation") if _word_before(flat, piece) == "the" else None
    if piece.kind is not None:
        return piece._replace(kind="organisation") if _is_thing(flat, piece, lex) else piece
    word = piece.words[0] if len(piece.words) == 1 else ""
    if word in lex.short_regions and _SHORT_REGION.search(flat, max(0, piece.start - 2), piece.start):
        return piece._replace(kind="place", why="list", known=lex.known[lex.short_regions[word]])
    kind = _kind(flat, piece, who, lex)
    return piece._replace(kind=kind[0], why=kind[1]) if kind else None


def _is_sign(flat: str, piece: Piece) -> bool:
    """'US$ 5 million'."""
    return flat.startswith("$", piece.end)


def _is_thing(flat: str, piece: Piece, lex: Lexicon) -> bool:
    """'The Esperanza Fire': a first name and a common word behind an article are nobody."""
    weak = piece.why == "first name" and piece.words[-1].lower() in lex.common
    return weak and piece.office is None and _word_before(flat, piece) in lex.determiners


def _of_list(flat: str, piece: Piece, who: People, lex: Lexicon) -> Piece:
    """A known name, unless the release has a person of that name; a house is a place where somebody is in it."""
    if _is_person(flat, piece, who, lex):
        return piece._replace(kind="person", known=None, why="surname")
    if piece.known and piece.known.entity in lex.houses:
        inside = _word_before(flat, piece, past="the") in lex.house_prepositions
        return piece._replace(kind="place" if inside else "organisation")
    return piece


def _as_neighbours(flat: str, found: Sequence[Piece], *, backwards: bool = False) -> list[Piece]:
    """'Barnsley, Batley and Bradford': a name that only its capital shows is of the kind of its neighbour."""
    kept: list[Piece] = []
    for piece in found:
        last = kept[-1] if kept else None
        if last and piece.why in _WEAK and last.why not in _WEAK and _alike(last, piece):
            begin, end = (piece.end, last.start) if backwards else (last.end, piece.start)
            if flat[begin:end] == " " and last.kind == "place" and not (last.known and last.known.is_state):
                kept[-1] = _together(flat, *sorted((last, piece), key=lambda p: p.start))
                continue
            if _LISTED.fullmatch(flat, begin, end):
                kept.append(piece._replace(kind=last.kind, why="listed"))
                continue
        kept.append(piece)
    return kept


def _together(flat: str, first: Piece, second: Piece) -> Piece:
    """'Glasgow Pollok': a place and the unknown name right beside it are one place."""
    name = " ".join(flat[first.start : second.end].split())
    known = Known("place", slug(name), name, first.known.state if first.known else None)
    return first._replace(end=second.end, words=(*first.words, *second.words), known=known, why="beside")


def _alike(last: Piece, piece: Piece) -> bool:
    """Short forms in capitals stand beside people without being any (Jane Roe, USN)."""
    return last.kind == "place" or (last.kind == "person" and not piece.words[-1].isupper())


def _is_person(flat: str, piece: Piece, who: People, lex: Lexicon) -> bool:
    """'Lincoln' is a person in a release about Abraham Lincoln, unless something is in it."""
    if piece.kind == "other" or len(piece.words) != 1 or (piece.known and piece.known.is_state):
        return False
    return key_of(piece.words)[-1] in who.by_surname and _word_before(flat, piece) not in lex.place_prepositions


def _kind(flat: str, piece: Piece, who: People, lex: Lexicon) -> tuple[Kind, str] | None:
    word = piece.words[0]
    if len(piece.words) == 1:
        if key_of(piece.words)[-1] in who.by_surname:
            return "person", "surname"
        if word.isupper() and word.isalpha() and len(word) > 1:
            return None if _is_no_body(flat, piece, lex) else ("organisation", "capitals")
        if _is_no_name(word, lex) or flat[piece.start - 1 : piece.start] == "-":
            return None
    return _by_context(flat, piece, lex) if lex.full else None


def _is_no_body(flat: str, piece: Piece, lex: Lexicon) -> bool:
    """Capitals that are no short form: a word, the code of a currency (CHF 5 billion), of a share (Nasdaq: XYZ)."""
    word = piece.words[0]
    if _TICKER.search(flat, max(0, piece.start - 34), piece.start):
        return True
    return word.lower() in lex.common or word in lex.not_names or _AMOUNT.match(flat, piece.end) is not None


def _by_context(flat: str, piece: Piece, lex: Lexicon) -> tuple[Kind, str] | None:
    before, after = _word_before(flat, piece), _word_after(flat, piece, lex)
    if (
        before in lex.place_prepositions
        or before in lex.small_directions
        or (before == "of" and _word_before(flat, piece, past="of") in lex.place_kinds)
    ):
        return "place", "preposition"
    if len(piece.words) == 1 and after in lex.place_nouns:
        return "place", "noun"
    if before in lex.small_offices or after in lex.person_verbs:
        return "person", "context"
    if len(piece.words) > 1:
        company = (
            before in lex.determiners
            or is_firm(flat, piece, lex)
            or _has_initials(flat, piece)
            or lex.company_ending.match(piece.words[-1])
        )
        return ("organisation" if company else "person"), "several"
    return _by_form(piece, before, lex)


def _has_initials(flat: str, piece: Piece) -> bool:
    """'Barisan Nasional (BN)': people have no short forms."""
    short = "".join(word[0] for word in piece.words)
    return short.isupper() and flat.startswith(f" ({short})", piece.end)


def _by_form(piece: Piece, before: str, lex: Lexicon) -> tuple[Kind, str] | None:
    word = piece.words[0]
    if word in lex.surnames or word in lex.first_names or lex.surname_ending.match(word):
        thing = before in lex.indefinites or before.isdigit()
        return ("organisation" if thing else "person"), "form"
    if lex.place_ending.match(word):
        return "place", "form"
    if before == "from":
        return "place", "preposition"
    return None if before == "the" or (piece.first and not _CAMEL.search(word)) else ("organisation", "unknown")


def _is_no_name(word: str, lex: Lexicon) -> bool:
    """A common word, a head without its name ("the Commission"), NGOs."""
    if word.lower() in lex.common or len(word) < 3 or _PLURAL.fullmatch(word) or _DIGIT.search(word):
        return True
    return word in lex.heads or word in lex.openers or word in lex.modifiers or word in lex.portfolios


def _word_before(flat: str, piece: Piece, *, past: str = "") -> str:
    """The word before a name; the one before that, if the word is `past`."""
    match = _BEFORE.search(flat, max(0, piece.start - 30), piece.start)
    if match and past and match.group(1) == past:
        match = _BEFORE.search(flat, max(0, match.start() - 30), match.start())
    return match.group(1) if match else ""


def _word_after(flat: str, piece: Piece, lex: Lexicon) -> str:
    match = _AFTER.match(flat, piece.end)
    if match and match.group(1) in lex.adverbs:
        match = _AFTER.match(flat, match.end())
    return match.group(1) if match else ""
