"""How does a release become a record, and a record a release? Plain dicts of strings, in one fixed order of keys."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from releasecli.errors import IndexProblem
from releasecli.model.entity import Entity
from releasecli.model.facts import Cue, Facts, Figure, Name, Party, Statement
from releasecli.model.header import Category, Header
from releasecli.model.plain import plain
from releasecli.model.release import Correction, Release, Source
from releasecli.model.span import Span
from releasecli.model.times import Time

SCHEMA = "releasecli/1"
CATEGORIES = ("readout", "statement", "communique", "press-release", "remarks", "other")
SINGLE = (
    "title",
    "issuer",
    "issuer_id",
    "side",
    "category",
    "category_text",
    "published",
    "published_from",
    "place",
    "language",
)
KEYS = ("schema", "id", *SINGLE, "published_candidates", "version", "tags", "notes", "corrections", "source", "seals")

_ID = re.compile(r"(?:\d{4}-\d\d-\d\d|undated)-[0-9a-f]{8,64}")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d.*)?)?)?")


class Unfit(IndexProblem):
    """A value that a record cannot have; `key` names it."""

    def __init__(self, key: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.key = key


def to_record(release: Release) -> dict[str, Any]:
    """What is written to a file: what is unknown or empty is absent, the text comes last."""
    header, source = release.header, release.source
    record: dict[str, Any] = {"schema": SCHEMA, "id": release.id}
    record |= {key: getattr(header, key) for key in SINGLE}
    record |= {
        "published_candidates": list(header.published_candidates),
        "version": release.version,
        "tags": list(release.tags),
        "notes": release.notes,
        "corrections": [_correction_record(correction) for correction in release.corrections],
        "source": {key: value for key, value in plain(source).items() if value},
        "seals": dict(release.seals),
        "text": release.text,
    }
    return {key: value for key, value in record.items() if value}


def from_record(record: Mapping[str, Any]) -> Release:
    """The release a record holds; Unfit says what is wrong with it. Unknown keys are left alone."""
    if (schema := _one(record, "schema")) not in (None, SCHEMA):
        raise Unfit("schema", f"schema is {schema}, this program reads {SCHEMA}", "update releasecli")
    values = {key: _one(record, key) for key in SINGLE}
    source = _mapping(record, "source")
    return Release(
        id=_id(record),
        header=Header(
            title=values["title"] or "",
            issuer=values["issuer"],
            issuer_id=values["issuer_id"],
            side=values["side"],
            category=_category(values["category"]),
            category_text=values["category_text"],
            published=_published(values["published"]),
            published_from=values["published_from"],
            published_candidates=_many(record, "published_candidates"),
            place=values["place"],
            language=values["language"],
        ),
        text=_needed(record, "text"),
        source=Source(
            format=_one(source, "format") or "text",
            sha256=_one(source, "sha256") or "",
            url=_one(source, "url"),
            key=_one(source, "key"),
            also=_many(source, "also"),
        ),
        version=_number(record, "version"),
        tags=_many(record, "tags"),
        notes=_one(record, "notes"),
        corrections=_corrections(record),
        seals={key: str(value) for key, value in _mapping(record, "seals").items()},
    )


def facts_record(facts: Facts) -> dict[str, Any]:
    """Facts as in the output contract, in its order of keys."""
    return cast("dict[str, Any]", plain(facts))


def facts_from(record: Mapping[str, Any]) -> Facts:
    """The facts a dict of `facts_record` holds."""
    return Facts(
        times=tuple(Time(**{**row, "readings": tuple(row.get("readings", ()))}) for row in record["times"]),
        names=tuple(Name(**row) for row in record["names"]),
        statements=tuple(_statement(row) for row in record["statements"]),
        figures=tuple(Figure(**row) for row in record["figures"]),
    )


def _statement(row: Mapping[str, Any]) -> Statement:
    speaker, addressee = row["speaker"], row["addressee"]
    nested = {
        "speaker": Span(**speaker) if speaker else None,
        "who": _who(row["who"]),
        "cue": Cue(**row["cue"]),
        "content": tuple(Span(**span) for span in row["content"]),
        "addressee": Party(**{**addressee, "who": _who(addressee["who"])}) if addressee else None,
    }
    return Statement(**{**row, **nested})


def _who(rows: Sequence[Mapping[str, str]]) -> tuple[Entity, ...]:
    return tuple(Entity(**row) for row in rows)


def _correction_record(correction: Correction) -> dict[str, Any]:
    record = {"sentence": correction.sentence, "set": dict(correction.set), "drop": correction.drop}
    return {key: value for key, value in record.items() if value}


def _corrections(record: Mapping[str, Any]) -> tuple[Correction, ...]:
    rows = record.get("corrections") or []
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Unfit("corrections", "corrections must be a list, each with 'sentence' and 'set' or 'drop'")
    return tuple(
        Correction(_needed(row, "sentence"), {k: str(v) for k, v in _mapping(row, "set").items()}, _one(row, "drop"))
        for row in rows
    )


def _one(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if isinstance(value, list | Mapping):
        raise Unfit(key, f"{key} must be one value, not several")
    return str(value) if value not in (None, "") else None


def _needed(record: Mapping[str, Any], key: str) -> str:
    value = _one(record, key)
    if value is None:
        raise Unfit(key, f"{key} is missing")
    return value


def _many(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = record.get(key) or ()
    if isinstance(value, Mapping):
        raise Unfit(key, f"{key} must be a list")
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def _mapping(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = record.get(key) or {}
    if not isinstance(value, Mapping):
        raise Unfit(key, f"{key} must hold keys and values")
    return value


def _id(record: Mapping[str, Any]) -> str:
    """The id, which also names files and so holds nothing else."""
    value = _needed(record, "id")
    if not _ID.fullmatch(value):
        raise Unfit("id", f"{value!r} is no id", "ids are never changed by hand; git or a backup has the right one")
    return value


def _published(value: str | None) -> str | None:
    """ISO 8601 as precise as known, a day of the calendar."""
    if value is None or (_ISO.fullmatch(value) and _on_the_calendar(value)):
        return value
    raise Unfit("published", f"{value!r} is no day", "write 2023-03-21T19:22, or as much of it as is known")


def _on_the_calendar(value: str) -> bool:
    try:
        datetime.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _category(value: str | None) -> Category | None:
    if value is not None and value not in CATEGORIES:
        raise Unfit("category", f"category is {value}", f"one of {', '.join(CATEGORIES)}")
    return cast("Category | None", value)


def _number(record: Mapping[str, Any], key: str) -> int:
    value = _one(record, key) or "1"
    if not value.isdigit():
        raise Unfit(key, f"{key} must be a number, not {value}")
    return int(value)
