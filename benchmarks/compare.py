"""Does a comparison of two accounts say what a reader would?

The pairs under tests/queries/compare, invented and annotated before the comparison was tried on them: F1 over all
expected rows (said by both, by one, differing). `pairs` were used to choose the rules, `held_out` were not.
`--errors` lists what was missed and what nobody expected.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from releasecli.extract.facts import facts
from releasecli.model import Header
from releasecli.model.comparison import Aligned
from releasecli.model.plain import plain
from releasecli.queries.compare.account import Account, account
from releasecli.queries.compare.ask import compared
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sentences import sentences

PAIRS = Path(__file__).parents[1] / "tests/queries/compare"
Expected = tuple[str, str, str, str]


def main(argv: list[str]) -> None:
    """Print precision, recall and F1 of each kind of row and of all, for each set of pairs."""
    for name in ("pairs", "held_out"):
        _set(name, sorted((PAIRS / name).glob("*.yaml")), errors="--errors" in argv)


def _set(name: str, files: list[Path], *, errors: bool) -> None:
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for file in files:
        found, wanted, unexpected = score(yaml.safe_load(file.read_text(encoding="utf-8")))
        for counter, rows in ((right, found), (missed, wanted), (extra, unexpected)):
            counter.update(row[0] for row in rows)
        if errors:
            lines = (*(f"  missed {row}" for row in wanted), *(f"  extra  {row}" for row in unexpected))
            print(file.name, *lines, sep="\n")
    print(f"{f'{len(files)} invented pairs, {name}':<28}{'P':>7}{'R':>7}{'F1':>7}")
    for kind in (*sorted(right | missed | extra), "all"):
        hit, lost, more = (c.total() if kind == "all" else c[kind] for c in (right, missed, extra))
        precision, recall = hit / max(1, hit + more), hit / max(1, hit + lost)
        f1 = 2 * hit / max(1, 2 * hit + more + lost)
        print(f"{kind:<28}{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}")


def score(pair: dict[str, Any]) -> tuple[list[Expected], list[Expected], list[Expected]]:
    """Expected rows that were found, expected rows that were not, rows that were not expected."""
    a, b = (account_of(name, pair[name]) for name in "ab")
    rows = list(compared([a, b]).rows)
    found: list[Expected] = []
    missed: list[Expected] = []
    for expected in expected_rows(pair["expected"]):
        match = next((row for row in rows if _fits(row, expected, a, b)), None)
        (missed if match is None else found).append(expected)
        if match is not None:
            rows.remove(match)
    extra: list[Expected] = [
        (row.kind, row.topic, row.a.text if row.a else "", row.b.text if row.b else "") for row in rows
    ]
    return found, missed, extra


def expected_rows(expected: dict[str, Any]) -> Iterator[Expected]:
    """Kind, topic and the words of A and B of each row."""
    yield from (("both", "", one, other) for one, other in expected["both"])
    yield from (("only_a", "", one, "") for one in expected["only_a"])
    yield from (("only_b", "", "", other) for other in expected["only_b"])
    yield from (("differs", row["topic"], row["a"], row["b"]) for row in expected["differs"])


def account_of(name: str, given: dict[str, Any]) -> Account:
    """A text with its facts, as the cache would hold it."""
    text = given["text"]
    header = Header(published=str(given["published"]), issuer=given["issuer"], side=given["side"], language="en")
    starts = [start for start, _ in paragraphs(text)]
    spans = [(s, e, sum(start <= s for start in starts)) for s, e in sentences(text, "en")]
    return account(name, given["side"], text, spans, plain(facts(text, header)), issuer=given["issuer"])


def _fits(row: Aligned, expected: Expected, a: Account, b: Account) -> bool:
    kind, topic, one, other = expected
    if row.kind != kind or (kind == "differs" and row.topic != topic):
        return False
    return all(
        _touches(passage, words, text) for passage, words, text in ((row.a, one, a.text), (row.b, other, b.text))
    )


def _touches(passage: Any, words: str, text: str) -> bool:
    """Whether a row's passage holds the quoted words, or lies in them; a quotation may stand in several places."""
    if not words or passage is None:
        return not words and passage is None
    at = text.find(words)
    while at >= 0:
        if passage.start < at + len(words) and at < passage.end:
            return True
        at = text.find(words, at + 1)
    return False
