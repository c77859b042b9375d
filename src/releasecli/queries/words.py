"""Does a passage hold these words?"""

from collections.abc import Sequence

from releasecli.text.fold import key
from releasecli.text.stem import stem
from releasecli.text.tokens import tokens


def about(passage: str, wanted: Sequence[str]) -> bool:
    """Whether all wanted words stand in the passage, folded and stemmed; nothing wanted is always there."""
    return not wanted or stems(" ".join(wanted)) <= stems(passage)


def stems(passage: str) -> set[str]:
    """The folded, stemmed words of a passage."""
    return {stem(key(token.text)) for token in tokens(passage)}
