import json
import sqlite3
from collections.abc import Callable, Sequence

import pytest

from releasecli.errors import UsageError
from releasecli.model.entity import Entity
from releasecli.model.facts import Facts, Name
from releasecli.queries.filters import Filters
from releasecli.queries.search.answer import counts, search
from releasecli.queries.search.explain import explained
from releasecli.queries.search.query import SearchQuery
from releasecli.store.cache.fact_rows import fact_rows, put_facts
from releasecli.store.cache.spans import packed

Index = Callable[[Sequence[str]], sqlite3.Connection]
TEXTS = ["Road\n\nThe Lachin road.", "Talks\n\nTalks on Lachin and bread.", "Harvest\n\nBread and barley."]


@pytest.fixture
def db(index: Index) -> sqlite3.Connection:
    made = index(TEXTS)
    made.execute("update releases set language = 'en', side = 'AZ' where n = 1")
    made.execute("update releases set language = 'az' where n > 1")
    made.executemany("insert into tags values(?, ?)", [("read", 1), ("later", 1), ("read", 2)])
    for n in (1, 2):
        _name(made, n, Entity("ilham-aliyev", "Ilham Aliyev"))
    return made


def _name(db: sqlite3.Connection, n: int, who: Entity) -> None:
    name = Name(0, 4, "Talk", "person", who.entity, who.name)
    put_facts(db, n, fact_rows(TEXTS[n - 1], packed([]), Facts(names=(name,))), 1)


def _counted(db: sqlite3.Connection, words: str, by: str) -> dict[str, int]:
    return {row.value: row.times for row in counts(db, SearchQuery(words), Filters(), by).tallies}


def test_spellings_of_one_issuer_are_counted_together(db: sqlite3.Connection) -> None:
    db.execute("update releases set issuer = 'The White House'")
    db.execute("update releases set issuer = 'THE WHITE-HOUSE' where n = 1")
    assert _counted(db, "", "issuer") == {"The White House": 3}


def test_issuers_of_one_alias_are_counted_together(db: sqlite3.Connection) -> None:
    db.execute("update releases set issuer = 'Office of the Spokesperson'")
    db.execute("update releases set issuer = 'U.S. Department of State' where n = 1")
    state = {"state": {"name": "Department of State", "also": ["Office of the Spokesperson"]}}
    db.execute("insert or replace into meta values('aliases', ?)", (json.dumps(state),))
    assert _counted(db, "", "issuer") == {"Department of State": 2, "U.S. Department of State": 1}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("language", {"en": 1, "az": 1}),
        ("side", {"AZ": 1, "(none)": 1}),
        ("year", {"2023": 2}),
        ("month", {"2023-03": 2}),
        ("tag", {"read": 2, "later": 1}),
        ("person", {"Ilham Aliyev": 2}),
        ("speaker", {"(none)": 2}),
    ],
)
def test_releases_that_match_are_counted_by_a_value(db: sqlite3.Connection, by: str, expected: dict[str, int]) -> None:
    assert _counted(db, "lachin", by) == expected


def test_without_words_all_releases_are_counted(db: sqlite3.Connection) -> None:
    assert _counted(db, "", "language") == {"az": 2, "en": 1}


def test_releases_without_a_value_come_last(db: sqlite3.Connection) -> None:
    assert list(_counted(db, "", "tag"))[-1] == "(none)"


def test_the_users_aliases_join_people(db: sqlite3.Connection) -> None:
    _name(db, 2, Entity("i-h-aliyev", "I. H. Aliyev"))
    aliases = '{"ilham-aliyev": {"name": "Ilham Aliyev", "also": ["I. H. Aliyev"]}}'
    db.execute("insert into meta values('aliases', ?)", (aliases,))
    assert _counted(db, "lachin", "person") == {"Ilham Aliyev": 2}


def test_what_cannot_be_counted_is_refused_with_what_can(db: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="cannot count by 'colour'") as error:
        counts(db, SearchQuery("lachin"), Filters(), "colour")
    assert "language" in str(error.value)


@pytest.mark.parametrize(
    "query", [SearchQuery("lachin"), SearchQuery("bread barley", any=True), SearchQuery("bread", exact=True)]
)
def test_the_count_is_the_number_of_rows(db: sqlite3.Connection, query: SearchQuery) -> None:
    assert counts(db, query, Filters()).total == len(search(db, query, Filters()).hits)


def test_an_explanation_names_the_words_and_where_they_stand(db: sqlite3.Connection) -> None:
    found = search(db, SearchQuery("lachin road"), Filters())
    (parts,) = explained(db, found.reading, [hit.id for hit in found.hits])
    assert {part.typed: part.places for part in parts} == {"lachin": ("body",), "road": ("title", "body")}
    assert all(part.score > 0 for part in parts)
