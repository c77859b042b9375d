"""How does a collection become an index of ours, without records?"""

import sqlite3
from collections.abc import Iterable

from releasecli.refresh.texts import COUNTED
from releasecli.store.cache import fulltext, schema
from releasecli.store.cache.spans import packed
from releasecli.store.cache.texts import put_text
from releasecli.text.paragraphs import paragraphs

Text = tuple[str, str, str]  # id, title, text


def index(texts: Iterable[Text], path: str = ":memory:") -> sqlite3.Connection:
    """The cache of the texts: the tables a search reads, filled through the product's own functions."""
    db = sqlite3.connect(path, isolation_level=None)
    schema.create(db)
    fulltext.create(db)
    db.execute("begin")
    for n, (id_, title, body) in enumerate(texts, 1):
        text = f"{title}\n\n{body}" if title else body
        db.execute(
            "insert into releases(n, id, hash, title, version, cluster) values(?, ?, ?, ?, 1, ?)",
            (n, id_, str(n), title or text[:60], n),
        )
        put_text(db, n, text)
        db.execute("insert into sentences values(?, ?, ?)", (n, packed([]), packed(paragraphs(text))))
        fulltext.add(db, n, title, text)
        if n % COUNTED == 0:
            fulltext.finish(db)
    fulltext.finish(db)
    db.execute("commit")
    return db
