"""What a question in vain is answered by: the names and units that there are."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

import pytest

from releasecli.queries.figures import FigureQuery, figures
from releasecli.queries.filters import Filters
from releasecli.queries.unheld import unborne, unheld, unmeasured

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
        (Filters(person=("Aliyv",)), "no person is called 'Aliyv'; nearest: Ilham Aliyev"),
        (Filters(by=("Aliyv",)), "no speaker is called 'Aliyv'; nearest: Ilham Aliyev"),
        (Filters(place=("Lachn",)), "no place is called 'Lachn'; nearest: Lachin"),
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
