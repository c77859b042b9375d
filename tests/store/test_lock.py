import threading
from pathlib import Path

import pytest

from releasecli.store.lock import Busy, writing


def silent(_line: str) -> None:
    pass


def test_a_second_writer_that_will_not_wait_hears_who_writes(tmp_path: Path) -> None:
    with writing(tmp_path, silent), pytest.raises(Busy, match=r"process \d+"), writing(tmp_path, silent, wait=False):
        pass


def test_a_second_writer_says_for_whom_it_waits_then_works(tmp_path: Path) -> None:
    said: list[str] = []
    waiting, done = threading.Event(), threading.Event()

    def say(line: str) -> None:
        said.append(line)
        waiting.set()

    def second() -> None:
        with writing(tmp_path, say):
            done.set()

    thread = threading.Thread(target=second)
    with writing(tmp_path, silent):
        thread.start()
        assert waiting.wait(10)
        assert not done.is_set()
    thread.join(10)
    assert done.is_set()
    assert len(said) == 1
    assert said[0].startswith("waiting for")


def test_a_file_system_without_locks_still_has_one_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock  # noqa: PLC0415  patched below

    def no_locks(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", no_locks)
    with writing(tmp_path, silent), pytest.raises(Busy), writing(tmp_path, silent, wait=False):
        pass
