"""What does the cache hold of the text of one release?"""

import json
import sqlite3
import struct
import zlib
from typing import Any


def text_of(db: sqlite3.Connection, n: int) -> str:
    """The text of a release; empty for one that is no longer live."""
    row = db.execute("select body from texts where n = ?", (n,)).fetchone()
    return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else ""


def facts_of(db: sqlite3.Connection, n: int) -> dict[str, Any] | None:
    """The facts of a release as in the output contract; None where none were made yet."""
    row = db.execute("select body from facts where n = ?", (n,)).fetchone()
    return json.loads(zlib.decompress(row[0])) if row else None


def spans_of(db: sqlite3.Connection, n: int) -> tuple[bytes, bytes]:
    """Packed sentences and packed paragraphs of a release; `unpacked` opens them."""
    row = db.execute("select spans, marks from sentences where n = ?", (n,)).fetchone()
    return row[0], row[1]


def unpacked(blob: bytes, width: int) -> list[tuple[int, ...]]:
    """Spans of the sentences (width 3: start, end, paragraph) or of the paragraphs (width 2)."""
    flat = struct.unpack(f"<{len(blob) // 4}I", blob)
    return list(zip(*(flat[at::width] for at in range(width)), strict=True))
