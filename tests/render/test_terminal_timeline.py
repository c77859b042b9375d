from io import StringIO

import pytest

from releasecli.model.results import Event
from releasecli.render.terminal.console import console
from releasecli.render.terminal.timeline import paint


def event(date: str, words: str = "The road was open.", why: str = "names the day") -> Event:
    ident = "2023-03-21-00000001"
    return Event(date, None, None, "day", "stated", "event", words, ident, 0, len(words), f"{ident}:2", why=why)


def shown(*rows: Event, explain: bool = False) -> list[str]:
    out = StringIO()
    screen = console(out, "never")
    screen.width = 80
    paint(screen, (rows, explain))
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("date", "rail"),
    [
        ("2023-03-05", "2023  Mar  5"),
        ("2023-03", "2023  Mar"),
        ("2023", "2023"),
        ("202", "202x"),
        ("20", "20xx"),
        ("2023-W09", "2023  wk  9"),
        ("2023-SU", "2023  summer"),
        ("2023-Q1", "2023  Q1"),
    ],
)
def test_a_date_stands_at_the_rail_as_precise_as_it_is_known(date: str, rail: str) -> None:
    assert shown(event(date))[0][:14].strip() == rail


def test_why_a_row_was_chosen_stands_below_it_where_asked_for() -> None:
    assert "names the day" not in "".join(shown(event("2023-03-05")))
    assert shown(event("2023-03-05"), explain=True)[1].strip() == "names the day"


def test_rows_of_one_month_have_no_strip_above_them() -> None:
    assert shown(*(event(f"2023-03-{day:02}") for day in range(1, 12)))[0].startswith(" 2023  Mar  1")
