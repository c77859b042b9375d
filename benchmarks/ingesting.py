"""How fast are releases taken in? Releases per second, CPU a release, peak memory, beside the disk's own fsync rate."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._measure import cost, table
from benchmarks.scale import write_files, write_lines


def main(argv: list[str]) -> None:
    """Ingest N releases as one JSON Lines file and as files, then again (unchanged)."""
    options = argparse.ArgumentParser(prog="python -m benchmarks ingesting", description=__doc__)
    options.add_argument("-n", type=int, default=2000, help="how many releases (2000)")
    options.add_argument("--folder", help="work here and keep the index (else a temporary folder)")
    options.add_argument("--lines", action="store_true", help="the JSON Lines file only")
    given = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(given.folder or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        report(folder, given.n, lines_only=given.lines)


def report(folder: Path, number: int, *, lines_only: bool) -> None:
    """Measure and print."""
    lines, files = folder / "releases.jsonl", folder / "releases"
    size = write_lines(lines, number)
    os.utime(lines, (1_600_000_000, 1_600_000_000))  # a file written a moment ago is read again the next time
    runs = [("one JSON Lines file", "index", [str(lines)]), ("the same again", "index", [str(lines)])]
    if not lines_only:
        write_files(files, number)
        pattern = ["--path-pattern", "{issuer}/{day}{mon}{year}{_}.txt"]
        runs.append(("a text file each", "index-files", [str(files), *pattern]))
    rows = [_row(name, folder / index, arguments, number) for name, index, arguments in runs]
    print(f"{number} releases, {size / number:.0f} characters each; fsync of 3 KB files: {_fsyncs(folder):.0f}/s\n")
    table(("ingest", "releases/s", "CPU ms a release", "wall s", "peak MB, all processes", "exit"), rows)


def _row(name: str, index: Path, arguments: list[str], number: int) -> tuple[object, ...]:
    tool = str(Path(sys.executable).with_name("releasecli"))
    spent = cost([tool, "--index", str(index), "ingest", *arguments], watch=True)
    return name, f"{number / spent.wall:.0f}", spent.cpu / number * 1000, spent.wall, f"{spent.peak:.0f}", spent.status


def _fsyncs(folder: Path, number: int = 200) -> float:
    """Files of 3 KB that this disk takes a second when each is written, flushed and renamed."""
    started = time.perf_counter()
    for place in range(number):
        path = folder / f"fsync-{place}"
        with path.open("wb") as out:
            out.write(b"x" * 3000)
            out.flush()
            os.fsync(out.fileno())
        path.rename(path.with_suffix(".done"))
    rate = number / (time.perf_counter() - started)
    for path in folder.glob("fsync-*.done"):
        path.unlink()
    return rate
