import pytest

from releasecli.extract.facts import facts
from releasecli.model import Header


def values(text: str, published: str = "2020-03-05") -> list[str]:
    return [time.value for time in facts(f"{text}\n", Header(language="en", published=published)).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The games ran from September 9 to October 4, 2018.", ["2018-09-09", "2018-10-04"]),
        ("The games ran from 20 December to 5 January 2018.", ["2017-12-20", "2018-01-05"]),
        ("The games ran from 9 September 2018 to 4 October.", ["2018-09-09", "2018-10-04"]),
        ("The games ran from 9 November 2018 to 4 January.", ["2018-11-09", "2019-01-04"]),
        ("It rained in May and June of 2018.", ["2018-05", "2018-06"]),
        ("It rained in November and January of 2018.", ["2017-11", "2018-01"]),
        ("It rained in May and June of last year.", ["2019-05", "2019-06"]),
    ],
)
def test_a_year_said_once_holds_for_both_of_two_joined_dates(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("end", "quarter"), [("March 31", "2018-Q1"), ("April 2", "2018-Q1"), ("June 30", "2018-Q2")])
def test_a_quarter_that_ended_is_the_one_most_of_which_lies_before_the_day(end: str, quarter: str) -> None:
    assert values(f"Sales for the quarter ended {end}, 2018 were good.")[0] == quarter


def test_the_day_at_the_head_of_a_page_is_the_day_the_text_counts_from() -> None:
    assert values("Portis, 2 March 2020 – The guests left yesterday.")[-1] == "2020-03-01"


def test_a_day_dated_in_full_elsewhere_gives_its_year_to_the_day_without_one() -> None:
    assert values("On June 3 it sank. The inquiry into what happened on June 3, 2011 has ended.")[0] == "2011-06-03"


def test_what_has_held_since_a_day_still_held_when_the_text_was_published() -> None:
    (time,) = facts("It has been closed since May 3, 2018.\n", Header(language="en", published="2020-03-05")).times
    assert (time.earliest, time.latest, time.until) == ("2018-05-03", None, "2020-03-05")
