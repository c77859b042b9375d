"""`releasecli show`: read a release."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from releasecli.cli.answer import answer, form_of, words_given
from releasecli.cli.legend import explain_marks
from releasecli.cli.options import Common, Output
from releasecli.cli.session import asked, say, session_of
from releasecli.cli.sharing import Shared, form_shared, write_shared
from releasecli.errors import UsageError
from releasecli.model import Facts, Release, Span
from releasecli.model.output import FIELDS, FactLine, fact_lines, named, release_output
from releasecli.model.reading import Change, Reading
from releasecli.queries.diff import diff
from releasecli.queries.reading_sheet import release_sheet
from releasecli.queries.refs import Ref, parse_ref
from releasecli.queries.show import show, similar
from releasecli.refresh import verify
from releasecli.render.view import View
from releasecli.store.cache.database import Cache

EXAMPLES = (
    "releasecli show a74f",
    "releasecli show a74f:3 --json | jq '.times[] | {text, value}'",
)


class Showing(NamedTuple):
    """What of a release is shown."""

    text: Annotated[bool, typer.Option("--text", help="Only the text, as stored.")] = False
    facts: Annotated[bool, typer.Option("--facts", help="One line a fact.")] = False
    similar: Annotated[bool, typer.Option("--similar", help="Near-duplicates, and what differs in them.")] = False
    explain: Annotated[bool, typer.Option("--explain", help="Why each fact has its value.")] = False


def command(
    ctx: typer.Context,
    showing: Showing,
    output: Output,
    shared: Shared,
    common: Common,
    refs: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Id or how its last part begins, ID:3, ID@v1; a file.")
    ],
) -> int:
    """A release with numbered paragraphs, its dates and figures marked with their values, who spoke, who is named.

    Marks: ● stated, ◐ inferred, ○ vague, → open end, ? ambiguous. `-` reads ids from stdin.
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color, {name.replace("_", "-"): on for name, on in showing._asdict().items()})
    kind = form_shared(shared, form)
    given = words_given(refs)
    if not given:
        raise UsageError("no ids on stdin", "releasecli search WORDS --ids prints some")
    files = all(Path(name).is_file() for name in given)
    readings = _of_files(given) if files else asked(session, partial(_readings, given=given))
    if kind:
        return write_shared(release_sheet(readings), kind)
    if showing.similar:
        lines = asked(session, partial(_similar, readings=readings))
        if not lines:
            say("releasecli: no other release reads nearly the same")
        return _printed(lines) if lines else 1
    if showing.text:
        return _printed(reading.release.text[start:end] for reading in readings for start, end in _spans(reading))
    if showing.facts or showing.explain:
        return answer(_facts(readings, explain=showing.explain), form._replace(format=None))
    status = answer(_view(readings), form)
    explain_marks(readings, form)
    return status


def _readings(cache: Cache, given: list[str]) -> tuple[Reading, ...]:
    refs = [parse_ref(cache.db, typed) for typed in given if not Path(typed).is_file()]
    verify(cache, (ref.id for ref in refs), say=say)
    found = iter([show(cache.db, ref, _extracted, partial(_former, cache.index.root)) for ref in refs])
    return tuple(_of_files([typed])[0] if Path(typed).is_file() else next(found) for typed in given)


def _of_files(names: list[str]) -> tuple[Reading, ...]:
    from releasecli.cli.reading import of_file  # noqa: PLC0415  the seam to extract: the cache holds the facts

    return tuple(of_file(name) for name in names)


def _former(root: Path, ident: str, number: int) -> Release:
    from releasecli.store.versions import version  # noqa: PLC0415  the seam to YAML: only earlier texts are files

    return version(root, ident, number)


def _extracted(release: Release) -> Facts:
    from releasecli.refresh.corrections import facts_of  # noqa: PLC0415  as above

    return facts_of(release)[0]


def _similar(cache: Cache, readings: tuple[Reading, ...]) -> list[str]:
    """One line a near-duplicate: its id, day, issuer, and how many sentences differ; then those sentences."""
    lines = []
    for reading in readings:
        for ident in similar(cache.db, reading.release.id):
            other = show(cache.db, Ref(ident), _extracted, partial(_former, cache.index.root))
            changes = [change for change in diff(reading, other) if change.kind == "sentence"]
            header = other.release.header
            lines.append("\t".join((ident, header.published or "", header.issuer or "", f"{len(changes)} differ")))
            lines += [f"  {mark} {' '.join(one.text.split())}" for c in changes for mark, one in _sides(c)]
    return lines


def _sides(change: Change) -> list[tuple[str, Span]]:
    return [(mark, span) for mark, span in (("-", change.old), ("+", change.new)) if span]


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """The paragraph that was asked for, or the whole text."""
    if len(reading.shown) == 1 and len(reading.paragraphs) > 2:
        return [reading.paragraphs[reading.shown[0] - 1]]
    return [(0, len(reading.release.text.rstrip("\n")))]


def _printed(lines: Iterable[str]) -> int:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _facts(readings: tuple[Reading, ...], *, explain: bool) -> View:
    found = [line for reading in readings for line in fact_lines(reading)]
    lines = tuple(line.explained if explain else str(line) for line in found)
    return View([line._asdict() for line in found], FactLine._fields, (), "ref", "told", (found, explain), lines=lines)


def _view(readings: tuple[Reading, ...]) -> View:
    lines = tuple(line for reading in readings for line in _lines(reading))
    records = [release_output(reading) for reading in readings]
    return View(
        records,
        FIELDS,
        ("id", "published", "title"),
        "id",
        "show",
        readings,
        single=len(readings) == 1,
        lines=lines,
    )


def _lines(reading: Reading) -> Iterable[str]:
    """The form of a pipe: the header, then one paragraph a line behind its reference."""
    header = reading.release.header
    known = (("title", header.title), ("issuer", header.issuer), ("published", header.published))
    yield from (f"{name}\t{value}" for name, value in known if value)
    for number in reading.shown:
        start, end = reading.paragraphs[number - 1]
        yield f"{named(reading)}:{number}\t{' '.join(reading.release.text[start:end].split())}"
