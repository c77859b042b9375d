"""How are texts kept?

Compressed with what the texts before them have in common: every 2,048th text makes a dictionary of those since the last
one. A compressed text names the dictionary it needs (RFC 1950).
"""

import sqlite3
import zlib
from functools import lru_cache

_EVERY, _PARTS, _LENGTH = 2048, 32, 1024  # a dictionary is the first bytes of so many texts; zlib takes 32 KB
_NAMED = 0x20


def put_text(db: sqlite3.Connection, n: int, text: str) -> None:
    """Keep the text of a new release."""
    if n % _EVERY == 0:
        _learn(db, n)
    last = db.execute("select body from dictionaries order by n desc limit 1").fetchone()
    stream = zlib.compressobj(zdict=last[0]) if last else zlib.compressobj()
    body = stream.compress(text.encode("utf-8", "surrogatepass")) + stream.flush()
    db.execute("insert into texts values(?, ?)", (n, body))


def text_of(db: sqlite3.Connection, n: int) -> str:
    """The text of a release; empty for one that is no longer live. Raises zlib.error where it is damaged."""
    row = db.execute("select body from texts where n = ?", (n,)).fetchone()
    return _opened(db, row[0]).decode("utf-8", "surrogatepass") if row else ""


def _opened(db: sqlite3.Connection, body: bytes) -> bytes:
    if len(body) < 6 or not body[1] & _NAMED:
        return zlib.decompress(body)
    stream = zlib.decompressobj(zdict=_dictionary(db, int.from_bytes(body[2:6], "big")))
    whole = stream.decompress(body)
    if not stream.eof:
        raise zlib.error("a text ends too early")
    return whole


@lru_cache(maxsize=32)
def _dictionary(db: sqlite3.Connection, checksum: int) -> bytes:
    row = db.execute("select body from dictionaries where checksum = ?", (checksum,)).fetchone()
    return bytes(row[0]) if row else b""


def _learn(db: sqlite3.Connection, n: int) -> None:
    texts = (text_of(db, before) for before in range(n - _EVERY, n, _EVERY // _PARTS))
    if body := b"".join(text.encode("utf-8", "surrogatepass")[:_LENGTH] for text in texts):
        db.execute("insert into dictionaries values(?, ?, ?)", (n, zlib.adler32(body), body))
