import pytest

from releasecli.extract.times import times
from releasecli.model import Header
from releasecli.model.time_reason import time_reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("On March 20, he called.", "worked out from the day of publication, 2023-03-21 (month-day)"),
        (
            "It has been shut since December 12, 2022.",
            "said in full; from 2022-12-12 on, still so on 2023-03-21 (month-day-year)",
        ),
        (
            "They met last week.",
            "worked out from the day of publication, 2023-03-21; 2023-03-13 to 2023-03-19 (last-period)",
        ),
        ("It closed in late 2022.", "said in full; its end (year-of-our-lord)"),
        ("It was recently shut.", "no day is said; up to 2023-03-21 (vague)"),
        ("It lasted three weeks.", "a length of time (duration)"),
        ("The council meets every Thursday.", "how often (every-weekday)"),
        ("The 2022 act holds.", "said in full; part of a name, not an event (year)"),
    ],
)
def test_a_reader_learns_why_a_date_has_its_value(text: str, reason: str) -> None:
    published = "2023-03-21T19:22:00"
    (time,) = times(text, Header(published=published, language="en"))
    assert time_reason(time, published) == reason


def test_a_date_counted_from_the_text_names_what_it_was_counted_from() -> None:
    text = "The boat sank on 11 March 2021; two days later they found it."
    time = times(text, Header(published="2023-03-21", language="en"))[1]
    assert time_reason(time, "2023-03-21") == "worked out from 2021-03-11 in the text (periods-later)"
