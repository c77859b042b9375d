import pytest

from releasecli.resources import gazetteer
from releasecli.text.fold import key
from releasecli.text.stem import beginning, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("negotiation", "negotiations", "negotiate", "negotiating", "negotiated"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("vehicle", "vehicles"),
        ("country", "countries"),
        ("stop", "stops", "stopped", "stopping"),
        ("nation", "nations", "national", "nationally"),
        ("hope", "hoped", "hoping", "hopes"),
        ("relation", "relations", "relational"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("consistently", "consist"),
        ("generously", "generous"),
        ("communism", "communism"),
        ("skies", "sky"),
        ("dying", "die"),
        ("news", "news"),
        ("knack", "knack"),
        ("yields", "yield"),
        ("sayings", "say"),
        ("proceedings", "proceed"),
        ("fluently", "fluentli"),
    ],
)
def test_stems_are_those_of_the_published_algorithm(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize("word", ["aliyev", "lachin", "us", "4700", "北", "eu"])
def test_names_numbers_and_short_words_stay(word: str) -> None:
    assert stem(word) == word


def test_every_word_begins_as_its_stem_says() -> None:
    words = [key(row[0]) for row in gazetteer("words")] + ["dying", "skies", "ugly", "nobility", "rationally"]
    assert all(word.startswith(beginning(stem(word))) for word in words)
