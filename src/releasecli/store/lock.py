"""Who writes at the moment?"""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from releasecli.errors import IndexProblem

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Busy(IndexProblem):
    """Another process writes."""


@contextmanager
def writing(cache: Path, say: Callable[[str], None], *, wait: bool = True) -> Iterator[None]:
    """Hold the one writer's place of an index; a second one says for whom it waits, or raises Busy at once."""
    cache.mkdir(parents=True, exist_ok=True)
    holder = cache / "holder"
    lock = _acquired(cache, holder, say, wait=wait)
    try:
        holder.write_text(f"{os.getpid()} {socket.gethostname()} {_command()}", encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _acquired(cache: Path, holder: Path, say: Callable[[str], None], *, wait: bool) -> "BaseFileLock":
    """A held lock; by the presence of a file where the file system has no locks."""
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415  a seam: readers never lock

    for lock in (FileLock(cache / "lock"), SoftFileLock(cache / "lock.soft")):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if not wait:
                raise Busy(f"{_holder(holder)} is writing to this index") from None
            say(f"waiting for {_holder(holder)}, which is writing to this index")
            lock.acquire()
        except (NotImplementedError, OSError):
            continue
        return lock
    raise IndexProblem(f"{cache} cannot be locked", "RELEASECLI_INDEX or --index names another place")


def _command() -> str:
    return " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        number, host, command = path.read_text(encoding="utf-8").split(" ", 2)
        place = "" if host == socket.gethostname() else f" on {host}"
        return f"'{command}' (process {number}{place})"
    return "another process"
