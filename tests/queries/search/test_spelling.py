from collections.abc import Callable

import pytest

from releasecli.queries.search.answer import Found

Ask = Callable[..., Found]
TEXTS = ["Road\n\nThe Lachin corridor was reopened by Azerbaijan.", "Bread\n\nBarley and parliament."]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lachen", "lachin"),
        ("corrdior", "corridor"),
        ("parliment", "parliament"),
        ("zazerbaijan", "azerbaijan"),
        ("qzerbaijan", "azerbaijan"),
        ("barly", "barley"),
        ("parliamnet", "parliament"),
        ("ccorridor", "corridor"),
        ("lachincorridor", "lachin corridor"),
        ("corri dor", "corridor"),
    ],
)
def test_a_slip_is_corrected_and_said_so(ask: Ask, typed: str, meant: str) -> None:
    answer = ask(TEXTS, typed)
    assert len(answer.hits) == 1
    assert meant in {*dict(answer.corrections).values(), *map(str.lower, answer.also)}


def test_exact_corrects_nothing(ask: Ask) -> None:
    assert ask(TEXTS, "corrdior", exact=True).hits == ()


def test_a_known_word_is_not_corrected(ask: Ask) -> None:
    assert ask(TEXTS, "bread").corrections == ()


def test_a_slip_in_the_index_does_not_hide_the_right_word(ask: Ask) -> None:
    texts = ["Slip\n\nNews of Azerbajan.", *(f"Right {n}\n\nAzerbaijan spoke on {n} times." for n in range(25))]
    answer = ask([*texts, *texts[1:], *texts[1:]][:31], "azerbajan")
    assert len(answer.hits) > 1


def test_a_slip_is_not_taken_for_rarer_names_that_sound_alike(ask: Ask) -> None:
    texts = [*(f"Storm {n}\n\nKatrina came on day {n}." for n in range(25)), "Street\n\nIn Cetronia."]
    answer = ask(texts, "katrnia")
    assert dict(answer.corrections) == {"katrnia": "katrina"}
    assert len(answer.hits) == 25


def test_a_slip_is_never_taken_for_a_common_word(ask: Ask) -> None:
    assert ask(["A\n\nThus they spoke.", "B\n\nThus it was."], "thuss").corrections == ()


def test_the_spelling_typed_comes_first(ask: Ask) -> None:
    texts = ["A\n\nThe president met Aliev.", "B\n\nThe president met Aliyef."]
    assert [hit.title for hit in ask(texts, "Aliyef").hits] == ["B", "A"]


def test_nearest_words_are_named_where_nothing_is_found(ask: Ask) -> None:
    answer = ask(["A\n\nThe town of Khachmas."], "Khachataryan")
    assert answer.hits == ()
    assert all(count > 0 for _, count in answer.nearest)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("lachin", "The Blue Lagoon is open."),
        ("court", "He met Kurt and Curt."),
        ("damascus", "He met Sam."),
        ("european union", "Yes, they said."),
        ("georgia", "He met George."),
        ("feinstein", "He met Weinstein."),
        ("crimea", "The crime was grave."),
    ],
)
def test_another_word_that_sounds_nearly_so_is_not_searched(ask: Ask, typed: str, other: str) -> None:
    known = f"Known\n\nThe Supreme Court and Feinstein of {'Lachin' if typed == 'lachin' else 'Georgia'}."
    assert "Other" not in [hit.title for hit in ask([known, f"Other\n\n{other}"], typed).hits]


def test_a_form_of_another_word_is_no_spelling_of_a_name(ask: Ask) -> None:
    carried = [f"Carried {n}\n\nHe carries {n} loads." for n in range(8)]
    answer = ask(["Name\n\nA talk with Karis.", "Port\n\nThe Carris came.", *carried], "karis")
    assert [hit.title for hit in answer.hits] == ["Name"]


def test_two_well_known_names_are_two_names(ask: Ask) -> None:
    texts = [f"{name} {n}\n\nA talk with {name}." for n in range(12) for name in ("Merkel", "Marcel")]
    assert {hit.title.split()[0] for hit in ask(texts, "merkel").hits} == {"Merkel"}


@pytest.mark.parametrize("typed", ["Mohammed", "Muhammad", "Mohamed"])
def test_a_name_that_is_written_in_several_ways_is_found_in_all_though_each_is_well_known(ask: Ask, typed: str) -> None:
    texts = [f"{name} {n}\n\nA talk with {name}." for n in range(12) for name in ("Mohammed", "Muhammad")]
    assert {hit.title.split()[0] for hit in ask(texts, typed).hits} == {"Mohammed", "Muhammad"}


def test_a_well_known_name_is_found_as_other_letters_have_it(ask: Ask) -> None:
    texts = [f"{name} {n}\n\nA talk with {name}." for n in range(12) for name in ("Qasimli", "Qasımlı", "Гасымлы")]
    assert len(ask(texts, "Qasimli").hits) == 36
