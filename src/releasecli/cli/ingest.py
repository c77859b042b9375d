"""`releasecli ingest`: take releases into the index."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple

import typer

from releasecli.cli.answer import answer, form_of
from releasecli.cli.options import Common, Output
from releasecli.cli.progress import progress
from releasecli.cli.session import say, session_of
from releasecli.errors import UsageError
from releasecli.extract.header import HeaderOptions, explain
from releasecli.extract.header.stamps import whole
from releasecli.ingest import Counts, Event, IngestOptions, ingest
from releasecli.model.plain import field_names, plain
from releasecli.readers import Failure, ReadOptions, read
from releasecli.readers.fields import OURS
from releasecli.render.marks import visible
from releasecli.render.view import View
from releasecli.store.index import SETTINGS, create_index, locate, planned_index
from releasecli.store.records import load_mapping

EXAMPLES = (
    "releasecli ingest examples/releases --exclude README.md",
    "releasecli ingest examples/releases/retold --dry-run --explain",
)
_COLUMNS = ("kind", "id", "published", "title", "uri", "detail")
_FEW = 12


class How(NamedTuple):
    """How inputs are read."""

    exclude: Annotated[list[str] | None, typer.Option(metavar="GLOB", help="Leave these files out.")] = None
    map: Annotated[
        list[str] | None,
        typer.Option(metavar="OURS=THEIRS", help="Take a column: published=date_col."),
    ] = None
    path_pattern: Annotated[
        str | None,
        typer.Option(metavar="PATTERN", help="{issuer}/{day}{mon}{year}{_}.txt reads values off paths."),
    ] = None
    profile: Annotated[str | None, typer.Option(metavar="NAME", help="Use this source profile.")] = None
    format: Annotated[str | None, typer.Option(metavar="NAME", help="Read as txt, md, json, csv, html, ...")] = None
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Read text in this encoding.")] = None
    order: Annotated[str | None, typer.Option(metavar="dmy|mdy", help="Order of day and month in 03/04/2023.")] = None
    issuer: Annotated[str | None, typer.Option(metavar="NAME", help="Issuer of all of it.")] = None
    side: Annotated[str | None, typer.Option(metavar="XX", help="State of the issuer.")] = None
    language: Annotated[str | None, typer.Option(metavar="XX", help="Language of all of it.")] = None
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of all of it.")] = None
    again: Annotated[bool, typer.Option("--again", help="Take in again what was deleted.")] = False
    explain: Annotated[bool, typer.Option("--explain", help="What is made of each input, field by field.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")] = False


def command(
    ctx: typer.Context,
    how: How,
    output: Output,
    common: Common,
    inputs: Annotated[list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, URLs, or stdin.")],
) -> int:
    """Take releases in, once: a second run changes nothing and says so; a changed text becomes a new version.

    What cannot be read is named with the reason, and the rest goes on (exit status 4).
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    if how.explain:
        return _explain(inputs, _options(how, _profiles(session.folder)))
    index = planned_index(session.folder) if how.dry_run else create_index(session.folder)
    events: list[Event] = []
    with progress() as report:
        counts = ingest(
            inputs, _options(how, _profiles(session.folder)), index, on_event=events.append, say=say, progress=report
        )
    for line, times in Counter(line for event in events for line in _told(event)).items():
        say(line if times == 1 else f"{line} ({times} times)")
    shown = [event for event in events if event.kind not in {"unchanged", "failed"}]
    few = shown if len(shown) <= _FEW or form.format or not sys.stdout.isatty() else []
    answer(View([plain(e) for e in few], field_names(Event), _COLUMNS, "id", "ingested", tuple(few)), form)
    sys.stdout.flush()
    say(f"{_counted(counts)} · index {index.root}" if not how.dry_run else f"{_counted(counts)} · nothing written")
    return 4 if counts.failed else int(not any(_parts(counts)))


def _explain(inputs: list[str], options: IngestOptions) -> int:
    """Which profile takes an input and where each value of its header is from; nothing is written."""
    failed = False
    for found in read(inputs, options.read):
        if isinstance(found, Failure):
            failed = True
            say(f"! {found}")
            continue
        sys.stdout.write(visible(f"{found.origin.uri}".replace("\n", "␊")) + "\n")
        for reason in explain(found, options.header):
            sys.stdout.write(visible(f"  {reason.field:10}{reason.value or '-'}  ({reason.why})\n"))
    return 4 if failed else 0


def _profiles(folder: str | None) -> Mapping[str, Mapping[str, Any]]:
    """The user's own source profiles, where there is an index yet."""
    return load_mapping(locate(folder) / SETTINGS, SETTINGS).get("profiles") or {}


def _options(how: How, profiles: Mapping[str, Mapping[str, Any]]) -> IngestOptions:
    if how.published and not whole(how.published):
        raise UsageError(
            f"--published '{how.published}' is no day", "write 2023-03-21T19:22, or as much of it as is known"
        )
    fields = {name: value for name in ("issuer", "side", "language", "published") if (value := getattr(how, name))}
    return IngestOptions(
        read=ReadOptions(
            exclude=tuple(how.exclude or ()),
            mapping=dict(_pair(pair) for pair in how.map or ()),
            path_pattern=how.path_pattern,
            profiles=profiles,
            profile=how.profile,
            fields=fields,
            format=how.format,
            encoding=how.encoding,
        ),
        header=HeaderOptions(profiles=profiles, order=_order(how.order)),
        again=how.again,
        dry_run=how.dry_run,
    )


def _order(typed: str | None) -> Literal["dmy", "mdy"] | None:
    if typed in {None, "dmy", "mdy"}:
        return typed  # type: ignore[return-value]  # one of the three, as was just looked up
    raise UsageError(f"--order cannot be '{typed}'", "it is dmy or mdy")


def _pair(text: str) -> tuple[str, str]:
    ours, sign, theirs = text.partition("=")
    if not sign or not ours or not theirs:
        raise UsageError(f"--map '{text}' is no pair", "write --map published=date_col")
    if ours not in OURS:
        raise UsageError(f"--map '{text}': no field '{ours}'", f"fields are {', '.join(OURS)}")
    return ours, theirs


def _told(event: Event) -> Iterator[str]:
    """Why an input was not read, and what was noticed about it."""
    uri = visible(event.uri.replace("\n", "␊"))
    place = f"{uri}:{event.line}" if event.line else uri
    if event.kind == "failed":
        yield f"! {place}: {event.detail}"
    yield from (f"  {place}: {note}" for note in event.notes)


def _counted(counts: Counts) -> str:
    return ", ".join(_parts(counts)) or "nothing to read"


def _parts(counts: Counts) -> Iterator[str]:
    words = (
        (counts.added, "added"),
        (counts.versions, "new version" if counts.versions == 1 else "new versions"),
        (counts.unchanged, "unchanged"),
        (counts.duplicates, "held already"),
        (counts.deleted, "deleted before (--again takes them)"),
        (counts.failed, "failed"),
    )
    return (f"{number:,} {word}" for number, word in words if number)
