from io import StringIO

from releasecli.model.comparison import Aligned, Comparison, Passage, Topic
from releasecli.render.terminal.compare import paint
from releasecli.render.terminal.console import console

A = Passage("2024-05-06-00000001", 0, 20, "Sixty people came to the harbour.", "2024-05-06-00000001:2", "AZ")
B = Passage("2024-05-06-00000002", 0, 20, "Ninety people came.", "2024-05-06-00000002:3", "US")
ROWS = (
    Aligned("both", "people", A, B, 0.5, "common words: people"),
    Aligned("differs", "figure", A, B, 1.0, "60 and 90"),
    Aligned("only_b", "", None, B, 1.0),
)
TWO = Comparison(ROWS, ("AZ", "US"), (A.release, B.release))


def shown(found: Comparison, columns: int, *, explain: bool = False) -> list[str]:
    out = StringIO()
    screen = console(out, "never")
    screen.width = columns
    paint(screen, (found, explain))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_accounts_stand_beside_each_other_where_there_is_room() -> None:
    assert any("Sixty people" in line and "Ninety people" in line for line in shown(TWO, 100))


def test_accounts_stand_below_each_other_on_a_narrow_terminal() -> None:
    lines = shown(TWO, 60)
    assert "  AZ Sixty people came to the harbour.  :2" in lines
    assert "  US Ninety people came.  :3" in lines


def test_the_accounts_are_named_with_whole_ids() -> None:
    assert shown(TWO, 40)[:2] == [f"AZ  {A.release}", f"US  {B.release}"]


def test_values_that_differ_are_said_and_scores_when_asked_for() -> None:
    assert "  figure  (60 and 90)" in shown(TWO, 100)
    assert "  people" in shown(TWO, 100)
    assert "  people  (0.50)" in shown(TWO, 100, explain=True)


def test_short_passages_beside_each_other_are_not_squeezed() -> None:
    short = TWO._replace(rows=(Aligned("differs", "date", A._replace(text="today"), B._replace(text="today"), 1.0),))
    assert any(line.split() == ["today", ":2", "today", ":3"] for line in shown(short, 100))


def test_of_three_accounts_what_several_say_comes_before_what_one_says() -> None:
    three = Comparison(
        (), ("AZ", "US", "RU"), (A.release, B.release, "x"), (Topic((A, B, None)), Topic((None, B, None)))
    )
    lines = shown(three, 160)
    assert lines.index("several say") < lines.index("only US")


def test_a_long_label_stands_on_its_own_line() -> None:
    label = "Press Service of the President"
    long = Passage(A.release, 0, 20, A.text, A.ref, label)
    lines = shown(Comparison((Aligned("both", "", long, B, 1.0),), (label, "US"), (A.release, B.release)), 60)
    assert f"  {label}" in lines
    assert "    Sixty people came to the harbour.  :2" in lines


def test_columns_are_named_once_below_a_heading() -> None:
    twice = TWO._replace(rows=(ROWS[0], ROWS[0]))
    assert [line.split() for line in shown(twice, 100)].count(["AZ", "US"]) == 1
