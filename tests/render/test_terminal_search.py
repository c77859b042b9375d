from io import StringIO

import pytest
from rich.cells import cell_len

from releasecli.model.hits import Hit, Snippet
from releasecli.render.terminal.console import console
from releasecli.render.terminal.search import paint

TEXT = "The Lachin road was open. It snowed. On the Lachin road stood lorries."


def newest(title: str) -> Hit:
    ident = "2023-03-21-7f3c2a9e"
    return Hit(
        id=ident,
        title=title,
        issuer=None,
        side="AZ",
        published="2023-03-21",
        score=0.0,
        match="all",
        words=(),
        snippet=Snippet(0, len(title), title),
        spans=(),
        ref=f"{ident}:1",
        more=(),
    )


def lines(monkeypatch: pytest.MonkeyPatch, columns: int, *hits: Hit) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = StringIO()
    paint(console(out, "never"), hits)
    return out.getvalue().splitlines()


def test_a_title_that_can_be_read_is_not_said_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(monkeypatch, 60, newest("The road is open")) == [
        " 1  2023-03-21-7f3c2a9e  AZ  The road is open             :1"
    ]


def test_a_title_that_was_found_stands_whole_beside_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "The road to the harbour is open to all lorries and to whoever waits for them"
    assert lines(monkeypatch, 60, newest(title)._replace(words=("road",), spans=((4, 8),))) == [
        " 1  2023-03-21-7f3c2a9e  AZ  The [road] to the harbour is :1",
        "                             open to all lorries and to",
        "                             whoever waits for them",
    ]


def test_a_title_beside_a_passage_takes_two_lines_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "The road to the harbour is open to all lorries and to whoever waits for them"
    hit = newest(title)._replace(snippet=Snippet(80, 104, "On it lorries are moving."), ref="2023-03-21-7f3c2a9e:2")
    assert lines(monkeypatch, 60, hit) == [
        " 1  2023-03-21-7f3c2a9e  AZ  The road to the harbour is   :2",
        "                             open to all lorries and to…",
        "    … On it lorries are moving.",
    ]


def test_on_a_narrow_terminal_the_title_has_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(monkeypatch, 40, newest("The road is open"))[1:] == ["    The road is open"]


def test_wide_letters_do_not_push_the_paragraph_off_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    head = lines(monkeypatch, 60, newest("外交部发言人就有关问题答记者问外交部发言人就有关问题"))[0]
    assert cell_len(head) == 60
    assert head.endswith(" :1")


def test_each_passage_of_a_hit_is_shown_with_its_own_marks() -> None:
    first, second = Snippet(0, 25, TEXT[:25]), Snippet(37, 70, TEXT[37:])
    hit = Hit(
        id="2023-03-21-7f3c2a9e",
        title="Road",
        issuer=None,
        side="AZ",
        published="2023-03-21",
        score=1.0,
        match="all",
        words=("Lachin",),
        snippet=first,
        spans=((4, 10), (44, 50)),
        ref="2023-03-21-7f3c2a9e:1",
        more=(second,),
    )
    out = StringIO()
    paint(console(out, "never"), (hit,))
    assert [line.strip() for line in out.getvalue().splitlines()[1:]] == [
        "The [Lachin] road was open.",
        "… On the [Lachin] road stood lorries.",
    ]
