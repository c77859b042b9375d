"""Does a passage hold these words?"""

from collections.abc import Sequence

from releasecli.queries.filters import Condition
from releasecli.store.cache.forms import LONGEST, indexed
from releasecli.text.fold import key
from releasecli.text.stem import stem
from releasecli.text.tokens import tokens


def about(passage: str, wanted: Sequence[str]) -> bool:
    """Whether all wanted words stand in the passage, folded and stemmed; nothing wanted is always there."""
    return not wanted or stems(" ".join(wanted)) <= stems(passage)


def saying(wanted: Sequence[str]) -> Condition:
    """The releases that hold all wanted words somewhere, so that only their passages are read."""
    forms = {indexed(token.text) for token in tokens(" ".join(wanted)) if len(token.text) < LONGEST // 2} - {""}
    if not forms:
        return Condition("true")
    match = " AND ".join(f'"{form}"' for form in sorted(forms))
    return Condition("r.n in (select rowid from words where words match ?)", (match,))


def stems(passage: str) -> set[str]:
    """The folded, stemmed words of a passage."""
    return {stem(key(token.text)) for token in tokens(passage)}
