"""Plain text, Markdown, JSON, JSON Lines, tables, YAML."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, read

Reading = Callable[..., tuple[list[Document], list[Failure]]]
BODY = "The Chancellor of Sudmark met the envoy of Norland.\n\nThey spoke about fishing rights and two bridges."


def test_plain_text_is_kept_with_its_title_first(reading: Reading) -> None:
    documents, _ = reading({"a.txt": f"Talks in Portis\r\n\r\n{BODY}\r\n"})
    assert documents[0].text == f"Talks in Portis\n\n{BODY}\n"


def test_a_release_in_one_line_gets_its_breaks_back(reading: Reading) -> None:
    gap = " " * 40
    documents, _ = reading({"a.txt": f"  Talks in Portis{gap}{'The envoy came. ' * 20}{gap}He left. "})
    assert documents[0].text.split("\n\n")[0] == "Talks in Portis"
    assert documents[0].text.endswith("\n\nHe left.\n")


def test_front_matter_gives_strings_and_the_body_loses_its_marks(reading: Reading) -> None:
    front = (
        '---\ntitle: "Talks in\\_Portis"\ndate: 2023-03-21\npublished_time: '
        "2023-03-21 19:22:00+04:00\ntags: [NO, 19:22]\n---\n"
    )
    body = "\n**The envoy** met [the Chancellor](https://x.example/c).\n\n-   one *item*\n\n\\###\n"
    (document,), _ = reading({"a.md": front + body})
    assert document.fields["title"] == "Talks in Portis"
    assert document.fields["published"] == "2023-03-21 19:22:00+04:00"
    assert document.fields["tags"] == "NO; 19:22"
    assert document.fields["published_from"] == "front-matter"
    assert document.text == "Talks in\u00a0Portis\n\nThe envoy met the Chancellor.\n\n-   one item\n\n###\n".replace(
        "\u00a0", " "
    )


def test_a_title_in_the_text_is_not_doubled(reading: Reading) -> None:
    (document,), _ = reading({"a.md": f"---\ntitle: Talks in Portis\n---\n# Talks in Portis\n\n{BODY}"})
    assert document.text.count("Talks in Portis") == 1
    assert document.text.startswith("Talks in Portis\n\nThe Chancellor")


def test_a_title_below_a_stamp_moves_to_the_first_line_in_its_better_spelling(reading: Reading) -> None:
    row = {"title": "Regents visit", "text": "03.21.10\n Regent’s visit \nMarch 19, 2010\nThe Regent came."}
    (document,), _ = reading({"a.json": json.dumps(row)})
    assert document.text == "Regent’s visit\n\n03.21.10\nMarch 19, 2010\nThe Regent came.\n"


def test_json_lines_are_releases_of_their_own_and_a_broken_one_is_named(reading: Reading) -> None:
    good = json.dumps(
        {"id": "7", "headline": "Talks", "body": BODY, "date": "2023-03-21", "member": {"name": "Ann Dole"}}
    )
    documents, failures = reading({"a.jsonl": f"{good}\n\n{{broken\n[1]\n"})
    assert [document.fields["issuer"] for document in documents] == ["Ann Dole"]
    assert documents[0].origin.key == "a.jsonl#7"
    assert [(failure.line, failure.reason.split(":")[0]) for failure in failures] == [
        (3, "not JSON"),
        (4, "no object on this line"),
    ]


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "A", "text": BODY}, {"title": "B", "text": BODY}],
        {"items": [{"title": "A", "content_html": f"<p>{BODY}</p>"}]},
    ],
)
def test_a_json_list_is_found_at_the_top_and_under_a_usual_key(reading: Reading, value: object) -> None:
    documents, failures = reading({"a.json": json.dumps(value)})
    assert [document.text.split("\n")[0] for document in documents] == ["A", "B"][: len(documents)]
    assert documents
    assert not failures


def test_truncated_json_is_one_clear_line(reading: Reading) -> None:
    _, (failure,) = reading({"a.json": '{"title": "Talks", "text": "The env'})
    assert "not JSON" in failure.reason
    assert "column" in failure.reason


def test_json_that_describes_the_file_beside_it_is_no_release_but_gives_its_fields(
    reading: Reading, tmp_path: Path
) -> None:
    beside = json.dumps({"date_str": "2025-06-27", "time_str": "2025-06-27 07:25", "url": "https://x.example/1"})
    (document,), failures = reading({"doc.txt": f"Talks in Portis\n\n{BODY}", "doc.json": beside})
    assert document.fields["published"] == "2025-06-27 07:25"
    assert document.origin.url == "https://x.example/1"
    assert not failures
    (named,) = read([str(tmp_path / "doc.json")], ReadOptions())
    assert isinstance(named, Failure)
    assert "describes doc.txt" in named.reason


def test_a_table_with_guessed_names_a_lead_and_a_very_long_cell(reading: Reading) -> None:
    long = "The speaker went on. " * 9000
    table = (
        "link,headline,date,location,summary,body\nhttps://x.example/1,Talks,2022-06-24T12:00:00Z,NA,The "
        f'envoy came.,"{long}"\n'
    )
    (document,), _ = reading({"a.csv": table})
    assert document.text.startswith("Talks\n\nThe envoy came.\n\nThe speaker went on.")
    assert len(document.text) > 180_000
    assert "place" not in document.fields
    assert document.origin.key == "https://x.example/1"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_found(reading: Reading, sign: str) -> None:
    (document,), _ = reading(
        {
            "a.csv": sign.join(("title", "text", "published"))
            + "\n"
            + sign.join(("Talks", "The envoy came", "2023-03-21"))
        }
    )
    assert document.fields["published"] == "2023-03-21"


def test_a_user_names_the_columns(reading: Reading) -> None:
    options = ReadOptions(mapping={"published": "date_col", "text": "what", "title": "who"})
    (document,), _ = reading({"a.csv": "who,what,date_col\nTalks,The envoy came,21 March 2023\n"}, options)
    assert document.fields["published"] == "21 March 2023"
    assert document.text == "Talks\n\nThe envoy came\n"


def test_a_column_that_is_not_there_is_said_with_those_that_are(reading: Reading) -> None:
    _, (failure,) = reading({"a.csv": "who,title\nx,y\n"}, ReadOptions(mapping={"published": "date_col"}))
    assert "no column 'date_col'; columns are who, title" in failure.reason


def test_a_table_without_names_is_read_by_number(reading: Reading) -> None:
    options = ReadOptions(mapping={"title": "1", "text": "3", "published": "2"})
    documents, _ = reading(
        {"a.csv": "Talks,2023-03-21,The envoy came to Portis today\nMore,2023-03-22,He left\n"}, options
    )
    assert [document.fields["published"] for document in documents] == ["2023-03-21", "2023-03-22"]


def test_a_row_without_text_or_title_is_named_by_its_line(reading: Reading) -> None:
    documents, failures = reading({"a.csv": "title,text\nTalks,The envoy came\n,\n"})
    assert len(documents) == 1
    assert [failure.line for failure in failures] in ([3], [])


def test_mixed_encodings_in_a_table_are_mended_cell_by_cell(reading: Reading) -> None:
    (document,), _ = reading({"a.csv": b"title,text\nTalks,The envoy\x92s visit\n"})
    assert "envoy’s" in document.text


def test_yaml_is_read_as_strings(reading: Reading) -> None:
    (document,), _ = reading(
        {"a.yaml": f"title: Talks\npublished: 2023-03-21\ncountry: NO\ntext: |\n  {BODY.splitlines()[0]}\n"}
    )
    assert document.fields["published"] == "2023-03-21"
    assert document.fields["side"] == "NO"


def test_yaml_that_multiplies_itself_is_refused(reading: Reading) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(9)
    )
    documents, (failure,) = reading({"a.yaml": bomb})
    assert not documents
    assert "aliases" in failure.reason


def test_an_empty_file_a_picture_and_an_unreadable_one_are_one_line_each(reading: Reading) -> None:
    documents, failures = reading({"a.txt": "", "b.txt": b"\x89PNG\r\n\x1a\n" + bytes(100), "c.txt": "\n \n"})
    assert not documents
    assert sorted(failure.reason for failure in failures) == [
        "no text in it",
        "no text in it",
        "not text but a PNG image",
    ]


def test_html_in_a_cell_becomes_words(reading: Reading) -> None:
    cell = "<p>The envoy &amp; the Regent</p><script>alert(1)</script><ul><li>one</li><li>two</li></ul>"
    (document,), _ = reading({"a.jsonl": json.dumps({"title": "Talks", "content": cell}) + "\n{}"})
    assert document.text == "Talks\n\nThe envoy & the Regent\n\none\ntwo\n"


def test_front_matter_in_toml(reading: Reading) -> None:
    (document,), _ = reading({"a.md": f'+++\ntitle = "Talks"\ndate = 2024-03-05T10:00:00Z\n+++\n{BODY}'})
    assert document.text.startswith("Talks\n\nThe Chancellor")
    assert document.fields["published"].startswith("2024-03-05")


def test_a_json_record_of_another_index_comes_as_it_is(reading: Reading) -> None:
    text = f"Talks\n\n{BODY}\n"
    record = json.dumps({"schema": "releasecli/1", "id": "2023-03-21-7f3c2a9e", "title": "Talks", "text": text})
    (document,), _ = reading({"a.json": record})
    assert document.origin.format == "record"
    assert document.fields["record"] == record


@pytest.mark.parametrize(
    "wrapped",
    [
        {"data": {"items": [{"headline": "Talks", "body": BODY, "publishedAt": 1715000000000}]}},
        {"hits": {"hits": [{"_id": "1", "_source": {"headline": "Talks", "body": BODY}}]}},
        {"response": {"results": [{"webTitle": "x", "fields": {"headline": "Talks", "bodyText": BODY}}]}},
        {"data": [{"type": "node", "id": "1", "attributes": {"title": "Talks", "body": {"processed": BODY}}}]},
    ],
)
def test_the_answer_of_an_interface_is_unwrapped(reading: Reading, wrapped: dict[str, object]) -> None:
    (document,), failures = reading({"a.json": json.dumps(wrapped)})
    assert (document.fields["title"], failures) == ("Talks", [])
    assert document.text.endswith(f"{BODY}\n")


def test_a_release_with_lists_beside_its_text_stays_one(reading: Reading) -> None:
    row = {"title": "Talks", "text": BODY, "media": {"items": [{"title": "A picture"}]}}
    (document,), _ = reading({"a.json": json.dumps(row)})
    assert document.fields["title"] == "Talks"


def test_a_list_of_objects_is_read_by_their_names(reading: Reading) -> None:
    row = {"title": "Talks", "text": BODY, "organisations": [{"title": "Court of Sudmark", "id": 3}]}
    (document,), _ = reading({"a.json": json.dumps(row)})
    assert document.fields["issuer"] == "Court of Sudmark"


def test_a_json_feed_says_whose_it_is(reading: Reading) -> None:
    feed = {"title": "Ministry of Rivers", "items": [{"id": "1", "title": "Talks", "content_text": BODY}]}
    (document,), _ = reading({"feed.json": json.dumps(feed)})
    assert header(document).issuer == "Ministry of Rivers"


@pytest.mark.parametrize(("other", "day"), [("13.06.2024", "2024-05-06"), ("06/13/2024", "2024-06-05")])
def test_rows_learn_the_order_of_day_and_month_from_each_other(reading: Reading, other: str, day: str) -> None:
    table = f"title,date,text\nTalks,06{other[2]}05{other[2]}2024,{BODY[:40]}\nMore,{other},{BODY[:40]}\n"
    documents, _ = reading({"a.csv": table})
    assert header(documents[0]).published == day


def test_rows_that_contradict_each_other_teach_no_order(reading: Reading) -> None:
    rows = [
        {"title": str(n), "text": BODY, "date": day} for n, day in enumerate(["06/05/2024", "13/05/2024", "05/13/2024"])
    ]
    documents, _ = reading({"a.json": json.dumps(rows)})
    assert header(documents[0]).published_candidates == ("2024-05-06", "2024-06-05")


def test_rich_text_is_refused_by_name(reading: Reading) -> None:
    _, (failure,) = reading({"a.rtf": "{\\rtf1\\ansi Talks in Portis}"})
    assert failure.reason == "not text but RTF; save it as .docx or .txt"
