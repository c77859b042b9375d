"""Who releases it, where no letterhead says so: companies on a wire, closing parts, contacts."""

import pytest

from releasecli.extract.header import header
from releasecli.model import Document

SUBJECTS = [
    ("Norwind opens a yard", "Norwind Boats, a builder of boats, opened a yard.", "Norwind Boats"),
    ("Norwind opens a yard", "Norwind Boats Inc. (NRW: XYZ) today announced a yard.", "Norwind Boats Inc."),
    ("Norwind opens a yard", "Norwind is thrilled to open a yard.", "Norwind"),
    ("Norwind opens a yard", "Norwind Boats Ltd. - a builder of boats - has a yard.", "Norwind Boats Ltd."),
    ("Norwind opens a yard", "Norwind, Sudmark's oldest builder of boats, opens a yard.", "Norwind"),
    ("Norwind opens a yard", "Today, the Norwind Guild has officially opened a yard.", "Norwind Guild"),
    ("eNorwind opens a yard", "eNorwind, a builder of boats, opened a yard.", "eNorwind"),
    (
        "NBBA opens a yard",
        "Northern Boat Builders Association, a guild, opened a yard.",
        "Northern Boat Builders Association",
    ),
    ("Norwind opens a yard", "In May, Norwind opened a yard.", None),
    ("Norwind opens a yard", "A yard was opened by Norwind.", None),
    ("Norwind opens a yard", "Estuarine, a kind of oak, is used for boats.", None),
]
CLOSINGS = [
    ("Norwind opens a yard", ["About Norwind", "It builds boats."], "Norwind"),
    ("Norwind opens a yard", ["About NorwindNorwind builds boats in Portis."], "Norwind"),
    ("Norwind opens a yard", ["About Norwind Boats: Norwind Boats is a builder of boats."], "Norwind Boats"),
    ("Norwind buys Oakline", ["About Oakline", "It has oak.", "About Norwind", "It builds boats."], "Norwind"),
    ("NorwindBoats buys oak", ["About Norwind Boats", "It builds boats."], "Norwind Boats"),
    ("Norwind opens a yard", ["Contact DetailsNorwind", "Ann Dole"], "Norwind"),
    ("Norwind opens a yard", ["About Oakline", "It has oak."], None),
    ("Norwind opens a yard", ["Contact Details: Ann Dole"], None),
]


@pytest.mark.parametrize(("title", "sentence", "expected"), SUBJECTS)
@pytest.mark.parametrize(
    "line", ["PORTIS, SM, May 5, 2023 /24-7PressRelease/ --", "PORTIS, SM — May 5, 2023 — (NEWSWIRE) —"]
)
def test_who_announces_what_the_title_says_is_the_issuer_on_a_wire(
    line: str, title: str, sentence: str, expected: str | None
) -> None:
    assert issuer(f"{title}\n\n{line} {sentence} It is on the river.", "newswire") == expected


@pytest.mark.parametrize(("title", "closing", "expected"), CLOSINGS)
def test_a_closing_part_names_the_issuer_where_the_title_does_too(
    title: str, closing: list[str], expected: str | None
) -> None:
    body = "A yard on the river was opened in May, and forty people have found work in it since then."
    assert issuer("\n\n".join([title, body, *closing])) == expected


def issuer(text: str, profile: str = "") -> str | None:
    return header(Document(text, {"profile": profile})).issuer
