from releasecli.queries.filters import Filters
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.summarise import SummaryQuery, summarise
from releasecli.queries.summarise.choice import Passage, told
from told import Make, Told

BRIDGE = Told(
    "On the bridge\n\nMinister Edda Lindqvist opened the bridge of Selby on March 21.\n\n"
    "The bridge of Selby has six lanes. The weather was fine. The bridge cost 40 million crowns.\n",
    "2031-03-21",
    "Ministry of Roads",
)
PORT = Told("On the port\n\nThe port of Selby was closed by a strike of 300 dockers.\n", "2031-04-02", "Port of Selby")


def test_one_sentence_of_one_release_is_its_first(cache_of: Make) -> None:
    rows = summarise(cache_of(BRIDGE), SummaryQuery(sentences=1)).rows
    assert [row.text for row in rows] == ["Minister Edda Lindqvist opened the bridge of Selby on March 21."]


def test_every_sentence_is_word_for_word_with_its_paragraph(cache_of: Make) -> None:
    for row in summarise(cache_of(BRIDGE), SummaryQuery(sentences=3)).rows:
        assert BRIDGE.text[row.start : row.end] == row.text
        assert row.ref.split(":")[1] in {"2", "3"}


def test_several_releases_are_told_in_order_of_time(cache_of: Make) -> None:
    rows = summarise(cache_of(PORT, BRIDGE), SummaryQuery(sentences=3)).rows
    assert [row.published for row in rows] == sorted(row.published or "" for row in rows)
    assert {row.issuer for row in rows} == {"Ministry of Roads", "Port of Selby"}


def test_no_more_words_than_asked_for(cache_of: Make) -> None:
    rows = summarise(cache_of(PORT, BRIDGE), SummaryQuery(words=20)).rows
    assert 0 < sum(len(row.text.split()) for row in rows) <= 20


def test_a_query_chooses_the_releases(cache_of: Make) -> None:
    rows = summarise(cache_of(PORT, BRIDGE), SummaryQuery(search=SearchQuery(words="dockers"))).rows
    assert {row.issuer for row in rows} == {"Port of Selby"}


def test_ids_choose_the_releases(cache_of: Make) -> None:
    query = SummaryQuery(filters=Filters(ids=("2031-04-02-00000001",)))
    assert {row.release for row in summarise(cache_of(PORT, BRIDGE), query).rows} == {"2031-04-02-00000001"}


def test_the_same_release_from_two_places_is_told_once(cache_of: Make) -> None:
    rows = summarise(cache_of(BRIDGE, BRIDGE._replace(published="2031-03-22")), SummaryQuery()).rows
    assert len({row.text for row in rows}) == len(rows)


def test_a_formula_that_stands_everywhere_is_not_told(cache_of: Make) -> None:
    formula = "The office is open from Monday to Friday."
    many = [
        Told(f"News {n}\n\nStreet {n} was paved with stone.\n\n{formula}\n", f"2031-05-{n:02}", f"Office {n}")
        for n in range(1, 6)
    ]
    assert formula not in {row.text for row in summarise(cache_of(*many), SummaryQuery(sentences=9)).rows}


def test_a_passage_told_already_is_not_told_again() -> None:
    passages = [
        Passage("bridge opens", age=0),
        Passage("bridge opens", age=1),
        Passage("strike port", age=2),
    ]
    assert {pick.number for pick in told(passages, 2, None)} == {0, 2}


def test_sentences_of_one_release_make_room_for_others() -> None:
    passages = [
        Passage("bridge opens north", release=1),
        Passage("bridge lanes cost", release=1, place=1),
        Passage("bridge port strike", release=2, place=1),
    ]
    assert [pick.number for pick in told(passages, 2, None)] == [0, 2]


def test_of_two_sentences_alike_in_words_the_one_in_the_wording_of_others_is_told() -> None:
    passages = [
        Passage("On Monday and on the day after, Selby: harbour closed, strike of the dockers.", release=1, place=1),
        Passage("The strike of dockers closed the harbour of Selby on Monday and the day after.", release=2, place=1),
        Passage("The strike of dockers was talked of in the town hall by everybody there.", release=3, place=1),
    ]
    first, *_ = told(passages, 1, None)
    assert first.number == 1
    assert "in words that others use" in first.why


def test_wording_that_is_told_already_counts_no_more() -> None:
    common = "As it is and as it was and as it will be in all of this"
    passages = [
        Passage(f"{common}, dockers closed Selby.", release=1, place=1),
        Passage("All of the rail traffic to the cold north stood still today.", release=2, place=1),
        Passage(f"{common}, judges ruled on visas.", release=3, place=1),
    ]
    assert [pick.number for pick in told(passages, 2, None)] == [0, 1]


def test_a_few_words_say_less_than_a_sentence() -> None:
    passages = [
        Passage("Bridge of Selby.", release=1),
        Passage("The bridge of Selby was opened to all traffic at noon by the king.", release=2),
    ]
    assert told(passages, 1, None)[0].number == 1


def test_nothing_to_tell_is_an_empty_summary(cache_of: Make) -> None:
    assert summarise(cache_of(), SummaryQuery()).rows == ()


def test_after_the_lead_comes_what_says_most_wherever_it_stands() -> None:
    passages = [
        Passage("minister opens bridge", place=0),
        Passage("weather fine", place=1),
        Passage("bridge cost crowns lanes", place=2),
        Passage("bridge lanes six", place=3),
    ]
    assert told(passages, 2, None)[0].number == 0
    assert 1 not in {pick.number for pick in told(passages, 2, None)}


def test_the_line_of_the_issuer_above_the_text_is_not_told(cache_of: Make) -> None:
    text = "Dam of Osk\n\nJo Moe, Minister of Water\n\nThe dam of Osk broke today at noon.\n\nNobody was hurt there.\n"
    rows = summarise(cache_of(Told(text, "2031-06-03")), SummaryQuery()).rows
    assert [row.text for row in rows] == ["The dam of Osk broke today at noon.", "Nobody was hurt there."]


def test_the_lead_is_the_first_sentence_that_tells_not_a_dateline_or_a_question(cache_of: Make) -> None:
    text = (
        "On the dam\n\nDo you live in Osk?\n\nOsk, Norland.\n\n"
        "The dam of Osk broke today at noon, and the lower town is under water.\n\n"
        "A bus took the pupils of the school of Osk to the town of Lund.\n\n"
        "In Lund the pupils of the school of Osk sleep in a hall by the bus station of the town.\n\n"
        "The pupils of the school of Osk will go back from the town of Lund by bus.\n"
    )
    (row,) = summarise(cache_of(Told(text, "2031-06-03")), SummaryQuery(sentences=1)).rows
    assert row.text.startswith("The dam of Osk broke")


def test_a_row_says_why_it_is_told() -> None:
    passages = [
        Passage("Bridge opens lanes.", place=0, asked=2),
        Passage("Bridge cost crowns.", place=1),
    ]
    first, second = told(passages, 2, None)
    assert first.why.startswith("opens its release, holds 2 of the words asked for, near to what all say (")
    assert second.why.startswith("near to what all say (")


def test_a_sentence_that_fits_the_room_exactly_is_told() -> None:
    passages = [Passage("The bridge opens today and all are in it with us now."), Passage("the port " * 7, place=1)]
    assert [pick.number for pick in told(passages, None, 12)] == [0]
    assert told(passages, None, 11) == ()


def test_a_sentence_with_words_asked_for_comes_before_its_equal() -> None:
    passages = [Passage(f"Bridge {n}.", release=n, place=1, asked=n) for n in (0, 1)]
    assert told(passages, 1, None)[0].number == 1


def test_what_was_said_last_comes_before_its_equal() -> None:
    passages = [Passage(f"Bridge {age}.", release=age, age=age, place=1) for age in (3, 0)]
    assert told(passages, 1, None)[0].number == 1


def test_the_first_news_of_all_comes_before_its_equal_of_the_same_day() -> None:
    later = Passage("Bridge B.", release=1, age=9)
    first = Passage("Bridge A.", release=0, age=9, oldest=True)
    last = Passage("Thank you.", release=2, age=0, place=1)
    passages = [later, first, last]
    assert told(passages, 1, None)[0].number == 1
