import os
from pathlib import Path

import pytest

from releasecli.store import atomic


def test_a_batch_is_written_whole(tmp_path: Path) -> None:
    atomic.write_all({tmp_path / "a/1": b"one", tmp_path / "b": b"two"})
    assert (tmp_path / "a/1").read_bytes() == b"one"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["1", "a", "b"]


def test_a_full_disk_leaves_what_was_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_log_line_cut_by_a_crash_does_not_swallow_the_next(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b'{"a": 1}\n{"b"')
    atomic.append(log, b'{"c": 1}\n')
    assert log.read_bytes().splitlines() == [b'{"a": 1}', b'{"b"', b'{"c": 1}']
