import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.text.wraps import unwrapped

SIGNED = """\
Ana Lind, Minister of Foreign Affairs of Norland
Ole Moe, Minister of Foreign Affairs of Westland
Ida Berg, Minister for Foreign Affairs of Tavria
Eli Dahl, Secretary of State of the Isle of Sand"""

BRIDGES = """\
1. 2029   Oslo, the bridge at the mouth   4,700
2. 2030   Bergen, the bridge in the port   5,200"""

VERSE = """\
A song of the north that goes on and on for long
And Oslo sleeps beneath the winter sky for long
And Bergen weeps beneath the rain that falls for
Us all who built the bridge beside the river Osk"""

HEADED = """\
Ministers of Norland and Westland Meet in Osk
Foreign Minister Ana Lind of Norland and her guest met in Osk on the first day of the fair."""

ADDRESS = """\
Ministry of Foreign Affairs of Norland
12 Harbour Street
0123 Osk"""


@pytest.mark.parametrize("text", ["", "x", "\n\n\n", SIGNED, BRIDGES, VERSE, HEADED, ADDRESS])
def test_lines_of_lists_tables_verse_addresses_and_titles_stay_apart(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister für Verkehr und der Minister für Bau\nsprachen am Freitag in Osk über die Brücke.",
        "სოფლის მეურნეობის მინისტრმა და გარე საქმეთა\nმინისტრმა პარასკევს ხიდზე ისაუბრეს.",
        "- The minister of transport and the minister of\n  works spoke about the bridge on Friday.",
        "    The minister of transport and the minister of\nworks spoke about the new bridge on Friday at noon.",
    ],
)
def test_a_line_that_ends_for_want_of_room_goes_on(text: str) -> None:
    assert unwrapped(text) == text.replace("\n", " ")


@given(
    st.lists(st.sampled_from(["Lind", "bridge" * 7, "of", "\n", "\n\n", "\t", "\x0c", "\r\n", "- "])).map(" ".join)
    | st.text()
)
def test_nothing_but_line_ends_is_changed(text: str) -> None:
    flat = unwrapped(text)
    assert len(flat) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, flat, strict=True))
