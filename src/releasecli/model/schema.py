"""Which shape has the output, for another program?"""

from inspect import signature
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from releasecli.model.entity import Entity
from releasecli.model.facts import Facts, Figure, Name, Statement
from releasecli.model.header import Header
from releasecli.model.hits import Hit
from releasecli.model.plain import field_names
from releasecli.model.record import SCHEMA
from releasecli.model.release import Correction
from releasecli.model.results import Event
from releasecli.model.times import Time

_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one release and of the rows of every command; keys may be added within a version."""
    facts = {fact: _of(_element(hint)) for fact, hint in get_type_hints(Facts).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "One release, as `show --json` and `annotate` write it; rows of other commands under $defs",
        **_object(_release() | {name: {"type": "array", "items": shape} for name, shape in facts.items()}),
        "$defs": {
            "hit": _of(Hit),
            "event": _of(Event),
            "statement": _row(Statement),
            "figure": _row(Figure, sentence=_TEXT, date=_TEXT, who=_list(_of(Entity))),
            "name": _row(Name, count={"type": "integer"}),
            "time": _of(Time),
        },
    }


def _release() -> dict[str, Any]:
    header = _of(Header)["properties"]
    source = ("url", "format", "sha256", "uri", "added")
    return {
        "schema": {"const": SCHEMA},
        "id": {"type": ["string", "null"]},
        **header,
        "version": {"type": "integer"},
        "tags": _list({"type": "string"}),
        "notes": {"type": ["string", "null"]},
        "corrections": _list(_of(Correction)),
        "source": _object({name: {"type": ["string", "null"]} for name in source}),
        "text": {"type": "string"},
        "paragraphs": _list(_object({"start": {"type": "integer"}, "end": {"type": "integer"}})),
    }


def _row(kind: type, **more: dict[str, Any]) -> dict[str, Any]:
    """A fact as a flat row: where it stands, its own keys, what the question adds."""
    place = dict.fromkeys(("ref", "release", "published", "issuer"), _TEXT)
    return _object(place | _of(kind)["properties"] | more)


def _of(kind: Any) -> dict[str, Any]:
    if names := field_names(kind):
        hints = get_type_hints(kind)
        shapes = {name: _of(hints[name]) for name in names}
        required = [name for name, field in signature(kind).parameters.items() if field.default is field.empty]
        return {"type": "object", "properties": shapes, "required": required}
    origin = get_origin(kind)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin in {UnionType, Union}:
        return _either([_of(part) for part in get_args(kind)])
    if origin is tuple:
        return _list(_of(_element(kind)))
    return {"type": _PLAIN[kind]} if kind in _PLAIN else {"type": "object"}


def _either(shapes: list[dict[str, Any]]) -> dict[str, Any]:
    if all(shape.keys() == {"type"} and isinstance(shape["type"], str) for shape in shapes):
        return {"type": [shape["type"] for shape in shapes]}
    return {"anyOf": shapes}


def _element(kind: Any) -> Any:
    return get_args(kind)[0]


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
