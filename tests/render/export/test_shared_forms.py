import json
import re
from datetime import timedelta
from html.parser import HTMLParser

from icalendar import Calendar

from releasecli.model.sheet import Cited, Line, Sheet
from releasecli.render.export.days import ics
from releasecli.render.export.html import page
from releasecli.render.export.share import bibtex, markdown, timelinejs

TEXT = 'A call & a "title"\n\nThey met on <March> 5. They meet again on March 9.\n'
FIRST, SECOND = "They met on <March> 5.", "They meet again on March 9."
CITED = Cited(
    "2023-03-21-00000001", 'A call & a "title"', "Office_of 100%", "2023-03-21", "https://example.org/1", TEXT
)


def line(words: str, day: str | None, **more: object) -> Line:
    start = TEXT.index(words)
    values = {"head": day or "", "text": words, "release": CITED.id, "start": start, "end": start + len(words)}
    about = {"ref": f"{CITED.id}:2", "group": "2023", "basis": "stated", "first": day, "last": day}
    return Line(**(values | about | more))  # type: ignore[arg-type]  # test data


SHEET = Sheet("March & April", (line(FIRST, "2023-03-05"), line(SECOND, "2023-03-09", last=None)), (CITED,))


OTHER = Cited("2023-03-21-00000002", "Other", None, None, None, TEXT, "sv")
_TOLD = ((FIRST, "A", CITED.id), (SECOND, "B", OTHER.id))


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if tag == "a" else []
        self.loaded += [tag for name in ("src", "srcset", "data") if name in values] + ([tag] if tag == "link" else [])

    def handle_data(self, data: str) -> None:
        self.words += data


def seen(text: str) -> Seen:
    parser = Seen()
    parser.feed(text)
    return parser


def test_every_row_of_a_page_links_to_its_sentence_and_back() -> None:
    found = seen(page(SHEET))
    inside = [link[1:] for link in found.links if link.startswith("#")]
    assert {"in-1", "in-2", "row-1", "row-2"} <= set(inside)
    assert set(inside) <= set(found.ids)


def test_a_page_fetches_nothing() -> None:
    text = page(SHEET)
    assert seen(text).loaded == []
    assert "@import" not in text
    assert "url(" not in text


def test_the_words_of_a_text_are_never_markup() -> None:
    assert "They met on <March> 5." in seen(page(SHEET)).words
    assert "<March>" not in page(SHEET)


def test_a_page_holds_the_whole_text_of_a_release() -> None:
    words = seen(page(SHEET)).words.split()
    assert " ".join(TEXT.split()[5:]) in " ".join(words)


def test_overlapping_rows_both_have_a_target() -> None:
    both = Sheet("x", (line(FIRST, "2023-03-05"), line("March> 5", "2023-03-05")), (CITED,))
    assert {"in-1", "in-2"} <= set(seen(page(both)).ids)


def test_a_page_of_days_has_an_axis_with_one_dot_a_row() -> None:
    assert len(re.findall("<ellipse", page(SHEET))) == 2


def test_the_dots_are_explained_where_they_differ() -> None:
    assert "hollow" not in page(SHEET)
    assert "hollow" in page(SHEET._replace(lines=(*SHEET.lines, line(FIRST, "2023-03-07", basis="inferred"))))


def test_words_run_as_their_letters_do_and_paragraphs_have_their_numbers() -> None:
    found = page(SHEET)
    assert f'<p id="{CITED.id}:2" data-number="2" dir="auto">' in found
    assert '<div><p dir="auto">' in found


def test_an_id_is_not_broken_into_lines() -> None:
    assert f'<span class="id">{CITED.id}</span>' in page(SHEET)


def test_accounts_stand_in_their_own_columns() -> None:
    told = [line(words, None, head=head, group="Both say", release=release) for words, head, release in _TOLD]
    found = page(Sheet("x", tuple(told), (CITED, OTHER), "comparison"))
    assert "--accounts:2" in found
    assert "--of:1" in found
    assert "--of:2" in found


def test_what_only_one_account_says_is_not_marked_in_its_text() -> None:
    told = line(FIRST, None, head="A", group="Only A")
    assert '<mark id="in-1" class="quiet">' in page(Sheet("x", (told,), (CITED,), "comparison"))


def test_a_release_is_read_first_and_its_dates_follow() -> None:
    at = TEXT.index("March 9")
    found = page(Sheet("x", (line(SECOND, "2023-03-09", spans=((at, at + 7),)),), (CITED,), "release"))
    assert found.index("<article") < found.index("<h2>Dates</h2>")
    assert '<mark id="in-1"><a href="#row-1" title="2023-03-09">March 9</a></mark>' in found
    assert "again on <b>March 9</b>." in found


def test_a_calendar_reads_back_with_all_its_days() -> None:
    events = Calendar.from_ical(ics(SHEET)).walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2023-03-05", "2023-03-09"]


def test_a_calendar_is_one_that_other_programs_take() -> None:
    events = Calendar.from_ical(ics(SHEET)).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == 2
    assert all(event.decoded("dtstamp").utcoffset() == timedelta() for event in events)
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)
    assert {str(event["url"]) for event in events} == {CITED.url}
    assert all(len(row.encode()) <= 75 for row in ics(SHEET).split("\r\n"))


def test_two_dates_of_one_sentence_are_two_events() -> None:
    rows = (line(FIRST, "2023-03-05", spans=((20, 24),)), line(FIRST, "2023-03-05", spans=((30, 34),)))
    events = Calendar.from_ical(ics(Sheet("x", rows, (CITED,)))).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == 2


def test_markdown_of_a_release_is_its_text_then_its_dates() -> None:
    text = markdown(Sheet("x", (line(FIRST, "2023-03-05"),), (CITED,), "release"))
    assert text.index("They meet again on March 9.") < text.index("## Dates") < text.index("- **2023-03-05**")


def test_markdown_of_a_comparison_has_accounts_below_their_topic() -> None:
    told = [line(words, None, head=head, group="Both say", topic="March", part=1) for words, head, _ in _TOLD]
    text = markdown(Sheet("x", tuple(told), (CITED,), "comparison"))
    assert "- *March*\n  - **A** They met" in text
    assert "\n  - **B** They meet" in text


def test_markdown_sets_off_what_matters_in_a_row() -> None:
    at = TEXT.index("March 9")
    assert "They meet again on *March 9*. (" in markdown(
        Sheet("x", (line(SECOND, "2023-03-09", spans=((at, at + 7),)),), (CITED,))
    )


def test_timelinejs_has_a_slide_a_row() -> None:
    slides = json.loads(timelinejs(SHEET))["events"]
    assert slides[0]["start_date"] == {"year": "2023", "month": "03", "day": "05"}
    assert CITED.id in slides[1]["text"]["text"]


def test_markdown_rows_carry_reference_and_footnote() -> None:
    text = markdown(SHEET)
    assert f"They met on \\<March\\> 5. ({CITED.id}:2)[^1]" in text
    assert "[^1]: Office\\_of 100%" in text


def test_bibtex_escapes_what_tex_would_read() -> None:
    assert "A call \\& a" in bibtex(SHEET)
    assert "Office\\_of 100\\%" in bibtex(SHEET)
