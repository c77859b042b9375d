from pathlib import Path

import pytest

from releasecli.extract.times import times
from releasecli.model import Header, Time

SEED = (
    "Release of the Office\n\nOn March 21, the Secretary made a call. The passage of more than 4,700 vehicles had been "
    "provided since December 12, 2022. Two were killed on March 5, 2023, another on the day of Novruz holiday, March "
    "20.\n\nOfficial news 2023-03-21 19:22:00\n"
)


def found(text: str, published: str | None = "2023-03-21", side: str | None = None) -> list[Time]:
    return list(times(text, Header(published=published, side=side, language="en")))


def one(text: str, published: str | None = "2023-03-21", side: str | None = None) -> Time:
    (time,) = found(text, published, side)
    return time


def test_the_seed_gives_its_four_days_and_its_footer() -> None:
    assert [(time.value, time.role) for time in found(SEED)] == [
        ("2023-03-21", "event"),
        ("2022-12-12", "event"),
        ("2023-03-05", "event"),
        ("2023-03-20", "event"),
        ("2023-03-21T19:22", "publication"),
    ]


def test_since_leaves_the_end_open_and_says_until_when_it_held() -> None:
    time = one("It has been closed since December 12, 2022.")
    assert (time.earliest, time.latest, time.until) == ("2022-12-12", None, "2023-03-21")


def test_until_leaves_the_beginning_open() -> None:
    time = one("It remained in force until 18 July 2018.")
    assert (time.earliest, time.latest) == (None, "2018-07-18")


def test_from_to_gives_two_days_and_no_open_end() -> None:
    assert [(t.earliest, t.latest) for t in found("The visit ran from 28 February to 2 March 2023.")] == [
        ("2023-02-28", "2023-02-28"),
        ("2023-03-02", "2023-03-02"),
    ]


def test_a_year_said_once_goes_back_over_new_year() -> None:
    assert [t.value for t in found("It was held December 30-January 2, 2023.")] == ["2022-12-30", "2023-01-02"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("On December 28, he signed the decree.", "2023-01-09", "2022-12-28"),
        ("The session will be held on January 20.", "2022-12-27", "2023-01-20"),
        ("The strike began in December.", "2022-01-20", "2021-12"),
        ("The envoy will visit in November.", "2024-05-15", "2024-11"),
        ("Record of the session of Wednesday, 23 December.", "2021-06-30", "2020-12-23"),
    ],
)
def test_a_year_left_out_is_the_nearest_that_the_verb_allows(text: str, published: str, value: str) -> None:
    assert one(text, published).value == value


def test_slashed_dates_follow_the_country_and_are_ambiguous_without_one() -> None:
    text = "It was signed on 03/04/2023."
    assert one(text, side="US").value == "2023-03-04"
    assert one(text, side="GB").value == "2023-04-03"
    unknown = one(text)
    assert (unknown.ambiguous, unknown.readings) == (True, ("2023-04-03", "2023-03-04"))


def test_a_date_in_the_name_of_a_text_is_named_and_keeps_its_year() -> None:
    text = "Under the trilateral statement of 9 November 2020 the road is open; the 9 November statement binds all."
    assert [(t.value, t.role) for t in found(text)] == [("2020-11-09", "named"), ("2020-11-09", "named")]


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, 03/21/2023 - The Secretary spoke.",
        "BAKU, 21 March 2023 - The Council met.",
        "For immediate release: March 21, 2023",
        "Last updated: 2023-03-20",
        "Posted 7 Feb 2023\nFiled under: ports",
    ],
)
def test_datelines_and_stamps_have_the_role_publication(text: str) -> None:
    assert found(text, side="US")[0].role == "publication"


@pytest.mark.parametrize(
    "text",
    [
        "The Council may extend it, and the second paragraph of Resolution 1970 may be read.",
        "Some 1949 vehicles and 2,021 trailers passed under Article 5 of Law No. 1998.",
        "Mrs. April Jones may be reached at (202) 555-0143.",
        "Two Su-35 fighters escorted an F-35 and a Boeing 737-800.",
        "Firmware 2019.4.1 costs $20.18; the team won 3-1 before 1,998 people.",
        "The march continued; the observers sat in the sun at 60.17 N, 24.94 E.",
        "Premier June Summers praised Constable Friday Okafor.",
        "See https://example.org/news/made-for-tomorrow-and-today.html",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    values = [t.value for t in found("On March 21 he came; yesterday he left. It closed on 5 May 2020.", None)]
    assert values == ["XXXX-03-21", "XXXX-XX-XX", "2020-05-05"]


def test_a_day_the_calendar_lacks_is_no_date() -> None:
    assert found("It was on February 30, 2023.") == []


def test_an_unknown_language_still_gives_dates_of_numbers() -> None:
    assert [t.value for t in times("Mötet hölls 2023-03-05.", Header(language="sv"))] == ["2023-03-05"]


def test_every_time_says_by_which_rule_and_from_what_it_was_read() -> None:
    time = one("They met last week.")
    assert (time.rule, time.anchor, time.basis) == ("last-period", "2023-03-21", "inferred")


def test_fiscal_years_begin_where_the_country_begins_them() -> None:
    time = one("Congress set fiscal year 2020 aside.", side="US")
    assert (time.value, time.earliest, time.latest) == ("2020", "2019-10-01", "2020-09-30")


def test_the_reference_release_gives_its_days() -> None:
    folder = Path(__file__).parents[3] / "../shared/corpus/seed"
    texts = sorted(folder.glob("*.txt"))
    if not texts:
        pytest.skip("the shared corpus is not here")
    text = texts[0].read_text(encoding="utf-8")
    values = {t.value: t for t in found(text, "2023-03-21T19:22:00", "AZ") if t.role == "event"}
    assert {"2022-12-12", "2023-03-05", "2023-03-20", "2023-03-21"} <= set(values)
    assert values["2022-12-12"].latest is None
    assert all(text[t.start : t.end] == t.text for t in values.values())


def test_a_dateline_that_lost_its_signs_is_the_day_of_publication() -> None:
    text = "Senator Ann Lee  Press Releases  March 21  2023 Lee Warns of Floods  The dam held  Ann Lee said"
    assert one(text).role == "publication"


def test_a_day_after_a_label_is_an_event_though_it_is_that_of_publication() -> None:
    assert one("What: town hall\n\nWhen: Tuesday, March 21, 2023\n").role == "event"


def test_today_is_the_day_the_release_names_as_its_own_where_the_page_is_younger() -> None:
    text = "03.21.23\n\nFor Immediate Release March 19, 2023\n\nToday Ann Lee spoke of what began ten years ago today."
    assert [time.value for time in found(text)] == ["2023-03-21", "2023-03-19", "2023-03-19", "2013-03-19"]


@pytest.mark.parametrize(
    "text",
    ["Prices are up 5.1 percent from a year ago.", "An example from last year.", "It rose 9 percent from 2021."],
)
def test_what_a_figure_is_held_against_opens_no_interval(text: str) -> None:
    assert one(text).latest is not None


def test_a_raise_from_a_day_on_is_an_open_interval() -> None:
    assert one("Pensions rise by 10 percent from June 1.").latest is None


def test_a_rate_a_year_does_not_hide_until_when() -> None:
    time = found("The budget grows 10 percent annually through 2026.")[1]
    assert (time.earliest, time.latest) == (None, "2026-12-31")


def test_a_day_told_in_full_before_keeps_its_year() -> None:
    text = "The battle was won on July 5, 1814. When it began on July 5, the columns advanced."
    assert [time.value for time in found(text)] == ["1814-07-05", "1814-07-05"]


def test_a_day_told_in_full_later_gives_its_year_to_the_first() -> None:
    text = "The fire of May 5 was put out. It broke out on May 5, 2019."
    assert [time.value for time in found(text)] == ["2019-05-05", "2019-05-05"]


def test_the_end_of_a_range_over_new_year_lies_in_the_next_year() -> None:
    assert [t.value for t in found("It was held December 30, 2020-January 2.")] == ["2020-12-30", "2021-01-02"]


def test_early_and_late_are_kept_beside_the_month() -> None:
    assert [t.mod for t in found("It opened in early March 2022 and closed at the end of May 2022.")] == [
        "START",
        "END",
    ]


def test_the_month_of_an_event_is_the_nearest_whatever_the_verb() -> None:
    assert one("They banned the last party from the November elections.", "2021-08-07").value == "2021-11"


def test_the_attacks_of_september_11_are_those_of_2001() -> None:
    assert [time.value for time in found("Since the September 11 attacks, and after 9/11.", "2006-05-01")] == [
        "2001-09-11",
        "2001-09-11",
    ]


@pytest.mark.parametrize("text", ["https://news.example/blog/2021/09/23/the-chips", "We meet the needs of tomorrow."])
def test_no_day_is_read_off_addresses_and_ages(text: str) -> None:
    assert not found(text)


def test_a_paper_is_no_day() -> None:
    assert not found("It was named a Top Workplace by USA Today. It grew.")


def test_a_date_before_the_statement_it_names_is_part_of_a_name_after_a_comma_too() -> None:
    assert one("They recalled the November 9, 2020, statement on the valley.").role == "named"


def test_the_run_up_to_a_day_is_no_open_interval() -> None:
    assert one("In the run-up to the November 5 vote, it meets.").earliest is not None


def test_last_year_said_once_holds_for_both_months() -> None:
    assert [time.value for time in found("Floods struck in May and June of last year.")] == ["2022-05", "2022-06"]


def test_a_named_day_lies_before_the_publication() -> None:
    assert one("In the wake of the 7 October attacks, they met.").value == "2022-10-07"


def test_two_days_are_forty_eight_hours() -> None:
    assert [t.value for t in found("It sank on 5 March; 48 hours later it was found.")] == ["2023-03-05", "2023-03-07"]


@pytest.mark.parametrize(("text", "value"), [("Black Friday", "2022-11-25"), ("Cyber Monday", "2022-11-28")])
def test_days_of_trade_are_counted_from_thanksgiving(text: str, value: str) -> None:
    assert one(f"Sales rose on {text}.").value == value


def test_a_weekday_that_is_the_name_of_another_day_is_left_alone() -> None:
    assert not found("She won on Super Tuesday.")


def test_until_looks_ahead_where_no_verb_tells_of_the_past() -> None:
    assert one("Effective immediately and until 30 November, fees are waived.", "2024-05-16").latest == "2024-11-30"


def test_what_was_put_off_is_to_come() -> None:
    assert one("The trial was put off until the autumn.", "2024-05-16").value == "2024-FA"


def test_since_reaches_over_the_words_between() -> None:
    assert one("Since taking office on 20 January 2021, he has toured.").latest is None


def test_a_clock_time_tonight_is_one() -> None:
    assert one("The strike begins at 8 p.m. tonight.").value == "2023-03-21T20:00"


def test_a_time_in_two_zones_is_one_with_its_day() -> None:
    assert one("It occurred at 10:35 a.m. (0735 GMT) Friday.", "2023-03-21").value == "2023-03-17T10:35"


def test_the_anniversary_today_is_not_the_day_itself() -> None:
    text = "Today on March 21, the country celebrates Ann Lee. She was born March 21, 1809."
    assert found(text)[1].value == "2023-03-21"


def test_the_year_of_a_law_opens_no_interval() -> None:
    time = one("It was set up by the 2022 reauthorization of the fund.")
    assert (time.earliest, time.latest) == ("2022-01-01", "2022-12-31")


def test_a_date_between_dashes_is_a_dateline() -> None:
    assert found("(Wire) - March 21, 2023 - DALLAS - People met.")[0].role == "publication"


@pytest.mark.parametrize(
    "text",
    ["To visit ABC's This Week page.", "On This Week with Ann Lee.", "A risk of late-life depression.",
     "00:00 - Lee opens\n03:12 - Lee on roads\n"],
)  # fmt: skip
def test_programmes_and_places_in_recordings_are_no_times(text: str) -> None:
    assert not found(text)


def test_their_independence_day_is_not_ours() -> None:
    assert not found("Congratulations to the people as they celebrate their Independence Day.", side="US")


def test_a_christmas_tree_is_no_day() -> None:
    assert not found("The bill became a Christmas tree.")


def test_the_next_century_is_that_of_the_calendar() -> None:
    assert [time.value for time in found("Founded in 2024, it looks to the next century.")] == ["2024", "21"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Order of the Minister of Finance of 14 Sept. 2018 is repealed.", "named"),
        ("Last updated: 2025-02-05.", "publication"),
        ("The news was released on 5 May 2022.", "event"),
    ],
)
def test_the_role_of_a_date_is_read_off_the_words_before_it(text: str, role: str) -> None:
    assert one(text).role == role


def test_a_month_of_an_archive_is_furniture() -> None:
    assert one("It was built. March 2023 Press Releases").role == "publication"


def test_what_will_be_on_the_weekday_of_publication_is_today() -> None:
    assert one("The President will speak Tuesday at the plant.").value == "2023-03-21"


def test_a_budget_of_the_year_end_is_no_year_that_ended() -> None:
    assert one("It is part of the year end budget bill.").value == "2023"


def test_next_friday_said_on_a_friday_is_a_week_away_and_this_friday_is_today() -> None:
    said = found("They meet next Friday. They meet this Friday.", "2023-03-24")
    assert [time.value for time in said] == ["2023-03-31", "2023-03-24"]


def test_a_weekday_without_a_day_of_publication_is_told_without_a_date() -> None:
    time = one("They met on Friday.", None)
    assert (time.value, time.earliest, time.latest) == ("XXXX-WXX-5", None, None)


def test_election_day_is_the_tuesday_after_the_first_monday_of_november() -> None:
    assert one("They will vote on Election Day.", "2022-10-02", "US").value == "2022-11-08"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It will open on the first Monday of January.", "2022-12-20", "2023-01-02"),
        ("It opened on the last Friday of December.", "2023-01-10", "2022-12-30"),
        ("They will meet on New Year's Day.", "2022-12-20", "2023-01-01"),
        ("They met on Christmas Day.", "2023-01-10", "2022-12-25"),
    ],
)
def test_a_holiday_or_the_first_monday_of_a_month_may_lie_in_the_year_next_door(
    text: str, published: str, value: str
) -> None:
    assert one(text, published).value == value


def test_a_day_that_a_sentence_tells_of_is_no_stamp_though_it_is_the_day_of_publication() -> None:
    assert one("On 3 June 2031 Minister Ode Vell resigned.", "2031-06-03").role == "event"


def test_the_years_and_days_of_numbered_resolutions_are_named() -> None:
    text = "Recalling resolutions 2390 (2017) of 15 November 2017 and 2710 (2023), and S/RES/2841(2024), it voted."
    assert [(t.value, t.role) for t in found(text)] == [
        ("2017", "named"),
        ("2017-11-15", "named"),
        ("2023", "named"),
        ("2024", "named"),
    ]


def test_ramadan_is_a_month() -> None:
    time = one("During Ramadan the offices close early.", "2025-03-17")
    assert (time.earliest, time.latest) == ("2025-03-01", "2025-03-29")


@pytest.mark.parametrize(
    ("text", "side", "value"),
    [("They met on Women's Day.", "ZA", "2023-08-09"), ("They met on Republic Day.", "IN", "2023-01-26")],
)
def test_a_country_has_days_of_its_own(text: str, side: str, value: str) -> None:
    assert one(text, "2023-08-15", side).value == value


@pytest.mark.parametrize("text", ["Norland's Independence Day", "On the Independence Day of Norland they met."])
def test_the_independence_day_of_another_state_is_not_that_of_the_source(text: str) -> None:
    assert found(text, side="US") == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("This summer, we bought 300 flats.", "2022-01-13", "2021-SU"),
        ("They will start this summer.", "2022-01-13", "2022-SU"),
        ("This winter was mild.", "2022-01-13", "2021-WI"),
        ("The pages worked there this summer.", "2022-03-19", "2022-SU"),
    ],
)
def test_this_season_may_have_been_that_of_the_year_before(text: str, published: str, value: str) -> None:
    assert one(text, published).value == value


def test_what_is_announced_for_a_day_is_to_come() -> None:
    assert one("The strike announced for Thursday worries travellers.", "2025-10-07").value == "2025-10-09"


def test_the_march_of_dimes_is_no_month() -> None:
    assert found("He spoke at the March of Dimes gala.") == []


@pytest.mark.parametrize("sign", ["'", "’"])
def test_an_apostrophe_of_either_form_is_one(sign: str) -> None:
    assert (
        found(f"Norland{sign}s Independence Day and today{sign}s digital economy", side="US")[0].value == "PRESENT_REF"
    )


def test_a_term_before_an_agreement_is_no_name_but_before_a_war_it_is() -> None:
    text = "After the 44-day war they signed a five-year offtake agreement."
    assert [(t.value, t.role) for t in found(text)] == [("P44D", "named"), ("P5Y", "event")]


def test_the_number_of_an_order_does_not_hide_that_its_date_is_named() -> None:
    assert one("Executive Order (E.O.) 13773 of February 9, 2017 stands.").role == "named"


def test_a_headline_with_a_verb_in_the_infinitive_tells_of_what_is_to_come() -> None:
    assert one("Port workers to strike from Friday", "2026-03-03").value == "2026-03-06"


def test_the_second_of_two_weekdays_follows_the_first() -> None:
    text = "Because of the strike announced for Thursday and Friday they stay."
    assert [t.value for t in found(text, "2025-10-07")] == ["2025-10-09", "2025-10-10"]


def test_september_11_beside_9_11_is_that_of_2001() -> None:
    assert found("Lost on 9/11, they died on September 11th.", "2004-10-06")[1].value == "2001-09-11"


def test_what_a_season_s_weather_does_is_no_deadline() -> None:
    time = one("Shops were hurt by last winter's low snowfall.", "2024-11-14")
    assert (time.earliest, time.latest) == ("2023-12-01", "2024-02-29")


def test_what_dates_from_a_year_is_of_that_year() -> None:
    time = one("The current Directive dates from 2015.")
    assert (time.earliest, time.latest) == ("2015-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Results will be released on 20 October.", "2022-07-20", "2022-10-20"),
        ("They have until close of business on Friday to comment.", "2023-10-26", "2023-10-27"),
        ("The post-September 11 world was another.", "2005-06-30", "2001-09-11"),
    ],
)
def test_the_words_before_a_day_say_which_it_is(text: str, published: str, value: str) -> None:
    assert one(text, published).value == value


def test_a_month_that_follows_in_a_story_is_of_the_year_of_the_story() -> None:
    text = "In March 1999, the department awarded one contract. In August, it awarded another."
    assert [t.value for t in found(text, "2005-07-19")] == ["1999-03", "1999-08"]


def test_two_months_of_one_year_may_stand_in_either_order() -> None:
    assert [t.value for t in found("In May and April 2022 prices rose.")] == ["2022-05", "2022-04"]
    assert [t.value for t in found("In December and January 2022 it froze.")] == ["2021-12", "2022-01"]


def test_the_same_month_of_another_year() -> None:
    assert [t.value for t in found("It was 31 in September 2023 and 80 in the same month of 2022.")][1] == "2022-09"


def test_japan_names_its_fiscal_year_after_its_beginning() -> None:
    time = one("The budget for FY2024 passed.", "2024-04-03", "JP")
    assert (time.earliest, time.latest) == ("2024-04-01", "2025-03-31")


@pytest.mark.parametrize(
    "text",
    [
        "(Porto Reno, March 21, 2023) - No one has been tried, the group said.",
        "HARBOUR BILL PASSES March 20  2023  Washington  D C  The Senator spoke",
    ],
)
def test_a_dateline_in_brackets_or_a_day_off_is_a_stamp(text: str) -> None:
    assert one(text).role == "publication"


def test_shortly_after_an_hour_is_no_open_interval() -> None:
    time = one("It broke out shortly after 2 a.m. on March 1, 2020.")
    assert (time.earliest, time.latest) == ("2020-03-01", "2020-03-01")


@pytest.mark.parametrize(
    "text", ["The Vaccines for the Future Act passed.", "Soon afterward he left.", "Its Christmas movies."]
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == []


def test_so_many_ships_a_day_is_how_often() -> None:
    assert found("Traffic fell to 74 transits a day in June.")[0].type == "SET"


def test_a_weekday_in_brackets_keeps_its_bracket() -> None:
    assert found("It was on April 3, 2024 (Wednesday), that it began.")[0].text == "April 3, 2024 (Wednesday)"


def test_a_first_quarter_to_come_after_a_fourth_is_of_the_next_year() -> None:
    text = "It will run through the December quarter. The statement is due in Q1."
    assert [t.value for t in found(text, "2024-10-21")] == ["2024-Q4", "2025-Q1"]


@pytest.mark.parametrize(
    "text",
    ["It is planned after the May holidays.", "It was read after the 2021 vote."],
)
def test_after_what_happened_in_a_month_is_no_open_interval(text: str) -> None:
    assert one(text).latest is not None


def test_the_highest_since_a_year_is_no_year_to_count_from() -> None:
    text = "In 2024 it had the highest figure since 2019, six percent above the previous year."
    assert [t.value for t in found(text, "2025-07-16")] == ["2024", "2019", "2023"]


def test_what_is_extended_through_a_month_is_extended_to_the_next_one() -> None:
    text = "He called on the agencies to extend their own moratoria through the end of September."
    assert one(text, "2021-07-29").value == "2021-09"


def test_a_duration_in_an_address_is_none() -> None:
    assert found("See https://news.example/leads-af-ter-18-years-on for more.") == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The bill is set to come before the House on Sunday.", "2010-03-19", "2010-03-21"),
        ("They decided to end the plan by early December.", "2006-03-16", "2005-12"),
        (
            "I have nothing more to say, I mean nothing beyond the announcement of it from Friday.",
            "2021-07-27",
            "2021-07-23",
        ),
    ],
)
def test_a_verb_far_away_or_of_an_aim_leaves_the_day_where_it_is(text: str, published: str, value: str) -> None:
    assert one(text, published).value == value


def test_the_last_day_of_a_range_is_no_stamp() -> None:
    text = "He will travel to Japan from July 18-25, 2021. Please click here."
    assert [t.role for t in found(text, "2021-07-22")] == ["event", "event"]
