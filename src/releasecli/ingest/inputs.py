"""Was an input read before, and what was said of it then?

An input that is as when last read is not read again: its releases are counted as unchanged, and what did not come in is
named again. A failure that another try may mend, and a release that was deleted and is back, have it read anew.
"""

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG

import releasecli
from releasecli.ingest.events import Event, IngestOptions
from releasecli.ingest.reading import Ready, place_of
from releasecli.model.plain import plain
from releasecli.readers import Failure, Item
from releasecli.refresh.workers import Died


@dataclass(frozen=True, slots=True)
class Known:
    """What an input gave when it was last read: its mark, how many releases, and the events of those not taken in."""

    mark: str = ""
    count: int = 1
    told: tuple[Event, ...] = ()


def known(db: sqlite3.Connection, item: Item, options: IngestOptions) -> Known | None:
    """What these options made of an input; None for one never read, or worth another try."""
    if options.again:
        return None
    found = "select mark, count, told from inputs where uri = ? and options = ?"
    row = db.execute(found, (place_of(item), _key(options))).fetchone()
    if not row:
        return None
    events = (Event(**{**each, "notes": tuple(each["notes"])}) for each in json.loads(row[2]))
    told = tuple(_moved(event, place_of(item), item.uri) for event in events)
    alive = "select 1 from releases where id = ? and live"
    back = any(each.kind == "deleted" and db.execute(alive, (each.id,)).fetchone() for each in told)
    return None if back else Known(row[0], row[1], told)


def remember(db: sqlite3.Connection, item: Item, options: IngestOptions, now: Known) -> None:
    """Keep what came of an input for the next time."""
    place = place_of(item)
    told = json.dumps([plain(_moved(event, item.uri, place)) for event in now.told], ensure_ascii=False)
    row = (place, _key(options), now.mark, now.count, told)
    db.execute("insert or replace into inputs values(?, ?, ?, ?, ?)", row)


def mark_of_file(item: Item) -> str:
    """Time and size of a file; empty for what has none, or was written a moment ago and may be written again."""
    try:
        stat = Path(item.uri).stat()
    except (OSError, ValueError):
        return ""
    settled = S_ISREG(stat.st_mode) and abs(time.time() - stat.st_mtime) > 1
    return f"{stat.st_mtime_ns}:{stat.st_size}" if settled else ""


def mark_of_answer(result: Ready | Failure | Died) -> str:
    """ETag and Last-Modified of the answer a release came in, a line each; empty for none."""
    fields = result.document.fields if isinstance(result, Ready) else {}
    marks = (fields.get("etag", ""), fields.get("last_modified", ""))
    return "\n".join(marks) if any(marks) else ""


def asking_less(db: sqlite3.Connection, items: Iterable[Item], options: IngestOptions) -> IngestOptions:
    """The options with how each URL's answer was marked last time, so that a server need not send it again."""
    urls = {item.uri: known(db, item, options) for item in items if "://" in item.uri}
    marks = {url: _pair(before.mark) for url, before in urls.items() if before}
    return replace(options, read=replace(options.read, validators=marks)) if marks else options


def _moved(event: Event, old: str, new: str) -> Event:
    """The event with its place below `new`: an input is named as it was typed this time."""
    return replace(event, uri=new + event.uri.removeprefix(old)) if event.uri.startswith(old) else event


def _pair(mark: str) -> tuple[str, str]:
    etag, _, modified = mark.partition("\n")
    return etag, modified


def _key(options: IngestOptions) -> str:
    """Everything besides the input itself that its outcome depends on, as one word."""
    whole = f"{releasecli.__version__}{options.read}{options.header}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
