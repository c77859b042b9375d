import pytest

from releasecli.extract.facts import facts
from releasecli.model import Header
from releasecli.text.marks import with_marks

LOST = (
    "Sen  Ana Lind  R SD  today announced that a bridge will be built in Oslo  We need it   Senator Lind said  It is "
    "time  In March  Senator Lind urged the county s board to act  The road  she said  must open  It will  Senators "
    "Dale  Ruiz  and Moe agreed to help"
)


@pytest.mark.parametrize(
    "told",
    [
        "Sen. Ana Lind (R SD) today",
        "in Oslo. We need it,",
        "Lind said. It is time. In March, Senator",
        "county’s board",
        "Dale, Ruiz, and Moe",
    ],
)
def test_a_text_that_lost_its_marks_is_read_with_new_ones(told: str) -> None:
    assert told in with_marks(LOST).replace("  ", " ")


def test_marks_that_are_put_in_move_nothing() -> None:
    assert len(with_marks(LOST)) == len(LOST)


@pytest.mark.parametrize("text", ["It is late. We go.", "A  B  C", "One two three four five six."])
def test_a_text_with_marks_or_without_gaps_stays(text: str) -> None:
    assert with_marks(text) == text


def test_what_is_said_stands_in_the_text_as_it_was_written() -> None:
    said = facts(LOST, Header(language="en")).statements
    assert [(one.speaker and one.speaker.text, one.cue.text, one.content[0].text) for one in said] == [
        ("Sen  Ana Lind", "announced", "a bridge will be built in Oslo"),
        ("Senator Lind", "said", "We need it"),
        ("Senator Lind", "urged", "to act"),
        ("she", "said", "The road"),
        ("Senators Dale  Ruiz  and Moe", "agreed", "to help"),
    ]
