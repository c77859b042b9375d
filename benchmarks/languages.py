"""How many of our own sentences does each language get wholly right, by phenomenon?"""

import argparse
from collections import Counter
from pathlib import Path

import yaml

from benchmarks._measure import table
from releasecli.extract.times import times
from releasecli.model import Header

SENTENCES = Path(__file__).parents[1] / "tests" / "extract" / "times" / "sentences_january"
PUBLISHED = "2025-01-10"
SIDES = {"ar": "EG", "hy": "AM", "ka": "GE", "uk": "UA"}


def main(argv: list[str]) -> None:
    """One table, phenomena down and languages across: sentences right, of how many."""
    argparse.ArgumentParser(prog="python -m benchmarks languages", description=__doc__).parse_args(argv)
    codes = sorted(path.stem for path in SENTENCES.glob("*.yaml"))
    scores = {code: _scores(code) for code in codes}
    rows = [(name, *(scores[code][name] for code in codes)) for name in scores[codes[0]]]
    table(("sentences right", *codes), rows)


def _scores(code: str) -> dict[str, str]:
    read = yaml.safe_load((SENTENCES / f"{code}.yaml").read_text(encoding="utf-8"))
    right = Counter(name for name, rows in read.items() for text, *wanted in rows if _found(code, text) == wanted)
    counted = {name: f"{right[name]}/{len(rows)}" for name, rows in read.items()}
    return {**counted, "all": f"{right.total()}/{sum(map(len, read.values()))}"}


def _found(code: str, text: str) -> list[str]:
    header = Header(published=PUBLISHED, side=SIDES.get(code, code.upper()), language=code)
    return [f"{time.text} = {time.value}" for time in times(text, header)]
