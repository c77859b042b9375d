"""Which files does an input stand for?"""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from releasecli.readers.formats import reader_for_name
from releasecli.readers.options import Failure, Item, ReadOptions

_SAVED = ("_files", "-Dateien", "_fichiers", "_archivos", ".files")


def walk(inputs: Sequence[str], options: ReadOptions) -> Iterator[Item | Failure]:
    """Items in the order of the inputs, folders sorted by name. Nothing is read; what is not there is a Failure."""
    for given in inputs:
        if given == "-" or given.startswith(("http://", "https://")):
            yield Item(given, given, options.format)
        else:
            yield from _local(given, options)


def _local(given: str, options: ReadOptions) -> Iterator[Item | Failure]:
    path = Path(given)
    try:
        if path.is_dir():
            yield from _folder(given, path, options)
        elif path.is_file() or path.is_fifo():
            yield Item(given, _below(path), options.format, named=True)
        elif found := _globbed(given):
            for name in found:
                yield from _local(name, options)
        else:
            yield Failure(given, "no such file or folder")
    except (OSError, ValueError) as error:
        yield Failure(given, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _globbed(given: str) -> list[str]:
    """A pattern the shell has not expanded."""
    return sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []  # noqa: PTH207  keeps the user's spelling


def _below(path: Path) -> str:
    """The path a pattern sees: absolute, because the user may stand inside the folder that carries the issuer."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  resolve() would follow links


def _folder(given: str, top: Path, options: ReadOptions) -> Iterator[Item | Failure]:
    if is_maildir(top):
        yield Item(given, _below(top), "mail")
        return
    try:
        entries = sorted(os.scandir(top), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(given, f"cannot be read: {error.strerror}")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not _left_out(entry, top, names, options.exclude):
            yield from _entry(entry, os.path.join(given, entry.name), options)  # noqa: PTH118  keeps the user's spelling


def _entry(entry: os.DirEntry[str], uri: str, options: ReadOptions) -> Iterator[Item | Failure]:
    if entry.is_dir(follow_symlinks=False):
        yield from _folder(uri, Path(entry.path), options)
    elif entry.is_file() and reader_for_name(entry.name) != "":
        yield Item(uri, _below(Path(entry.path)), options.format)


def is_maildir(path: Path) -> bool:
    """Has the folder the three parts of a Maildir?"""
    return all((path / part).is_dir() for part in ("cur", "new", "tmp"))


def _left_out(entry: os.DirEntry[str], top: Path, names: Iterable[str], exclude: Sequence[str]) -> bool:
    """Hidden files, what a browser saved beside a page, and what the user excludes by name or by path."""
    name = entry.name
    if name.startswith((".", "~$")) or name in {"__pycache__", "node_modules", "__MACOSX"}:
        return True
    if any(name.endswith(end) and _page_of(name.removesuffix(end), names) for end in _SAVED):
        return True
    path = (top / name).as_posix()
    return any(_excluded(name, path, pattern.rstrip("/")) for pattern in exclude)


def _page_of(stem: str, names: Iterable[str]) -> bool:
    return any(f"{stem}{end}" in names for end in (".html", ".htm", ".xhtml", ".mht"))


def _excluded(name: str, path: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
