"""What does a table hold: CSV, TSV or another sign between the columns?"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import IO

from releasecli.readers.decode import decode
from releasecli.readers.fields import check, guessed
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, PassingError, Raw, UnreadableError, content

_SIGNS = ",;\t|"
_SAMPLE = 1_000_000
_NAME = re.compile(r"[^\W\d]\w{0,30}(?:[ .:-]\w{1,20}){0,2}")
_LIMIT = 2**31 - 1  # a cell may hold a whole transcript; csv stops at 131,072 by itself


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release a row, by the names in the first row; without names columns are called "1", "2", ..."""
    csv.field_size_limit(_LIMIT)
    stream, notes = _open(raw, options)
    with stream:
        rows = csv.reader(stream, delimiter=_sign(stream), strict=False)
        yield from _drafts(raw, rows, notes, options)


def _open(raw: Raw, options: ReadOptions) -> tuple[IO[str], tuple[str, ...]]:
    """A file is streamed in the encoding of its first megabyte; a cell that does not fit keeps its bytes for later."""
    if raw.path is None:
        text, notes = decode(content(raw, options.max_bytes), options.encoding)
        return io.StringIO(text, newline=""), notes
    try:
        with raw.path.open("rb") as file:
            sample = file.read(_SAMPLE)
        encoding, notes = _encoding(sample, options.encoding)
        return raw.path.open(encoding=encoding, errors="surrogateescape", newline=""), notes
    except OSError as error:
        raise PassingError(f"cannot be read: {error.strerror}") from None


def _encoding(sample: bytes, told: str | None) -> tuple[str, tuple[str, ...]]:
    if told:
        return told, ()
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ()
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    _, notes = decode(whole)
    guess = notes[0].removeprefix("read as ") if notes and notes[0].startswith("read as ") else "utf-8-sig"
    return guess, notes


def _sign(stream: IO[str]) -> str:
    """The sign most frequent in the first line outside quotes."""
    line = stream.readline(_SAMPLE)
    stream.seek(0)
    bare = "".join(line.split('"')[0::2])
    return max(_SIGNS, key=bare.count) if any(sign in bare for sign in _SIGNS) else ","


def _drafts(
    raw: Raw, rows: Iterator[list[str]], notes: tuple[str, ...], options: ReadOptions
) -> Iterator[Draft | Failure]:
    numbered = _numbered(raw, rows)
    try:
        first = next(numbered)
    except StopIteration:
        return
    if isinstance(first, Failure):
        yield first
        return
    names = _names(first[1], options)
    check(names or _counted(first[1]), options.mapping)
    if not (names or options.mapping or options.profiles):
        raise UnreadableError(_nameless(len(first[1])))
    if not names:
        yield _draft(_counted(first[1]), first, notes)
    for found in numbered:
        if isinstance(found, Failure):
            yield found
        elif any(found[1]):
            yield _draft(names or _counted(found[1]), found, notes)


def _numbered(raw: Raw, rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]] | Failure]:
    """Rows with the number of the line they end on."""
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, UnicodeError) as error:
            yield Failure(raw.uri, f"not a table: {error}", number + 1)
            return
        number = getattr(rows, "line_num", number + 1)
        if row:
            yield number, row


def _names(row: Sequence[str], options: ReadOptions) -> list[str]:
    """The row as column names, or [] where it is data: names are short, one is known or all look like names."""
    names = [cell.strip().removeprefix("\ufeff") for cell in row]
    mapped = any(name in names for name in options.mapping.values() if not name.isdigit())
    known = mapped or guessed(dict.fromkeys(names, "x"), {}) or all(map(_NAME.fullmatch, names))
    return names if known and all(len(name) < 60 for name in names) else []


def _nameless(count: int) -> str:
    columns = (
        f"its {count} columns are 1, 2, ..."
        if count > 2
        else "its columns are 1 and 2"
        if count > 1
        else "its column is 1"
    )
    return f"no row of names, so {columns}; name them: --map title=1 --map text={max(1, min(count, 2))}"


def _counted(row: Sequence[str]) -> list[str]:
    return [str(number) for number in range(1, len(row) + 1)]


def _draft(names: Sequence[str], found: tuple[int, list[str]], notes: tuple[str, ...]) -> Draft:
    line, row = found
    cells = {name: _whole(cell) for name, cell in zip(names, row, strict=False)}
    return Draft("", "csv", raw_fields=cells, row=str(line), notes=notes, line=line)


def _whole(cell: str) -> str:
    """A cell with foreign bytes in it, decoded by itself."""
    if cell.isascii() or not any("\udc80" <= char <= "\udcff" for char in cell):
        return cell
    return decode(cell.encode("utf-8", "surrogateescape"))[0]
