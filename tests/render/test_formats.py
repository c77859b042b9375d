import csv
import io
import json
from typing import Any

import pytest

from releasecli.errors import UsageError
from releasecli.render.view import View
from releasecli.render.write import Form, write

ROWS: list[dict[str, Any]] = [
    {"id": "a", "title": "Tab\there", "who": [{"entity": "x", "name": "X Y"}], "source": {"url": "u1"}},
    {"id": "b", "title": 'Quote " and, comma', "who": [], "source": {"url": None}},
]


def answer(**changes: object) -> View:
    view = {"records": ROWS, "fields": ("id", "title", "who", "source"), "columns": ("id", "title"), "ids": "id"}
    return View(**(view | {"painter": "tally", "answer": ()} | changes))  # type: ignore[arg-type]  # test data


def written(form: Form, **changes: object) -> str:
    out = io.StringIO()
    write(answer(**changes), form, out)
    return out.getvalue()


def test_json_is_an_array_of_whole_rows() -> None:
    assert json.loads(written(Form("json"))) == ROWS


def test_json_of_nothing_is_an_empty_array() -> None:
    assert written(Form("json"), records=[]) == "[]\n"


def test_json_of_one_release_is_an_object() -> None:
    assert json.loads(written(Form("json"), records=ROWS[:1], single=True)) == ROWS[0]


def test_jsonl_is_one_object_a_line() -> None:
    assert [json.loads(line) for line in written(Form("jsonl")).splitlines()] == ROWS


def test_csv_reads_back_with_its_header() -> None:
    rows = list(csv.DictReader(io.StringIO(written(Form("csv")))))
    assert rows[1]["title"] == ROWS[1]["title"]


def test_a_pipe_gets_tab_separated_lines_without_header_and_no_tab_inside() -> None:
    assert written(Form()) == 'a\tTab here\nb\tQuote " and, comma\n'


def test_ids_end_as_asked() -> None:
    assert written(Form("ids", end="\0")) == "a\0b\0"


def test_fields_choose_keys_in_order_and_reach_into_objects() -> None:
    assert written(Form(fields=("source.url", "id"))) == "u1\ta\n\tb\n"


def test_lists_of_entities_become_their_names_in_flat_forms() -> None:
    assert written(Form(fields=("who",))) == "X Y\n\n"


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no field 'titel'; did you mean 'title'.*id, title, who, source"):
        written(Form("json", fields=("titel",)))


def test_escape_sequences_do_not_reach_a_pipe_raw() -> None:
    assert "\x1b" not in written(Form(), records=[{"id": "a", "title": "\x1b[31mred"}])
