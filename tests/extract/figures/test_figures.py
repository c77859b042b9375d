import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.figures import figures
from releasecli.model import Figure, Header, Time

EXAMPLES = yaml.safe_load((Path(__file__).parent / "figure_examples.yaml").read_text(encoding="utf-8"))
CASES = [(rule, line) for rule, lines in EXAMPLES.items() for line in lines]
MARK = re.compile(r"\[([^]]+)\]\(([^\s)]+) ([^)]*)\)")
EN = Header(language="en")
SEED = Path(__file__).parents[3] / "../shared/corpus/seed/2023-03-21-press-service.txt"
WORDS = [
    *("more than", "about", "4,700", "vehicles", "$", "5", "million", "%", "of", "the", "two", "thirds", "a", "dozen"),
    *("people", "to", "and", "-", ".", ",", "\n", "İ", "half", "dozens of", "km", "2023", "€", "or more"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=50)

Row = tuple[str, str, str, str, str | None]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_every_rule_does_what_its_examples_say(rule: str, line: str) -> None:
    text = MARK.sub(r"\1", line)
    assert [_shown(figure) for figure in figures(text, EN, ())] == list(_marked(line)), rule


def _marked(line: str) -> Iterator[Row]:
    for match in MARK.finditer(line):
        measure, _, counted = match.group(3).partition("|")
        value, _, unit = measure.strip().partition(" ")
        yield match.group(1), match.group(2), value, unit, counted.strip() or None


def _shown(figure: Figure) -> Row:
    value = "?" if figure.value is None else f"{round(figure.value, 4)}"
    if figure.value_max is not None:
        value += f"..{figure.value_max}"
    return figure.text, figure.bound, value, figure.unit or "", figure.counted


def test_a_number_inside_a_date_is_no_figure() -> None:
    text = "Over 300 days they sold 4,000 cars."
    day = Time(0, 13, "Over 300 days", "DURATION", "P300D")
    assert [figure.value for figure in figures(text, EN, (day,))] == [4000]


def test_figures_are_read_only_where_the_language_is_known() -> None:
    assert figures("4 700 fordon", Header(language="sv"), ()) == ()


@pytest.mark.skipif(not SEED.exists(), reason="the corpus stands beside the repository")
def test_the_seed_counts_vehicles_and_servicemen() -> None:
    found = figures(SEED.read_text(encoding="utf-8"), EN, ())
    assert [(f.bound, f.value, f.counted) for f in found] == [
        (">", 4700, "vehicles"),
        ("~", 10000, "servicemen"),
        ("=", 2, "Azerbaijani servicemen"),
    ]


@given(TEXTS)
def test_every_figure_slices_to_its_text_in_order_and_apart(text: str) -> None:
    found = figures(text, EN, ())
    assert all(text[f.start : f.end] == f.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_what_is_counted_stands_in_the_text(text: str) -> None:
    assert all(f.counted is None or f.counted in text for f in figures(text, EN, ()))


@pytest.mark.parametrize(("side", "unit"), [("CA", "CAD"), ("AU", "AUD"), ("US", "USD"), (None, "USD")])
def test_a_dollar_is_the_issuers_own(side: str | None, unit: str) -> None:
    found = figures("It cost $5 million, then US$7 million.", Header(language="en", side=side), ())
    assert [figure.unit for figure in found] == [unit, "USD"]
