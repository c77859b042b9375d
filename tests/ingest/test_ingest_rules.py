import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from releasecli import refresh
from releasecli.ingest import Counts, Event, IngestOptions, ingest
from releasecli.refresh.check import check
from releasecli.refresh.hand import tag
from releasecli.store.index import Index, create_index, planned_index
from releasecli.store.records import read_release, write_release
from releasecli.store.versions import earlier, version

Take = Callable[..., tuple[Counts, list[Event]]]
Write = Callable[[str, str], Path]

BODY = (
    "The two ministers spoke by telephone about the road, the border and the release of those held since the winter."
    " They agreed to speak again before the end of the month and to send their envoys to the capital next week."
)
CALL = f"Call of the ministers\n\n{BODY}\n\nOfficial news 2023-03-21 19:22:00\n"


def test_a_release_is_stored_as_a_record_named_by_day_and_hash(take: Take, write: Write, index: Index) -> None:
    counts, events = take(write("a.txt", CALL))
    assert counts == Counts(added=1)
    (path,) = records(index)
    assert path.name.startswith(f"{events[0].id}-call-of-the-ministers")
    assert path.parent == index.root / "releases/2023/03"
    assert read_release(path).header.published == "2023-03-21T19:22:00"


def test_the_same_file_again_changes_no_byte(take: Take, write: Write, index: Index) -> None:
    path = write("a.txt", CALL)
    take(path)
    before = everything(index)
    assert take(path)[0] == Counts(unchanged=1)
    assert everything(index) == before


def test_the_same_text_from_another_path_is_unchanged(take: Take, write: Write) -> None:
    take(write("a.txt", CALL))
    assert take(write("b.txt", CALL))[0] == Counts(unchanged=1)


def test_the_same_text_twice_in_one_run_is_a_duplicate(take: Take, write: Write) -> None:
    assert take(write("a.txt", CALL), write("b.txt", CALL))[0] == Counts(added=1, duplicates=1)


def test_the_same_text_of_another_day_is_a_release_of_its_own(take: Take, write: Write) -> None:
    counts, _ = take(write("a.txt", CALL), write("b.jsonl", row("x", day="2023-04-02", text=CALL)))
    assert counts == Counts(added=2)


def test_a_changed_text_under_a_known_key_is_a_new_version(take: Take, write: Write, index: Index) -> None:
    _, (first,) = take(write("a.jsonl", row("guid-1", text="First words.")))
    counts, (event,) = take(write("a.jsonl", row("guid-1", text="Wholly other words now.")))
    assert counts == Counts(versions=1)
    assert event.id == first.id
    (path,) = records(index)
    assert read_release(path).version == 2
    assert earlier(index.root, str(first.id)) == (1,)
    assert "First words." in version(index.root, str(first.id), 1).text


def test_a_file_that_shares_half_its_words_with_what_it_held_is_a_new_version(take: Take, write: Write) -> None:
    take(write("a.txt", CALL))
    assert take(write("a.txt", CALL.replace("next week", "in a fortnight")))[0] == Counts(versions=1)


def test_a_file_with_another_text_is_a_new_release(take: Take, write: Write) -> None:
    take(write("a.txt", CALL))
    other = "Visit to the port\n\nThe president opened a new quay and thanked the workers for two years of labour.\n"
    assert take(write("a.txt", other))[0] == Counts(added=1)


def test_an_earlier_text_met_again_is_unchanged(take: Take, write: Write) -> None:
    new = CALL.replace("next week", "in a fortnight")
    take(write("a.txt", CALL))
    take(write("a.txt", new))
    assert take(write("b.txt", CALL), write("c.txt", new))[0].added == 0


def test_a_new_key_of_a_known_text_is_noted_in_the_record(take: Take, write: Write, index: Index) -> None:
    take(write("a.jsonl", row("guid-1", text=CALL)))
    counts, _ = take(write("b.jsonl", row("guid-2", text=CALL)))
    assert counts == Counts(duplicates=1)
    source = read_release(records(index)[0]).source
    assert [source.key, *source.also] == sorted([str(source.key), *source.also])
    assert len(source.also) == 1


def test_what_a_person_wrote_stays_in_a_new_version_and_is_named(take: Take, write: Write, index: Index) -> None:
    take(write("a.txt", CALL))
    (path,) = records(index)
    release = read_release(path)
    by_hand = replace(
        release, header=replace(release.header, issuer="Office of the Minister"), tags=("road",), notes="see file 3"
    )
    path.write_bytes(write_release(by_hand))
    _, (event,) = take(write("a.txt", CALL.replace("next week", "in a fortnight")))
    after = read_release(path)
    assert (after.header.issuer, after.tags, after.notes) == ("Office of the Minister", ("road",), "see file 3")
    assert "issuer" in event.detail
    assert "in a fortnight" in after.text


def test_what_was_deleted_stays_so_until_again(take: Take, write: Write, index: Index) -> None:
    path = write("a.txt", CALL)
    take(path)
    records(index)[0].unlink()
    counts, (event,) = take(path)
    assert counts == Counts(deleted=1)
    assert "--again" in event.detail
    assert take(path, again=True)[0] == Counts(added=1)
    assert take(path)[0] == Counts(unchanged=1)


def test_a_deletion_is_remembered_without_the_cache(take: Take, write: Write, index: Index) -> None:
    path = write("a.txt", CALL)
    take(path)
    records(index)[0].unlink()
    refresh.ensure(index).db.close()
    for file in index.cache.iterdir():
        file.unlink()
    assert take(path)[0] == Counts(deleted=1)


def test_an_unchanged_run_after_the_cache_was_deleted_changes_no_record(take: Take, write: Write, index: Index) -> None:
    path = write("a.txt", CALL)
    take(path)
    take(write("a.txt", CALL.replace("next week", "in a fortnight")))
    before = everything(index)
    for file in index.cache.iterdir():
        file.unlink()
    assert take(write("b.txt", CALL))[0] == Counts(unchanged=1)
    assert {name: content for name, content in everything(index).items() if name[0] == "r"} == {
        name: content for name, content in before.items() if name[0] == "r"
    }


def test_a_dry_run_says_what_would_happen_and_writes_nothing(take: Take, write: Write, index: Index) -> None:
    take(write("a.txt", CALL))
    before = everything(index)
    counts, events = take(write("a.txt", CALL.replace("next week", "soon")), write("b.txt", "Other"), dry_run=True)
    assert counts == Counts(added=1, versions=1)
    assert {event.kind for event in events} == {"added", "version"}
    assert everything(index) == before
    assert take(write("b.txt", "Other"))[0] == Counts(added=1)


def test_a_dry_run_before_there_is_an_index_makes_none(write: Write, tmp_path: Path) -> None:
    index = planned_index(str(tmp_path / "none"))
    assert ingest([str(write("a.txt", CALL))], IngestOptions(dry_run=True), index) == Counts(added=1)
    assert not index.root.exists()


def test_one_bad_input_costs_no_other(take: Take, write: Write) -> None:
    counts, events = take(write("a.txt", CALL), write("b.json", '{"title": "x", "text'), write("c.txt", ""))
    assert (counts.added, counts.failed) == (1, 2)
    assert all(event.detail for event in events if event.kind == "failed")


def test_a_release_that_failed_is_named_each_time_and_the_rest_of_its_file_not_read_again(
    take: Take, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.jsonl", row("g1", text=CALL) + row("g2", text="").replace("Call of the ministers", ""))
    counts, (_, first) = take(path)
    assert counts == Counts(added=1, failed=1)
    monkeypatch.setattr("releasecli.ingest.releases", pytest.fail)
    counts, (again,) = take(path)
    assert counts == Counts(unchanged=1, failed=1)
    assert again == first


def test_a_failure_is_named_by_the_path_as_it_was_typed_this_time(
    take: Take, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("b.json", '{"title": "x", "text')
    take(path)
    monkeypatch.chdir(path.parent)
    counts, (event,) = take(Path("b.json"))
    assert (counts, event.uri) == (Counts(failed=1), "b.json")


def test_what_could_not_be_read_for_a_reason_outside_it_is_tried_again(
    take: Take, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt", CALL)
    with monkeypatch.context() as denied:
        denied.setattr(Path, "read_bytes", _denied)
        assert take(path)[0] == Counts(failed=1)
    assert take(path)[0] == Counts(added=1)


def _denied(_: Path) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_a_deleted_release_is_named_each_time_until_it_is_back(take: Take, write: Write, index: Index) -> None:
    path = write("a.jsonl", row("g1", text=CALL) + row("g2", text="They met."))
    take(path)
    next(file for file in records(index) if "They met." in file.read_text()).unlink()
    assert take(path)[0] == take(path)[0] == Counts(unchanged=1, deleted=1)
    assert take(write("b.jsonl", row("g2", text="They met.")), again=True)[0] == Counts(added=1)
    assert take(path)[0] == Counts(unchanged=2)


def test_rows_of_one_file_are_releases_of_their_own(take: Take, write: Write) -> None:
    rows = "".join(row(f"g{number}", text=f"The talks number {number} were held.") for number in range(500))
    path = write("a.jsonl", rows)
    assert take(path)[0] == Counts(added=500)
    assert take(path)[0] == Counts(unchanged=500)


def test_a_file_touched_but_not_changed_is_unchanged(take: Take, write: Write) -> None:
    path = write("a.txt", CALL)
    take(path)
    os.utime(path, (1_650_000_000, 1_650_000_000))
    assert take(path)[0] == Counts(unchanged=1)


def test_json_records_are_written_where_the_settings_say_so(take: Take, write: Write, index: Index) -> None:
    (index.root / "releasecli.yaml").write_text("schema: releasecli/1\nrecords: json\n")
    take(write("a.txt", CALL))
    assert [path.suffix for path in records(index)] == [".json"]
    assert take(write("a.txt", CALL.replace("next week", "soon")))[0] == Counts(versions=1)


def test_several_processes_give_the_same_index_as_one(take: Take, write: Write, index: Index) -> None:
    files = [write(f"{n}.txt", CALL.replace("two ministers", f"{n} ministers")) for n in range(40)]
    take(*files)
    ids = {path.name for path in records(index)}
    for path in records(index):
        path.unlink()
    take(*files, again=True)
    assert {path.name for path in records(index)} == ids


def test_another_index_comes_in_with_its_ids_tags_and_earlier_texts(
    take: Take, write: Write, index: Index, tmp_path: Path
) -> None:
    take(write("a.txt", CALL))
    take(write("a.txt", CALL.replace("next week", "in a fortnight")))
    tag(index, [read_release(records(index)[0]).id], add=["road"])
    before = {name: content for name, content in everything(index).items() if name[0] in "rv"}
    other = index.root.rename(tmp_path / "other")
    create_index(str(index.root))
    assert take(other)[0].added == 1
    assert {name: content for name, content in everything(index).items() if name[0] in "rv"} == before
    assert take(other)[0].added == 0


def test_two_people_who_added_the_same_and_different_releases_merge_without_conflict(
    take: Take, write: Write, index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, mine, hers = write("a.txt", CALL), write("b.txt", f"Mine\n\n{BODY}"), write("c.txt", f"Hers\n\n{BODY}")
    take(both, mine)
    first = index.root.rename(tmp_path / "first")
    create_index(str(index.root))
    monkeypatch.setenv("RELEASECLI_USER", "eva")
    take(both, hers)
    second = everything(index)
    one = {path.relative_to(first).as_posix(): path.read_bytes() for path in first.rglob("*") if path.is_file()}
    for name in (name for name in second if name in one):
        assert second[name] == one[name]
    for name, content in one.items():
        if ".cache" not in name:
            (index.root / name).parent.mkdir(parents=True, exist_ok=True)
            (index.root / name).write_bytes(content)
    assert refresh.ensure(index).db.execute("select count(*) from releases where live").fetchone() == (3,)
    assert check(index) == []


def records(index: Index) -> list[Path]:
    return sorted((index.root / "releases").rglob("*.*"))


def everything(index: Index) -> dict[str, bytes]:
    """Every byte of the index but the cache."""
    files = (path for path in sorted(index.root.rglob("*")) if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(index.root).as_posix(): path.read_bytes() for path in files}


def row(key: str, *, text: str, day: str = "2023-03-21") -> str:
    url = f"https://example.org/{key}"
    return json.dumps({"url": url, "title": "Call of the ministers", "published": day, "text": text}) + "\n"
