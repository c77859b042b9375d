import pytest

from releasecli.resources import languages, lexicon
from releasecli.text.forms import forms
from releasecli.text.numbers import cardinal, number_words, ordinal

CARDINALS = [
    ("en", "two thousand and nine", 2009),
    ("en", "nineteen ninety-six", 1996),
    ("en", "twenty twenty-three", 2023),
    ("en", "four thousand seven hundred", 4700),
    ("en", "three hundred and twelve", 312),
    ("en", "one million two hundred thousand", 1_200_000),
    ("de", "einundzwanzig", 21),
    ("de", "zweitausendneun", 2009),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante-dix", 70),
    ("fr", "dix-huit", 18),
    ("es", "treinta y cinco", 35),
    ("ru", "восемнадцать", 18),
    ("ru", "двух тысяч трёхсот", 2300),
    ("uk", "двадцять один", 21),
    ("az", "iyirmi üç", 23),
    ("tr", "on beş", 15),
    ("hy", "քսանմեկ", 21),
    ("ka", "ოცდაათი", 30),
    ("ar", "اثنتا عشرة", 12),
]


@pytest.mark.parametrize(("language", "words", "value"), CARDINALS)
def test_number_words_have_their_value(language: str, words: str, value: int) -> None:
    assert cardinal(words, language) == value


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "twenty-first", 21),
        ("en", "third", 3),
        ("en", "hundredth", 100),
        ("de", "einundzwanzigsten", 21),
        ("fr", "dix-neuvième", 19),
        ("ru", "двадцать первого", 21),
        ("ka", "მეორე", 2),
    ],
)
def test_ordinals_have_their_value(language: str, words: str, value: int) -> None:
    assert ordinal(words, language) == value


@pytest.mark.parametrize("words", ["", "and", "several", "two dogs", "first"])
def test_other_words_are_no_cardinal(words: str) -> None:
    assert cardinal(words, "en") is None


@pytest.mark.parametrize("words", ["", "two", "first dog"])
def test_other_words_are_no_ordinal(words: str) -> None:
    assert ordinal(words, "en") is None


@pytest.mark.parametrize("language", [code for code in languages() if lexicon(code, "numbers")])
def test_no_form_stands_for_two_values(language: str) -> None:
    table = lexicon(language, "numbers")
    assert set(table) <= {"cardinals", "scales", "ordinals", "joiners", "glued", "times", "years"}
    for kind in ("cardinals", "scales", "ordinals"):
        listed = [form for entries in table[kind].values() for entry in entries for form in forms(entry)]
        assert sorted(listed) == sorted(set(listed))
    assert not set(number_words(language).cardinals) & set(number_words(language).scales)


def test_a_capital_dotted_i_is_the_small_one() -> None:
    assert cardinal("İki", "az") == 2
