from releasecli.queries.timeline.choice import Candidate, chosen
from releasecli.queries.timeline.topic import signature, strength


def said(text: str, **about: object) -> Candidate:
    return Candidate(frozenset(text.split()), **about)  # type: ignore[arg-type]  # what a test sets


def test_the_sentence_nearest_to_all_others_stands_for_the_day() -> None:
    day = [said("bridge opens"), said("bridge opens selby"), said("selby bridge"), said("fish price")]
    assert chosen({"2031-05-01": day}, 1)["2031-05-01"][0].place == 1


def test_a_second_sentence_adds_what_the_first_does_not_say() -> None:
    day = [
        said("bridge opens selby"),
        said("bridge opens selby minister"),
        said("workers hurt"),
        said("workers hurt crane"),
    ]
    places = {choice.place for choice in chosen({"2031-05-01": day}, 2)["2031-05-01"]}
    assert len(places & {0, 1}) == len(places & {2, 3}) == 1


def test_a_question_is_not_chosen_where_a_statement_says_the_same() -> None:
    day = [said("bridge opens selby", manner=lambda: 0.7), said("bridge opens selby")]
    assert chosen({"2031-05-01": day}, 1)["2031-05-01"][0].place == 1


def test_what_the_day_after_says_points_to_a_sentence_but_is_never_chosen() -> None:
    day = [said("fish price"), said("bridge opens selby"), *[said("bridge opens", heard=True)] * 3]
    assert [choice.place for choice in chosen({"2031-05-01": day}, 5)["2031-05-01"]] == [1, 0]


def test_no_sentence_is_chosen_twice_and_none_without_words() -> None:
    day = [said("bridge opens"), said("")]
    assert [choice.place for choice in chosen({"2031-05-01": day}, 5)["2031-05-01"]] == [0]


def test_words_that_keep_company_with_the_query_are_of_the_topic() -> None:
    passages = [(frozenset({"oil", "spill", "well"}), True)] * 6 + [(frozenset({"fish", "spill"}), False)] * 6
    topic = signature(passages)
    assert topic["well"] > 10 * topic["spill"]
    assert strength({"well", "fish"}, topic) > strength({"fish"}, topic) == 0


def test_a_title_and_the_sentence_below_it_that_says_the_same_are_one() -> None:
    title, lead = said("minister opens bridge selby"), said("minister opens bridge selby river aune friday")
    assert len(chosen({"2031-05-01": [title, lead, said("workers hurt")]}, 3)["2031-05-01"]) == 2


def test_a_line_of_an_agenda_is_no_second_sentence_of_a_day() -> None:
    met = said("minister met envoy", asked=1)
    agenda = said("briefing spokesman press", asked=1, manner=lambda: 0.3)
    assert [choice.place for choice in chosen({"2031-05-02": [agenda, met]}, 2)["2031-05-02"]] == [1]
    assert [choice.place for choice in chosen({"2031-05-02": [agenda]}, 2)["2031-05-02"]] == [0]
