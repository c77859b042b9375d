from io import StringIO

from releasecli.extract.facts import facts
from releasecli.model import Header, Release, Source
from releasecli.model.reading import Reading
from releasecli.render.terminal.console import console
from releasecli.render.terminal.show import paint
from releasecli.text.paragraphs import paragraphs

URL = "https://example.org/" + "a-very-long-address-" * 8
TEXT = """\
A call

Minister Ann Brook said on 5 May 2024 that more than 4,700 lorries and 400 buses had passed since March 2024.

The port expects revenue of $580 million to $600 million.
"""


def shown(columns: int = 80) -> list[str]:
    header = Header(title="A call", published="2024-05-06", published_from="header", language="en")
    release = Release("2024-05-06-00000001", header, TEXT, Source(format="text", sha256="0" * 64, url=URL))
    marks = tuple(paragraphs(TEXT))
    out = StringIO()
    screen = console(out, "never")
    screen.width = columns
    paint(screen, (Reading(release, facts(TEXT, header), marks, tuple(range(2, len(marks) + 1))),))
    return out.getvalue().splitlines()


def test_the_address_is_whole_on_its_own_line() -> None:
    assert f" {URL}" in shown()


def test_a_value_stands_only_where_the_words_do_not_show_it() -> None:
    words = " ".join(line.strip() for line in shown())
    assert "«more than 4,700 lorries»>4,700" in words
    assert "«400 buses» had" in words
    assert "580,000,000-600,000,000 USD" in words


def test_a_mark_and_its_value_are_not_torn_apart() -> None:
    for columns in range(40, 90, 3):
        assert not [line for line in shown(columns) if line.rstrip().endswith(("●", "◐"))]


def test_lines_stay_readable_on_a_wide_terminal() -> None:
    body = [line for line in shown(200) if line != f" {URL}"]
    assert max(map(len, body)) <= 108
