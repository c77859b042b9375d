"""How near is our order to the experts', and how much of it survives a slip?"""

import importlib.util
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

from benchmarks.search_parts import peers
from benchmarks.search_parts.indexes import Text, index
from releasecli.queries.filters import Filters
from releasecli.queries.search import feedback, rank, reading, weigh
from releasecli.queries.search.answer import search
from releasecli.queries.search.query import SearchQuery

BENCH = Path(os.environ.get("RELEASECLI_BENCH", Path(__file__).parents[2] / "../shared/bench")) / "search"
SETS = ("cranfield", "med", "lisa")
Ranker = Callable[[str], Sequence[str]]
_ABLATIONS: dict[str, list[tuple[ModuleType, str, object]]] = {
    "as shipped": [],
    "no feedback": [(rank, "_LONG", 10**6)],
    "feedback 10 words, 0.3": [(feedback, "_WORDS", 10), (feedback, "_SHARE", 0.3)],
    "feedback 60 words, 1.0": [(feedback, "_WORDS", 60), (feedback, "_SHARE", 1.0)],
    "feedback from 5 hits": [(rank, "_BEST", 5)],
    "feedback from 20 hits": [(rank, "_BEST", 20)],
    "title counts once": [(weigh, "COLUMNS", "1.0, 1.0, 1.0")],
    "title counts three times": [(weigh, "COLUMNS", "3.0, 1.2, 1.0")],
    "no corrections": [(reading, "corrected", lambda *_, **__: None)],
    "no other spellings": [(reading, "spellings", lambda *_, **__: ())],
    "no other names": [(reading, "other_names", lambda *_: ())],
}


def show() -> None:
    """A table of nDCG@10: ours, the peers', ours with slips."""
    print(f"{'nDCG@10':44}" + "".join(f"{name:>11}" for name in SETS) + f"{'mean':>9}")
    _row("releasecli search", [_score(name, ours(name)) for name in SETS])
    _row("releasecli search --any", [_score(name, ours(name, some=True)) for name in SETS])
    for label, peer in peers.available().items():
        _row(label, [_score(name, peer(_texts(name))) for name in SETS])
    _row("releasecli search, one slip a query", [_score(name, ours(name), "queries_typo") for name in SETS])
    clean, slips = (_score("cranfield", ours("cranfield"), file) for file in ("queries", "queries_typo"))
    print(f"Cranfield with slips: {slips / clean:.1%} of clean")


def show_ablations() -> None:
    """Every step switched off or changed: chosen by the mean of two sets, scored on the third."""
    table = {}
    for label, changes in _ABLATIONS.items():
        with _changed(changes):
            table[label] = [_score(name, ours(name)) for name in SETS]
        _row(label, table[label])
    for place, name in enumerate(SETS):
        best = max(table, key=lambda label: sum(table[label]) - table[label][place])
        print(f"chosen without {name}: {best}; {name} then {table[best][place]:.4f}")


def ours(name: str, *, some: bool = False) -> Ranker:
    """The product's own search on a collection."""
    db = database(name)
    return lambda line: [hit.id for hit in search(db, SearchQuery(line, limit=100, any=some), Filters()).hits]


@cache
def database(name: str) -> sqlite3.Connection:
    """The index of a collection."""
    return index(_texts(name))


def _texts(name: str) -> list[Text]:
    rows = map(json.loads, (BENCH / "data" / name / "docs.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row["id"], row["title"], row["text"]) for row in rows]


def _score(name: str, ranker: Ranker, queries: str = "queries") -> float:
    scorer = _scorer()
    folder = BENCH / "data" / name
    asked = map(json.loads, (folder / f"{queries}.jsonl").read_text(encoding="utf-8").splitlines())
    run = {row["id"]: list(ranker(row["text"])) for row in asked}
    judged = scorer.read_qrels(folder / "qrels.tsv")
    scores: list[float] = [scorer.score_query(relevant, run.get(q, []))["nDCG@10"] for q, relevant in judged.items()]
    return sum(scores) / len(judged)


@cache
def _scorer() -> ModuleType:
    found = importlib.util.spec_from_file_location("search_score", BENCH / "score.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@contextmanager
def _changed(changes: Sequence[tuple[ModuleType, str, object]]) -> Iterator[None]:
    """The modules with other values, put back afterwards."""
    before = [(module, name, getattr(module, name)) for module, name, _ in changes]
    for module, name, value in changes:
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


def _row(label: str, figures: Sequence[float]) -> None:
    print(f"{label:44}" + "".join(f"{figure:11.4f}" for figure in figures) + f"{sum(figures) / len(figures):9.4f}")
