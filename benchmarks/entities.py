"""How good are names and figures? CrossNER politics (sentences) and real releases, beside the known systems."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from releasecli.extract.figures import figures
from releasecli.extract.names import names
from releasecli.extract.times import times
from releasecli.model import Header

BENCH = Path(os.environ.get("RELEASECLI_BENCH") or Path(__file__).parents[2] / "shared" / "bench")
SIDES = {"President of Russia": "RU", "The White House": "US", "U.S. Senate": "US", "U.S. Department of State": "US"}
TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC", "other": "MISC"}
RELEASE_ROWS = {
    "names strict": ("names_strict", 0.76),
    "names span": ("names_span", None),
    "persons B-cubed": ("person_b3", 0.76),
    "figures found": ("figures_found", 0.85),
    "figures value and bound": ("figures_vb", 0.83),
    "figures all right": ("figures", 0.45),
}


def main(argv: list[str]) -> None:
    """Print the figures of both sets; `--errors N` lists N errors of the releases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks entities", description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args(argv)
    sentences()
    releases(options.errors)
    speed()


def sentences() -> None:
    """CrossNER politics: person = PER, organisation = ORG, place = LOC, other = MISC."""
    gold = BENCH / "entities" / "politics_dev.jsonl"
    score = _score("entities/score.py", gold, map(_entities, _lines(gold)))
    print("CrossNER politics dev        strict     span")
    print(f"{'releasecli':24}{score['strict']['f1']:11.3f}{score['span']['f1']:9.3f}")
    print(f"{'spaCy small 3.8':24}{0.55:11.3f}{'-':>9}")
    print("  ".join(f"{kind} {score[f'strict:{kind}']['f1']:.3f}" for kind in TYPES.values()))


def releases(errors: int) -> None:
    """Names and figures of real releases, with the bench's own scorer."""
    gold = BENCH / "statements" / "releases_dev.jsonl"
    score = _score("statements/score_facts.py", gold, map(_facts, _lines(gold)))
    print(f"\n{'releases_dev':28}{'releasecli':>11}{'spaCy small':>13}")
    for label, (key, peer) in RELEASE_ROWS.items():
        print(f"{label:28}{score[key]['f1']:11.3f}{peer or '-':>13}")
    print("  ".join(f"{kind} {f1:.3f}" for kind, f1 in score["names_by_kind"].items()))
    print(f"office: same words {score['office']['same']:.3f}, same head {score['office']['head']:.3f}")
    if errors:
        print(_run("statements/score_facts.py", gold, map(_facts, _lines(gold)), "--errors", str(errors)))


def speed() -> None:
    """CPU milliseconds for 1,000 words of releases, names and figures together, dates not counted."""
    docs = list(_lines(BENCH / "statements" / "releases_dev.jsonl"))
    ready = [(doc["text"], _header(doc), times(doc["text"], _header(doc))) for doc in docs]
    best = min(_pass(ready) for _ in range(5))
    words = sum(len(doc["text"].split()) for doc in docs)
    print(f"\nnames and figures: {best / words * 1e6:.1f} ms of CPU for 1,000 words")


def _pass(ready: Iterable[tuple[str, Header, Any]]) -> float:
    begin = time.process_time()
    for text, header, dated in ready:
        names(text, header)
        figures(text, header, dated)
    return time.process_time() - begin


def _entities(doc: dict[str, Any]) -> dict[str, Any]:
    found = names(doc["text"], Header(language="en"))
    return {"doc": doc["doc"], "entities": [{"start": n.start, "end": n.end, "type": TYPES[n.kind]} for n in found]}


def _facts(doc: dict[str, Any]) -> dict[str, Any]:
    text, header = doc["text"], _header(doc)
    return {
        "doc": doc["doc"],
        "text": text,
        "names": [
            {"start": n.start, "end": n.end, "kind": n.kind, "id": n.entity, "office": n.office}
            for n in names(text, header)
        ],
        "figures": [
            {"start": f.start, "end": f.end, "value": f.value, "bound": f.bound, "unit": f.unit, "counted": f.counted}
            for f in figures(text, header, times(text, header))
        ],
    }


def _header(doc: dict[str, Any]) -> Header:
    side = SIDES.get(doc["issuer"])
    return Header(title=doc["title"], issuer=doc["issuer"], side=side, published=doc["published"][:10], language="en")


def _score(script: str, gold: Path, found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    score: dict[str, Any] = json.loads(_run(script, gold, found, "--json"))
    return score


def _run(script: str, gold: Path, found: Iterable[dict[str, Any]], *options: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in found)
        out.flush()
        command = [sys.executable, str(BENCH / script), str(gold), out.name, *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
