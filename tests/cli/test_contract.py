import json
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from releasecli.cli.app import COMMANDS, loaded
from releasecli.model.schema import json_schema
from terminal import Done, Run

QUERIES = (
    "lachin-corridor",
    "O'Brien",
    "foo:bar",
    '"unbalanced',
    "(",
    "*",
    "a AND",
    "NEAR",
    "",
    "[/]",
    "[red]",
    "\x1b[31m",
    "ʼ",
    "word " * 5000,
)


def one_line(done: Done) -> str:
    assert "Traceback" not in done.err
    lines = done.err.strip().splitlines()
    assert len(lines) == 1, done.err
    return lines[0]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: repr(query[:12]))
def test_any_text_is_a_safe_query(run: Run, query: str) -> None:
    done = run("search", "--json", "--", query)
    assert done.status in {0, 1}, done.err
    assert isinstance(json.loads(done.out), list)


@pytest.mark.parametrize("word", ["Lachin", "Lachen", "Laçın", "лачин", "LACHIN"])
def test_one_spelling_finds_all(run: Run, word: str) -> None:
    assert "Release of the Press Service" in run("search", word).out


def test_nothing_found_is_status_1_and_still_json(run: Run) -> None:
    done = run("search", "zzzzqqqq", "--json")
    assert (done.status, json.loads(done.out)) == (1, [])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("help search", "no such command 'help'; releasecli COMMAND --help"),
        ("version", "no such command 'version'; releasecli --version"),
        ("timeline lachin --sort newest", "no such option '--sort'; releasecli timeline --help lists them"),
        ("search lachin --limt 3", "no such option '--limt'; did you mean '--limit'?"),
        ("search --published", "option '--published' requires an argument"),
    ],
)
def test_what_other_tools_understand_is_answered_by_what_to_type(run: Run, typed: str, said: str) -> None:
    done = run(*typed.split())
    assert (done.status, one_line(done)) == (2, f"releasecli: {said}")


def test_n_limits_a_summary_too(run: Run) -> None:
    assert len(run("summarise", "lachin", "-n", "2").out.splitlines()) == 2


def test_a_folder_without_a_release_is_status_1_in_one_line(run: Run, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path))
    assert (done.status, one_line(done).startswith("nothing to read")) == (1, True)


def test_what_is_noticed_of_many_releases_of_a_file_is_said_once(run: Run, tmp_path: Path) -> None:
    items = "".join(f"<item><title>The {word} road is open</title></item>" for word in ("north", "south"))
    feed = tmp_path / "feed.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>Roads</title>{items}</channel></rss>', encoding="utf-8")
    assert "title only (2 times)" in run("ingest", "--dry-run", str(feed)).err


def test_an_unknown_command_is_status_2_with_a_suggestion(run: Run) -> None:
    done = run("serch", "lachin")
    assert (done.status, one_line(done)) == (2, "releasecli: no such command 'serch'; did you mean 'search'?")


def test_an_unknown_option_is_status_2_in_one_line(run: Run) -> None:
    done = run("search", "lachin", "--jsn")
    assert done.status == 2
    assert one_line(done).startswith("releasecli: no such option '--jsn'; did you mean '--json'?")


def test_an_unknown_field_lists_the_fields(run: Run) -> None:
    done = run("search", "lachin", "--fields", "titel")
    assert done.status == 2
    assert "did you mean 'title'" in done.err


def test_two_formats_exclude_each_other(run: Run) -> None:
    done = run("search", "lachin", "--json", "--csv")
    assert (done.status, one_line(done)) == (2, "releasecli: --json and --csv exclude each other; ask for one of them")


@pytest.mark.parametrize(
    ("command", "one", "other"),
    [
        ("timeline", "--html", "--json"),
        ("timeline", "--ics", "--count"),
        ("summarise", "--markdown", "--csv"),
        ("show", "--text", "--facts"),
        ("show", "--bibtex", "--text"),
        ("compare", "--html", "--explain"),
    ],
)
def test_a_form_to_share_stands_alone(run: Run, command: str, one: str, other: str) -> None:
    done = run(command, "lachin", one, other)
    assert done.status == 2
    assert "exclude each other" in one_line(done)


def test_a_paragraph_is_shown_with_its_own_facts(run: Run) -> None:
    ident = run("search", "lachin", "--ids").out.split()[0]
    found = json.loads(run("show", f"{ident}:2", "--json").out)
    start, end = (found["paragraphs"][1][key] for key in ("start", "end"))
    facts = [fact for kind in ("times", "names", "statements", "figures") for fact in found[kind]]
    assert facts
    assert all(start <= fact["start"] < end for fact in facts)


def test_three_accounts_are_rows_with_a_letter_each(run: Run, index: Path) -> None:
    call, odd = (str(index.parent / "in" / name) for name in ("call.txt", "odd.txt"))
    rows = json.loads(run("compare", call, odd, call, "--json").out)
    assert {tuple(row) for row in rows} == {("kind", "a", "b", "c")}
    assert {row["kind"] for row in rows} <= {"all", "some", "only_b"}
    assert run("compare", call, odd, call, "--csv").out.startswith("kind,a.text,a.ref,b.text,b.ref,c.text,c.ref\n")


def test_a_page_of_one_account_is_refused(run: Run, index: Path) -> None:
    done = run("compare", str(index.parent / "in" / "call.txt"), "--html")
    assert (done.status, "needs two accounts" in one_line(done)) == (2, True)


def test_a_comparison_has_no_days(run: Run, index: Path) -> None:
    done = run("compare", *(str(index.parent / "in" / name) for name in ("call.txt", "odd.txt")), "--ics")
    assert (done.status, "no days" in one_line(done)) == (2, True)


def test_a_dry_run_makes_no_index(alone: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Guests leave\n\nThe guests left on 5 May 2023.\n", encoding="utf-8")
    done = alone("ingest", "--dry-run", str(tmp_path / "a.txt"))
    assert done.err.endswith("1 added · nothing written\n")
    assert not (tmp_path / "index").exists()


def test_a_missing_index_is_status_3_with_the_way_out(alone: Run) -> None:
    done = alone("search", "lachin")
    assert done.status == 3
    assert "releasecli ingest PATH" in one_line(done)


def test_the_index_may_be_named_after_the_command(run: Run, index: str) -> None:
    assert run("search", "lachin", "--index", str(index), RELEASECLI_INDEX="nowhere").status == 0


def test_an_ambiguous_date_is_refused_with_both_readings(run: Run) -> None:
    done = run("timeline", "--since", "03/04/2023")
    assert done.status == 2
    assert one_line(done) == "releasecli: '03/04/2023' can be 2023-04-03 or 2023-03-04; write one of these"


def test_show_reads_a_release_by_four_characters_of_its_id(run: Run) -> None:
    ident = run("search", "lachin", "--ids").out.strip()
    record = json.loads(run("show", ident[-8:-4], "--json").out)
    assert record["id"] == ident
    assert record["published"] == "2023-03-21T19:22:00"


def test_every_fact_slices_to_its_text(run: Run) -> None:
    record = json.loads(run("show", run("search", "lachin", "--ids").out.strip(), "--json").out)
    text = record["text"]
    facts = [fact for kind in ("times", "names", "statements", "figures") for fact in record[kind]]
    assert facts
    assert [fact for fact in facts if text[fact["start"] : fact["end"]] != fact["text"]] == []


def test_show_json_keeps_to_the_published_schema(run: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    record = json.loads(run("show", run("search", "lachin", "--ids").out.strip(), "--json").out)
    jsonschema.validate(record, json_schema())


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        ("search lachin", "hit"),
        ("timeline", "event"),
        ("statements", "statement"),
        ("figures", "figure"),
        ("names", "name"),
    ],
)
def test_rows_keep_to_the_published_schema(run: Run, command: str, shape: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    rows = json.loads(run(*command.split(), "--json").out)
    assert rows
    for row in rows:
        jsonschema.validate(row, json_schema()["$defs"][shape])


def test_the_timeline_tells_an_open_interval_and_inferred_days(run: Run) -> None:
    rows = json.loads(run("timeline", "lachin", "--json").out)
    assert [(row["date"], row["latest"], row["basis"]) for row in rows] == [
        ("2022-12-12", None, "stated"),
        ("2023-03-21", "2023-03-21", "inferred"),
    ]


def test_the_head_of_state_is_the_president_who_was_named(run: Run) -> None:
    rows = json.loads(run("statements", "--by", "avery", "--about", "checkpoint", "--json").out)
    assert [(row["speaker"]["text"], row["who"][0]["name"]) for row in rows] == [("The head of state", "Ilan Avery")]


def test_a_figure_keeps_its_bound_and_what_is_counted(run: Run) -> None:
    (row,) = json.loads(run("figures", "--counted", "lorries", "--json").out)
    assert (row["value"], row["bound"], row["counted"], row["who"][0]["name"]) == (4700, ">", "lorries", "Ilan Avery")


def test_ids_go_from_search_to_show(run: Run) -> None:
    ids = run("search", "lachin", "--ids").out
    assert run("show", "-", text=ids).out.startswith("title\tRelease of the Press Service")


def test_ids_go_from_search_to_names(run: Run) -> None:
    (first, *_) = run("search", "Lachin", "--ids").out.split()
    rows = json.loads(run("names", "-", "--json", text=f"{first}\n").out)
    assert {row["release"] for row in rows} == {first}


def test_the_same_files_again_change_nothing(run: Run, index: str) -> None:
    done = run("ingest", str(Path(index).parent / "in" / "call.txt"))
    assert (done.status, done.out) == (0, "")
    assert "1 unchanged" in done.err


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(alone: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("A title\n\nOn 5 May 2024 it rained.\n")
    (folder / "empty.txt").write_text("")
    (folder / "broken.json").write_text('{"title": "x", ')
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = alone("ingest", str(folder))
    assert done.status == 4
    assert "1 added, 3 failed" in done.err
    assert all(re.search(rf"^! .*{name}.*: .+", done.err, re.MULTILINE) for name in ("empty", "broken", "picture"))


def test_annotate_answers_line_by_line_and_keeps_offsets(run: Run) -> None:
    texts = ["On \tMarch 21 they\r\nmet.", "İlham spoke yesterday."]
    lines = [json.dumps({"id": str(n), "text": text, "published": "2023-03-22"}) for n, text in enumerate(texts)]
    rows = [json.loads(line) for line in run("annotate", "--jsonl", text="\n".join(lines)).out.splitlines()]
    assert [row["id"] for row in rows] == ["0", "1"]
    assert [[text[t["start"] : t["end"]] for t in row["times"]] for text, row in zip(texts, rows, strict=True)] == [
        ["March 21"],
        ["yesterday"],
    ]


def test_markup_and_escapes_in_a_text_are_shown_as_they_stand(run: Run) -> None:
    done = run("search", "obrien", "--color", "always")
    assert "[red]markup[/red], [/]" in re.sub(r"\x1b\[[0-9;]*m", "", done.out)
    assert "\x1b[31mescapes" not in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_two_examples_first(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.status == 0, done.err
    assert re.search(r"Usage:.*\n\n {2,4}\$ \S.*\n {2,4}\$ \S", done.out), done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    silent = [p.name for p in loaded(name).params if p.param_type_name == "option" and not getattr(p, "help", None)]
    assert silent == []


def test_the_version_is_one_line(run: Run) -> None:
    assert re.fullmatch(r"releasecli \d+\.\d+\.\d+\n", run("--version").out)


def test_shell_examples_in_the_help_parse() -> None:
    for name in COMMANDS:
        module = import_module(f"releasecli.cli.{name}")
        assert all(shlex.split(example) for example in module.EXAMPLES)


def test_a_reader_that_leaves_early_is_no_failure(environment: dict[str, str], index: Path) -> None:
    command = f"{sys.executable} -m releasecli --index {index} names --json; echo $? >&2"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({command}) | head -c 5 >/dev/null"],
        env={**environment, "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr in {"0\n", "7 names\n0\n"}  # whether it left before the count is a race


@pytest.mark.parametrize("command", ["search", "timeline", "statements", "figures", "names", "summarise"])
def test_no_ids_on_stdin_are_no_releases(run: Run, command: str) -> None:
    done = run(command, "-", "--json", text="")
    assert (done.status, json.loads(done.out)) == (1, [])


def test_where_the_locale_is_c_no_mark_needs_more_than_ascii(run: Run) -> None:
    ident = run("search", "lorries", "--ids").out.strip()
    for command in (["timeline", "lorries"], ["show", ident, "--facts"], ["search", "lorrys"]):
        done = run(*command, "--color", "always", LC_ALL="C")
        assert (done.status, done.out.isascii(), done.err.isascii()) == (0, True, True)


def test_what_others_are_like_is_named_as_any_release(run: Run) -> None:
    ident = run("search", "lorries", "--ids").out.strip()
    assert run("search", "--more-like", ident[-8:-4]).out == run("search", "--more-like", ident).out
    assert run("search", "--more-like", "ffff").status == 2


@pytest.mark.parametrize("command", [("timeline", "lorries"), ("summarise", "lorries"), ("names", "Avery")])
def test_a_person_who_asks_why_is_told(run: Run, command: tuple[str, ...]) -> None:
    plain, explained = (run(*command, "--color", "always", *more).out for more in ((), ("--explain",)))
    assert len(explained) > len(plain)


def test_years_are_counted_in_order_of_time(alone: Run, tmp_path: Path) -> None:
    for day in ("2021-05-04", "2023-05-06", "2023-05-07"):
        (tmp_path / f"{day}.txt").write_text(f"A call of {day}\n\n{day}\n\nThe ministers spoke.\n", encoding="utf-8")
    alone("ingest", *(str(path) for path in tmp_path.glob("*.txt")))
    assert alone("search", "--count-by", "year").out == "2021\t1\n2023\t2\n"


def test_facts_are_a_table_for_a_person_and_lines_for_a_pipe(run: Run) -> None:
    ident = run("search", "lorries", "--ids").out.strip()
    assert "\ttime\t" in run("show", ident, "--facts").out
    assert "\t" not in run("show", ident, "--facts", "--color", "always").out


def test_init_makes_the_folder_one_stands_in_an_index(environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "releasecli", "init"]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "releasecli.yaml").is_file()


def test_a_letter_that_the_encoding_lacks_becomes_a_question_mark(run: Run) -> None:
    done = run("annotate", "--json", text="Café talks on 5 May 2024.", PYTHONIOENCODING="ascii")
    assert (done.status, "Caf? talks" in done.out) == (0, True)
