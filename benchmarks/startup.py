"""How much CPU does a start cost? Versions, help and a search against `python -c pass` and a Typer hello world."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks._measure import medians, table

HELLO = """
import typer
app = typer.Typer()

@app.command()
def hello(name: str = "world") -> None:
    print(f"Hello {name}")

app()
"""


def main(argv: list[str]) -> None:
    """One table: CPU seconds, ratio to `python -c pass`, wall time; medians of runs taken in turns."""
    options = argparse.ArgumentParser(prog="python -m benchmarks startup", description=__doc__)
    options.add_argument("--index", help="an index to search as well")
    options.add_argument("--word", default="immigration", help="the word to search (immigration)")
    options.add_argument("--rounds", type=int, default=21)
    given = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO, encoding="utf-8")
        report(commands(str(hello), given.index, given.word), given.rounds)


def commands(hello: str, index: str | None, word: str) -> dict[str, list[str]]:
    """What is compared: peers first."""
    tool = str(Path(sys.executable).with_name("releasecli"))
    found = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "Typer hello world": [sys.executable, hello],
        "releasecli --version": [tool, "--version"],
        "releasecli --help": [tool, "--help"],
    }
    if index:
        search = [tool, "--index", index, "search", word]
        found[f"search {word} --json -n 20"] = [*search, "--json", "-n", "20"]
        found[f"search {word} --json"] = [*search, "--json"]
        found[f"timeline {word} --json"] = [tool, "--index", index, "timeline", word, "--json"]
    return found


def report(compared: dict[str, list[str]], rounds: int) -> None:
    """Measure and print."""
    costs = medians(compared, rounds)
    unit = costs["python -c pass"].cpu
    rows = [(name, each.cpu, each.cpu / unit, each.wall, f"{each.peak:.0f}") for name, each in costs.items()]
    table(("start", "CPU s", "times pass", "wall s", "MB"), rows)
