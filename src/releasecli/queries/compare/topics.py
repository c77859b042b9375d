"""What do two passages that say the same talk about, in their own words?"""

from collections.abc import Collection, Iterator, Sequence

from releasecli.queries.compare.words import surfaces
from releasecli.queries.content import content_form
from releasecli.text.fold import key
from releasecli.text.tokens import Token, tokens

_WORDS = 3
_JOINS = frozenset("-–’'/&")


def topic(one: str, other: str, shared: Sequence[str]) -> str:
    """The words that stand side by side in both and tell most, else single ones; two for one as "truce/ceasefire".

    `shared`: the forms of their common words, the most telling first.
    """
    left, right = surfaces(one), surfaces(other)
    common = [form for form in shared if form in left and form in right]
    return _phrase(one, other, {left[form] for form in common}) or _single(
        dict.fromkeys((left[form], right[form]) for form in common)
    )


def _single(pairs: Collection[tuple[str, str]]) -> str:
    written = [first if first.casefold() == second.casefold() else f"{first}/{second}" for first, second in pairs]
    return ", ".join(written[:_WORDS])


def _phrase(one: str, other: str, telling: Collection[str]) -> str:
    """The run of words with most that tell something; nothing where none has two words of content."""
    best = max(_runs(one, other), key=lambda run: sum(token.text in telling for token in run), default=())
    many = len(best) > 1 and any(token.text in telling for token in best)
    return " ".join(one[best[0].start : best[-1].end].split()) if many else ""


def _runs(one: str, other: str) -> Iterator[Sequence[Token]]:
    """The longest runs of words that both have, each from one word of content to another."""
    left, right = tokens(one), tokens(other)
    there = [key(token.text) for token in right]
    before = [0] * (len(there) + 1)
    for at, token in enumerate(left):
        joined = at > 0 and _joined(one, left[at - 1], token)
        folded = key(token.text)
        lengths = [0] * (len(there) + 1)
        for place, word in enumerate(there):
            if word == folded:
                together = joined and place > 0 and _joined(other, right[place - 1], right[place])
                lengths[place + 1] = 1 + (before[place] if together else 0)
        before = lengths
        yield _trimmed(left[at + 1 - max(lengths) : at + 1])


def _joined(text: str, one: Token, other: Token) -> bool:
    between = text[one.end : other.start]
    return between.isspace() or between in _JOINS


def _trimmed(run: Sequence[Token]) -> Sequence[Token]:
    telling = [place for place, token in enumerate(run) if content_form(token.text)]
    return run[telling[0] : telling[-1] + 1] if telling else ()
