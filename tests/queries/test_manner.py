import pytest

from releasecli.queries.manner import compiled, manner, nowadays
from releasecli.resources import lexicon

PASSAGES = lexicon("en", "passages")
RULES = [*PASSAGES["manner"], {"rule": "state", **PASSAGES["state"]}]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_a_rule_fits_its_examples_and_not_its_counter_examples(rule: dict[str, object]) -> None:
    pattern = compiled(str(rule["pattern"]))
    assert rule["examples"]
    assert rule["counter"]
    for text in rule["examples"]:  # type: ignore[attr-defined]  # a list, as in the file
        assert pattern.search(text), text
    for text in rule["counter"]:  # type: ignore[attr-defined]  # a list, as in the file
        assert not pattern.search(text), text


def test_a_sentence_that_tells_what_happened_is_worth_most() -> None:
    assert manner("The minister opened the port of Osk today.") == 1
    assert manner("Thank you all for coming today.") < 0.3


def test_today_may_stand_for_the_present_age() -> None:
    assert nowadays("Today we see where the alliance is.", "Today")
    assert not nowadays("Today the minister saw the port.", "Today")
    assert not nowadays("We see today what was lost on 3 May.", "3 May")
