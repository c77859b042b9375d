"""How fast is a search? Against a bare sqlite3 FTS5 script and `rg` over the record files, cold and in one process."""

import argparse
import json
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks._measure import medians, table
from releasecli.queries.filters import Filters
from releasecli.queries.search import SearchQuery, search
from releasecli.store.cache.database import open_cache
from releasecli.store.index import open_index

WORDS = ("immigration", "katrina", "veterans", "ethanol subsidies", "supreme court nomination", "border fence vote")
_QUERY = """
select id, title, snippet(bare, 2, '[', ']', ' ... ', 24), bm25(bare) from bare where bare match ?
order by rank limit 20
"""
_BARE = f'''
import json, sqlite3, sys
print(json.dumps(sqlite3.connect(sys.argv[1]).execute("""{_QUERY}""", (sys.argv[2],)).fetchall()))
'''


def main(argv: list[str]) -> None:
    """Measure on FOLDER/index, made by `python -m benchmarks ingesting --folder FOLDER` from FOLDER/releases.jsonl."""
    options = argparse.ArgumentParser(prog="python -m benchmarks searching", description=__doc__)
    options.add_argument("--folder", required=True, help="holds index/ and releases.jsonl")
    options.add_argument("--rounds", type=int, default=7)
    given = options.parse_args(argv)
    folder = Path(given.folder)
    bare = _bare(folder)
    cold(folder / "index", bare, given.rounds)
    inside(folder / "index", bare, given.rounds)


def cold(index: Path, bare: Path, rounds: int) -> None:
    """Whole processes: start, search, print 20 hits."""
    tool = str(Path(sys.executable).with_name("releasecli"))
    for words in WORDS[:4:3]:
        compared = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "bare sqlite3 FTS5 script": [sys.executable, "-c", _BARE, str(bare), words],
            "releasecli search --json -n 20": [tool, "--index", str(index), "search", words, "--json", "-n", "20"],
            "rg -il over the records": ["rg", "-il", words, str(index / "releases")],
        }
        costs = medians(compared, rounds)
        unit = costs["python -c pass"].cpu
        rows = [(name, each.cpu, each.cpu / unit, each.wall) for name, each in costs.items()]
        table((f"search {words!r}, cold", "CPU s", "times pass", "wall s"), rows)


def inside(index: Path, bare: Path, rounds: int) -> None:
    """The query alone, in a process that is already up."""
    connection = sqlite3.connect(bare)
    ours = _ours(index)
    rows = []
    for words in WORDS:
        theirs = _time(partial(_ask, connection, words), rounds)
        mine = _time(partial(ours, words), rounds)
        rows.append((words, theirs * 1000, mine * 1000, mine / theirs))
    table(("inside one process", "bare FTS5 ms", "releasecli ms", "ratio"), rows)


def _time(ask: Callable[[], object], rounds: int) -> float:
    """The middle CPU time of a few calls, one call to warm up before."""
    ask()
    spent = []
    for _ in range(rounds):
        started = process_time()
        ask()
        spent.append(process_time() - started)
    return median(spent)


def _ask(connection: sqlite3.Connection, words: str) -> list[tuple[object, ...]]:
    return connection.execute(_QUERY, (words,)).fetchall()


def _ours(index: Path) -> Callable[[str], object]:
    """The product's own search on an open cache, 20 hits as on a terminal."""
    cache = open_cache(open_index(str(index)))
    return lambda words: search(cache.db, SearchQuery(words, limit=20), Filters())


def _bare(folder: Path) -> Path:
    """The peer's database: the same texts in one FTS5 table."""
    path = folder / "bare.db"
    if path.exists():
        return path
    with sqlite3.connect(path) as connection, (folder / "releases.jsonl").open(encoding="utf-8") as lines:
        connection.execute("create virtual table bare using fts5(id unindexed, title, text)")
        releases = map(json.loads, lines)
        connection.executemany(
            "insert into bare values (?, ?, ?)", ((each["id"], each["title"], each["text"]) for each in releases)
        )
        connection.execute("insert into bare(bare) values ('optimize')")
    return path
