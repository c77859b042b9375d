"""What does the cache hold of the text of one release?"""

import sqlite3
from typing import Any

from releasecli.store.cache import packing, spans
from releasecli.store.cache.texts import text_of

__all__ = ["facts_of", "paragraphs_of", "sentences_of", "spans_of", "text_of"]


def facts_of(db: sqlite3.Connection, n: int, text: str, *kinds: str) -> dict[str, Any] | None:
    """The facts of a release with this text, all or those of some kinds, as in the output contract.

    None where none were made yet.
    """
    row = db.execute("select body from facts where n = ?", (n,)).fetchone()
    return packing.opened(row[0], text, kinds or packing.KINDS) if row else None


def spans_of(db: sqlite3.Connection, n: int) -> bytes:
    """The sentences of a release as they are kept."""
    return bytes(db.execute("select spans from sentences where n = ?", (n,)).fetchone()[0])


def sentences_of(db: sqlite3.Connection, n: int) -> list[tuple[int, int, int]]:
    """Start, end and paragraph of each sentence of a release."""
    row = db.execute("select spans, marks from sentences where n = ?", (n,)).fetchone()
    return spans.sentences(*row)


def paragraphs_of(db: sqlite3.Connection, n: int) -> list[tuple[int, int]]:
    """Start and end of each paragraph of a release."""
    row = db.execute("select marks from sentences where n = ?", (n,)).fetchone()
    return spans.opened(row[0])
