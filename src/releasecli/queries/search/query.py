"""What may be searched for, and how is a line of words read?"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from releasecli.text.fold import has_han, key
from releasecli.text.tokens import words

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
_MOST = 2000  # no person types more words


class SearchQuery(NamedTuple):
    """One search. `words` is what was typed; without words the newest releases come first.

    `every`: all words must be there, common ones too; `any`: one is enough. `near`: the words stand so near to
    each other, counted in words; `sort` None means by relevance with words, newest first without. `more_like` is an id.
    """

    words: str = ""
    exact: bool = False
    any: bool = False
    every: bool = False
    not_: tuple[str, ...] = ()
    title: str | None = None
    near: int | None = None
    same_sentence: bool = False
    limit: int | None = None
    sort: Literal["relevance", "newest", "oldest"] | None = None
    snippets: int = 1
    more_like: str | None = None
    unfold: bool = False


class Term(NamedTuple):
    """A word, the words of a phrase in order, or the beginning of a word; `words` are folded, `typed` is as typed.

    A name is words that need not stand together, but stand for its other names too.
    """

    typed: str
    words: tuple[str, ...]
    kind: Literal["word", "phrase", "prefix", "name"] = "word"
    title: bool = False


Clause = tuple[Term, ...]  # alternatives: `a OR b`


def parsed(line: str, *, title: bool = False) -> tuple[Clause, ...]:
    """The clauses that a line of words asks for, in order; any text is safe.

    >>> [[term.words for term in clause] for clause in parsed('lachin OR laçın "border road"')]
    [[('lachin',), ('lacin',)], [('border', 'road')]]
    """
    clauses: list[Clause] = []
    joined = False
    for piece in _PIECE.finditer(line):
        if piece.group() == "OR":
            joined = bool(clauses)
            continue
        found = list(_terms(piece, title=title))
        if joined and found:
            clauses[-1] = (*clauses[-1], _as_one(piece, found))
        else:
            clauses.extend((term,) for term in found)
        joined = False
    return tuple(clauses[:_MOST])


def _terms(piece: re.Match[str], *, title: bool) -> Iterator[Term]:
    """The terms of one piece: a quoted one is a phrase, `re-open` two words, Chinese characters a phrase."""
    quoted, bare = piece.groups()
    spelt = words(quoted if bare is None else bare)
    folded = tuple(filter(None, map(key, spelt)))
    if not folded:
        return
    if len(folded) > 1 and (bare is None or any(map(has_han, folded))):
        yield Term(piece.group(), folded, "phrase", title)
    elif bare is not None and bare.endswith("*") and len(folded) == 1:
        yield Term(bare, folded, "prefix", title)
    else:
        yield from (Term(typed, (word,), "word", title) for typed, word in zip(spelt, map(key, spelt), strict=True))


def _as_one(piece: re.Match[str], found: list[Term]) -> Term:
    """Several words that stand as one alternative are a phrase."""
    if len(found) == 1:
        return found[0]
    return Term(piece.group(), tuple(term.words[0] for term in found), "phrase", found[0].title)
