from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.extract.times import times
from releasecli.extract.times.tokens import tokens
from releasecli.model import Header

WORDS = st.sampled_from(
    """March May 21 2023 21.03.2023 03/04/2023 last week of the and since five , . - 19:22 1990s İyun غداً марта 2020-ci
    Q3 ' ( on Monday 31 a.m. next year ago two to from 5-7 2021-2025 fiscal every 1/2""".split()  # noqa: SIM905  easier to read unquoted
)
LANGUAGES = st.sampled_from([None, "en", "az", "ru", "tr", "de", "fr", "es", "hy", "ka", "uk", "ar", "sv", "xx"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), LANGUAGES, st.sampled_from([None, "2023-03-21", "2023-03", "2023", "0001-01-01"]))
def test_any_words_give_times_that_slice_and_do_not_overlap(
    words: list[str], language: str | None, published: str | None
) -> None:
    text = " ".join(words)
    found = times(text, Header(published=published, language=language))
    assert all(text[t.start : t.end] == t.text and t.text.strip() == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.earliest is None or t.latest is None or t.earliest <= t.latest for t in found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), LANGUAGES)
def test_any_text_is_read_without_an_error(text: str, language: str | None) -> None:
    found = times(text, Header(published="2023-03-21", language=language))
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize(
    "piece",
    ["1", "March ", "the ", "of ", "x", "5, ", "two ", "1-", "last week and ", "2023 ", "\n", "Monday ", "12:", "İ"],
)
def test_a_long_run_of_anything_is_read_in_time(piece: str) -> None:
    times(piece * (200_000 // len(piece)), Header(published="2023-03-21", language="en"))


def test_dates_behind_capital_dotted_i_and_combining_marks_keep_their_place() -> None:
    text = "İİİ İyunun 5-də ə́ gəlib."
    (time,) = times(text, Header(published="2023-06-21", language="az"))
    assert (text[time.start : time.end], time.value) == ("İyunun 5-də", "2023-06-05")
