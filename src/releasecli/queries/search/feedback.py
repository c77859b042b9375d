"""Which further words do the best hits have in common?"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence

from releasecli.queries.search.weigh import Branch, corrected_weight, releases, weight
from releasecli.store.cache.forms import indexed
from releasecli.store.cache.reading import text_of
from releasecli.text.tokens import words

_WORDS = 30  # that are added
_SHARE = 0.7  # of the weight of the words typed
_FREQUENT = 2000  # releases that a word to be added may always stand in
_RARER = 50  # or in this part of a larger index


def feedback(db: sqlite3.Connection, best: Sequence[tuple[int, float]], typed: int) -> list[Branch]:
    """Weighted words of the best hits (number and score), for a query of so many words."""
    size = releases(db)
    whole = sum(score for _, score in best) or 1.0
    texts = [(score / whole, _counted(db, n)) for n, score in best]
    known = frequencies(db, {stem for _, counted in texts for stem in counted}, max(_FREQUENT, size // _RARER))
    gained: defaultdict[str, float] = defaultdict(float)
    for share, counted in texts:
        for stem in counted.keys() & known.keys():
            gained[stem] += share * counted[stem] / (counted[stem] + 1.5) * weight(size, known[stem])
    chosen = sorted(gained.items(), key=lambda item: -item[1])[:_WORDS]
    total = sum(gain for _, gain in chosen) or 1.0
    return [
        (f'"{stem}"', _SHARE * typed * gain / total * corrected_weight(size, known[stem], weight(size, known[stem])))
        for stem, gain in chosen
    ]


def _counted(db: sqlite3.Connection, n: int) -> Counter[str]:
    return Counter(indexed(word) for word in words(text_of(db, n)))


def frequencies(db: sqlite3.Connection, stems: set[str], most: int) -> dict[str, int]:
    """The frequencies of the words that may be added: none that is short, common, a number, or stands only once."""
    wanted = [stem for stem in stems if len(stem) > 2 and not stem.isdigit()]
    found: dict[str, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        found.update(
            db.execute(f"select stem, df from stems where stem in ({marks}) and df between 2 and ?", (*part, most))
        )
    common = {row[0] for row in db.execute("select key from common")}
    return {stem: df for stem, df in found.items() if stem not in common}
