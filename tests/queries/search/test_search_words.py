from collections.abc import Callable

import pytest

from releasecli.queries.search.answer import Found

Numbers = Callable[..., list[int]]
Ask = Callable[..., Found]

ROAD = "Release of the Press Service\n\nThe Lachin road was discussed. Ilham Aliyev noted 4,700 vehicles."
CYRILLIC = "Сообщение\n\nПрезидент Алиев говорил о Лачине. Алиев в Лачин не ездил."
TURKIC = "Laçın yolu\n\nPrezident Əliyev Laçın şəhərində olub."
TALKS = "Talks go on\n\nThey negotiated over bread. O'Brien spoke of re-opening the border road."
BARLEY = "Harvest\n\nBarley and bread were plenty on the island."
ALL = [ROAD, CYRILLIC, TURKIC, TALKS, BARLEY]


@pytest.mark.parametrize("typed", ["aliyev", "Əliyev", "Алиев", "ALIYEV"])
def test_one_spelling_finds_all(found: Numbers, typed: str) -> None:
    assert sorted(found(ALL, typed)) == [1, 2, 3]


@pytest.mark.parametrize("typed", ["lachin", "lacin", "Laçın", "Лачин", "Latschin"])
def test_a_place_is_found_across_scripts(found: Numbers, typed: str) -> None:
    assert sorted(found(ALL, typed)) == [1, 2, 3]


def test_other_forms_of_a_word_are_found(found: Numbers) -> None:
    assert found(ALL, "negotiations") == [4]


def test_all_words_must_be_there(found: Numbers) -> None:
    assert found(ALL, "lachin vehicles") == [1]


def test_common_words_beside_others_need_not_be_there(ask: Ask) -> None:
    answer = ask(ALL, "the barley")
    assert [hit.title for hit in answer.hits] == ["Harvest"]
    assert answer.dropped == ("the",)


def test_every_word_must_be_there_when_asked(found: Numbers) -> None:
    assert found(ALL, "what barley", every=True) == []


def test_a_phrase_keeps_its_order(found: Numbers) -> None:
    assert (found(ALL, '"border road"'), found(ALL, '"road border"')) == ([4], [])


def test_a_phrase_does_not_cross_paragraphs(found: Numbers) -> None:
    assert found(["Title\n\nOne road.\n\nBlock two.\n\nThree"], '"road block"') == []


def test_one_of_two_words_is_enough_between_or(found: Numbers) -> None:
    assert sorted(found(ALL, "barley OR negotiations")) == [4, 5]


def test_or_binds_only_its_neighbours(found: Numbers) -> None:
    assert found(ALL, "bread barley OR border") != []
    assert sorted(found(ALL, "bread barley OR border")) == [4, 5]


def test_the_beginning_of_a_word_finds_it(found: Numbers) -> None:
    assert found(ALL, "negot*") == [4]


def test_a_word_can_be_excluded(found: Numbers) -> None:
    assert found(ALL, "bread", not_=("island",)) == [4]


def test_words_of_the_title_alone(found: Numbers) -> None:
    assert found(ALL, title="harvest") == [5]
    assert found(ALL, title="barley") == []


def test_exact_finds_the_word_as_typed_only(found: Numbers) -> None:
    assert found(ALL, "negotiate", exact=True) == []
    assert found(ALL, "negotiated", exact=True) == [4]


def test_near_words_stand_near(found: Numbers) -> None:
    assert found(ALL, "lachin discussed", near=3) == [1]
    assert found(ALL, "lachin vehicles", near=3) == []


def test_near_words_stand_in_one_paragraph(found: Numbers) -> None:
    texts = ["T\n\nA road.\n\nBarley grows.\n\nThe end."]
    assert found(texts, "road barley") == [1]
    assert found(texts, "road barley", near=9) == []


def test_near_words_may_be_spelt_otherwise_or_begin_so(found: Numbers) -> None:
    assert found(ALL, "Latschin disc*", near=2) == [1]


def test_words_of_the_title_stand_there_and_need_not_be_near(found: Numbers) -> None:
    assert found(ALL, "lachin discussed", near=3, title="press") == [1]
    assert found(ALL, "border road", near=3, title="barley") == []


def test_words_of_the_title_must_be_there_where_some_of_the_others_are_enough(found: Numbers) -> None:
    assert found(ALL, "bread barley submarine border", title="harvest") == [5]
    assert found(ALL, "bread border", any=True, title="talks") == [4]


def test_exact_with_any_finds_one_of_the_words_as_typed(found: Numbers) -> None:
    assert found(ALL, "negotiated submarine", exact=True, any=True) == [4]


def test_words_in_one_sentence(found: Numbers) -> None:
    texts = ["T\n\nBread is dear. Barley is cheap.", "T\n\nBread of barley."]
    assert found(texts, "bread barley", same_sentence=True) == [2]


def test_without_words_the_newest_come_first(found: Numbers) -> None:
    assert found(ALL) == [5, 4, 3, 2, 1]
    assert found(ALL, sort="oldest", limit=2) == [1, 2]


def test_a_long_query_is_answered_by_some_of_its_words(ask: Ask) -> None:
    answer = ask(ALL, "barley harvest submarine")
    assert [(hit.title, hit.match) for hit in answer.hits] == [("Harvest", "some")]
    assert answer.total == 0


def test_two_words_must_both_be_there(found: Numbers) -> None:
    assert found(ALL, "barley submarine") == []
    assert found(ALL, "barley submarine", any=True) == [5]


def test_releases_like_one_are_found_without_it(ask: Ask) -> None:
    texts = ["A\n\nbread barley harvest", "B\n\nbread barley harvest island", "C\n\nroad border"]
    assert [hit.title for hit in ask(texts, more_like="2023-03-01-00000001").hits] == ["B"]


def test_names_of_other_states_languages_are_found(found: Numbers) -> None:
    assert found(["A\n\nThe road from Khankendi was open."], "Stepanakert") == [1]
    assert found(["A\n\nIn Germany and Deutschland."], "Almanya") == [1]


def test_a_common_noun_is_no_name_of_a_state(found: Numbers) -> None:
    assert found([BARLEY, "B\n\nThe minister of Iceland spoke. An island. The island."], "iceland") == [2]


def test_a_name_of_several_words_is_found_by_its_short_form(found: Numbers) -> None:
    assert found(["A\n\nA speech at the United Nations in autumn."], "ООН") == [1]
    assert found(["A\n\nВыступление в ООН"], "united nations") == [1]


@pytest.mark.parametrize(
    "typed",
    [
        "lachin-corridor", "O'Brien", "foo:bar", '"unbalanced', "(", "*", "a AND", "NEAR", "", '"', '""', "-x", "OR OR",
        "{title}: x", "a OR", "\x00", "NOT",
        "word " * 5000, " ".join(f"w{n}" for n in range(3000)), "%", "'; drop table",
        "\ud800", '"*"', "**", "a*b*", "NEAR(a b, 3)", "^x", "+x", "x" * 10_000,
    ],
)  # fmt: skip
def test_any_text_is_a_safe_query(ask: Ask, typed: str) -> None:
    assert ask(ALL, typed).total >= 0


@pytest.mark.parametrize("typed", ["???", "(", "*", "...", '""'])
def test_signs_without_a_word_find_nothing(found: Numbers, typed: str) -> None:
    assert found(ALL, typed) == []
    assert found(ALL, "  ") != []


def test_a_word_with_a_break_is_found_by_its_parts(found: Numbers) -> None:
    assert found(ALL, "o'brien") == [4]
    assert found(ALL, "re-opening") == [4]
