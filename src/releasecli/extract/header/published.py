"""When was it published, and what says so?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from releasecli.extract.header.dateline import Dateline
from releasecli.extract.header.settings import Settings
from releasecli.extract.header.stamplines import StampLine
from releasecli.extract.header.stamps import Order, Stamp, whole

_MIDNIGHT = re.compile(r"T00:00(?!:?\d*[1-9])")  # a day, as scripts write it
_WRAPPERS = ("option", "front-matter", "feed", "column", "header")


@dataclass(frozen=True, slots=True)
class Published:
    """`value` is ISO 8601 as precise as known, `found` where it stood; both readings where it has two."""

    value: str | None = None
    found: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks of the day: the wrapper's value, the path's, stamp lines, the dateline.

    Stamp lines before offset `body` are in the header, those after it in the footer.
    """

    fields: Mapping[str, str]
    stamps: Sequence[StampLine]
    body: int
    line: Dateline | None


def published(evidence: Evidence, order: Order | None, settings: Settings) -> Published:
    """The day by the first that tells it: wrapper, path with a day, header, footer, dateline, metadata, rough path."""
    wrapper, path, meta = _fields(evidence.fields, order, settings)
    stamps = [
        *wrapper,
        *_day(path),
        *_lines(evidence),
        *_of(evidence.line, path),
        *meta,
        *path,
    ]
    stamps.sort(key=lambda witness: witness[1] != settings.prefer)
    if not stamps:
        return Published()
    stamp, found = stamps[0]
    value = stamp.value or _settled(stamp, stamps[1:])
    if value is None:
        return Published(None, None, stamp.readings)
    return Published(_finer(value, stamps[1:]), found)


_Witness = tuple[Stamp, str]


def _fields(
    fields: Mapping[str, str], order: Order | None, settings: Settings
) -> tuple[list[_Witness], list[_Witness], list[_Witness]]:
    """The stamps of the wrapper, of the path and of page metadata."""
    source = fields.get("published_from", "column")
    stamp = whole(fields.get("published", ""), order)
    if stamp and settings.zone == "drop" and stamp.value:
        stamp = Stamp(0, 0, stamp.value.removesuffix("Z"))
    own = [(stamp, source)] if stamp and not stamp.short else []
    also = whole(fields.get("published_path", ""), order)
    path = own if source == "path" else [(also, "path")] if also else []
    return own if source in _WRAPPERS else [], path, own if source == "meta" else []


def _day(witnesses: Sequence[_Witness]) -> list[_Witness]:
    return [(stamp, found) for stamp, found in witnesses if len(stamp.value or stamp.readings[0]) >= 10]


def _lines(evidence: Evidence) -> list[_Witness]:
    """The stamp line to believe: header before footer, one that says "published" before others, "updated" last."""
    ranked = sorted(evidence.stamps, key=lambda hit: (hit.line.start >= evidence.body, -hit.weight))
    return [(hit.stamp, "footer" if hit.line.start >= evidence.body else "header") for hit in ranked]


def _of(line: Dateline | None, path: Sequence[_Witness]) -> list[_Witness]:
    """The day of a dateline; one without a year takes it from the path."""
    if line is None or line.stamp is None:
        return []
    if not line.stamp.short:
        return [(line.stamp, "dateline")] if len(line.stamp.value or "") >= 10 else []
    day = str(line.stamp.value)[2:]
    known = next((stamp.value for stamp, _ in path if stamp.value), None)
    if known is None or not f"{known[:4]}-{day}".startswith(known):
        return []
    return [(Stamp(0, 0, f"{known[:4]}-{day}"), "dateline")]


def _settled(stamp: Stamp, others: Sequence[_Witness]) -> str | None:
    """Of two readings the one that another source of the day agrees with."""
    days = {other.value[:10] for other, _ in others if other.value}
    fitting = [reading for reading in stamp.readings if any(reading.startswith(day) for day in days)]
    return fitting[0] if len(fitting) == 1 else None


def _finer(value: str, others: Sequence[_Witness]) -> str:
    """The same day (or month) said more precisely by another witness on the page."""
    for other, found in others:
        if (
            found in {"header", "footer", "dateline", "meta"}
            and other.value
            and other.value.startswith(value)
            and len(value) <= 10
            and not _MIDNIGHT.search(other.value)
        ):
            return other.value
    return value
