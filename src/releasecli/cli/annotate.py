"""`releasecli annotate`: what does this text say?"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from releasecli.cli.answer import answer, form_of
from releasecli.cli.legend import explain_marks
from releasecli.cli.options import Common, Output
from releasecli.cli.reading import of_document
from releasecli.errors import InputProblem
from releasecli.model import Document, Origin
from releasecli.model.output import FIELDS, fact_lines, release_output
from releasecli.model.reading import Reading
from releasecli.render.view import View

EXAMPLES = (
    "echo 'They met on March 21.' | releasecli annotate --published 2023-03-24",
    "echo 'It began on 5 May 2024.' | releasecli annotate --json | jq .times",
)
_KNOWN = {
    "title": ("title", "headline"),
    "published": ("published", "date", "dct"),
    "language": ("language", "lang"),
    "side": ("side", "country"),
    "issuer": ("issuer",),
    "url": ("url",),
}


class About(NamedTuple):
    """What is known of the text beside its words."""

    published: Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, for 'today'.")] = None
    language: Annotated[str | None, typer.Option(metavar="XX", help="Language of the text.")] = None
    side: Annotated[str | None, typer.Option(metavar="XX", help="State of the issuer, for 3/4/2023.")] = None
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title, where the text has none.")] = None
    issuer: Annotated[str | None, typer.Option(metavar="NAME", help="Who released it.")] = None


def command(
    ctx: typer.Context,
    about: About,
    output: Output,
    common: Common,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Texts; - or none: stdin.")] = None,
) -> int:
    """Dates, names, statements and figures of a text, with offsets into the text as given; nothing is stored.

    With --jsonl every line in is an object with id, text, published (and title, language, side, issuer where known),
    and every line out its facts, in order.
    """
    given = {name: value for name in _KNOWN if (value := getattr(about, name, None))}
    texts = _lines(files or ["-"]) if output.jsonl else _texts(files or ["-"])
    readings = (_reading(ident, text, given | fields) for ident, text, fields in texts)
    if output.jsonl:
        return _stream(readings)
    found = tuple(readings)
    lines = tuple(str(line) for reading in found for line in fact_lines(reading))
    records = [release_output(reading) for reading in found]
    view = View(records, FIELDS, ("id", "title"), "id", "show", found, single=len(found) == 1, lines=lines)
    form = form_of(output, common.color or ctx.obj["color"])
    status = answer(view, form)
    explain_marks(found, form)
    return status


def _stream(readings: Iterator[Reading]) -> int:
    for reading in readings:
        sys.stdout.write(json.dumps(release_output(reading), ensure_ascii=False) + "\n")
    return 0


def _texts(files: list[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    for name in files:
        yield name if name != "-" else "", _read(name), {}


def _lines(files: list[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    for name in files:
        for number, line in enumerate(_read(name).split("\n"), 1):
            if line.strip():
                record = _record(name, number, line)
                yield str(record.get("id") or record.get("doc") or number), str(record["text"]), _fields(record)


def _record(name: str, number: int, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputProblem(f"{name}:{number}: not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputProblem(f"{name}:{number}: no 'text'", "every line is an object with id, text, published")
    return record


def _fields(record: Mapping[str, Any]) -> dict[str, str]:
    found = {ours: next((record[key] for key in theirs if record.get(key)), None) for ours, theirs in _KNOWN.items()}
    return {name: str(value) for name, value in found.items() if value is not None}


def _read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode()
    except OSError as error:
        raise InputProblem(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputProblem(f"{name}: not UTF-8", "offsets need one: ingest detects other encodings") from error


def _reading(ident: str, text: str, fields: Mapping[str, str]) -> Reading:
    return of_document(Document(text, fields, Origin("text")), ident)
