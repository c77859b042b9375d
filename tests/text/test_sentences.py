from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from releasecli import resources
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sentences import sentences

SHARED = Path(__file__).parents[2] / "../shared"
RULES = sorted((resources.ROOT / "languages").glob("*/sentences.yaml"))
EXAMPLES = [(path.parent.name, text) for path in RULES for text in yaml.safe_load(path.read_text("utf-8"))["examples"]]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_every_example_of_the_rules_is_cut_where_it_is_marked(language: str, example: str) -> None:
    text = example.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, language)] == [part.strip() for part in example.split("|")]


def test_every_language_with_rules_has_examples() -> None:
    assert {path.parent.name for path in RULES} == {language for language, _ in EXAMPLES}


def test_a_language_without_rules_is_cut_by_the_common_ones() -> None:
    assert len(sentences("Dr. Kovač stiže. Sastanak počinje.", "sr")) == 2


@given(st.text(alphabet=st.sampled_from("Aa1.!?։。 \n\"'”»)(•-@/é"), max_size=200))
def test_sentences_of_any_text_are_in_order_and_hold_every_character_that_is_no_blank(text: str) -> None:
    spans = sentences(text, "en")
    assert all(a < b for a, b in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text(max_size=300))
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    assert all(any(start <= a and b <= end for start, end in blocks) for a, b in sentences(text, None))


def test_sentences_of_the_seed_are_found() -> None:
    path = SHARED / "corpus/seed/2023-03-21-press-service.txt"
    if not path.is_file():
        pytest.skip("the shared corpus is not here")
    text = path.read_text("utf-8")
    found = [text[a:b] for a, b in sentences(text, "en")]
    assert len(found) == 14
    assert found[1].startswith("On March 21, U.S. Secretary of State")


def test_a_text_that_has_lost_its_full_stops_is_cut_at_the_gaps_they_left() -> None:
    lost = "  ".join(f"The senator spoke of bill {n} and of what it would cost the state of Velmora" for n in range(40))
    found = [lost[start:end] for start, end in sentences(lost)]
    assert max(map(len, found)) < 1000
    assert all(part.startswith("The senator") for part in found)
