"""Do timelines choose the days and sentences an editor would?

Timeline17, DEV part: through the product's own dates and search (`ours`), with the dates of the files (`given`), and
blind (neither the number of days nor the span are passed). Articles enter with one source sentence a line.
Options: topics by name; `--given` only with the dates of the files; `--keep DIR` keeps the caches between runs.
"""

import gzip
import importlib.util
import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from releasecli.extract.header import furniture
from releasecli.extract.times import times
from releasecli.model import Facts, Header, Release, Source, Time
from releasecli.queries.filters import Filters
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.timeline import TimelineQuery, timeline
from releasecli.store.cache import clusters, fulltext, schema
from releasecli.store.cache.fact_rows import fact_rows, put_facts
from releasecli.store.cache.reading import text_of
from releasecli.store.cache.rows import Kept, Prepared, put
from releasecli.store.cache.shingles import bands, shingles
from releasecli.store.cache.spans import packed

BENCH = Path(os.environ.get("RELEASECLI_BENCH", Path(__file__).parents[1] / "../shared/bench")) / "timeline"
PEERS = (
    ("DATEWISE, supervised", ".627", ".133", ".038"),
    ("SDF, supervised", ".617", ".134", ".035"),
    ("moonshot, LLM", ".68", ".155", ".048"),
    ("most documents + centroid-opt", ".647", ".134", ""),
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Row = tuple[str, list[str]]


def main(argv: list[str]) -> None:
    """Print one line a system."""
    options = [arg for arg in argv if arg.startswith("-")]
    keep = Path(argv[argv.index("--keep") + 1]) if "--keep" in options else None
    known = sorted(folder.name for folder in (BENCH / "t17").iterdir())
    topics = [arg for arg in argv if arg in known] or known
    scorer = _scorer()
    print(f"{'Timeline17, ' + ' '.join(topics):<44}{'date F1':>8}{'AR1':>8}{'AR2':>8}")
    for name, *figures in PEERS:
        print(f"{name:<44}" + "".join(f"{figure:>8}" for figure in figures))
    for dates in ("given",) if "--given" in options else ("given", "ours"):
        bases = {topic: _base(topic, dates, keep) for topic in topics}
        for blind in (False, True):
            results = [result for topic in topics for result in _scores(scorer, bases[topic], topic, blind=blind)]
            out = scorer.summarise(results)
            label = f"releasecli, dates {dates}{', blind' if blind else ''}"
            print(f"{label:<44}" + "".join(f"{out[key]['f']:>8.4f}" for key in ("date", "ar1", "ar2")), flush=True)
            if "--per" in options:
                print(
                    "   ", *(f"{scorer.f1(*result['date']):.3f}/{scorer.f1(*result['ar1']):.3f}" for result in results)
                )


def _scores(scorer: Any, db: sqlite3.Connection, topic: str, *, blind: bool) -> Iterator[dict[str, Any]]:
    for reference in json.loads((BENCH / "t17" / topic / "timelines.json").read_text(encoding="utf-8")):
        yield scorer.score_pair(_answer(db, topic, reference["timeline"], blind=blind), reference["timeline"])


def _answer(db: sqlite3.Connection, topic: str, reference: Sequence[Row], *, blind: bool) -> list[Row]:
    days = sorted({day[:10] for day, _ in reference})
    keywords = json.loads((BENCH / "t17" / topic / "topic.json").read_text(encoding="utf-8"))["keywords"]
    span = (days[0], days[-1])
    query = TimelineQuery(
        search=SearchQuery(words=" ".join(keywords), any=True),
        filters=Filters(published=span),
        when=None if blind else span,
        days=None if blind else len(days),
        per_day=None if blind else round(sum(len(sentences) for _, sentences in reference) / len(days)),
    )
    found: dict[str, list[str]] = {}
    for row in timeline(db, query).rows:
        if _DAY.match(row.date):
            found.setdefault(row.date[:10], []).append(_source_sentence(db, row.release, row.start))
    return sorted(found.items())


def _source_sentence(db: sqlite3.Connection, release: str, start: int) -> str:
    text = text_of(db, db.execute("select n from releases where id = ?", (release,)).fetchone()[0])
    return text[start : text.find("\n", start)]


def _base(topic: str, dates: str, keep: Path | None) -> sqlite3.Connection:
    """A cache with all articles of a topic."""
    file = keep / f"{topic}-{dates}.sqlite" if keep else None
    if file and file.exists():
        return sqlite3.connect(file)
    db = sqlite3.connect(":memory:")
    schema.create(db)
    fulltext.create(db)
    memo: clusters.Memo = {}
    with gzip.open(BENCH / "t17" / topic / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            n, text, spans = _put(db, number, article)
            clusters.join(db, n, bands(shingles(text)), memo)
            header = Header(published=article["date"], language="en")
            found = _ours(text, header) if dates == "ours" else tuple(_given(article, spans))
            put_facts(db, n, fact_rows(text, packed(spans), Facts(times=found)), 1)
    fulltext.finish(db)
    db.commit()
    if file:
        with sqlite3.connect(file) as copy:
            db.backup(copy)
    return db


def _put(db: sqlite3.Connection, number: int, article: dict[str, Any]) -> tuple[int, str, list[tuple[int, int]]]:
    sentences = [" ".join(sentence.split()) for sentence in article["sents"]]
    text = "\n".join(sentences) + "\n"
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    spans = [(end - 1 - len(sentence), end - 1) for end, sentence in zip(ends, sentences, strict=True)]
    header = Header(title="", published=article["date"], language="en")
    release = Release(f"{article['date']}-{number:08x}", header, text, Source("jsonl", ""))
    ready = Prepared(
        hash=f"{number:064x}",
        spans=packed(spans),
        marks=packed(spans),
        bands=bands(shingles(text)),
        words=len(text.split()),
    )
    n = put(db, release, ready, Kept(str(number), 0, 0))
    assert n
    return n, text, spans


def _given(article: dict[str, Any], spans: Sequence[tuple[int, int]]) -> Iterator[Time]:
    """The values of the files that are days."""
    for sentence, values in article["heideltime"].items():
        start = spans[int(sentence)][0]
        for value in dict.fromkeys(found.group() for value in values if (found := _DAY.match(value))):
            yield Time(start, start, "", "DATE", value, value, value, basis="inferred")


def _ours(text: str, header: Header) -> tuple[Time, ...]:
    """The product's own dates of what the text tells; the other facts are of no use here."""
    outside = furniture(text)
    return tuple(time for time in times(text, header) if not any(a <= time.start < b for a, b in outside))


def _scorer() -> Any:
    """The scorer of the test set, or one line that names the package it is missing."""
    if importlib.util.find_spec("nltk") is None:
        sys.exit("benchmarks timeline: the scorer needs the package nltk for its stemmer; pip install nltk")
    spec = importlib.util.spec_from_file_location("timeline_score", BENCH / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["timeline_score"] = module
    spec.loader.exec_module(module)
    return module
