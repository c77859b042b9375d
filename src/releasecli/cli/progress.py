"""How does a person see that work goes on?"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from releasecli.render.marks import has_signs, mark

Report = Callable[[str, int, int], None]
_PATIENCE = 0.5  # seconds before a bar appears
_WIDTH = 40


class _Bar:
    """The one bar there can be."""

    shown = False


@contextmanager
def progress() -> Iterator[Report]:
    """A function of (what, done, total) that draws a bar on stderr once work takes longer than half a second.

    `total` 0 means unknown. Nothing is drawn where stderr is no terminal that can wipe it; it is wiped at the end.
    """
    begun = time.monotonic()
    drawn = begun - 1

    def report(what: str, done: int, total: int) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - begun > _PATIENCE and now - drawn > 0.05:
            drawn, _Bar.shown = now, True
            sys.stderr.write(f"\r\x1b[K{_bar(what, done, total, now - begun)}")
            sys.stderr.flush()

    try:
        yield report if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else _silent
    finally:
        wipe()


def wipe() -> None:
    """Take the bar away before a line is written; the next step draws it again."""
    if _Bar.shown:
        sys.stderr.write("\r\x1b[K")
        _Bar.shown = False


def _silent(what: str, done: int, total: int) -> None:
    del what, done, total


def _bar(what: str, done: int, total: int, seconds: float) -> str:
    clock = f"{int(seconds) // 3600}:{int(seconds) % 3600 // 60:02}:{int(seconds) % 60:02}"
    if not total:
        return f"{what} {done}  {clock}"
    unicode = has_signs(sys.stderr.encoding)
    full = _WIDTH * done // total
    return f"{mark('bar', unicode=unicode) * full}{' ' * (_WIDTH - full)} {done}/{total} {what}  {clock}"
