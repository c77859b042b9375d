"""Texts of our own, laid out as real sites lay theirs out; invented states where nothing depends on the site."""

from dataclasses import replace

import pytest

from releasecli.extract.header import HeaderOptions, explain, header
from releasecli.model import Document, Header

BODY = "The Chancellor of Sudmark received the envoy of Norland. They agreed to build two bridges over the river."


def of(text: str, **fields: str) -> Header:
    return header(Document(text, fields))


def test_a_footer_gives_the_minute() -> None:
    found = of(
        f"Release of the Press Service of the Regent\n\nOn March 21, {BODY}\n\nOfficial news 2023-03-21 19:22:00\n"
    )
    assert (found.published, found.published_from) == ("2023-03-21T19:22:00", "footer")
    assert (found.title, found.issuer) == ("Release of the Press Service of the Regent", "Press Service of the Regent")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("31 march 2019, 22:50", "2019-03-31T22:50"),
        ("Posted On: 24 MAR 2026 8:48PM by PIB Delhi", "2026-03-24T20:48"),
        ("March 16, 2022", "2022-03-16"),
        ("For Immediate Release: September 20, 2011", "2011-09-20"),
        ("Published: 5 May 2023 | Updated: 9 May 2023", "2023-05-05"),
        ("22 Mar 2024, 16:33", "2024-03-22T16:33"),
        ("The press release issued by the Foreign Office on 9 August 2025.", "2025-08-09"),
        ("04/28/2024 01:32 PM EDT", "2024-04-28T13:32-04:00"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_stamp_line_before_or_after_the_title_is_the_day(stamp: str, published: str, first: bool) -> None:
    title = "Chancellor receives envoy of Norland"
    top = [stamp, title] if first else [title, stamp]
    found = of("\n\n".join([*top, BODY]))
    assert (found.published, found.published_from) == (published, "header")
    assert found.title == title


def test_a_sections_name_may_stand_before_the_day() -> None:
    found = of(f"Chancellor receives envoy\n\nPolitics 20 September 2021 17:52 (UTC+04:00)\n\n{BODY}")
    assert found.published == "2021-09-20T17:52+04:00"


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: 5 May 2023",
        "Statement on the agreement of 10 November 2020",
        "Class period: Aug. 19, 2022 – Oct. 30, 2024",
        "* Finalists announced: September 16, 2025",
        "On October 25, 2024, the firm named a new head of sales and said that it would go on as before.",
        "RSVP by 3 June 2021",
        "LOT 0082 EXP 5/31/25",
    ],
)
def test_other_days_near_the_head_are_not_the_day_of_publication(line: str) -> None:
    assert of(f"Chancellor receives envoy\n\n{line}\n\n{BODY}").published is None


def test_no_day_is_no_day_and_never_today() -> None:
    found = of(f"Chancellor receives envoy\n\n{BODY}")
    assert (found.published, found.published_from, found.published_candidates) == (None, None, ())


def test_an_order_that_cannot_be_known_is_reported_with_both_readings() -> None:
    found = of(f"Chancellor receives envoy\n\n02/07/2020 [14:47]\n\n{BODY}")
    assert found.published is None
    assert found.published_candidates == ("2020-07-02T14:47", "2020-02-07T14:47")


@pytest.mark.parametrize(
    "body",
    [
        "Orvane will host a call today, Friday, October 27, 2028, at 8:30 a.m.",
        "Der Minister hat heute, am 27. Oktober 2028, die Brücke eröffnet.",
    ],
)
def test_a_day_that_the_text_calls_today_is_the_day_where_nothing_else_is(body: str) -> None:
    found = header(Document(f"Orvane reports\n\n{body} It was founded on 3 May 1931.\n"))
    assert (found.published, found.published_from) == ("2028-10-27", "dateline")


def test_the_number_of_an_incident_is_no_title() -> None:
    head = "Police of Arn\nNews Release\nDate: 4 June 2028\nIncident no. 4471/28\n\n"
    title = header(Document(f"{head}Two men charged after robbery\n\nTwo men were charged.\n")).title
    assert title == "Two men charged after robbery"


def test_a_language_that_writes_the_day_first_decides_the_order() -> None:
    german = (
        "Der Kanzler empfing den Gesandten aus Norland. Das Gespräch "
        "dauerte nicht lange, und sie sprachen über die Brücken."
    )
    assert of(f"Kanzler empfängt Gesandten\n\n02.07.2020\n\n{german}").published == "2020-07-02"


def test_the_users_order_decides() -> None:
    document = Document(f"Chancellor receives envoy\n\n02/07/2020\n\n{BODY}")
    assert header(document, HeaderOptions(order="mdy")).published == "2020-02-07"


def test_the_path_settles_which_reading_is_meant() -> None:
    found = of(f"Chancellor receives envoy\n\n02/07/2020\n\n{BODY}", published="2020-07", published_from="path")
    assert found.published == "2020-07-02"


@pytest.mark.parametrize(
    ("line", "place", "published"),
    [
        ("PORTIS, Sudmark, March 19, 2024 /NordWire/ -- ", "PORTIS, Sudmark", "2024-03-19"),
        ("PORTIS, SUDMARK - 12 June 2026 - ", "PORTIS, SUDMARK", "2026-06-12"),
        ("PORTIS, SM — July 6, 2026 — (NORD NEWSWIRE) — ", "PORTIS, SM", "2026-07-06"),
        ("PORTIS – ", "PORTIS", None),
        ("Portis, 11. Mai 2021, NORDTAG - ", "Portis", "2021-05-11"),
        ("(NordWire) - October 16, 2024 - PORTIS, SM - ", "PORTIS, SM", "2024-10-16"),
    ],
)
def test_a_dateline_gives_place_and_day(line: str, place: str, published: str | None) -> None:
    found = of(f"Chancellor receives envoy\n\n{line}{BODY}")
    assert (found.place, found.published) == (place, published)
    assert found.published_from == ("dateline" if published else None)


def test_a_dateline_without_a_year_takes_it_from_the_path() -> None:
    found = of(f"Envoy received\n\nPORTIS, MARCH 29, NORDPRESS. {BODY}", published="2022-03", published_from="path")
    assert (found.published, found.published_from) == ("2022-03-29", "dateline")


def test_a_sentence_that_begins_with_a_name_is_no_dateline() -> None:
    assert of(f"Envoy received\n\nPresident Ada Lund – the first to visit – spoke. {BODY}").place is None


def test_a_letterhead_gives_issuer_day_title_and_minute() -> None:
    lines = [
        "The Regent's House",
        "Office of the Press Secretary",
        "For Immediate Release",
        "September 20, 2011",
        "Remarks by the Regent",
        "Portis Hall",
    ]
    found = of("\n".join(lines) + f"\n\n4:46 P.M. EDT\n\nTHE REGENT: {BODY}")
    assert found.title == "Remarks by the Regent"
    assert found.issuer == "Office of the Press Secretary"
    assert found.published == "2011-09-20T16:46-04:00"
    assert found.category == "remarks"


@pytest.mark.parametrize("source", ["front-matter", "feed", "column", "option"])
def test_the_wrappers_day_comes_before_the_texts(source: str) -> None:
    found = of(f"Envoy received\n\n5 May 2023\n\n{BODY}", published="2023-05-04", published_from=source)
    assert (found.published, found.published_from) == ("2023-05-04", source)


def test_a_visible_stamp_comes_before_a_pages_metadata() -> None:
    found = of(f"Envoy received\n\n5 May 2023\n\n{BODY}", published="2023-05-09T00:00:00Z", published_from="meta")
    assert (found.published, found.published_from) == ("2023-05-05", "header")


def test_the_stamp_of_the_same_day_adds_the_minute() -> None:
    found = of(f"Envoy received\n\n5 May 2023, 17:20\n\n{BODY}", published="5 May 2023", published_from="path")
    assert (found.published, found.published_from) == ("2023-05-05T17:20", "path")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Readout of the Regent's Call with the Chancellor", "readout"),
        ("Telephone conversation with Chancellor Lund", "readout"),
        ("Statement by the Foreign Minister on the River", "statement"),
        ("Joint communiqué of Norland and Sudmark", "communique"),
        ("Remarks at the opening of the bridge", "remarks"),
        ("Телефонный разговор с канцлером", "readout"),
        ("Pressemitteilung: Brücke eröffnet", "press-release"),
        ("Uttalande av statsministern", "statement"),
        ("Norland opens a bridge", None),
    ],
)
def test_the_title_says_the_kind(title: str, kind: str | None) -> None:
    bridge = {
        "ru": "Состоялась беседа о мостах через реку.",
        "de": "Die Brücke ist für den Verkehr offen und wird genutzt.",
    }
    body = (
        bridge["ru"]
        if "Т" in title
        else bridge["de"]
        if "ü" in title
        else "The bridge over the river is open to traffic."
    )
    if title.startswith("Utt"):
        body = "Den svenska regeringen har beslutat att bygga en bro och det är bra för landet."
    assert of(f"{title}\n\n{body}").category == kind


def test_the_first_sentence_says_the_kind_where_the_title_does_not() -> None:
    assert (
        of(f"Release of the Press Service\n\nOn March 21 the envoy made a phone call to the Regent. {BODY}").category
        == "readout"
    )


def test_a_mail_address_is_not_an_issuer() -> None:
    assert of(f"Envoy received\n\n{BODY}", issuer="Press Office <press@norland.example>").issuer == "Press Office"


def test_explain_says_where_each_field_is_from() -> None:
    document = Document(
        f"Envoy received\n\n5 May 2023\n\n{BODY}", {"title": "Envoy received", "issuer": "Court of Norland"}
    )
    why = {reason.field: (reason.value, reason.why) for reason in explain(document)}
    assert why["profile"] == (None, "none fits")
    assert why["issuer"] == ("Court of Norland", "the source's own field")
    assert why["published"] == ("2023-05-05", "header")
    assert why["side"] == (None, "not stated")
    assert why["text"] == ("3 paragraphs, 133 characters", "text")


def test_explain_names_the_columns_a_value_is_from() -> None:
    fields = {"title": "Envoy received", "published": "2023-05-05", "named": "title=headline\npublished=day\ntext=body"}
    found = explain(Document(f"Envoy received\n\n{BODY}", fields))
    why = {reason.field: reason.why for reason in found}
    assert (why["title"], why["published"]) == ("the source's own field: headline", "column: day")
    assert why["text"].endswith(": body")


def test_a_users_own_profile_sets_what_it_says() -> None:
    own = {"norland": {"order": "mdy", "set": {"issuer": "Court of Norland", "side": "NL"}}}
    document = Document(f"Envoy received\n\n03/04/2023\n\n{BODY}", {"profile": "norland"})
    found = header(document, HeaderOptions(profiles=own))
    assert (found.issuer, found.side, found.published) == ("Court of Norland", "NL", "2023-03-04")
    assert header(replace(document, fields={})).published is None


LETTERHEADS = {
    "ministry": "EMBARGOED UNTIL 10:00 GMT\n\nMINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF NORLAND\n\n"
    "PRESS RELEASE No. 14/2024\n\n{}\n\nPortis, 5 March 2024 – ",
    "section": "Norland Treasury\nNews story\n{}\n\nPublished 5 March 2024\nLast updated 9 March 2024\n\n",
    "contact": "Thursday, March 5, 2024\nContact: Ann Dole, 202-555-0100\n\n{}\n\n",
    "french": "Communiqué de presse\n\nPortis, le 5 mars 2024\n\n{}\n\n",
    "german": "Pressemitteilung Nr. 45 vom 5. März 2024\n\n{}\n\n",
    "labels": "Subject: {}\nDate: 5 March 2024\nFrom: Ministry of Rivers\n\n",
}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_the_title_stands_below_a_letterhead(name: str) -> None:
    found = of(LETTERHEADS[name].format("Chancellor receives envoy") + BODY)
    assert found.title == "Chancellor receives envoy"
    assert (found.published or "")[:10] == "2024-03-05"


def test_the_ministry_of_a_letterhead_is_the_issuer() -> None:
    assert of(LETTERHEADS["ministry"].format("Envoy received") + BODY).issuer == "MINISTRY OF FOREIGN AFFAIRS"


def test_a_title_may_follow_the_day_on_its_line() -> None:
    found = of(f"News\n\nFOR IMMEDIATE RELEASE  September 21  2005 Regent opens two bridges in Portis\n\n{BODY}")
    assert (found.title, found.published) == ("Regent opens two bridges in Portis", "2005-09-21")


def test_a_title_ends_before_a_dateline_that_has_lost_its_dash() -> None:
    sentence = "The Regent said today that the bridges over the river will be open to all boats before the autumn " * 3
    found = of(f"Regent opens two bridges Grants go to every builder of boats in the State Washington DC {sentence}")
    assert found.title == "Regent opens two bridges Grants go to every builder of boats in the State"


@pytest.mark.parametrize("line", ["May 5 2023 WASHINGTON D C", "Washington DC"])
def test_a_dateline_that_has_lost_its_marks_is_no_part_of_the_title(line: str) -> None:
    assert of(f"{line} Senator Ann Dole today welcomed the new bridges over the river\n").title.startswith(
        "Senator Ann"
    )


def test_a_short_sentence_that_tells_of_a_day_is_no_stamp() -> None:
    assert of(f"Council speaks\n\nOn 3 June 2031 Minister Vell resigned.\n\n{BODY}").published is None
