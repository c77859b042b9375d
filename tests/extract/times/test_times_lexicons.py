from typing import Any

import pytest

from releasecli.extract.times.grammar import grammar
from releasecli.extract.times.values import _KINDS
from releasecli.resources import languages, lexicon
from releasecli.text.forms import forms

CODES = [code for code in languages() if lexicon(code, "times")]
FILES = [(code, "times") for code in CODES] + [("_any", "times"), ("_any", "times_core")]
KEYS = {
    *("extends", "triggers", "plural", "past_endings", "future_endings", "number_endings", "half_words", "articles"),
    *("words", "macros", "contexts", "rules", "shapes", "holidays", "holidays_capital", "by_country", "state_days"),
    *("lasting", "month_first", "fiscal_start", "fiscal_by_start", "historic"),
}


@pytest.mark.parametrize(("code", "name"), FILES)
def test_a_file_has_no_unknown_keys(code: str, name: str) -> None:
    table = lexicon(code, name)
    assert set(table) <= KEYS
    for rule in table.get("rules", []):
        assert set(rule) <= {"name", "kind", "match", "set", "each", "examples", "counter"}
        assert rule.get("kind", "date") in _KINDS


@pytest.mark.parametrize(("code", "name"), FILES)
def test_every_form_is_a_string(code: str, name: str) -> None:
    for listed in lexicon(code, name).get("words", {}).values():
        entries = [entry for part in listed.values() for entry in part] if isinstance(listed, dict) else listed
        assert all(isinstance(entry, str) and entry for entry in entries)


@pytest.mark.parametrize(("code", "name"), FILES)
def test_no_form_stands_for_two_values_of_one_class(code: str, name: str) -> None:
    for kind, listed in lexicon(code, name).get("words", {}).items():
        if isinstance(listed, dict):
            seen: dict[str, Any] = {}
            for value, entries in listed.items():
                for form in (form for entry in entries for form in forms(entry)):
                    assert seen.setdefault(form, value) == value, (kind, form)


@pytest.mark.parametrize(("code", "name"), FILES)
def test_rule_names_are_not_repeated(code: str, name: str) -> None:
    names = [rule["name"] for rule in lexicon(code, name).get("rules", [])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", CODES)
def test_the_rules_of_a_language_compile_and_match_something(code: str) -> None:
    compiled = grammar(code)
    for number in range(len(compiled.rules)):
        assert compiled.fields[number].pattern.match("") is None


@pytest.mark.parametrize("code", CODES)
def test_a_language_names_all_months_weekdays_and_units(code: str) -> None:
    words = lexicon(code, "times")["words"]
    assert set(words["month"]) == set(range(1, 13))
    assert set(words["weekday"]) == set(range(1, 8))
    assert {"day", "week", "month", "year"} <= set(words["unit"])
    assert {"PRESENT_REF", "PAST_REF", "FUTURE_REF"} <= set(words["now"])
    assert {0, -1, 1} <= set(words["deictic"])


@pytest.mark.parametrize("code", CODES)
def test_a_language_stays_small(code: str) -> None:
    assert sum(len(str(entry)) for entry in lexicon(code, "times")["words"].values()) < 150_000
