"""Which word forms does one entry of a lexicon stand for?"""

import re
from itertools import product

_CHOICE = re.compile(r"\(([^()]*)\)")


def forms(entry: str) -> list[str]:
    """All forms of an entry; `(a|b|)` stands for a choice of endings, the empty one included.

    >>> forms("day(|s)")
    ['day', 'days']
    """
    if "(" not in entry:
        return [entry]
    parts = _CHOICE.split(entry)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]
