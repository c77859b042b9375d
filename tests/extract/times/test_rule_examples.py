from collections.abc import Iterator
from typing import Any

import pytest

from releasecli.extract.times import times
from releasecli.model import Header
from releasecli.resources import languages, lexicon

SIDES = {"en": None, "de": "DE", "fr": "FR", "es": "ES", "ru": "RU", "uk": "UA", "az": "AZ", "tr": "TR", "ka": "GE"}
FILES = [(code, "times") for code in languages() if lexicon(code, "times")] + [
    ("_any", "times"),
    ("_any", "times_core"),
]


def rules() -> Iterator[tuple[str, dict[str, Any]]]:
    for code, name in FILES:
        for rule in lexicon(code, name).get("rules", []):
            yield ("en" if code == "_any" else code), rule


def found(language: str, text: str) -> list[Any]:
    if text[2:4] == ": ":
        language, text = text[:2], text[4:]
    header = Header(published="2023-03-21", side=SIDES.get(language, "XX"), language=language)
    return list(times(text, header))


def examples() -> Iterator[Any]:
    for language, rule in rules():
        for text, expected in rule.get("examples", {}).items():
            yield pytest.param(language, rule["name"], text, expected, id=f"{rule['name']}-{text[:30]}")


def counters() -> Iterator[Any]:
    for language, rule in rules():
        for text in rule.get("counter", ()):
            yield pytest.param(language, rule["name"], text, id=f"{rule['name']}-{text[:30]}")


@pytest.mark.parametrize(("language", "rule", "text", "expected"), list(examples()))
def test_a_rule_finds_its_examples(language: str, rule: str, text: str, expected: str) -> None:
    here = found(language, text)
    wanted = [part if " = " in part else f"{part} = {part}" for part in expected.split(" | ") if part]
    assert [f"{time.text} = {time.value}" for time in here] == wanted
    assert not wanted or any(rule in time.rule.split("+") for time in here)


@pytest.mark.parametrize(("language", "rule", "text"), list(counters()))
def test_a_rule_leaves_its_counter_examples_alone(language: str, rule: str, text: str) -> None:
    assert not any(rule in time.rule.split("+") for time in found(language, text))


@pytest.mark.parametrize("entry", [pytest.param(rule, id=rule["name"]) for _, rule in rules()])
def test_every_rule_has_examples_and_counter_examples(entry: dict[str, Any]) -> None:
    assert entry.get("examples")
    assert entry.get("counter")
