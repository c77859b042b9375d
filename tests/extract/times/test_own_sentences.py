"""Sentences of our own: thirty a language written before its rules, thirty more before they were opened again."""

from collections.abc import Iterator
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
    "pl": "PL",
    "pt": "PT",
    "ru": "RU",
    "sv": "SE",
    "tr": "TR",
    "uk": "UA",
}
FOLDER = Path(__file__).parent
MAY, JANUARY = "2024-05-15", "2025-01-10"  # a Wednesday, and a Friday whose last days were of another year


def _may(code: str) -> list[list[str]]:
    path = FOLDER / "sentences" / f"{code}.yaml"
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))) if path.exists() else []


def _january(code: str) -> list[list[str]]:
    table = yaml.safe_load((FOLDER / "sentences_january" / f"{code}.yaml").read_text(encoding="utf-8"))
    return [row for rows in table.values() for row in rows]


def _sentences() -> Iterator[tuple[str, str, str, list[str]]]:
    for code in SIDES:
        for published, rows in ((MAY, _may(code)), (JANUARY, _january(code))):
            yield from ((code, published, text, wanted) for text, *wanted in rows)


@pytest.mark.parametrize(
    ("language", "published", "text", "wanted"),
    [pytest.param(*row, id=f"{row[0]}-{row[1][:4]}-{row[2][:24]}") for row in _sentences()],
)
def test_the_dates_of_a_sentence_are_found(language: str, published: str, text: str, wanted: list[str]) -> None:
    header = Header(published=published, side=SIDES[language], language=language)
    assert [f"{time.text} = {time.value}" for time in times(text, header)] == wanted


@pytest.mark.parametrize("language", SIDES)
def test_each_language_has_thirty_sentences_by_phenomenon(language: str) -> None:
    assert len(_january(language)) >= 30
