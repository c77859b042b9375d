from hypothesis import given
from hypothesis import strategies as st

from releasecli.text.paragraphs import paragraphs


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert shown("Title\n\nOne.\n\n\nTwo.\n") == ["Title", "One.", "Two."]


def test_lines_that_are_whole_sentences_are_paragraphs() -> None:
    assert shown("First sentence.\nSecond one!\n") == ["First sentence.", "Second one!"]


def test_hard_wrapped_lines_belong_together() -> None:
    assert shown("The minister said that\nthe road is open.\n") == ["The minister said that\nthe road is open."]


def test_a_line_too_long_to_be_wrapped_parts_its_block() -> None:
    assert len(shown(f"HEADLINE IN CAPITALS\n{'word ' * 40}\n{'more ' * 40}")) == 3


def test_an_indented_line_begins_a_paragraph() -> None:
    assert shown("HEADLINE\n  The senator said\nthat it is so.\n  More") == [
        "HEADLINE",
        "The senator said\nthat it is so.",
        "More",
    ]


def test_lines_that_hang_from_an_item_of_a_list_belong_to_it() -> None:
    assert shown("Plans:\n-   Build two ports\n    by 2031.\n    -   A quay\n        too.\n-   Open them.") == [
        "Plans:",
        "-   Build two ports\n    by 2031.",
        "-   A quay\n        too.",
        "-   Open them.",
    ]


@given(st.text(alphabet="ab .\n \u00a0", max_size=80))
def test_paragraphs_hold_every_letter_once_and_in_order(text: str) -> None:
    assert "".join("".join(shown(text)).split()) == "".join(text.split())
