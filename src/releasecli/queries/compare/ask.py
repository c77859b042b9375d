"""What do two sides say of the same event?"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.errors import UsageError
from releasecli.model.comparison import Aligned, Comparison, Passage
from releasecli.queries.compare.account import Account, Sentence, account
from releasecli.queries.compare.align import Pair, aligned
from releasecli.queries.compare.differences import Difference, differences
from releasecli.queries.compare.names import names
from releasecli.queries.compare.table import table
from releasecli.queries.compare.topics import topic
from releasecli.queries.compare.words import contact
from releasecli.store.cache.reading import facts_of, sentences_of, text_of

_ACCOUNTS = 26
_NO_FACTS: dict[str, list[dict[str, object]]] = {"times": [], "names": [], "statements": [], "figures": []}


class CompareQuery(NamedTuple):
    """Whose accounts are compared: two or more ids, the first is A."""

    ids: tuple[str, ...]


def compare(db: sqlite3.Connection, query: CompareQuery) -> Comparison:
    """The accounts side by side."""
    return compared([read_account(db, release) for release in query.ids])


def compared(accounts: Sequence[Account]) -> Comparison:
    """Two accounts as rows, three or more also as a table of topics."""
    if len(accounts) < 2:
        raise UsageError("a comparison needs two releases", "releasecli compare A B")
    if len(accounts) > _ACCOUNTS:
        raise UsageError(f"{len(accounts)} accounts are too many to set side by side", f"at most {_ACCOUNTS}")
    accounts = _told_apart(accounts)
    labels = tuple(each.label for each in accounts)
    rows = tuple(_rows(accounts[0], accounts[1]))
    return Comparison(rows, labels, tuple(a.release for a in accounts), table(accounts) if len(accounts) > 2 else ())


def _told_apart(accounts: Sequence[Account]) -> list[Account]:
    """The accounts, those of one side numbered."""
    sides = [each.label for each in accounts]
    numbered = (
        f"{side} {sides[: n + 1].count(side)}" if sides.count(side) > 1 else side for n, side in enumerate(sides)
    )
    return [each._replace(label=label) for each, label in zip(accounts, numbered, strict=True)]


def read_account(db: sqlite3.Connection, release: str) -> Account:
    """A release of the cache as an account."""
    n, side, issuer, title = db.execute(
        "select n, side, issuer, title from releases where id = ? and live", (release,)
    ).fetchone()
    text = text_of(db, n)
    facts = facts_of(db, n, text) or _NO_FACTS
    return account(release, side or issuer or title, text, sentences_of(db, n), facts, issuer=issuer)


def _rows(a: Account, b: Account) -> Iterator[Aligned]:
    pairs = aligned(a, b)
    for pair in pairs:
        yield _both(a, b, pair)
    for difference in _differences(a, b, pairs):
        left, right = _passage(a, *difference.a), _passage(b, *difference.b)
        yield Aligned("differs", difference.topic, left, right, 1.0, difference.why)
    for number, sentence in enumerate(a.sentences):
        if number not in {pair.a for pair in pairs}:
            yield Aligned("only_a", "", _whole(a, sentence), None, 1.0, "no sentence like it in B")
    for number, sentence in enumerate(b.sentences):
        if number not in {pair.b for pair in pairs}:
            yield Aligned("only_b", "", None, _whole(b, sentence), 1.0, "no sentence like it in A")


def _both(a: Account, b: Account, pair: Pair) -> Aligned:
    one, other = a.sentences[pair.a], b.sentences[pair.b]
    if one.opening and other.opening and contact(one.text) and contact(other.text):
        shared, why = "who spoke with whom", "both say who spoke with whom"
    else:
        shared = topic(one.text, other.text, pair.shared)
        why = f"common words: {shared}" if shared else "nearest to each other"
    return Aligned("both", shared, _whole(a, one), _whole(b, other), pair.score, why)


def _differences(a: Account, b: Account, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """What differs, in A's order; the sentences most alike come first, and nothing said is set beside two things."""
    found: list[Difference] = []
    taken: set[tuple[str, str, tuple[int, int]]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        for each in differences(a.sentences[pair.a], b.sentences[pair.b]):
            places = {(each.topic, "a", each.a), (each.topic, "b", each.b)}
            if taken.isdisjoint(places):
                taken |= places
                found.append(each)
    yield from sorted(found, key=lambda each: each.a)
    yield from names(a, b)


def _whole(account: Account, sentence: Sentence) -> Passage:
    return _passage(account, sentence.start, sentence.end)


def _passage(account: Account, start: int, end: int) -> Passage:
    paragraph = next((s.paragraph for s in account.sentences if s.start <= start < s.end), 1)
    return Passage(
        account.release, start, end, account.text[start:end], f"{account.release}:{paragraph}", account.label
    )
