"""Facts of one text beside one another."""

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.facts import facts
from releasecli.model import Facts, Header, Span


def test_the_zone_of_a_time_is_no_body() -> None:
    found = facts("The call of the NATO team is at 8:30 a.m. ET (9:30 p.m. JST) on Monday.\n", Header(language="en"))
    assert [name.text for name in found.names] == ["NATO"]


def test_a_sentence_that_begins_with_weekday_and_date_is_no_stamp() -> None:
    text = "On Monday, 3 May 2021, Foreign Minister Ana Brask told reporters that 120 soldiers had left Velmora."
    found = facts(text, Header(language="en"))
    assert [one.text for one in found.statements] == [text]
    assert [figure.text for figure in found.figures] == ["120 soldiers"]


WRAPPED = """\
President of the Republic of Norland Ana Lind and Prime Minister of Tavria Ole Moe spoke by telephone on Friday, and
President Lind and Prime Minister Moe noted that more than 4,700 vehicles had passed the Kerrow Bridge since March 5.
Director General of the State Railway Corporation Ana Lind: Thank you, Mr President. The line opened on 3 May 2031, and
we have carried 2.4 million passengers. Ole Moe: Go ahead, please. Ana Lind: We agreed to build two more bridges.
PORT VERDE, April 3, 2031 (Newswire) – Norvik Energi ASA, a producer of wind power and of many other things, announced
today that it would invest $1.5 billion by 2035. Norvik said that the Bureau of Ports, Roads and Rivers had agreed.
""".splitlines()


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("text", [" ".join(pair) for pair in zip(WRAPPED[::2], WRAPPED[1::2], strict=True)])
def test_a_text_says_the_same_with_its_lines_wrapped(text: str, width: int) -> None:
    header = Header(language="en", published="2031-05-04")
    lines = textwrap.fill(text, width, break_on_hyphens=False)
    assert _told(facts(f"Title\n\n{lines}\n", header)) == _told(facts(f"Title\n\n{text}\n", header))


def _told(found: Facts) -> list[object]:
    """All facts, with single blanks for any white space."""
    blank = json.dumps(list(map(asdict, (*found.times, *found.names, *found.figures, *found.statements))))
    return list(json.loads(re.sub(r"(?:\\n| )+", " ", blank)))


PIECES = [
    *" ".join(WRAPPED).split(),
    "said",
    "“",
    "”",
    ":",
    "Contact:",
    "###",
    "5 мая 2031 г.",
    "今日",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "- ",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=120).map(" ".join) | st.text(max_size=80),
    st.integers(12, 90),
    st.sampled_from(["en", "de", "ru", "ar", "xx", None]),
)
def test_every_fact_of_any_text_stands_where_it_says(text: str, width: int, language: str | None) -> None:
    for written in (text, textwrap.fill(text, width, replace_whitespace=False)):
        found = facts(written, Header(title=written[:30], language=language, published="2031-05-04"))
        assert [span.text for span in _spans(found)] == [written[span.start : span.end] for span in _spans(found)]


def _spans(found: Facts) -> Iterator[Span]:
    yield from (*found.times, *found.names, *found.figures)
    for one in found.statements:
        yield from filter(None, (one, one.cue, one.speaker, one.addressee, *one.content))
