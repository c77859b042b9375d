import pytest

from releasecli.text.fold import key
from releasecli.text.sound import difference, readings, skeletons


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Khrushchev", "Chruschtschow"),
        ("Yeltsin", "Jelzin"),
        ("Shevardnadze", "Chevardnadze"),
        ("Gaddafi", "Qadhafi"),
        ("Kharkiv", "Харків"),
        ("Laçın", "Lachin"),
        ("Naxçıvan", "Nakhchivan"),
        ("Hussein", "Husayn"),
    ],
)
def test_spellings_of_one_name_share_consonants_and_differ_little(name: str, other: str) -> None:
    assert skeletons(key(name)) & skeletons(key(other))
    assert difference(key(name), key(other)) <= 0.12 * min(len(key(name)), len(key(other)))


@pytest.mark.parametrize(("name", "other"), [("lachin", "london"), ("baku", "berlin"), ("marin", "moreno")])
def test_other_names_are_far(name: str, other: str) -> None:
    assert difference(name, other) > 0.12 * min(len(name), len(other))


def test_a_name_without_written_vowels_is_near_its_latin_form() -> None:
    assert difference("mhmd", "muhammad", unwritten=True) < difference("mhmd", "muhammad")


def test_a_word_has_few_readings() -> None:
    assert all(len(readings(word)) <= 8 for word in ("czechoslovakia", "cjcjcjcj", "zzzz", "x" * 40))


def test_spelling_does_not_differ_from_itself() -> None:
    assert difference("zangilan", "zangilan") == 0
