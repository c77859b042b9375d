"""How fast is it all? Start-up, ingest and search, one table each."""

import argparse
import tempfile
from pathlib import Path

from benchmarks import ingesting, searching, startup


def main(argv: list[str]) -> None:
    """Ingest N releases, then measure starts and searches on the index that came out."""
    options = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    options.add_argument("-n", type=int, default=70_000, help="how many releases (70000)")
    options.add_argument("--folder", help="work here and keep everything (else a temporary folder)")
    given = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(given.folder or scratch)
        ingesting.main(["-n", str(given.n), "--folder", str(folder), "--lines"])
        startup.main(["--index", str(folder / "index")])
        searching.main(["--folder", str(folder)])
