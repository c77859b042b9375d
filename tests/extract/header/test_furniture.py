import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.header import furniture

BODY = "The Chancellor of Sudmark received the envoy of Norland.\n\nThey agreed to build two bridges over the river."


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "###",
        "# # #",
        "* * *",
        "Official news 2023-03-21 19:22:00",
        "For information media. Not an official record.",
        "Back to list",
        "Editing and Translating by Ana Orr",
        "(Release ID: 2244731)",
        "https://norland.example/1",
        "press@norland.example",
        "+32 (0)460 00 00 00",
        "Tel: 555 12 34 56",
        "The below is attributable to Spokesperson Ann Dole:",
    ],
)
def test_a_line_that_is_no_body_text_is_found_after_the_body(line: str) -> None:
    assert pieces(f"Envoy received\n\n{BODY}\n\n{line}\n") == [line]


def test_a_contact_block_runs_to_its_end() -> None:
    block = "Media contact:\nAnn Dole\nCourt of Norland\n+49 30 1234567\nann@norland.example"
    assert pieces(f"Envoy received\n\n{BODY}\n\n{block}\n") == [block]


def test_a_contact_block_at_the_head_ends_where_the_body_begins() -> None:
    text = f"Envoy received\n\nContact: Ann Dole\n(202) 555 0100\n\n{BODY}\n"
    assert pieces(text) == ["Contact: Ann Dole\n(202) 555 0100"]


def test_body_text_is_none_of_it() -> None:
    assert furniture(f"Envoy received\n\n{BODY}\n\nThe minister is in contact with the press of both states.\n") == []


@given(st.text(alphabet=st.sampled_from("ab .:\n#*-19/@+"), max_size=300))
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in furniture(text):
        assert last <= start < end <= len(text)
        last = end
