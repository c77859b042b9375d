import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml

from releasecli.errors import UsageError
from releasecli.model.comparison import Aligned
from releasecli.queries.compare import CompareQuery, compare
from releasecli.queries.compare.counterparts import counterparts
from releasecli.queries.compare.topics import topic
from releasecli.queries.sheets import cited, comparison_sheet
from told import Make, Told

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))


def accounts(pair: dict[str, Any]) -> list[Told]:
    return [Told(pair[a]["text"], str(pair[a]["published"]), pair[a]["issuer"], pair[a]["side"]) for a in "ab"]


def both_ids(db: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in db.execute("select id from releases order by n"))


@pytest.fixture
def quake(cache_of: Make) -> sqlite3.Connection:
    db: sqlite3.Connection = cache_of(*accounts(yaml.safe_load((PAIRS[7]).read_text(encoding="utf-8"))))
    return db


@pytest.mark.parametrize("file", PAIRS, ids=lambda file: file.stem)
def test_most_of_what_a_reader_expects_is_said_and_every_sentence_stands_somewhere(file: Path, cache_of: Make) -> None:
    pair = yaml.safe_load(file.read_text(encoding="utf-8"))
    db = cache_of(*accounts(pair))
    rows = compare(db, CompareQuery(both_ids(db))).rows
    found = [
        (row.kind, words)
        for kind in ("both", "only_a", "only_b")
        for words in pair["expected"][kind]
        for row in rows
        if row.kind == kind and _holds(row, words if isinstance(words, list) else [words])
    ]
    wanted = sum(len(pair["expected"][kind]) for kind in ("both", "only_a", "only_b"))
    assert len(found) >= 0.5 * wanted


def test_a_pair_is_captioned_by_words_that_stand_on_both_sides(quake: sqlite3.Connection) -> None:
    captions = [row for row in compare(quake, CompareQuery(both_ids(quake))).rows if row.why.startswith("common words")]
    assert captions
    for row in captions:
        assert row.a
        assert row.b
        for word in row.topic.split(", "):
            left, _, right = word.casefold().partition("/")
            assert left in row.a.text.casefold()
            assert (right or left) in row.b.text.casefold()


def _holds(row: Any, words: list[str]) -> bool:
    passages = [passage.text for passage in (row.a, row.b) if passage]
    return len(passages) == len(words) and all(word in text for word, text in zip(words, passages, strict=True))


def test_every_passage_is_word_for_word(quake: sqlite3.Connection) -> None:
    texts = dict(zip(both_ids(quake), (pair["text"] for pair in _texts(PAIRS[7])), strict=True))
    for row in compare(quake, CompareQuery(both_ids(quake))).rows:
        for passage in filter(None, (row.a, row.b)):
            assert texts[passage.release][passage.start : passage.end] == passage.text


def _texts(file: Path) -> list[dict[str, str]]:
    pair = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [pair["a"], pair["b"]]


def test_figures_that_differ_stand_side_by_side(quake: sqlite3.Connection) -> None:
    rows = [row for row in compare(quake, CompareQuery(both_ids(quake))).rows if row.topic == "figure"]
    assert [(row.a.text, row.b.text) for row in rows if row.a and row.b] == [("60 people", "85 people")]


def test_one_thing_with_two_names_stands_side_by_side(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[0].read_text(encoding="utf-8"))))
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.topic == "name"]
    assert [(row.a.text, row.b.text) for row in rows if row.a and row.b] == [("Selby road", "Selby corridor")]


def test_names_meet_across_spellings(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[3].read_text(encoding="utf-8"))))
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.kind == "both"]
    assert any("Şirvan" in row.a.text and "Shirvan" in row.b.text for row in rows if row.a and row.b)


def test_three_accounts_are_a_table(cache_of: Make) -> None:
    pair = accounts(yaml.safe_load(PAIRS[7].read_text(encoding="utf-8")))
    third = Told(
        "Condolences\n\nThe League conveyed condolences over the earthquake in Tazur.\n", "2026-08-15", "League"
    )
    db = cache_of(*pair, third)
    table = compare(db, CompareQuery(both_ids(db))).table
    assert {len(topic.cells) for topic in table} == {3}
    assert sum(cell is not None for cell in table[0].cells) == 3


def test_the_counterpart_is_another_issuer_with_the_same_people_at_the_time(quake: sqlite3.Connection) -> None:
    first, second = both_ids(quake)
    assert (counterparts(quake, first), counterparts(quake, second)) == ((second,), (first,))


def test_one_release_alone_cannot_be_compared(quake: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="two releases"):
        compare(quake, CompareQuery(both_ids(quake)[:1]))


def _differing(db: sqlite3.Connection, topic: str) -> list[tuple[str, str]]:
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.topic == topic]
    return [(row.a.text, row.b.text) for row in rows if row.a and row.b]


def test_durations_that_differ_stand_side_by_side(cache_of: Make) -> None:
    a = "A truce\n\nThe sides met in Osk.\n\nThey agreed on a truce of 90 days in the north.\n"
    b = "Truce\n\nTalks were held in Osk.\n\nA truce of 60 days in the north was signed.\n"
    assert _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "duration") == [("90 days", "60 days")]


def test_six_months_are_180_days(cache_of: Make) -> None:
    a = "Rivers\n\nThe sides met in Osk.\n\nA group on clean water will report within six months.\n"
    b = "Water\n\nTalks were held in Osk.\n\nThe group on clean water will report in 180 days.\n"
    assert _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "duration") == []


def test_dates_of_two_events_in_one_topic_do_not_differ(quake: sqlite3.Connection) -> None:
    assert _differing(quake, "date") == []


def test_two_words_for_different_things_of_one_name_do_not_differ(cache_of: Make) -> None:
    a = "Navy\n\nThe Selby army met the Selby council.\n\nThe Movement for the North met in Osk.\n"
    b = "Talks\n\nThe Selby bridge was closed.\n\nThe Movement for the North informs the public.\n"
    assert _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "name") == []


def test_who_informs_and_who_condemns_do_not_differ_in_stance(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[4].read_text(encoding="utf-8"))))
    assert _differing(db, "stance") == []


def test_a_list_of_topics_meets_each_of_them(cache_of: Make) -> None:
    db = cache_of(*accounts(yaml.safe_load(PAIRS[9].read_text(encoding="utf-8"))))
    rows = [row for row in compare(db, CompareQuery(both_ids(db))).rows if row.kind == "both"]
    assert sum(bool(row.a and "talked about the elections" in row.a.text) for row in rows) == 2


def test_a_dateline_is_no_row(cache_of: Make) -> None:
    a = "A call\n\nGenton, Wednesday, 24 September 2031.\n\nMinister Moe spoke with Minister Lind.\n"
    b = "A talk\n\nMinister Lind spoke with Minister Moe.\n"
    db = cache_of(Told(a, "2031-09-24"), Told(b, "2031-09-24"))
    assert [row.kind for row in compare(db, CompareQuery(both_ids(db))).rows] == ["both"]


def test_a_page_shows_what_differs_in_its_sentence(quake: sqlite3.Connection) -> None:
    ids = both_ids(quake)
    sheet = comparison_sheet(compare(quake, CompareQuery(ids)), cited(quake, ids))
    rows = [line for line in sheet.lines if line.topic == "figure"]
    assert ["60 people" in rows[0].text, "85 people" in rows[1].text] == [True, True]
    texts = {each.id: each.text for each in sheet.cited}
    assert [texts[line.release][slice(*line.spans[0])] for line in rows] == ["60 people", "85 people"]
    assert all(texts[line.release][line.start : line.end] == line.text for line in sheet.lines)


def test_counts_of_people_differ_whatever_they_are_called(cache_of: Make) -> None:
    a = "Leak\n\nGas leaked from the plant in Osk.\n\nEleven employees were examined after the leak in the works.\n"
    b = "Gas\n\nGas escaped from the plant in Osk.\n\nSeventeen workers were examined after the leak in the works.\n"
    found = _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "figure")
    assert found == [("Eleven employees", "Seventeen workers")]


def test_years_since_when_are_no_difference(cache_of: Make) -> None:
    a = "Dam\n\nThe dam at Osk has held since 1950, the ministry said.\n"
    b = "Dam\n\nSince 1950 the dam at Osk has held, the agency said.\n"
    assert _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "date") == []


def test_days_from_which_something_holds_may_differ(cache_of: Make) -> None:
    a = "Flights\n\nDirect flights between the capitals will be open from June 1.\n"
    b = "Flights\n\nDirect flights between the two capitals will start on July 1.\n"
    found = _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "date")
    assert found == [("June 1", "July 1")]


def test_a_question_of_the_press_is_no_row(cache_of: Make) -> None:
    a = "Briefing\n\nQ: What about the dam of Osk?\n\nA: The dam of Osk will be rebuilt.\n"
    b = "Dam\n\nThe dam of Osk will be rebuilt, the agency said.\n"
    db = cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17"))
    assert [row.kind for row in compare(db, CompareQuery(both_ids(db))).rows] == ["both"]


def test_a_pair_is_captioned_by_the_words_that_stand_side_by_side_in_both() -> None:
    one = "They discussed the implementation of the grain transit agreement and the Velm crossing."
    other = (
        "Progress in carrying out the\ngrain transit agreement was noted, and of crossing the Velm nothing was said."
    )
    assert topic(one, other, ["velm", "grain", "transit", "agreement"]) == "grain transit agreement"


def test_without_words_side_by_side_the_caption_is_the_most_telling_words() -> None:
    assert topic("Grain left port.", "In the port lay grain.", ["grain", "port"]) == "Grain, port"


def test_greetings_and_the_course_of_a_press_conference_are_no_account(cache_of: Make) -> None:
    one = "Briefing\n\nMR LIND: Thanks very much for coming.\n\nLet’s go to Jane Moe.\n\nThe port of Osk is closed.\n"
    other = "Interview\n\nMS HOLM: Thanks very much.\n\nWe’ll go to Jane Moe now.\n\nShips wait outside Osk port.\n"
    db = cache_of(Told(one, "2031-05-01"), Told(other, "2031-05-01"))
    said = [p.text for row in compare(db, CompareQuery(both_ids(db))).rows for p in (row.a, row.b) if p]
    assert sorted(said) == ["Ships wait outside Osk port.", "The port of Osk is closed."]


def test_a_deadline_differs_from_a_day(cache_of: Make) -> None:
    one = "Call\n\nThe minister said the Velm crossing must open by 1 October 2031.\n"
    other = "Call\n\nThe minister said the Velm crossing would open on 15 October 2031.\n"
    db = cache_of(Told(one, "2031-09-14"), Told(other, "2031-09-14"))
    assert ("1 October 2031", "15 October 2031") in _differing(db, "date")


def test_one_word_that_others_use_too_joins_no_sentences(cache_of: Make) -> None:
    one = "Port\n\nThe minister opened the port of Osk.\n\nShips may wait outside the port.\n"
    other = "Wages\n\nThe union met its members in Brask.\n\nWages at the port were low.\n"
    db = cache_of(Told(one, "2031-05-01"), Told(other, "2031-05-01"))
    rows = compare(db, CompareQuery(both_ids(db))).rows
    assert not [row for row in rows if row.b and row.kind == "both" and "Wages" in row.b.text]


def test_the_line_that_says_whose_words_follow_is_no_account(cache_of: Make) -> None:
    a = "Call\n\nThe following is attributable to Spokesperson Jo Lind:\n\nMinister Aro met Minister Bek in Osk.\n"
    b = "Talks\n\nMinister Bek held talks with Minister Aro.\n\nA pattern of attacks follows the raid in Selby.\n"
    assert not any(
        "attributable" in passage.text for row in _rows(cache_of, a, b) for passage in (row.a, row.b) if passage
    )


def test_one_figure_is_set_beside_one_other(cache_of: Make) -> None:
    a = (
        "Aid\n\nMinister Aro met Minister Bek.\n\nOstria gave $160 million in health aid for vaccines to islands.\n\n"
        "Ostria will give $500,000 in health aid to a new vaccines fund of the islands.\n"
    )
    b = "Aid\n\nMinister Bek met Minister Aro.\n\nThe islands received $158 million in health aid for vaccines.\n"
    told = [(row.a.text, row.b.text) for row in _rows(cache_of, a, b) if row.kind == "differs" and row.a and row.b]
    assert told == [("$160 million", "$158 million")]


def test_openings_that_share_nothing_are_not_one_topic(cache_of: Make) -> None:
    a = "Talks\n\nMinister Aro met today with Minister Bek in Osk.\n\nThey spoke of the Velm tunnel and its pumps.\n"
    b = "Remarks\n\nThe ministry will open later.\n\nThe Velm tunnel needs its pumps.\n"
    both = [row.a.text for row in _rows(cache_of, a, b) if row.kind == "both" and row.a]
    assert both == ["They spoke of the Velm tunnel and its pumps."]


def test_a_month_of_the_season_is_no_other_date(cache_of: Make) -> None:
    a = "Talks\n\nMinister Aro met Minister Bek.\n\nThe trade commission will convene in April 2031.\n"
    b = "Talks\n\nMinister Bek met Minister Aro.\n\nThe trade commission will meet in spring 2031.\n"
    assert "differs" not in {row.kind for row in _rows(cache_of, a, b)}


def _rows(cache_of: Make, one: str, other: str) -> tuple[Aligned, ...]:
    db = cache_of(Told(one, "2031-02-11"), Told(other, "2031-02-11"))
    return compare(db, CompareQuery(both_ids(db))).rows


def _figures_of(cache_of: Make, one: str, other: str) -> list[tuple[str, str]]:
    a = f"Dam\n\nThe sides met in Osk.\n\nThe dam at Osk {one} in the spring.\n"
    b = f"Dam\n\nTalks were held in Osk.\n\nThe dam at Osk {other} in the spring.\n"
    return _differing(cache_of(Told(a, "2029-02-17"), Told(b, "2029-02-17")), "figure")


def test_sums_of_one_currency_differ_though_nothing_is_counted(cache_of: Make) -> None:
    assert _figures_of(cache_of, "cost 40 million dollars", "cost 60 million dollars") == [
        ("40 million dollars", "60 million dollars")
    ]


def test_sums_of_two_currencies_do_not_differ(cache_of: Make) -> None:
    assert _figures_of(cache_of, "cost 40 million dollars", "cost 60 million euros") == []


def test_the_same_figure_in_both_accounts_is_no_difference(cache_of: Make) -> None:
    assert _figures_of(cache_of, "cost 40 million dollars", "cost $40 million") == []


def test_counts_of_different_things_do_not_differ(cache_of: Make) -> None:
    assert _figures_of(cache_of, "got 12 gates", "got 15 boats") == []
