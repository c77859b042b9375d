"""How do releases get their facts? The second stage, in several processes, a batch a transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from releasecli.extract.facts import RULES, facts
from releasecli.model.facts import Facts
from releasecli.model.header import Header
from releasecli.model.release import Correction
from releasecli.refresh.corrections import corrected
from releasecli.refresh.workers import cores, limited, shared
from releasecli.store.cache.database import Cache
from releasecli.store.cache.fact_rows import FactRows, fact_rows, put_facts
from releasecli.store.cache.making import undone_by_a_fault
from releasecli.store.cache.reading import spans_of, text_of
from releasecli.store.cache.values import corrections_of, header_of

Progress = Callable[[str, int, int], None]
BATCH = 200
_FEW = 24
_MANY = 2000
_PATIENCE = 120  # seconds for one text


@dataclass(frozen=True, slots=True)
class Task:
    """One text to read facts from."""

    n: int
    id: str
    text: str
    header: Header
    spans: bytes
    corrections: tuple[Correction, ...]


def missing(db: sqlite3.Connection, *, outdated: bool) -> list[int]:
    """Releases without facts, or also those with facts of other rules."""
    which = "facts <> ?" if outdated else "facts = 0 and ? > 0"
    return [row[0] for row in db.execute(f"select n from releases where {which} and live order by n", (RULES,))]


def make_facts(cache: Cache, wanted: list[int], progress: Progress) -> list[str]:
    """Extract and store the facts of these releases; what could not be read is named. Safe to interrupt."""
    failed: list[str] = []
    with undone_by_a_fault(cache.db):
        tasks = (_task(cache.db, n) for n in wanted)
        results = shared(tasks, extracted, cores() if len(wanted) > _FEW else 1, empty=len(wanted) > _MANY)
        for done, (task, found) in enumerate(results, 1):
            if not isinstance(found, FactRows):
                failed.append(f"{task.id}: no facts, {found if isinstance(found, str) else 'the extraction died'}")
            put_facts(cache.db, task.n, found if isinstance(found, FactRows) else _none(task), RULES)
            if done % BATCH == 0:
                cache.db.execute("commit")
                cache.db.execute("begin immediate")
            progress("reading facts", done, len(wanted))
    return failed


def extracted(task: Task) -> Iterator[FactRows | str]:
    """The facts of one text with a person's corrections; a rule that fails costs this text's facts, nothing else."""
    try:
        with limited(_PATIENCE):
            found, _ = corrected(task.text, facts(task.text, task.header), task.corrections)
            rows: FactRows | str = fact_rows(task.text, task.spans, found)
    except Exception as error:  # noqa: BLE001  whatever a rule does, the other texts go on
        rows = f"{type(error).__name__}: {error}"
    yield rows


def _none(task: Task) -> FactRows:
    return fact_rows(task.text, task.spans, Facts())


def _task(db: sqlite3.Connection, n: int) -> Task:
    release_id = db.execute("select id from releases where n = ?", (n,)).fetchone()[0]
    return Task(n, release_id, text_of(db, n), header_of(db, n), spans_of(db, n), corrections_of(db, n))
