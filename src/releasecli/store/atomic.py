"""How do files reach the disk whole or not at all?"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MARK = ".part"


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write a batch: every file beside its place, flushed to the disk, then each put in place by renaming.

    After a crash a file is old or new, never in between; leftovers end in `.part`. A failure leaves no leftover.
    """
    scratch = {path: path.with_name(f".{path.name[:200]}.{os.getpid()}{MARK}") for path in files}
    try:
        for folder in {path.parent for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            _write(scratch[path], content)
        for path, part in scratch.items():
            part.replace(path)
    except BaseException:
        for part in scratch.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in files}:
        _flush_folder(folder)


def append(path: Path, lines: bytes) -> None:
    """Add lines to a log and flush; a line a crash left unfinished is closed first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as log:
        if log.tell() and _last_byte(path) != b"\n":
            log.write(b"\n")
        log.write(lines)
        log.flush()
        os.fsync(log.fileno())


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as log:
        log.seek(-1, os.SEEK_END)
        return log.read(1)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the renames last; Windows has no such call and needs none."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
