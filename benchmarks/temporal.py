"""How good are the dates? News (TimeBank and AQUAINT) and press-release probes, beside the known systems."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from releasecli.extract.times import times
from releasecli.model import Header

BENCH = Path(os.environ.get("RELEASECLI_BENCH") or Path(__file__).parents[2] / "shared" / "bench") / "temporal"
NEWS_PEERS = {
    "HeidelTime + TreeTagger": (84.06, 92.12, 77.37, 88.04),
    "SUTime": (79.72, 90.49, 64.45, 82.90),
}
PROBE_PEERS = {"HeidelTime + TreeTagger": (76.2, 68.2), "SUTime": (70.5, None), "dateparser 1.5.0": (40.0, 37.1)}


def main(argv: list[str]) -> None:
    """Print the figures of both sets; `--errors N` lists N errors of each kind, `--only news|probes` picks one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks temporal", description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", choices=["news", "probes"])
    options = parser.parse_args(argv)
    if options.only != "probes":
        news(options.errors)
    if options.only != "news":
        probes(options.errors)


def news(errors: int) -> None:
    """TimeML news documents: the bench's own score, and megabytes a CPU-second."""
    docs = list(_lines(_run("score.py", "extract-text", "dev")))
    _tag(docs[:20])
    begin = time.process_time()
    found = _tag(docs)
    seconds = time.process_time() - begin
    size = sum(len(doc["text"].encode()) for doc in docs)
    score = json.loads(_run("score.py", "score", "dev", "-", "--json", stdin=found))
    print(f"news: {len(docs)} documents, {score['gold']} times, {size / seconds / 1e6:.2f} MB per CPU-second")
    print(f"{'':26}{'strict':>9}{'relaxed':>9}{'value':>9}{'type':>9}")
    _row("releasecli", [score[key]["f1"] for key in ("strict", "relaxed", "value", "type")])
    for name, figures in NEWS_PEERS.items():
        _row(name, figures)
    if errors:
        print(_run("score.py", "score", "dev", "-", "--errors", str(errors), stdin=found))


def probes(errors: int) -> None:
    """Press-release constructs in eleven languages, by phenomenon."""
    docs = list(_lines(_run("press_probe/by_phenomenon.py", "press_probe", "--input")))
    found = _tag(docs)
    rows = {
        row["row"]: row
        for row in json.loads(_run("press_probe/by_phenomenon.py", "press_probe", "-", "--json", stdin=found))
    }
    print("\nprobes, value F1:                 English   the ten others")
    _row("releasecli", [rows["lang en"]["value"], rows["all but en"]["value"]])
    for name, figures in PROBE_PEERS.items():
        _row(name, figures)
    print(_run("press_probe/by_phenomenon.py", "press_probe", "-", "--errors", str(errors), stdin=found))


def _tag(docs: list[dict[str, Any]]) -> str:
    return "".join(
        json.dumps({"doc": doc["doc"], "timexes": list(_times(doc))}, ensure_ascii=False) + "\n" for doc in docs
    )


def _times(doc: dict[str, Any]) -> Iterator[dict[str, Any]]:
    header = Header(published=doc["dct"], side=doc.get("country"), language=doc.get("lang"))
    for found in times(doc["text"], header):
        yield {
            name: getattr(found, name)
            for name in ("start", "end", "text", "type", "value", "earliest", "latest", "basis", "role")
        }


def _lines(text: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in text.splitlines())


def _run(script: str, *arguments: str, stdin: str = "") -> str:
    command = [sys.executable, str(BENCH / script), *arguments]
    return subprocess.run(command, cwd=BENCH, input=stdin, capture_output=True, text=True, check=True).stdout


def _row(name: str, figures: Any) -> None:
    print(f"{name:26}" + "".join(f"{'-' if figure is None else figure:>9}" for figure in figures))


if __name__ == "__main__":
    main(sys.argv[1:])
