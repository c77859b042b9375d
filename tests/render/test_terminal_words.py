from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from releasecli.render.terminal.console import console, indented, marked, oneline, text


def shown(words: str, start: int, *spans: tuple[int, int]) -> str:
    return marked(console(StringIO(), "never"), words, start, spans).plain


def test_a_hit_stands_in_brackets_where_there_is_no_style() -> None:
    assert shown("They met in Lachin today.", 100, (112, 118)) == "They met in [Lachin] today."


def test_of_a_sentence_of_many_pages_only_the_words_around_the_hit_are_shown() -> None:
    words = "word " * 2000 + "Lachin " + "word " * 2000
    found = shown(words, 0, (10_000, 10_006))
    assert len(found) < 950
    assert "[Lachin]" in found
    assert found.startswith("… word")
    assert found.endswith("word …")


def test_a_character_that_turns_the_line_around_is_shown_and_a_mark_of_direction_is_not() -> None:
    assert shown("Ned Price:\u200e \u202eecirP", 0) == "Ned Price:\u200e \ufffdecirP"


@given(st.integers(0, 4000), st.integers(1, 3000))
def test_wherever_the_hit_is_it_is_shown(at: int, length: int) -> None:
    words = "ab cd " * 1200
    assert words[at : at + 1] in shown(words, 0, (at, at + length)).partition("[")[2]


def test_wrapped_words_leave_no_blanks_at_line_ends_and_none_in_a_row() -> None:
    out = StringIO()
    screen = console(out, "always")
    screen.width = 24
    screen.print(indented(oneline(text("-   A bridge \n    and a road  are to be built by the river.")), 3))
    assert out.getvalue().splitlines() == ["   - A bridge and a road", "   are to be built by", "   the river."]
