"""What a question in vain is answered by: the names and units that there are."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

import pytest

from releasecli.queries.entities import entities_like
from releasecli.queries.figures import FigureQuery, figures
from releasecli.queries.filters import Filters, where
from releasecli.queries.unheld import respelt, unborne, unheld, unmeasured

Make = Callable[..., sqlite3.Connection]


class Told(NamedTuple):
    text: str
    issuer: str | None = "The White House"
    side: str | None = "US"
    published: str | None = "2023-03-21"


CALL = Told("Call\n\nPresident Ilham Aliyev said in Lachin that the road had cost $3 million and 4 percent more.")
PRICE = Told("Price\n\nThe Minister said that it cost 5 million dollars.", issuer="Harbour Authority", side="AU")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Filters(issuer=("Whitehouse",)), "no issuer is called 'Whitehouse'; nearest: The White House"),
        (Filters(issuer=("harbor autority",)), "no issuer is called 'harbor autority'; nearest: Harbour Authority"),
        (Filters(issuer=("Kremlin",)), "no issuer is called 'Kremlin'; there are Harbour Authority, The White House"),
        (Filters(person=("Alixev",)), "no person is called 'Alixev'; nearest: Ilham Aliyev"),
        (Filters(by=("Alixev",)), "no speaker is called 'Alixev'; nearest: Ilham Aliyev"),
        (Filters(place=("Lanchi",)), "no place is called 'Lanchi'; nearest: Lachin"),
        (Filters(place=("Qq",)), "no place is called 'Qq'"),
    ],
)
def test_a_name_that_nobody_bears_is_said_with_the_nearest(cache_of: Make, asked: Filters, said: str) -> None:
    assert list(unborne(cache_of(CALL, PRICE), asked)) == [said]


@pytest.mark.parametrize(
    "asked", [Filters(issuer=("white house",)), Filters(person=("aliyev",)), Filters(place=("LACHIN",))]
)
def test_of_a_name_that_is_there_nothing_is_said(cache_of: Make, asked: Filters) -> None:
    assert not list(unborne(cache_of(CALL), asked))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Filters(place=("Laçın",)), ["place Laçın → Lachin"]),
        (Filters(place=("Лачин",)), []),
        (Filters(by=("Aliyv",)), ["speaker Aliyv → Ilham Aliyev"]),
        (Filters(person=("Əliyev",)), []),
    ],
)
def test_a_name_means_those_that_sound_like_it(cache_of: Make, asked: Filters, said: list[str]) -> None:
    db = cache_of(CALL, PRICE)
    condition = where(db, asked)
    assert len(db.execute(f"select 1 from releases r where {condition.sql}", condition.values).fetchall()) == 1
    assert list(respelt(db, asked)) == said


def test_a_name_that_somebody_bears_means_nobody_who_sounds_like_it(cache_of: Make) -> None:
    db = cache_of(Told("Call\n\nMinister Ann Smith called."), Told("Talk\n\nMinister Ann Smyth called."))
    assert entities_like(db, ["Smith"], "person") == ("ann-smith",)


def test_a_side_that_no_release_has_is_said_with_those_there_are(cache_of: Make) -> None:
    assert list(unheld(cache_of(CALL), Filters(side=("USA",)))) == ["no release has side 'USA'; there is US"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("usd", ["$3 million"]),
        ("dollars", ["5 million dollars", "$3 million"]),
        ("$", ["5 million dollars", "$3 million"]),
        ("%", ["4 percent"]),
        ("Australian dollar", ["5 million dollars"]),
    ],
)
def test_a_unit_is_asked_for_by_its_code_its_name_or_its_sign(cache_of: Make, typed: str, found: list[str]) -> None:
    rows = figures(cache_of(CALL, PRICE), FigureQuery(unit=(typed,)))
    assert sorted(str(row.record["text"]) for row in rows) == sorted(found)


def test_a_unit_that_no_figure_has_is_said_with_those_there_are(cache_of: Make) -> None:
    db = cache_of(CALL)
    assert list(unmeasured(db, ["dollars", "parsec"])) == ["no figure has unit 'parsec'; there are percent, USD"]
