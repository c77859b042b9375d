import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from releasecli.queries.search import SearchQuery
from releasecli.queries.summarise import SummaryQuery, summarise
from releasecli.queries.timeline import TimelineQuery, timeline
from releasecli.text.normal import normal_form

CORPUS = Path(__file__).parents[3] / "../shared/corpus/whitehouse"


class Told(NamedTuple):
    """A release of the corpus."""

    text: str
    published: str | None = None
    issuer: str | None = None
    side: str | None = None


@pytest.fixture(scope="module")
def texts() -> list[Told]:
    files = sorted(CORPUS.glob("**/*readout*.md"))[:40]
    if not files:
        pytest.skip("the shared corpus is not here")
    return [
        Told(normal_form(file.read_text(encoding="utf-8").split("---", 2)[2]), file.name[:10])
        for file in files
        if re.match(r"\d{4}-\d\d-\d\d", file.name)
    ]


@pytest.mark.parametrize("words", ["", "president"])
def test_every_line_of_every_answer_is_word_for_word(
    texts: list[Told], words: str, cache_of: Callable[..., sqlite3.Connection]
) -> None:
    db = cache_of(*texts)
    by_id = {row[0]: texts[row[1] - 1].text for row in db.execute("select id, n from releases")}
    search = SearchQuery(words=words)
    chosen = timeline(db, TimelineQuery(search=search)).rows
    events = (*chosen, *timeline(db, TimelineQuery(search=search, all=True)).rows)
    told = summarise(db, SummaryQuery(search=search, sentences=20)).rows
    assert events
    for row in events:
        assert by_id[row.release][row.start : row.end] == row.text
        assert row.why
        assert row.earliest or row.latest
        assert row.release in row.releases
    for sentence in told:
        assert by_id[sentence.release][sentence.start : sentence.end] == sentence.text
        assert sentence.why
