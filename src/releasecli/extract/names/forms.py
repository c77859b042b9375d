"""What do the words of a name say about its kind?"""

import re
from collections.abc import Sequence

from releasecli.extract.names.lexicon import Kind, Lexicon

_ARABIC = re.compile(r"(?:[Aa]l|[Ee]l)-[A-Z]|(?:bin|ibn|bint)$")
_LONG = 4


def kind_of(every: Sequence[str], lex: Lexicon) -> tuple[Kind | None, str]:
    """The kind of a name that no list and no head explains, and the reason; None where only its context can tell."""
    if len(every) > 1 and any(map(_ARABIC.match, every[1:])):
        return "person", "form"
    words = [word for word in every if not word.islower()]
    if len(words) <= 1:
        return None, "single"
    common = [word.lower() in lex.common for word in words]
    if _is_place(words, common, lex):
        return "place", "form"
    if _is_person(words, lex) and not (common[0] and words[0] not in lex.first_names):
        return "person", "first name"
    if any(len(w) == 2 and w.endswith(".") for w in words[:-1]) or lex.surname_ending.match(words[-1]):
        return "person", "form"
    return _by_capitals(words, common)


def _is_place(words: Sequence[str], common: Sequence[bool], lex: Lexicon) -> bool:
    """Whether a word says that this is a place: 'Lake NAME', 'NAME East'."""
    east = words[-1] in lex.directions and words[0] not in lex.first_names and not common[0]
    return east or (words[0] in lex.place_words and not common[1])


def _is_person(words: Sequence[str], lex: Lexicon) -> bool:
    """A known surname at the end, or a known first name with no plural noun behind it ("Dusty Cars")."""
    if words[-1] in lex.surnames or words[-1] in lex.common_surnames:
        return True
    last = words[-1].lower()
    return words[0] in lex.first_names and not (last.endswith("s") and last in lex.common)


def _by_capitals(words: Sequence[str], common: Sequence[bool]) -> tuple[Kind | None, str]:
    """Words that are usually written small make no person; `common` says which are."""
    if any(common) or len(words) > _LONG or any(word.isupper() and len(word) > 2 for word in words):
        return ("other" if all(common) else "organisation"), "capitals"
    return None, "several"
