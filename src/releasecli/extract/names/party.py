"""Does a name only say a senator's party and state: "(D-IA)", ", D-Ore.,", "D IA"?"""

import re
from functools import cache

from releasecli.resources import lexicon


def in_party(flat: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are no place but part of such a note."""
    bracketed, bare = _patterns()
    if bare.fullmatch(flat, start, end):
        return True
    begin = flat.rfind("(", max(0, start - 6), start)
    return begin >= 0 and bracketed.match(flat, begin) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    code = f"(?:{'|'.join(lexicon('en', 'names')['parties'])})"
    bracketed = re.compile(rf"\({code}[.,]?\s?[-– ]\s?[\w.]+\)")
    return bracketed, re.compile(rf"(?<=, ){code}-[A-Z][A-Za-z]*|{code} [A-Z]{{2}}")
