from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.text.fold import key, lowered


@settings(deadline=None)  # the first word in a new script loads its table
@given(st.text())
def test_small_letters_keep_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


@settings(deadline=None)  # the first word in a new script loads its table
@given(st.text(min_size=1).filter(lambda text: any(char.isalnum() for char in text)))
def test_a_word_never_folds_to_nothing(word: str) -> None:
    assert key(word)


@settings(deadline=None)  # the first word in a new script loads its table
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=12))
def test_folding_a_folded_word_changes_nothing(word: str) -> None:
    assert key(key(word)) == key(word)


def test_one_name_in_latin_azerbaijani_and_cyrillic_letters_is_one_word() -> None:
    assert {key("Aliyev"), key("Əliyev"), key("Алиев"), key("ALIYEV")} == {"aliyev"}


def test_accents_and_dotless_letters_do_not_matter() -> None:
    assert (key("Laçın"), key("Łódź"), key("İlham"), key("Müller")) == ("lacin", "lodz", "ilham", "muller")


def test_russian_names_fold_to_their_usual_english_spelling() -> None:
    assert [key(name) for name in ("Ельцин", "Зеленский", "Лачин", "Хачатурян")] == [
        "yeltsin",
        "zelensky",
        "lachin",
        "khachaturyan",
    ]


def test_dots_of_an_acronym_and_commas_of_a_number_do_not_matter() -> None:
    assert (key("U.S."), key("4,700")) == ("us", "4700")


def test_chinese_characters_stay() -> None:
    assert key("北") == "北"
