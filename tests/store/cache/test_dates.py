from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from releasecli.model.times import Time
from releasecli.store.cache.dates import SHAPES, Shape, day, number, shape_of

SINCE = Time(0, 5, "March", "DATE", "2023-03-21", "2023-03-21")


@given(st.dates())
def test_a_day_comes_back(given_day: date) -> None:
    assert day(number(given_day.isoformat())) == given_day.isoformat()


def test_an_open_end_stays_open() -> None:
    assert day(number(None)) is None


def test_a_shape_is_what_the_time_says_of_itself() -> None:
    time = replace(SINCE, basis="inferred", ambiguous=True)
    assert SHAPES[shape_of(time) or 0] == ("DATE", "inferred", "event", True)


def test_a_date_that_is_sure_has_a_shape_too() -> None:
    assert shape_of(SINCE) == SHAPES.index(Shape("DATE", "stated", "event", ambiguous=False))


def test_what_is_no_event_has_no_shape() -> None:
    assert shape_of(replace(SINCE, role="publication")) is None
    assert shape_of(replace(SINCE, type="SET")) is None
    assert shape_of(Time(0, 8, "two days", "DURATION", "P2D")) is None
