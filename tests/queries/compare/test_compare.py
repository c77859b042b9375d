import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from releasecli.errors import UsageError
from releasecli.queries.compare import CompareQuery, compare, counterparts

Make = Callable[..., sqlite3.Connection]


class Told(NamedTuple):
    """A release for a test: the first line of the text is its title."""

    text: str
    published: str | None = None
    issuer: str | None = None
    side: str | None = None


PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))


def accounts(pair: dict[str, Any]) -> list[Told]:
    return [Told(pair[a]["text"], str(pair[a]["published"]), pair[a]["issuer"], pair[a]["side"]) for a in "ab"]


def both_ids(db: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in db.execute("select id from releases order by n"))


@pytest.fixture
def quake(cache_of: Make) -> sqlite3.Connection:
    db: sqlite3.Connection = cache_of(*accounts(yaml.safe_load((PAIRS[7]).read_text(encoding="utf-8"))))
    return db


@pytest.mark.parametrize("file", PAIRS, ids=lambda file: file.stem)
def test_most_of_what_a_reader_expects_is_said_and_every_sentence_stands_somewhere(file: Path, cache_of: Make) -> None:
    pair = yaml.safe_load(file.read_text(encoding="utf-8"))
    db = cache_of(*accounts(pair))
    rows = compare(db, CompareQuery(both_ids(db))).rows
    found = [
        (row.kind, words)
        for kind in ("both", "only_a", "only_b")
        for words in pair["expected"][kind]
        for row in rows
        if row.kind == kind and _holds(row, words if isinstance(words, list) else [words])
    ]
    wanted = sum(len(pair["expected"][kind]) for kind in ("both", "only_a", "only_b"))
    assert len(found) >= 0.5 * wanted


def _holds(row: Any, words: list[str]) -> bool:
    passages = [passage.text for passage in (row.a, row.b) if passage]
    return len(passages) == len(words) and all(word in text for word, text in zip(words, passages, strict=True))


def test_every_passage_is_word_for_word(quake: sqlite3.Connection) -> None:
    texts = dict(zip(both_ids(quake), (pair["text"] for pair in _texts(PAIRS[7])), strict=True))
    for row in compare(quake, CompareQuery(both_ids(quake))).rows:
        for passage in filter(None, (row.a, row.b)):
            assert texts[passage.release][passage.start : passage.end] == passage.text


def _texts(file: Path) -> list[dict[str, str]]:
    pair = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [pair["a"], pair["b"]]


def test_figures_that_differ_stand_side_by_side(quake: sqlite3.Connection) -> None:
    rows = [row for row in compare(quake, CompareQuery(both_ids(quake))).rows if row.topic == "figure"]
    assert [(row.a.text, row.b.text) for row in rows if row.a and row.b] == [("60 people", "85 people")]


def test_one_thing_with_two_names_stands_side_by_side(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[0].read_text(encoding="utf-8"))))
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.topic == "name"]
    assert [(row.a.text, row.b.text) for row in rows if row.a and row.b] == [("Selby road", "Selby corridor")]


def test_names_meet_across_spellings(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[3].read_text(encoding="utf-8"))))
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.kind == "both"]
    assert any("Şirvan" in row.a.text and "Shirvan" in row.b.text for row in rows if row.a and row.b)


def test_three_accounts_are_a_table(cache_of: Make) -> None:
    pair = accounts(yaml.safe_load(PAIRS[7].read_text(encoding="utf-8")))
    third = Told(
        "Condolences\n\nThe League conveyed condolences over the earthquake in Tazur.\n", "2026-08-15", "League"
    )
    db = cache_of(*pair, third)
    table = compare(db, CompareQuery(both_ids(db))).table
    assert {len(topic.cells) for topic in table} == {3}
    assert sum(cell is not None for cell in table[0].cells) == 3


def test_the_counterpart_is_another_issuer_with_the_same_people_at_the_time(quake: sqlite3.Connection) -> None:
    first, second = both_ids(quake)
    assert (counterparts(quake, first), counterparts(quake, second)) == ((second,), (first,))


def test_one_release_alone_cannot_be_compared(quake: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="two releases"):
        compare(quake, CompareQuery(both_ids(quake)[:1]))
