import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answers import answers
from releasecli import refresh
from releasecli.errors import IndexProblem
from releasecli.extract.header import HeaderOptions, header
from releasecli.ingest import Counts, Event, batch
from releasecli.model import Document, Header
from releasecli.refresh import staleness
from releasecli.refresh.check import check
from releasecli.store import atomic
from releasecli.store.index import Index
from releasecli.store.records import read_release, write_release

Take = Callable[..., tuple[Counts, list[Event]]]
Write = Callable[[str, str], Path]

INGEST = """
import sys
from releasecli.ingest import IngestOptions, ingest
from releasecli.store.index import create_index
import releasecli.ingest
releasecli.ingest.BATCH = 10
facts = sys.argv[2] == "facts"
print(ingest(sys.argv[3:], IngestOptions(facts=facts), create_index(sys.argv[1])), flush=True)
"""
READ = """
import sys
from releasecli import refresh
from releasecli.store.index import open_index
from releasecli.store.cache.reading import text_of
for _ in range(5):
    cache = refresh.ensure(open_index(sys.argv[1]))
    for (n,) in cache.db.execute("select n from releases where live").fetchall():
        cache.db.execute("select body from texts where n = ?", (n,)).fetchone()
    cache.db.close()
"""
MOMENTS = int(os.environ.get("RELEASECLI_KILLS", "20"))


def test_kill_at_any_moment_loses_and_tears_no_record(
    folder: Path, take: Take, index: Index, fresh: list[object]
) -> None:
    seed = int(os.environ.get("RELEASECLI_SEED", random.randrange(10**6)))
    print(f"RELEASECLI_SEED={seed}")  # noqa: T201  a failure must be repeatable
    chance = random.Random(seed)
    for _ in range(MOMENTS):
        facts = chance.random() < 0.5
        process = subprocess.Popen(_command(INGEST, index, folder, facts=facts), stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 2.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert all(read_release(path).text for path in _records(index))
        for path in chance.sample(_records(index), min(3, len(_records(index)))):
            path.write_bytes(path.read_bytes())
    counts, _ = take(folder)
    assert counts.added + counts.unchanged == 200
    assert len(_records(index)) == 200
    assert {problem.kind for problem in check(index, fix=True)} <= {"leftover"}
    assert check(index) == []
    assert answers(index) == fresh


def test_a_killed_first_ingest_gives_the_same_answers_as_a_fresh_index(folder: Path, take: Take, index: Index) -> None:
    process = subprocess.Popen(_command(INGEST, index, folder), stdout=subprocess.DEVNULL)
    time.sleep(0.8)
    process.kill()
    process.wait()
    take(folder)
    rows = _rows(index)
    refresh.again(index, rebuild=True).db.close()
    assert _rows(index) == rows


def test_a_full_disk_is_one_line_and_nothing_is_half_stored(
    folder: Path, take: Take, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, written = atomic._write, []

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) > 50:
            path.write_bytes(content[:10])
            raise OSError(28, "No space left on device", str(path))
        whole(path, content)

    monkeypatch.setattr(atomic, "_write", full)
    monkeypatch.setattr("releasecli.ingest.BATCH", 20)
    with pytest.raises(IndexProblem, match="No space left on device"):
        take(folder)
    monkeypatch.undo()
    assert len(_records(index)) == 40
    assert check(index) == []
    assert take(folder)[0].added == 160


def test_a_disk_that_fills_at_the_log_or_the_cache_loses_no_record(
    folder: Path, take: Take, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("releasecli.store.added.append", full)
    with pytest.raises(IndexProblem, match="No space left"):
        take(folder)
    monkeypatch.undo()
    assert len(_rows(index)) == 200
    assert take(folder)[0] == Counts(unchanged=200)
    assert check(index) == []


def test_two_ingests_and_five_readers_at_once_all_succeed(folder: Path, index: Index) -> None:
    writers = [
        subprocess.Popen(_command(INGEST, index, folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    readers = [
        subprocess.Popen(_command(READ, index), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(5)
    ]
    outcome = [process.communicate(timeout=120) for process in (*writers, *readers)]
    assert [error for _, error in outcome] == [b""] * 7
    said = sorted(out.decode() for out, _ in outcome[:2])
    assert said[0].startswith("Counts(added=0, versions=0, unchanged=200")
    assert said[1].startswith("Counts(added=200")
    assert check(index) == []


def test_a_record_edited_while_an_ingest_runs_keeps_the_edit(folder: Path, take: Take, index: Index) -> None:
    take(folder)
    path = _records(index)[0]
    more = folder / "more.txt"
    more.write_text("More\n\nSomething else happened.\n", encoding="utf-8")
    process = subprocess.Popen(_command(INGEST, index, more), stdout=subprocess.DEVNULL)
    path.write_text(path.read_text().replace("title: Release", "title: Edited"))
    process.wait()
    assert "title: Edited" in path.read_text()
    assert any(title.startswith("Edited") for _, title, _ in _rows(index))


def test_a_text_on_which_a_rule_hangs_costs_no_other(folder: Path, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(document: Document, options: HeaderOptions) -> Header:
        if document.text.startswith("Release 7\n"):
            time.sleep(60)
        return header(document, options)

    monkeypatch.setattr("releasecli.ingest.reading.header", hang)
    monkeypatch.setattr("releasecli.ingest.reading._PATIENCE", 1)
    counts, events = take(folder)
    assert (counts.added, counts.failed) == (199, 1)
    assert "takes too long" in next(event.detail for event in events if event.kind == "failed")


def test_a_clock_that_goes_backwards_changes_nothing_but_the_log(
    folder: Path, take: Take, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folder / "1.txt")
    monkeypatch.setattr("releasecli.ingest.putting.now", lambda: 5)
    take(folder / "2.txt")
    (folder / "1.txt").write_text((folder / "1.txt").read_text().replace("Release 1", "Release 1, corrected"))
    assert take(folder)[0] == Counts(added=198, versions=1, unchanged=1)
    assert check(index) == []


def test_what_a_person_writes_between_reading_and_writing_of_a_record_stays(
    folder: Path, take: Take, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = folder / "1.txt", folder / "2.txt"
    take(first, second)
    paths = _records(index)

    def edit(path: Path, *_: object) -> str:
        found = staleness.stamp(path)
        if path in paths:
            release = read_release(path)
            path.write_bytes(write_release(replace(release, tags=("seen",), notes="mine")))
        return found

    monkeypatch.setattr(batch, "stamp", edit)
    for path in (first, second):
        path.write_text(path.read_text().replace("Release", "Corrected release"))
    assert take(first, second)[0] == Counts(versions=2)
    monkeypatch.undo()
    releases = [read_release(path) for path in _records(index)]
    assert [(release.version, release.tags, release.notes) for release in releases] == [(2, ("seen",), "mine")] * 2
    assert check(index) == []


def _command(script: str, index: Index, *inputs: Path, facts: bool = False) -> list[str]:
    return [sys.executable, "-c", script, str(index.root), "facts" if facts else "text", *map(str, inputs)]


def _records(index: Index) -> list[Path]:
    return sorted((index.root / "releases").rglob("*.yaml"))


def _rows(index: Index) -> list[tuple[str, str, str]]:
    cache = refresh.ensure(index)
    return cache.db.execute("select id, title, hash from releases where live order by id").fetchall()
