"""How good are statements? PolNeAR (news), composed and real releases, beside the known systems."""

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from releasecli.extract.names import names
from releasecli.extract.statements import statements
from releasecli.model import Entity, Header, Name, Span, Statement
from releasecli.text.sentences import sentences

BENCH = Path(os.environ.get("RELEASECLI_BENCH") or Path(__file__).parents[2] / "shared" / "bench") / "statements"
SIDES = {"President of Russia": "RU", "The White House": "US", "U.S. Senate": "US", "U.S. Department of State": "US"}
KEPT = "PolNeAR train, 100 kept, speech only"
SETS = {
    "PolNeAR dev, speech only": ("polnear_dev.jsonl",),
    KEPT: ("polnear_train.jsonl.gz",),
    "whitehouse + readouts dev": ("whitehouse_dev.jsonl", "readouts_dev.jsonl"),
    "releases dev": ("releases_dev.jsonl",),
}
PEERS = {  # content@0.5 and triple, as measured for the bench
    "PolNeAR dev, speech only": {"Gender Gap Tracker": (0.62, 0.51), "textacy": (0.27, 0.23), "people": (0.81, 0.78)},
    "releases dev": {"Gender Gap Tracker": (0.15, 0.14), "CRF trained on news": (0.50, 0.43), "textacy": (0.03, 0.03)},
}  # fmt: skip
FINER = ("kind_acc", "claim_acc", "stance_acc", "basis_acc", "negated_acc", "resolved_acc")


def main(argv: list[str]) -> None:
    """Print the figures of all sets; `--gold-names` takes the names of the releases from the gold; `--errors N`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks statements", description=__doc__)
    parser.add_argument("--gold-names", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args(argv)
    print(f"{'':36}{'content':>9}{'triple':>9}{'cue':>9}{'resolved':>10}")
    for label, files in SETS.items():
        _set(label, files, gold_names=options.gold_names, errors=options.errors)
    _finer(gold_names=options.gold_names, errors=options.errors)
    _speed()


def _set(label: str, files: Iterable[str], *, gold_names: bool, errors: int) -> None:
    gold = [doc for name in files for doc in _lines(BENCH / name)]
    gold = _kept(gold) if label == KEPT else gold
    options = ["--speech-only"] if "speech" in label else []
    found = json.loads(_run("score.py", gold, gold_names, "--json", *options))
    row = [found[key]["f1"] for key in ("content@0.5", "triple", "cue")]
    resolved = found["speaker_resolved_acc"]
    print(f"{label:36}{row[0]:9.3f}{row[1]:9.3f}{row[2]:9.3f}{'-' if resolved is None else f'{resolved:.3f}':>10}")
    print("    recall by kind: " + ", ".join(f"{kind} {one:.3f}" for kind, one in found["recall_by_kind@0.5"].items()))
    for peer, (content, triple) in PEERS.get(label, {}).items():
        print(f"    {peer:32}{content:9.2f}{triple:9.2f}")
    if errors:
        print(_run("score.py", gold, gold_names, "--errors", str(errors), *options))


def _finer(*, gold_names: bool, errors: int) -> None:
    """Kind, stance, basis, speakers and hearers of the real releases."""
    gold = list(_lines(BENCH / "releases_dev.jsonl"))
    found = json.loads(_run("score_facts.py", gold, gold_names, "--json"))
    print("\nreleases dev: " + ", ".join(f"{key.removesuffix('_acc')} {found[key]:.3f}" for key in FINER))
    print(f"addressee {found['addressee']['f1']:.3f}, who said what (fact) {found['fact']['f1']:.3f}")
    if errors:
        print(_run("score_facts.py", gold, gold_names, "--errors", str(errors)))


def _speed() -> None:
    docs = [*_lines(BENCH / "releases_dev.jsonl"), *_lines(BENCH / "polnear_dev.jsonl")]
    ready = [
        (doc["text"], _header(doc), sentences(doc["text"], "en"), names(doc["text"], _header(doc))) for doc in docs
    ]
    best = min(_pass(ready) for _ in range(5))
    words = sum(len(doc["text"].split()) for doc in docs)
    print(f"\nstatements: {best / words * 1e6:.1f} ms of CPU for 1,000 words")


def _pass(ready: Iterable[tuple[str, Header, list[tuple[int, int]], tuple[Name, ...]]]) -> float:
    begin = time.process_time()
    for text, header, spans, named in ready:
        statements(text, header, spans, named)
    return time.process_time() - begin


def _run(scorer: str, gold: Iterable[dict[str, Any]], gold_names: bool, *options: str) -> str:
    """The bench's own scorer over our statements."""
    docs = list(gold)
    with tempfile.TemporaryDirectory() as folder:
        wanted, ours = Path(folder) / "gold.jsonl", Path(folder) / "ours.jsonl"
        wanted.write_text("\n".join(map(json.dumps, docs)), "utf-8")
        ours.write_text("\n".join(json.dumps(_found(doc, gold_names=gold_names)) for doc in docs), "utf-8")
        command = [sys.executable, str(BENCH / scorer), str(wanted), str(ours), *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _found(doc: dict[str, Any], *, gold_names: bool) -> dict[str, Any]:
    text, header = doc["text"], _header(doc)
    named = _gold(doc) if gold_names and "names" in doc else names(text, header)
    said = statements(text, header, sentences(text, header.language), named)
    return {"doc": doc["doc"], "statements": [_row(one) for one in said]}


def _header(doc: dict[str, Any]) -> Header:
    side = SIDES.get(doc.get("issuer") or "", "US" if doc["doc"].startswith("whitehouse") else None)
    return Header(title=doc.get("title") or "", issuer=doc.get("issuer"), side=side, language="en")


def _gold(doc: dict[str, Any]) -> tuple[Name, ...]:
    """The names as people marked them, each with the longest text of its entity."""
    full = {one["id"]: one["text"] for one in sorted(doc["names"], key=lambda one: len(one["text"]))}
    return tuple(
        Name(one["start"], one["end"], one["text"], one["kind"], one["id"], full[one["id"]], one["office"])
        for one in sorted(doc["names"], key=lambda one: one["start"])
    )


def _row(one: Statement) -> dict[str, Any]:
    hearer = one.addressee
    return {
        "kind": one.kind,
        "content_spans": [[span.start, span.end] for span in one.content],
        **_mention("speaker", one.speaker, one.who),
        **_mention("cue", one.cue, ()),
        **_mention("addressee", hearer, hearer.who if hearer else ()),
        "speaker_basis": one.basis,
        "lemma": one.cue.lemma,
        "stance": one.cue.stance,
        "negated": one.cue.negated,
    }


def _mention(what: str, span: Span | None, who: tuple[Entity, ...]) -> dict[str, Any]:
    return {
        f"{what}_start": span.start if span else None,
        f"{what}_end": span.end if span else None,
        f"{what}_text": span.text if span else None,
        f"{what}_resolved": [entity.name for entity in who],
    }


def _kept(docs: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles that are scored only: no rule was written after reading them."""
    mixed = list(docs)
    random.Random(5).shuffle(mixed)  # a fixed choice
    return mixed[420:520]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("utf-8")
    return (json.loads(line) for line in text.splitlines() if line.strip())
