"""What does an ingest do on a disk that is full, cannot be written, or has no locks? Tested by doing it."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from answers import answers
from releasecli.errors import IndexProblem
from releasecli.ingest import Counts, Event
from releasecli.refresh.check import check
from releasecli.store.index import Index, create_index
from releasecli.store.records import read_release

Take = Callable[..., tuple[Counts, list[Event]]]
Disk = Callable[[str], Path]
TOOL = (sys.executable, "-m", "releasecli")
FLUSHES = 220  # about as many as an ingest of the folder needs


@pytest.mark.parametrize("seed", range(3))
def test_a_disk_that_is_full_at_any_flush_is_one_line_and_loses_nothing(
    seed: int, folder: Path, take: Take, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = random.Random(seed).randrange(FLUSHES)
    flush = os.fsync

    def full(handle: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(28, "No space left on device")
        flush(handle)

    monkeypatch.setattr("releasecli.store.atomic.os.fsync", full)
    monkeypatch.setattr("releasecli.ingest.BATCH", 20)
    with pytest.raises(IndexProblem, match="No space left on device"):
        take(folder)
    monkeypatch.undo()
    assert all(read_release(path).text for path in (index.root / "releases").rglob("*.yaml"))
    assert check(index) == []
    counts, _ = take(folder)
    assert counts.added + counts.unchanged == 200
    assert check(index) == []


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk in memory with these mount options; called again, the same disk with other ones."""
    place = tmp_path / "disk"
    place.mkdir()

    def mounted(options: str) -> Path:
        options = f"remount,{options}" if place.is_mount() else options
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False)
        if done.returncode:
            pytest.skip("this user may mount no disk")
        return place

    if not shutil.which("mount"):
        pytest.skip("there is no mount here")
    yield mounted
    subprocess.run(["umount", str(place)], check=False, capture_output=True)


@pytest.mark.parametrize("size", [16, 700, 1500, 3000])
def test_a_small_disk_fills_at_settings_records_log_or_cache_and_goes_on_when_there_is_room(
    size: int, folder: Path, disk: Disk, fresh: list[object]
) -> None:
    index = disk(f"size={size}k") / "index"
    done = _typed("--index", str(index), "ingest", str(folder))
    assert done.returncode == 3, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert "try again when there is room" in done.stderr or "--index DIR names another place" in done.stderr
    disk("size=50m")
    assert all(read_release(path).text for path in (index / "releases").rglob("*.yaml"))
    assert _typed("--index", str(index), "ingest", str(folder)).returncode == 0
    assert {problem.kind for problem in check(create_index(str(index)), fix=True)} <= {"leftover"}
    assert check(create_index(str(index))) == []
    assert answers(create_index(str(index))) == fresh


def test_an_index_on_a_disk_that_cannot_be_written_is_read(folder: Path, disk: Disk, tmp_path: Path) -> None:
    index = disk("size=50m") / "index"
    assert _typed("--index", str(index), "ingest", str(folder / "7.txt")).returncode == 0
    shutil.rmtree(index / ".cache")
    disk("ro")
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    found = _typed("--index", str(index), "search", "release", "--ids", env=home)
    assert (found.returncode, len(found.stdout.splitlines())) == (0, 1), found.stderr
    for words in (
        ("tag", found.stdout.strip(), "--add", "x"),
        ("ingest", str(folder)),
        ("rm", found.stdout.strip(), "-f"),
    ):
        done = _typed("--index", str(index), *words, env=home)
        assert (done.returncode, len(done.stderr.splitlines())) == (3, 1), done.stderr
    assert _typed("--index", str(index), "check", env=home).stdout == ""


KILLED = """
import os, sys, filelock
def none(*_, **__): raise NotImplementedError
filelock.FileLock.acquire = none
from releasecli.store.lock import writing
from pathlib import Path
with writing(Path(sys.argv[1]), print):
    if sys.argv[2] == "die":
        os.kill(os.getpid(), 9)
    print("written", flush=True)
"""


def test_without_locks_a_writer_that_was_killed_holds_up_nobody(tmp_path: Path) -> None:
    for end, said in (("die", ""), ("live", "written\n")):
        command = [sys.executable, "-c", KILLED, str(tmp_path / "cache"), end]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.stdout == said, done.stderr


def _typed(*words: str, env: Mapping[str, str] = os.environ) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*TOOL, *words], capture_output=True, text=True, env=dict(env), check=False)
