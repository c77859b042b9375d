"""Which names go beyond capitals: votes and meetings by year, bodies and pacts with a small last word?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from releasecli.extract.names.lexicon import Lexicon, slug
from releasecli.extract.names.pieces import Piece
from releasecli.resources import lexicon
from releasecli.text.forms import forms

_DC = re.compile(r", D\.?C\.?(?!\w)")
_IN = re.compile(r" in (?:the )?$")


def with_events(flat: str, found: Sequence[Piece]) -> list[Piece]:
    """The names with votes and meetings that are named by their year ("2019 Australian federal election")."""
    spans = [(_month_before(flat, match.start()), match.end()) for match in _by_year().finditer(flat)]
    if not spans:
        return list(found)
    kept = [p for p in found if not any(start < p.end and p.start < end for start, end in spans)]
    places = {p.start: p.end for p in kept if p.kind == "place"}
    events = [_event(flat, start, _with_place(flat, end, places)) for start, end in spans]
    kept = [p for p in kept if not any(e.start < p.end and p.start < e.end for e in events)]
    return sorted([*kept, *events], key=lambda p: p.start)


def _month_before(flat: str, start: int) -> int:
    """'February 1974 general election': two votes of one year are told apart by their month."""
    month = re.split(r"[\s(]", flat[max(0, start - 12) : start].rstrip())[-1] if start else ""
    return start - len(month) - 1 if month in lexicon("en", "names")["months"] else start


def _event(flat: str, start: int, end: int) -> Piece:
    return Piece(start, end, tuple(flat[start:end].split()), "other", "year")


def _with_place(flat: str, end: int, places: dict[int, int]) -> int:
    """'1999 European Parliament election in Denmark': the place belongs to the name."""
    for start, stop in places.items():
        if end < start <= end + 8 and _IN.fullmatch(flat, end, start):
            return stop
    return end


@cache
def _by_year() -> re.Pattern[str]:
    words = lexicon("en", "names")
    small = "|".join(re.escape(word) for word in words["event_words"])
    ends = "|".join(form for entry in words["events"] for form in forms(entry))
    big = "|".join(form for entry in words["event_heads"] for form in forms(entry))
    # Each branch begins with its letter, the look behind follows: so the engine can skip from one to the next.
    year = r"(?:(?:1(?<![\w-]1)[5-9]|2(?<![\w-]2)0)\d\d(?:[-–]\d\d)?|[IVX](?<![\w-][IVX])[IVX]*)"
    word = rf"(?:[^\W\d_a-z][\w.'’–-]*|{small})"
    return re.compile(rf"{year} (?=(?:[a-z-]+ ){{0,7}}[^\W\d_a-z])(?:{word} ){{1,7}}?(?:{ends}|{big})\b")


def grown(flat: str, found: Sequence[Piece], lex: Lexicon) -> Iterator[Piece]:
    """The names with the small words that belong to them ("Bush administration", "Minsk agreements")."""
    end = 0
    for piece in found:
        if piece.start < end or (piece.words and not set(piece.words) - lex.suffixes):
            continue
        if piece.kind == "place" and (more := _DC.match(flat, piece.end)):
            end = more.end()
            yield piece._replace(end=end)
        elif (tail := lex.tail.match(flat, piece.end)) and _takes(piece, tail.group(1), lex):
            words, kind = (*piece.words, tail.group(1)), lex.tails[tail.group(1)]
            yield Piece(piece.start, tail.end(), words, kind, "tail", first=piece.first)
        else:
            yield piece


def _takes(piece: Piece, tail: str, lex: Lexicon) -> bool:
    """Whether such a word belongs to such a name: governments to states, administrations to people, pacts to towns."""
    is_state = piece.known is not None and piece.known.is_state
    if lex.tails[tail] == "other":
        return piece.kind == "place" and not is_state and piece.known is not None
    return is_state if tail == "government" else piece.kind in (None, "person") and piece.office is None


def entity_of(words: str) -> str:
    """The slug of a name that no list knows, without a leading article."""
    return slug(re.sub(r"^[Tt]he\s+", "", words))
