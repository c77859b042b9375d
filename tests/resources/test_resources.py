import pytest

from releasecli.resources import ROOT, lexicon


@pytest.mark.parametrize("path", sorted((ROOT / "languages").glob("*/*.yaml")), ids=lambda path: str(path)[-30:])
def test_words_such_as_on_and_no_are_words(path: object) -> None:
    language, name = str(path).removesuffix(".yaml").split("/")[-2:]
    listed = [value for value in lexicon(language, name).values() if isinstance(value, list)]
    assert [word for words in listed for word in words if isinstance(word, bool)] == []


def test_a_sentence_may_begin_with_on() -> None:
    assert "on" in lexicon("en", "sentences")["starters"]
