from hypothesis import given
from hypothesis import strategies as st

from releasecli.queries.timeline.days import Day, Mention, enough, iso, ordinal, ranked


def test_a_day_named_in_more_releases_comes_first() -> None:
    mentions = [Mention("2031-05-03", voice, "2031-05-04", asked=1) for voice in range(3)]
    mentions.append(Mention("2031-05-02", 9, "2031-05-04", asked=1))
    assert [day.day for day in ranked(mentions, {})] == ["2031-05-03", "2031-05-02"]


def test_near_duplicates_count_once() -> None:
    twice = [Mention("2031-05-03", 1, "2031-05-04", asked=1)] * 5
    assert ranked(twice, {})[0].voices == 1


def test_a_day_still_spoken_of_later_outweighs_one_that_is_not() -> None:
    early = [Mention("2031-05-01", voice, "2031-05-01", asked=1) for voice in range(2)]
    lasting = [Mention("2031-05-02", 8, "2031-05-02", asked=1), Mention("2031-05-02", 9, "2031-06-30", asked=1)]
    best = ranked([*early, *lasting], {})[0]
    assert (best.day, best.lag) == ("2031-05-02", 59)


def test_a_busy_week_makes_its_days_less_special() -> None:
    mentions = [Mention(day, 1, day, asked=1) for day in ("2031-05-02", "2031-09-02")]
    assert ranked(mentions, {"2031-05-02": 100})[0].day == "2031-09-02"


def test_sentences_without_a_word_of_the_query_do_not_count_as_voices() -> None:
    assert ranked([Mention("2031-05-02", 1, None, asked=0, topic=1.0)], {})[0].voices == 0


def test_as_many_days_as_stand_out() -> None:
    days = tuple(Day(f"2031-05-{n:02}", score, 1, 0) for n, score in enumerate([9, 9, 9, 9, 9, 9, 9, 1, 1], 1))
    assert len(enough(days)) == 7
    assert enough(()) == ()


def test_a_day_that_one_release_names_is_not_set_beside_days_that_many_name() -> None:
    many = tuple(Day(f"2031-05-{n:02}", 9, 8, 0) for n in range(1, 7))
    alone = Day("2031-04-20", 9, 1, 12)
    assert enough((alone, *many)) == many
    assert enough((alone, Day("2031-04-22", 9, 2, 1))) == (alone, Day("2031-04-22", 9, 2, 1))


def test_months_and_years_stand_in_their_middle() -> None:
    assert [iso(ordinal(day) or 0) for day in ("2031-05-03", "2031-05", "2031")] == [
        "2031-05-03",
        "2031-05-15",
        "2031-07-01",
    ]
    assert ordinal("soon") is None


@given(
    st.lists(
        st.builds(Mention, st.sampled_from(["2031-05-01", "2031-05", "x"]), st.integers(1, 4), st.none(), st.booleans())
    )
)
def test_every_day_is_ranked_once(mentions: list[Mention]) -> None:
    days = [day.day for day in ranked(mentions, {})]
    assert sorted(days) == sorted({mention.day for mention in mentions})


def test_a_month_many_name_stays_behind_a_day_few_name() -> None:
    days = [Mention("2031-05-02", voice, f"2031-05-{voice + 3:02}", asked=1) for voice in range(3)]
    month = [Mention("2031-05", voice, f"2031-06-{voice + 1:02}", asked=1, weight=0.02) for voice in range(25)]
    assert [day.day for day in ranked([*days, *month], {})] == ["2031-05-02", "2031-05"]


def test_a_day_that_opens_sentences_comes_before_one_named_in_passing() -> None:
    named = Mention("2031-05-02", 1, "2031-05-04", asked=1)
    opening = Mention("2031-05-03", 1, "2031-05-05", asked=1, opens=True)
    assert [day.day for day in ranked([named, opening], {})] == ["2031-05-03", "2031-05-02"]


def test_two_words_of_the_query_say_more_for_a_day_than_one() -> None:
    one = Mention("2031-05-02", 1, "2031-05-04", asked=1)
    two = Mention("2031-05-03", 1, "2031-05-05", asked=2)
    assert [day.day for day in ranked([one, two], {})] == ["2031-05-03", "2031-05-02"]


def test_a_day_that_was_announced_is_not_spoken_of_long_after() -> None:
    assert ranked([Mention("2031-05-03", 1, "2031-01-01", asked=1)], {})[0].lag == 0


def test_sentences_that_do_not_hold_the_query_do_not_make_a_day_last() -> None:
    mentions = [Mention("2031-05-02", 1, "2031-05-02", asked=1), Mention("2031-05-02", 2, "2031-08-02", asked=0)]
    assert ranked(mentions, {})[0].lag == 0


def test_what_one_release_tells_is_not_set_beside_what_many_tell() -> None:
    days = tuple(Day(f"2031-05-{n:02}", 9, voices, 0) for n, voices in enumerate([8, 8, 8, 8, 8, 8, 1], 1))
    assert [day.voices for day in enough(days)] == [8] * 6


def test_no_more_days_than_asked_for() -> None:
    days = tuple(Day(f"2031-05-{n:02}", 9, 1, 0) for n in range(1, 31))
    assert (len(enough(days)), len(enough(days, 3))) == (20, 3)


def test_the_language_of_the_query_weighs_no_more_than_two_releases() -> None:
    little, much = (Mention(f"2031-05-0{n}", 1, None, asked=0, topic=topic) for n, topic in ((2, 2.0), (3, 50.0)))
    assert len({day.score for day in ranked([little, much], {})}) == 1
