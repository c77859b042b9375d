import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.model import Correction, Header, Release, Source
from releasecli.model.record import CATEGORIES, KEYS, facts_from, facts_record
from releasecli.store.records import Broken, parse_release, read_release, write_release
from releasecli.text.normal import normal_form

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
ID = "2023-03-21-7f3c2a9e"
TEXT = "Statement on Norway\n\nThe minister said: “Yes”.\n  - indented\n\n\n# no comment\n--- no document\nkey: value\n"
RELEASE = Release(
    id=ID,
    header=Header(title="NO", issuer="Office: of #1", side="NO", published="2023-03-21T19:22:00", category="readout"),
    text=TEXT,
    source=Source("text", "ab" * 32, key="guid-1", also=("https://example.org/a#b",)),
    version=2,
    tags=("on", "19:22"),
    notes="two\n lines\n",
    corrections=(Correction("said: “Yes”", {"speaker": "The Minister"}), Correction("key: value", drop="times")),
    seals={"title": "0123ab", "published": "1e5000"},
)

words = st.text(min_size=1)
maybe = st.none() | words
texts = st.text(min_size=1).map(normal_form).filter(bool)
headers = st.builds(
    Header,
    title=st.text(),
    issuer=maybe,
    side=maybe,
    category=st.none() | st.sampled_from(CATEGORIES),
    published=st.none()
    | st.datetimes().map(datetime.isoformat)
    | st.dates().map(str)
    | st.sampled_from(["2023", "2023-03"]),
    published_candidates=st.lists(words, max_size=2).map(tuple),
    place=maybe,
    language=maybe,
)
corrections = st.builds(Correction, sentence=words, set=st.dictionaries(words, words, max_size=2), drop=maybe)
releases = st.builds(
    Release,
    id=st.from_regex(r"(\d{4}-\d\d-\d\d|undated)-[0-9a-f]{8}", fullmatch=True, alphabet=st.characters(codec="ascii")),
    header=headers,
    text=texts,
    source=st.builds(Source, format=words, sha256=words, url=maybe, key=maybe, also=st.lists(words).map(tuple)),
    version=st.integers(1, 10**6),
    tags=st.lists(words, max_size=3).map(tuple),
    notes=maybe,
    corrections=st.lists(corrections, max_size=2).map(tuple),
    seals=st.dictionaries(words, words, max_size=2),
)


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_record_reads_back_as_it_was_written(form: str) -> None:
    assert parse_release(write_release(RELEASE, form).decode(), "r") == RELEASE


@given(releases, st.sampled_from(["yaml", "json"]))
@settings(deadline=None, max_examples=150)
def test_any_release_reads_back_as_it_was_written(release: Release, form: str) -> None:
    assert parse_release(write_release(release, form).decode(), "r") == release


@given(releases)
@settings(deadline=None, max_examples=100)
def test_other_yaml_readers_see_the_same_text_and_only_strings(release: Release) -> None:
    record = yaml.safe_load(write_release(release).decode())
    assert record["text"] == release.text
    assert [key for key, value in record.items() if not isinstance(value, str | list | dict)] == ["version"]
    assert record.get("side") == release.header.side


def test_the_text_is_a_literal_block_a_person_can_read() -> None:
    assert write_release(RELEASE).decode().endswith("text: |2\n" + _indented(TEXT))


def test_keys_stand_in_one_order_with_the_text_last() -> None:
    keys = list(json.loads(write_release(RELEASE, "json")))
    assert keys == [key for key in (*KEYS, "text") if key in keys]
    assert keys[-1] == "text"


def test_unknown_values_are_absent() -> None:
    record = write_release(replace(RELEASE, header=Header(title="T"), tags=(), notes=None, corrections=())).decode()
    assert "null" not in record
    assert "issuer" not in record.split("seals")[0]


def test_a_record_holds_no_clock_and_no_path() -> None:
    assert write_release(RELEASE) == write_release(RELEASE)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not there")
def test_every_text_of_the_corpus_stays_a_readable_block() -> None:
    count = 0
    for text in _corpus():
        release = replace(RELEASE, text=text)
        assert write_release(release).decode().endswith("text: |2\n" + _indented(text))
        count += 1
    assert count > 1000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"id: {ID}\nid: y\ntext: |2\n  z\n", "r.yaml:2: 'id' stands here a second time"),
        (f"id: {ID}\ntitle: Call: readout\ntext: z\n", "r.yaml:2: "),
        (f"id: {ID}\ntitle: Call: readout\ntext: z\n", "a value that holds ': ' needs quotes"),
        (f"id: {ID}\n\ttitle: y\n", "a tab stands where blanks must"),
        (f'id: {ID}\ntitle: "y\ntext: z\n', "a quote is not closed"),
        (f"id: {ID}\n<<<<<<< mine\ntitle: y\n=======\n", "git left both sides of a merge in it"),
        ("- x\n", "no keys and values"),
        ("", "r.yaml:1: the file is empty"),
        (f"id: {ID}\ntitle: [y]\ntext: z\n", "title must be one value"),
        ("title: y\ntext: z\n", "id is missing"),
        (f"id: {ID}\n", "r.yaml:1: text is missing"),
        ("text: y\nid: ../../x\n", "r.yaml:2: '../../x' is no id"),
        (f"id: {ID}\ntext: y\npublished: 2023-13-45\n", "r.yaml:3: '2023-13-45' is no day"),
        (f"id: {ID}\ntext: y\npublished: 21 March\n", "write 2023-03-21T19:22"),
        (f"id: {ID}\ntext: y\ncategory: letter\n", "r.yaml:3: category is letter"),
        (f"id: {ID}\ntext: y\nversion: two\n", "version must be a number"),
        (f"id: {ID}\ntext: y\nschema: releasecli/9\n", "update releasecli"),
        (f"id: {ID}\ntext: y\ncorrections: no\n", "corrections must be a list"),
        ('{"id": "x", "id": "y"}', "'id' stands in it twice"),
        ('{"id": "x",\n "text" "y"}', "r.yaml:2: not JSON"),
        ("a: &a [*a]\nb: *c\n", "r.yaml:2: "),
    ],
)
def test_a_broken_record_is_named_with_its_line_and_likely_cause(content: str, said: str) -> None:
    with pytest.raises(Broken) as caught:
        parse_release(content, "r.yaml")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary())
def test_no_bytes_whatever_break_the_reader(content: bytes) -> None:
    with suppress(Broken):
        parse_release(content.decode("utf-8", "replace"), "r")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_bytes(b"id: undated-00000000\ntext: \xff\n")
    with pytest.raises(Broken, match="not UTF-8"):
        read_release(tmp_path / "r.yaml")


def test_no_and_times_of_day_and_dates_stay_strings() -> None:
    release = parse_release(f"id: {ID}\nside: NO\nplace: 19:22\npublished: 2023-03-21\ntext: on\n", "r")
    assert (release.header.side, release.header.place) == ("NO", "19:22")
    assert (release.header.published, release.text) == ("2023-03-21", "on\n")


def test_facts_read_back_as_they_were_written() -> None:
    from releasecli.model import Cue, Entity, Facts, Figure, Name, Party, Span, Statement, Time  # noqa: PLC0415  here only

    said = Statement(
        0, 9, "He said x", "indirect", Span(0, 2, "He"), (Entity("a", "A"),), "pronoun",
        Cue(3, 7, "said", "say", "claim"), (Span(8, 9, "x"),), Party(8, 9, "x", (Entity("b", "B"),)),
    )  # fmt: skip
    facts = Facts(
        (Time(0, 2, "He", "DATE", "2023", readings=("a", "b")),), (Name(0, 2, "He", "person", "a", "A"),), (said,),
        (Figure(0, 2, "He", 4.5, unit="km"),),
    )  # fmt: skip
    assert facts_from(json.loads(json.dumps(facts_record(facts)))) == facts


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _corpus() -> Iterator[str]:
    """The normal form of every text and table of the corpus, whatever its encoding."""
    for path in sorted(CORPUS.rglob("*")):
        if path.is_file() and path.suffix in {".txt", ".md", ".csv", ".jsonl", ".json", ".html", ".rss", ".xml"}:
            content = path.read_bytes()
            for encoding in ("utf-8", "cp1251"):
                if text := normal_form(content.decode(encoding, "replace")):
                    yield text
