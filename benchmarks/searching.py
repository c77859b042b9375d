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
from releasecli.queries.search.answer import counts, search
from releasecli.queries.search.query import SearchQuery
from releasecli.store.cache.database import open_cache
from releasecli.store.cache.reading import text_of
from releasecli.store.index import open_index

WORDS = ("sunscreen", "immigration", "katrina", "ethanol subsidies", "supreme court nomination", "border fence vote")
COMMON = "senator president today"
SLIP = "immigratoin"
_PARTS = {
    "full text": ("words_",),
    "vocabulary and slips": ("vocabulary", "sqlite_autoindex_vocabulary", "stems", "skeletons", "deletes"),
    "texts, compressed, and where their sentences are": ("texts", "dictionaries", "sentences"),
    "facts, packed": ("facts",),
    "what facts are found and counted by": ("times", "facets", "held", "holds"),
    "headers and their indexes": ("releases",),
    "near-duplicates": ("bands",),
}
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
    sizes(folder / "index")


def cold(index: Path, bare: Path, rounds: int) -> None:
    """Whole processes: start, search, print."""
    search = [str(Path(sys.executable).with_name("releasecli")), "--index", str(index), "search"]
    rare, usual = WORDS[:2]
    compared = {
        "python -c pass": [sys.executable, "-c", "pass"],
        f"bare sqlite3 FTS5 script, {usual}": [sys.executable, "-c", _BARE, str(bare), usual],
        f"rg -il {usual}, over the records": ["rg", "-il", usual, str(index / "releases")],
        f"search {rare} --json": [*search, rare, "--json"],
        f"search {usual} --json -n 20": [*search, usual, "--json", "-n", "20"],
        f"search {SLIP} --json -n 20": [*search, SLIP, "--json", "-n", "20"],
        f"search {COMMON} --json -n 20": [*search, COMMON, "--json", "-n", "20"],
        f"search {usual} --count-by issuer": [*search, usual, "--count-by", "issuer"],
        f"search {usual} --json, all": [*search, usual, "--json"],
    }
    costs = medians(compared, rounds)
    unit = costs["python -c pass"].cpu
    rows = [(name, each.cpu, each.cpu / unit, each.wall) for name, each in costs.items()]
    table(("search, cold", "CPU s", "times pass", "wall s"), rows)


def inside(index: Path, bare: Path, rounds: int) -> None:
    """The query alone, in a process that is already up."""
    connection = sqlite3.connect(bare)
    db = open_cache(open_index(str(index))).db
    rows: list[tuple[object, ...]] = []
    for words in (*WORDS, COMMON):
        theirs = _time(partial(_ask, connection, words), rounds)
        mine = _time(partial(search, db, SearchQuery(words, limit=20), Filters()), rounds)
        rows.append((words, theirs * 1000, mine * 1000, mine / theirs))
    slip = _time(partial(search, db, SearchQuery(SLIP, limit=20), Filters()), rounds)
    by_issuer = _time(partial(counts, db, SearchQuery(WORDS[1]), Filters(), "issuer"), rounds)
    rows += [(SLIP, "", slip * 1000, ""), (f"{WORDS[1]} --count-by issuer", "", by_issuer * 1000, "")]
    table(("search, inside one process", "bare FTS5 ms", "releasecli ms", "ratio"), rows)


def sizes(index: Path) -> None:
    """What each part of the cache takes, against the texts as UTF-8."""
    db = open_cache(open_index(str(index))).db
    texts = sum(len(text_of(db, n).encode()) for (n,) in db.execute("select n from texts"))
    pages = dict(db.execute("select name, sum(pgsize) from dbstat group by name"))
    held = {
        part: sum(size for name, size in pages.items() if name.startswith(begins)) for part, begins in _PARTS.items()
    }
    held["what ingest remembers"] = sum(pages.values()) - sum(held.values())
    rows = [(part, size / 1e6, size / texts) for part, size in (*held.items(), ("whole cache", sum(pages.values())))]
    table((f"cache, {texts / 1e6:.0f} MB of text", "MB", "times the text"), rows)


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
