"""Which names stand in a line that is all in capitals?"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from releasecli.extract.names.lexicon import Known, lexicon_of
from releasecli.extract.names.people import People
from releasecli.extract.names.pieces import Piece
from releasecli.extract.names.words import shouted

_WORDS = re.compile(r"[^\W\d_][\w.'-]*")
_MOST = 5


def shouts(flat: str, language: str, who: People) -> Iterator[Piece]:
    """States, towns and bodies of the lists, and the people the release names elsewhere, by surname or full name."""
    for start, end in shouted(flat):
        words = list(_WORDS.finditer(flat, start, end))
        at = 0
        while at < len(words):
            at, piece = _at(flat, words, at, language, who)
            if piece is not None:
                yield piece


def _at(flat: str, words: list[re.Match[str]], at: int, language: str, who: People) -> tuple[int, Piece | None]:
    """The longest name that begins at a word, and the index of the word to go on with."""
    known, people = _upper(language), who.shouted
    start = words[at].start()
    for last in range(min(at + _MOST, len(words)) - 1, at - 1, -1):
        end = words[last].end() - (2 if words[last].group().endswith("'S") else 0)
        form = flat[start:end].rstrip(".'") if last == at else flat[start:end]
        end = start + len(form)
        if full := people.get(form):
            office = _office(flat, words[:at], language)
            return last + 1, Piece(
                start, end, full, "person", "capitals", office=None if office is None else (office, start)
            )
        if entry := known.get(form):
            return last + 1, Piece(start, end, (form,), entry.kind, "list", entry)
    return at + 1, None


def _office(flat: str, before: list[re.Match[str]], language: str) -> int | None:
    """Where the titles right before a name begin (SEN. DOLE)."""
    titles, begin = _titles(language), None
    for n in range(len(before) - 1, -1, -1):
        following = before[n + 1].start() if n + 1 < len(before) else before[n].end()
        if before[n].group() not in titles or "\n" in flat[before[n].end() : following]:
            break
        begin = before[n].start()
    return begin


@cache
def _upper(language: str) -> Mapping[str, Known]:
    """Known names in capitals; those of one common word are left out."""
    lex = lexicon_of(language)
    return {
        name.upper(): entry
        for name, entry in lex.known.items()
        if len(name) > 3 and (" " in name or (name.lower() not in lex.common and name not in lex.surnames))
    }


@cache
def _titles(language: str) -> frozenset[str]:
    lex = lexicon_of(language)
    return frozenset(word.upper() for word in lex.titles)
