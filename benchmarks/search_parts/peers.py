"""How do others order the same texts? Peers as their users set them up, where they are installed."""

import importlib.util
import sqlite3
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.search_parts.indexes import Text
from releasecli.resources import gazetteer
from releasecli.text.tokens import words

Peer = Callable[[Sequence[Text]], Callable[[str], Sequence[str]]]


def available() -> dict[str, Peer]:
    """The peers that can be run here, by name."""
    found: dict[str, Peer] = {"SQLite FTS5 porter, stop list, OR": bare}
    if importlib.util.find_spec("tantivy"):
        found["tantivy en_stem, OR"] = tantivy
    return found


def bare(texts: Sequence[Text]) -> Callable[[str], Sequence[str]]:
    """FTS5 as it comes, with its Porter stemmer; the words of a query but for a stop list, joined by OR."""
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(id unindexed, body, tokenize='porter unicode61')")
    db.executemany("insert into t values(?, ?)", ((id_, f"{title} {body}") for id_, title, body in texts))
    stop = {row[0] for row in gazetteer("common")}

    def ranked(line: str) -> list[str]:
        kept = dict.fromkeys(word.lower() for word in words(line) if word.lower() not in stop)
        match = " OR ".join(f'"{word}"' for word in kept)
        return [row[0] for row in db.execute("select id from t where t match ? order by rank limit 100", (match,))]

    return ranked


def tantivy(texts: Sequence[Text]) -> Callable[[str], Sequence[str]]:
    """Tantivy with its English stemmer, title and text as two fields."""
    peer: Any = import_module("tantivy")  # not everyone has it
    builder = peer.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for field in ("title", "body"):
        builder.add_text_field(field, tokenizer_name="en_stem")
    index: Any = peer.Index(builder.build())
    writer = index.writer(50_000_000)
    for id_, title, body in texts:
        writer.add_document(peer.Document(id=id_, title=title, body=body))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    stop = {row[0] for row in gazetteer("common")}

    def ranked(line: str) -> list[str]:
        kept = [word for word in words(line) if word.isalnum() and word.lower() not in stop]
        query = index.parse_query(" ".join(kept), ["title", "body"])
        return [searcher.doc(place)["id"][0] for _, place in searcher.search(query, 100).hits]

    return ranked
