import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.text.tokens import tokens, words


@settings(deadline=None)  # the first word in a new script loads its table
@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    assert all(text[token.start : token.end].startswith(token.text) for token in tokens(text))


@settings(deadline=None)  # the first word in a new script loads its table
@given(st.text())
def test_words_are_the_tokens_without_places(text: str) -> None:
    assert words(text) == [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lachin-corridor", ["lachin", "corridor"]),
        ("O'Brien", ["O", "Brien"]),
        ("l’Azerbaïdjan", ["l", "Azerbaïdjan"]),
        ("Ankara'da", ["Ankara", "da"]),
        ("Azerbaijan’s road", ["Azerbaijan", "road"]),
        ("Qa'ida and Sana'a", ["Qa'ida", "and", "Sana'a"]),
        ("more than 4,700 vehicles, 3.5%", ["more", "than", "4,700", "vehicles", "3", "5"]),
        ("the U.S. side", ["the", "U.S.", "side"]),
        ("北京消息abc", ["北", "京", "消", "息", "abc"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
