"""Which release does a user name?"""

import re
import sqlite3
from typing import NamedTuple

from releasecli.errors import UsageError

# compiled where a release is named: most searches name none
_REF = r"(?P<id>[^:@\s]+)(?:@v(?P<version>\d+))?(?::(?P<paragraph>\d+))?"
_DAY = r"(?:1[5-9]|20|21)\d\d(-\d{2}(-\d{2})?)?"
_HASH = r"[0-9a-f]{4,64}"


class Ref(NamedTuple):
    """A place a user can name: a release, perhaps an earlier version of it, perhaps one paragraph."""

    id: str
    version: int | None = None
    paragraph: int | None = None


def parse_ref(db: sqlite3.Connection, typed: str) -> Ref:
    """The reference a user typed: a full id, or 4 or more characters of its hash, with `@vN` and `:PARAGRAPH`.

    Raises UsageError where no release fits, or several do (it names them).
    """
    match = re.fullmatch(_REF, typed.strip())
    if not match:
        raise UsageError(f"'{typed}' is no id", "write an id, ID:PARAGRAPH or how its last part begins (7f3c)")
    version, paragraph = match["version"], match["paragraph"]
    return Ref(_id(db, match["id"]), int(version) if version else None, int(paragraph) if paragraph else None)


def ids_like(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Id and title of up to six releases whose id has these characters in its last part."""
    part = typed.rpartition("-")[2].lower()
    if not re.fullmatch(_HASH, part):
        return []
    like = f"{typed.lower()}%" if "-" in typed else f"%-{part}%"
    return db.execute("select id, title from releases where live and id like ? limit 6", (like,)).fetchall()


def _id(db: sqlite3.Connection, typed: str) -> str:
    if db.execute("select 1 from releases where live and id = ?", (typed,)).fetchone():
        return typed
    found = ids_like(db, typed)
    if not found:
        day = f" --on {typed}" if re.fullmatch(_DAY, typed) else ""
        raise UsageError(f"no release '{typed}'", f"releasecli search{day} lists ids")
    if len(found) > 1:
        several = ", ".join(f"{ident} ({title[:40]})" for ident, title in found)
        raise UsageError(f"'{typed}' can be {several}", "write more of it")
    return str(found[0][0])
