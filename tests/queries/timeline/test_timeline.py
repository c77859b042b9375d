from releasecli.queries.filters import Filters
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.timeline import TimelineQuery, timeline
from releasecli.store.cache.reading import text_of
from told import Make, Told

BRIDGE = Told(
    "On the bridge of Selby\n\n"
    "On March 21, Minister Edda Lindqvist opened the bridge of Selby.\n\n"
    "The bridge had been closed since December 12, 2030. Two workers were hurt on March 5, 2031.\n\n"
    "The Minister recalled the visit in May 2029.\n",
    "2031-03-21",
    "Ministry of Roads",
)
SAME = Told(
    "Selby bridge open\n\n"
    "On March 21, Minister Edda Lindqvist opened the bridge of Selby.\n\nA tunnel will follow on 2 June 2033.\n",
    "2031-03-22",
    "Town of Selby",
)


def test_every_dated_sentence_is_a_row_in_order_of_time(cache_of: Make) -> None:
    rows = timeline(cache_of(BRIDGE), TimelineQuery()).rows
    assert [row.date for row in rows] == ["2029-05", "2030-12-12", "2031-03-05", "2031-03-21"]


def test_every_row_is_word_for_word_and_names_its_paragraph(cache_of: Make) -> None:
    for row in timeline(cache_of(BRIDGE), TimelineQuery()).rows:
        assert BRIDGE.text[row.start : row.end] == row.text
        assert row.ref == f"2031-03-21-00000001:{row.ref[-1]}"
    assert row.ref.endswith(":2")


def test_the_date_is_marked_in_the_text(cache_of: Make) -> None:
    row = timeline(cache_of(BRIDGE), TimelineQuery()).rows[-1]
    assert [BRIDGE.text[start:end] for start, end in row.spans] == ["March 21"]


def test_an_open_interval_stands_at_its_first_day(cache_of: Make) -> None:
    row = timeline(cache_of(BRIDGE), TimelineQuery()).rows[1]
    assert (row.date, row.earliest, row.latest, row.precision) == ("2030-12-12", "2030-12-12", None, "span")


def test_a_month_is_a_period(cache_of: Make) -> None:
    row = timeline(cache_of(BRIDGE), TimelineQuery()).rows[0]
    assert (row.precision, row.earliest, row.latest) == ("month", "2029-05-01", "2029-05-31")


def test_the_same_sentence_in_two_releases_is_one_row(cache_of: Make) -> None:
    rows = timeline(cache_of(BRIDGE, SAME), TimelineQuery()).rows
    row = next(row for row in rows if row.date == "2031-03-21")
    assert (row.count, row.releases) == (2, ("2031-03-21-00000001", "2031-03-22-00000002"))


def test_nearly_the_same_sentence_is_one_row(cache_of: Make) -> None:
    near = Told("Bridge\n\nOn March 21, the Minister Edda Lindqvist opened Selby bridge.\n", "2031-03-23")
    rows = timeline(cache_of(BRIDGE, near), TimelineQuery()).rows
    assert [row.count for row in rows if row.date == "2031-03-21"] == [2]


def test_a_query_leaves_only_releases_that_hold_its_words(cache_of: Make) -> None:
    other = Told("Fish\n\nThe fish market opened on 4 April 2031.\n", "2031-04-05")
    found = timeline(cache_of(BRIDGE, other), TimelineQuery(search=SearchQuery(words="market")))
    assert ([row.date for row in found.rows], found.releases) == (["2031-04-04"], 1)


def test_since_and_until_bound_the_dates_themselves(cache_of: Make) -> None:
    query = TimelineQuery(when=("2031-03-01", "2031-03-10"))
    assert [row.date for row in timeline(cache_of(BRIDGE), query).rows] == ["2031-03-05"]


def test_the_filter_of_events_bounds_the_dates_too(cache_of: Make) -> None:
    query = TimelineQuery(filters=Filters(event=("2031-03-20", None)), when=(None, "2031-12-31"))
    assert [row.date for row in timeline(cache_of(BRIDGE, SAME), query).rows] == ["2031-03-21"]


def test_by_published_gives_one_row_a_release(cache_of: Make) -> None:
    rows = timeline(cache_of(SAME, BRIDGE), TimelineQuery(by="published")).rows
    assert [(row.date, row.role) for row in rows] == [("2031-03-21", "publication"), ("2031-03-22", "publication")]
    assert rows[0].text.startswith("On March 21")


def test_vague_dates_only_when_asked_for(cache_of: Make) -> None:
    told = Told("Bridge\n\nThe bridge is now closed. It was built on 1 May 1999.\n", "2031-03-21")
    assert [row.date for row in timeline(cache_of(told), TimelineQuery()).rows] == ["1999-05-01"]


def test_at_most_so_many_days_and_rows_of_one_day(cache_of: Make) -> None:
    many = [
        Told(
            f"Flood {n}\n\nThe flood began on 3 May 2031 in village {n}. Boat {n} came on {n} June 2031.\n",
            "2031-06-30",
        )
        for n in range(1, 9)
    ]
    rows = timeline(cache_of(*many), TimelineQuery(days=3, per_day=2)).rows
    assert len({row.date for row in rows}) == 3
    assert max(sum(row.date == day.date for row in rows) for day in rows) <= 2
    assert "2031-05-03" in {row.date for row in rows}


def test_more_than_fifty_rows_are_chosen_from_and_all_gives_all(cache_of: Make) -> None:
    db = cache_of(*_flood())
    chosen, whole = timeline(db, TimelineQuery()), timeline(db, TimelineQuery(all=True))
    assert (chosen.chosen, whole.chosen) == (True, False)
    assert len(chosen.rows) < len(whole.rows) <= chosen.total


def test_a_chosen_row_says_why(cache_of: Make) -> None:
    row = timeline(cache_of(*_flood()), TimelineQuery(search=SearchQuery(words="flood"))).rows[0]
    assert row.why.startswith("'18 July 2031'; day: named in")
    assert "sentence:" in row.why


def test_chosen_rows_are_word_for_word_too(cache_of: Make) -> None:
    db = cache_of(*_flood())
    for row in timeline(db, TimelineQuery()).rows:
        n = db.execute("select n from releases where id = ?", (row.release,)).fetchone()[0]
        assert text_of(db, n)[row.start : row.end] == row.text


def test_an_empty_cache_has_an_empty_timeline(cache_of: Make) -> None:
    assert timeline(cache_of(), TimelineQuery()).rows == ()


def _flood() -> list[Told]:
    """Twenty releases; the flood of 3 May is in all of them, each has three days of its own."""
    return [
        Told(
            f"Report {n}\n\nThe flood of the river Aune reached the town of Brask on 3 May 2031, said office {n}.\n\n"
            f"Bread for {n}00 people was handed out on {n} June 2031. Shelter number {n} was opened on {n} July 2031 "
            f"by the Red Cross. The {n}th pump arrived on {n} August 2031.\n",
            f"2031-08-{n:02}",
            f"Office {n}",
        )
        for n in range(1, 21)
    ]


def test_a_fiscal_year_stands_where_it_is_called(cache_of: Make) -> None:
    text = "Budget\n\nThe bill sets aside $2 million for fiscal year 2032.\n\nThe vote was on 3 November 2031.\n"
    rows = timeline(cache_of(Told(text, "2031-11-04")), TimelineQuery()).rows
    assert [row.date[:4] for row in rows] == ["2031", "2032"]


def test_a_release_that_only_mentions_the_query_gives_no_row_that_does_not(cache_of: Make) -> None:
    aside = "\n\n".join(f"Matter {n} of the day was settled on {n} May 2031 by the {n}. bench." for n in range(1, 29))
    briefing = f"Briefing\n\nGood morning.\n\n{aside}\n\nOn 3 June 2031 the dam of Osk broke.\n"
    query = TimelineQuery(search=SearchQuery(words="dam"), days=9)
    rows = timeline(cache_of(Told(briefing, "2031-06-04")), query).rows
    assert [row.text for row in rows] == ["On 3 June 2031 the dam of Osk broke."]


def test_of_a_person_are_told_the_days_beside_the_name(cache_of: Make) -> None:
    aside = "\n\n".join(f"On {n} May 2031 the bench settled matter {n} of the year." for n in range(1, 29))
    text = f"Briefing\n\n{aside}\n\nMinister Jonas Lind resigned on 3 June 2031.\n\nMinister Jonas Lind is 50.\n"
    query = TimelineQuery(filters=Filters(person=("lind",)), days=9)
    rows = timeline(cache_of(Told(text, "2031-06-04")), query).rows
    assert [row.date for row in rows] == ["2031-06-03"]


def test_a_sentence_with_two_days_stands_under_the_one_that_matters_more(cache_of: Make) -> None:
    visit = Told("Visit\n\nOn 9 May 2031 the minister saw what the flood of 3 May 2031 had left.\n", "2031-05-10")
    took = ("took away the mill", "drowned forty sheep", "cut the railway line", "reached the school")
    others = [Told(f"{what}\n\nThe flood of 3 May 2031 {what}.\n", f"2031-05-{n}") for n, what in enumerate(took, 10)]
    query = TimelineQuery(search=SearchQuery(words="flood"), days=5, per_day=9)
    dates = [row.date for row in timeline(cache_of(visit, *others), query).rows if row.text.startswith("On 9 May")]
    assert dates == ["2031-05-03"]


def test_a_question_is_no_row_of_a_choice(cache_of: Make) -> None:
    asked = Told(
        "Dam\n\nDid the dam of Osk break on 4 June 2031?\n\nThe dam of Osk broke on 3 June 2031.\n", "2031-06-05"
    )
    query = TimelineQuery(search=SearchQuery(words="dam"), days=5)
    assert [row.date for row in timeline(cache_of(asked), query).rows] == ["2031-06-03"]


def test_an_opening_without_a_date_stands_for_the_day_only_if_it_tells_what_happened(cache_of: Make) -> None:
    day = Told(
        "Flood news\n\nPress Room\n\nThe flood tore down the bridge of Brask.\n\nThe flood has cost the town much.\n\n"
        "Help was promised on 8 August 2031.\n",
        "2031-08-08",
    )
    rows = timeline(cache_of(*_flood(), day), TimelineQuery(search=SearchQuery(words="flood"))).rows
    undated = [row.text for row in rows if row.date == "2031-08-08" and not row.spans]
    assert undated == ["The flood tore down the bridge of Brask."]


def test_sentences_of_readouts_that_hold_the_query_but_no_date_are_told_on_their_day(cache_of: Make) -> None:
    long = "on the many years in which both ministries of roads have worked together for those who cross the river " * 3
    calls = [
        Told(
            f"Call with {name}\n\nMinister Edda Lindqvist spoke today with {name} {long}.\n\n"
            f"They agreed that the Velm tunnel needs {n}0 more pumps.\n\n"
            + "".join(f"Pier {k} of {name} opens on {k} July 2032.\n\n" for k in range(1, 30)),
            f"2031-05-{n:02}",
        )
        for n, name in enumerate(("Aro", "Bek", "Cil"), 3)
    ]
    db = cache_of(*calls)
    told = timeline(db, TimelineQuery(search=SearchQuery(words="velm"))).rows
    assert [(row.date, row.text[:23]) for row in told] == [
        (f"2031-05-0{n}", "They agreed that the Ve") for n in (3, 4, 5)
    ]
    late = timeline(db, TimelineQuery(search=SearchQuery(words="velm"), when=("2031-05-05", None))).rows
    assert {row.date for row in late} == {"2031-05-05"}


def test_an_interval_open_since_a_month_is_no_day(cache_of: Make) -> None:
    road = Told("On the road\n\nThe road to Selby has been closed since mid-December.\n", "2031-02-21")
    row = timeline(cache_of(road), TimelineQuery()).rows[0]
    assert (row.date, row.earliest, row.latest, row.precision) == ("2030-12", "2030-12-01", None, "span")


def test_a_release_that_names_the_query_once_tells_nothing_else_of_it(cache_of: Make) -> None:
    aside = "\n\n".join(f"Matter {n} of the day was settled on {n} May 2031 by the bench." for n in range(1, 10))
    briefing = Told(f"Briefing\n\nGood morning.\n\n{aside}\n\nOn 3 June 2031 the dam of Osk broke.\n", "2031-06-04")
    query = TimelineQuery(search=SearchQuery(words="dam"))
    assert [row.date for row in timeline(cache_of(briefing), query).rows] == ["2031-06-03"]


def test_a_short_release_tells_all_its_days_to_one_who_asks_for_a_word_of_it(cache_of: Make) -> None:
    dam = Told(
        "Weather\n\nRain fell.\n\nThe river rose on 1 June 2031 and flooded a mill.\n\nThe dam shut on 2 June 2031.\n",
        "2031-06-04",
    )
    told = timeline(cache_of(dam), TimelineQuery(search=SearchQuery(words="dam"))).rows
    assert [row.date for row in told] == ["2031-06-01", "2031-06-02"]


def test_days_on_which_releases_about_the_query_came_out_are_told_too(cache_of: Make) -> None:
    calls = [
        Told(f"Call {n}\n\nMinister Edda Lind spoke with {name} about the Velm tunnel.\n", f"2031-05-{n:02}")
        for n, name in enumerate(("Aro", "Bek", "Cil"), 3)
    ]
    works = "\n\n".join(f"Wall {k} of the Velm tunnel was painted on {k % 4 + 27} April 2031." for k in range(1, 61))
    long = Told(f"Velm tunnel\n\n{works}\n", "2031-05-01")
    query = TimelineQuery(search=SearchQuery(words="velm tunnel"))
    rows = timeline(cache_of(*calls, long), query).rows
    assert {"2031-05-03", "2031-05-04", "2031-05-05"} <= {row.date for row in rows}


def test_today_for_nowadays_is_no_event(cache_of: Make) -> None:
    speech = Told("The port\n\nToday we see how small the port is.\n\nToday the port was closed.\n", "2031-06-04")
    query = TimelineQuery(search=SearchQuery(words="port"), days=1, per_day=1)
    assert [row.text for row in timeline(cache_of(speech), query).rows] == ["Today the port was closed."]


def test_a_word_that_many_releases_hold_names_no_query_of_two_words(cache_of: Make) -> None:
    changes = [
        Told(f"Notice {n}\n\nOn {n} May 2031 the ministry changed rule {n}.\n", "2031-06-01") for n in range(1, 9)
    ]
    aside = "\n\n".join(f"On {n} April 2031 the bench changed rule {n}." for n in range(1, 20))
    briefing = Told(f"Briefing\n\nGood day.\n\n{aside}\n\nOn 3 June 2031 climate change was discussed.\n", "2031-06-04")
    query = TimelineQuery(search=SearchQuery(words="climate change"), days=9)
    assert [row.date for row in timeline(cache_of(*changes, briefing), query).rows] == ["2031-06-03"]


def test_a_phrase_with_a_small_word_is_told_of(cache_of: Make) -> None:
    rows = timeline(cache_of(BRIDGE), TimelineQuery(search=SearchQuery('"bridge of Selby"'))).rows
    assert "2031-03-21" in [row.date for row in rows]
