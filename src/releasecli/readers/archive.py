"""What lies in an archive: zip, tar, or one compressed file?"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import IO, BinaryIO

from releasecli.readers.formats import reader_for_name
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import PassingError, Raw, UnreadableError

_DEPTH = 3
_MEMBERS = 500_000
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_ENDS = (".gz", ".bz2", ".xz")


def read(raw: Raw, options: ReadOptions) -> Iterator[Raw | Failure]:
    """All files in it. Nothing is written to disk; sizes and depth are bounded."""
    if raw.depth >= _DEPTH:
        raise UnreadableError("archives nested too deeply")
    try:
        with _stream(raw) as stream:
            yield from _within_budget(_members(stream, raw, options), raw, options)
    except _BROKEN as error:
        kind = PassingError if isinstance(error, OSError) else UnreadableError
        raise kind(f"a damaged archive ({error or type(error).__name__})".replace("\n", " ")) from None


def _within_budget(
    members: Iterator[tuple[str, bytes | None]], raw: Raw, options: ReadOptions
) -> Iterator[Raw | Failure]:
    budget = options.max_unpacked
    for name, data in members:
        if data is None:
            reason = f"larger than {options.max_bytes // 1_000_000} MB unpacked, or encrypted"
            yield Failure(f"{raw.uri}/{_shown(name)}", reason)
            continue
        budget -= len(data)
        if budget < 0:
            limit = options.max_unpacked // 1_000_000
            raise UnreadableError(f"unpacks to more than {limit} MB; the rest is not read")
        yield inner(name, data, raw)


def inner(name: str, data: bytes, raw: Raw) -> Raw:
    """An input out of another one, under a path of its own."""
    shown = _shown(name)
    return Raw(f"{raw.uri}/{shown}", f"{raw.below}/{shown}", data=data, depth=raw.depth + 1)


def _shown(name: str) -> str:
    """A member's path without ways out of the archive, drive letters and line ends."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "".join(char if char.isprintable() else "?" for char in "/".join(parts)) or "?"


def _stream(raw: Raw) -> BinaryIO:
    """The archive's bytes, from the file itself where there is one."""
    if raw.path is None:
        return io.BytesIO(raw.data or b"")
    return raw.path.open("rb")


def _members(stream: BinaryIO, raw: Raw, options: ReadOptions) -> Iterator[tuple[str, bytes | None]]:
    head = stream.read(512)
    stream.seek(0)
    if head.startswith(b"PK"):
        yield from _zip(stream, options)
        return
    unpacked = _opened(head, stream)
    if head[257:262] == b"ustar" or (unpacked and unpacked.read(512)[257:262] == b"ustar"):
        stream.seek(0)
        yield from _tar(stream, options)
    elif unpacked:
        unpacked.seek(0)
        name = raw.below.rpartition("/")[2]
        inside = next((name.removesuffix(end) for end in _ENDS if name.lower().endswith(end)), name)
        yield inside, _bounded(unpacked, options)
    else:
        raise UnreadableError("not an archive that can be read")


def _opened(head: bytes, stream: BinaryIO) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile | None:
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)
    if head.startswith(b"BZh"):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if head.startswith(b"\xfd7zXZ") else None


def _zip(stream: BinaryIO, options: ReadOptions) -> Iterator[tuple[str, bytes | None]]:
    with zipfile.ZipFile(stream) as packed:
        for info in packed.infolist()[:_MEMBERS]:
            if info.is_dir() or _hidden(info.filename, options):
                continue
            if info.flag_bits & 1 or info.file_size > options.max_bytes:
                yield info.filename, None
                continue
            with packed.open(info) as member:
                yield info.filename, _bounded(member, options)


def _tar(stream: BinaryIO, options: ReadOptions) -> Iterator[tuple[str, bytes | None]]:
    with tarfile.open(fileobj=stream, mode="r:*") as packed:
        for number, info in enumerate(packed):
            if number >= _MEMBERS:
                return
            if not info.isfile() or _hidden(info.name, options):
                continue
            if info.size > options.max_bytes:
                yield info.name, None
            elif member := packed.extractfile(info):
                yield info.name, _bounded(member, options)


def _bounded(stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile, options: ReadOptions) -> bytes | None:
    """All bytes, or None above the limit: what is said of the size is not believed."""
    data = stream.read(options.max_bytes + 1)
    return data if len(data) <= options.max_bytes else None


def _hidden(name: str, options: ReadOptions) -> bool:
    path = _shown(name)
    parts = path.split("/")
    if reader_for_name(parts[-1]) == "" or any(part.startswith((".", "__MACOSX")) for part in parts):
        return True
    return any(fnmatchcase(parts[-1], glob) or fnmatchcase(path, glob) for glob in options.exclude)
