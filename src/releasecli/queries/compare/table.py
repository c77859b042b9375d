"""How do three and more accounts stand beside each other?"""

from collections.abc import Sequence

from releasecli.model.comparison import Passage, Topic
from releasecli.queries.compare.account import Account
from releasecli.queries.compare.align import aligned

_Place = tuple[int, int]


def table(accounts: Sequence[Account]) -> tuple[Topic, ...]:
    """One row a topic: what each account says of it, None where it says nothing; topics of many accounts first."""
    groups = _groups(accounts)
    rows = [_row(accounts, group) for group in groups]
    return tuple(sorted(rows, key=lambda row: -sum(cell is not None for cell in row.cells)))


def _groups(accounts: Sequence[Account]) -> list[list[_Place]]:
    """Sentences that are aligned, directly or by way of a third account."""
    group_of: dict[_Place, list[_Place]] = {
        (i, n): [(i, n)] for i, account in enumerate(accounts) for n in range(len(account.sentences))
    }
    for i, one in enumerate(accounts):
        for j in range(i + 1, len(accounts)):
            for pair in aligned(one, accounts[j]):
                _merge(group_of, (i, pair.a), (j, pair.b))
    return list({id(group): group for group in group_of.values()}.values())


def _merge(group_of: dict[_Place, list[_Place]], one: _Place, other: _Place) -> None:
    mine, theirs = group_of[one], group_of[other]
    if mine is theirs:
        return
    mine.extend(theirs)
    for place in theirs:
        group_of[place] = mine


def _row(accounts: Sequence[Account], group: Sequence[_Place]) -> Topic:
    cells: list[Passage | None] = [None] * len(accounts)
    for i, n in sorted(group, reverse=True):
        sentence, account = accounts[i].sentences[n], accounts[i]
        ref = f"{account.release}:{sentence.paragraph}"
        cells[i] = Passage(account.release, sentence.start, sentence.end, sentence.text, ref, account.label)
    return Topic(tuple(cells))
