import sqlite3
from typing import Any

import pytest

from releasecli.queries.filters import Filters, undated, where
from told import Make, Told

CALL = Told(
    "Call\n\nPresident Ana Lind said on 5 March 2023 that Portis is open.\n", "2023-03-21", "Foreign Office of Norland"
)
VISIT = Told("Visit\n\nMinister Ole Moe came to Baku.\n", "2023-04-02", "Ministry of Trade", "AZ")
MONTH = Told("Month\n\nNothing came.\n", "2023-05")
NEVER = Told("Never\n\nNobody knows the day.\n")


@pytest.fixture
def db(cache_of: Make) -> sqlite3.Connection:
    return cache_of(CALL, VISIT, MONTH, NEVER)


def kept(db: sqlite3.Connection, **filters: Any) -> list[str]:
    """The titles of the releases that pass."""
    passing = where(db, Filters(**filters))
    return [
        row[0] for row in db.execute(f"select title from releases r where {passing.sql} order by n", passing.values)
    ]


@pytest.mark.parametrize(
    ("published", "titles"),
    [
        (("2023-03-21", "2023-04-02"), ["Call", "Visit"]),
        (("2023-03-22", "2023-04-01"), []),
        (("2023-04-02", None), ["Visit", "Month"]),
        ((None, "2023-03-21"), ["Call"]),
        (("2023-05-31", "2023-06-30"), ["Month"]),
    ],
)
def test_a_range_of_publication_holds_both_its_ends_and_what_it_touches(
    db: sqlite3.Connection, published: tuple[str | None, str | None], titles: list[str]
) -> None:
    assert kept(db, published=published) == titles


def test_a_range_leaves_out_releases_without_a_date_and_counts_them(db: sqlite3.Connection) -> None:
    asked = Filters(published=("2023-01-01", None))
    assert kept(db, published=asked.published) == ["Call", "Visit", "Month"]
    assert undated(db, asked) == 1


def test_releases_without_a_date_are_kept_where_they_are_asked_for(db: sqlite3.Connection) -> None:
    asked = Filters(published=("2023-05-01", None), undated=True)
    assert kept(db, published=asked.published, undated=True) == ["Month", "Never"]
    assert undated(db, asked) == 0


def test_without_a_range_nothing_is_left_out(db: sqlite3.Connection) -> None:
    assert kept(db) == ["Call", "Visit", "Month", "Never"]
    assert undated(db, Filters()) == 0


def test_an_issuer_is_named_by_words_of_its_name_in_any_order(db: sqlite3.Connection) -> None:
    assert kept(db, issuer=("norland foreign",)) == ["Call"]
    assert kept(db, issuer=("foreign trade",)) == []


def test_a_side_is_typed_in_any_case(db: sqlite3.Connection) -> None:
    assert kept(db, side=("az",)) == ["Visit"]


def test_all_filters_must_hold(db: sqlite3.Connection) -> None:
    assert kept(db, side=("az",), published=("2023-04-01", None)) == ["Visit"]
    assert kept(db, side=("az",), published=(None, "2023-04-01")) == []


def test_an_event_is_a_day_that_the_text_tells_of(db: sqlite3.Connection) -> None:
    assert kept(db, event=("2023-03-05", "2023-03-05")) == ["Call"]
    assert kept(db, event=("2023-03-21", "2023-03-21")) == []


def test_who_speaks_is_not_merely_named(db: sqlite3.Connection) -> None:
    assert kept(db, by=("lind",)) == ["Call"]
    assert kept(db, by=("moe",)) == []
    assert kept(db, person=("moe",)) == ["Visit"]


def test_a_place_is_no_person(db: sqlite3.Connection) -> None:
    assert kept(db, place=("baku",)) == ["Visit"]
    assert kept(db, person=("baku",)) == []


def test_no_ids_are_no_releases(db: sqlite3.Connection) -> None:
    assert kept(db, ids=()) == []


DAY = ("2023-03-05", "2023-03-05")


@pytest.mark.parametrize(
    "asked", [Filters(by=("a",)), Filters(person=("a",)), Filters(place=("a",)), Filters(event=DAY)]
)
def test_each_filter_by_facts_waits_for_facts(asked: Filters) -> None:
    assert asked.needs_facts


def test_filters_by_the_header_wait_for_no_facts() -> None:
    assert not Filters(published=("2023-03-05", None), side=("AZ",), issuer=("trade",), changed=True).needs_facts
