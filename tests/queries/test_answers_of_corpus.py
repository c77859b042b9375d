"""The shared corpus, read in place: a part of it, or all with `RELEASECLI_CORPUS=whole` (some minutes)."""

import os
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from releasecli import refresh
from releasecli.ingest import IngestOptions, ingest
from releasecli.model.results import Event
from releasecli.queries.compare import CompareQuery, compare
from releasecli.queries.filters import Filters
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.summarise import SummaryQuery, summarise
from releasecli.queries.timeline import TimelineQuery, timeline
from releasecli.store.index import create_index
from releasecli.store.records import parse_release

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
WHOLE = os.environ.get("RELEASECLI_CORPUS") == "whole"
WORDS = ("", "president", "Ukraine", "police", "today")
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
Texts = dict[str, str]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[sqlite3.Connection, Texts]]:
    """The cache of the releases, and their texts as the records have them."""
    folder = tmp_path_factory.mktemp("corpus")
    index = create_index(str(folder / "index"))
    files = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in {".md", ".txt", ".html", ".pdf", ".json"}]
    ingest([str(CORPUS)] if WHOLE else [str(path) for path in files[::40]], IngestOptions(), index)
    records = (folder / "index" / "releases").rglob("*.yaml")
    releases = (parse_release(path.read_text("utf-8"), path.name) for path in records)
    cache = refresh.ensure(index)
    yield cache.db, {release.id: release.text for release in releases}
    cache.db.close()


def test_every_line_of_a_timeline_is_word_for_word_and_its_date_explained(
    corpus: tuple[sqlite3.Connection, Texts],
) -> None:
    db, texts = corpus
    for words in WORDS:
        search = SearchQuery(words=words)
        for query in (
            TimelineQuery(search=search),
            TimelineQuery(search=search, all=True, vague=True, named=True),
            TimelineQuery(search=search, days=5, per_day=1),
            TimelineQuery(search=search, by="published"),
        ):
            for row in timeline(db, query).rows:
                assert texts[row.release][row.start : row.end] == row.text
                assert row.earliest or row.latest
                assert row.why
                assert _dated_inside(row) or "day of publication" in row.why
                assert row.release in row.releases


def _dated_inside(row: Event) -> bool:
    """Whether the words that name the date stand in the sentence."""
    return bool(row.spans) and all(row.start <= start < end <= row.end for start, end in row.spans)


def test_every_sentence_of_a_summary_is_word_for_word(corpus: tuple[sqlite3.Connection, Texts]) -> None:
    db, texts = corpus
    asked = [SummaryQuery(search=SearchQuery(words=words), sentences=20) for words in WORDS]
    of_one = [SummaryQuery(filters=Filters(ids=(ident,))) for ident in texts]
    for query in (*asked, *of_one):
        for row in summarise(db, query).rows:
            assert texts[row.release][row.start : row.end] == row.text
            assert row.why


def test_every_passage_of_a_comparison_is_word_for_word(corpus: tuple[sqlite3.Connection, Texts]) -> None:
    db, texts = corpus
    for pair in pairwise(sorted(texts)):
        for row in compare(db, CompareQuery(pair)).rows:
            assert row.a or row.b
            for told in filter(None, (row.a, row.b)):
                assert texts[told.release][told.start : told.end] == told.text
