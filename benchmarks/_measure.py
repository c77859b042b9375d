"""What does one run of a program cost? CPU of it and its children, wall time, peak memory of all of them together."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and megabytes; `status` is the exit status."""

    wall: float
    cpu: float
    peak: float
    status: int


def cost(command: Sequence[str], env: Mapping[str, str] | None = None, *, watch: bool = False) -> Cost:
    """Run it, output thrown away. With `watch`, `peak` is the sum over its processes, looked at five times a second.

    A page that processes share counts once (proportional set size). Compiled modules are kept, as an installation has
    them.
    """
    env = {name: value for name, value in (env or os.environ).items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    child = subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = [0.0]
    if watch:
        threading.Thread(target=_watch, args=(child.pid, peak), daemon=True).start()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    largest = peak[0] or usage.ru_maxrss / 1024
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, largest, child.returncode)


def medians(
    commands: Mapping[str, Sequence[str]], rounds: int, env: Mapping[str, str] | None = None
) -> dict[str, Cost]:
    """The middle of `rounds` runs of each command, taken in turns so that a slow moment hits all alike."""
    runs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(cost(command, env))
    return {name: _middle(costs) for name, costs in runs.items()}


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a Markdown table, figures to the right."""
    print(f"| {' | '.join(head)} |")
    print(f"| --- |{' ---: |' * (len(head) - 1)}")
    for row in rows:
        print(f"| {' | '.join(f'{cell:.2f}' if isinstance(cell, float) else str(cell) for cell in row)} |")
    print()


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(each.wall for each in costs),
        median(each.cpu for each in costs),
        max(each.peak for each in costs),
        max(each.status for each in costs),
    )


def _watch(pid: int, peak: list[float]) -> None:
    while Path(f"/proc/{pid}").exists():
        peak[0] = max(peak[0], sum(map(_resident, _family(pid))) / 1e6)
        time.sleep(0.2)


def _family(pid: int) -> list[int]:
    """The process and all that descend from it, as far as the system tells."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in _family(child))]


def _resident(pid: int) -> int:
    try:
        return int(_PSS.findall(Path(f"/proc/{pid}/smaps_rollup").read_text())[0]) * 1024
    except (OSError, IndexError):
        return 0
