"""How do many words become one pattern that fails soon?"""

import re
from collections.abc import Iterable
from itertools import groupby


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first; what they have in common at the beginning is written once.

    >>> alternatives(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    return _spelled(sorted({*words}))


def _spelled(words: list[str]) -> str:
    if len(words) == 1:
        return re.escape(words[0])
    groups = [(first, [word[1:] for word in group]) for first, group in groupby(words, key=lambda word: word[:1])]
    options = [re.escape(first) + _spelled(rests) for first, rests in groups if first]
    if not groups[0][0]:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
