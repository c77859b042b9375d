"""Sentences of our own, thirty a language written before its rules; each release is of 15 May 2024, a Wednesday."""

from pathlib import Path

import pytest
import yaml

from releasecli.extract.times import times
from releasecli.model import Header

SIDES = {
    "ar": "EG",
    "az": "AZ",
    "de": "DE",
    "es": "ES",
    "fr": "FR",
    "hy": "AM",
    "ka": "GE",
    "ru": "RU",
    "tr": "TR",
    "uk": "UA",
}
FOLDER = Path(__file__).parent / "sentences"
SENTENCES = [
    pytest.param(code, text, wanted, id=f"{code}-{text[:24]}")
    for code in SIDES
    for text, *wanted in yaml.safe_load((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "text", "wanted"), SENTENCES)
def test_the_dates_of_a_sentence_are_found(language: str, text: str, wanted: list[str]) -> None:
    header = Header(published="2024-05-15", side=SIDES[language], language=language)
    assert [f"{time.text} = {time.value}" for time in times(text, header)] == wanted


@pytest.mark.parametrize("language", SIDES)
def test_each_language_has_thirty_sentences(language: str) -> None:
    assert len(yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))) >= 30
