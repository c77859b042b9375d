"""Are exact copies found, all and only they? The 12,000 releases of `bench/scale` against a script of its own."""

import argparse
import re
import tarfile
import tempfile
import unicodedata
from collections import Counter
from hashlib import sha256
from pathlib import Path

from benchmarks._measure import table
from benchmarks.scale import BENCH
from releasecli.ingest import Event, IngestOptions, ingest
from releasecli.readers import ReadOptions
from releasecli.store.index import create_index

_DAY = re.compile(r"(\d+)([A-Z][a-z]{2})(\d{4})")
_LINE_ENDS = re.compile(r"\r\n|[\r\x85\x0b\x0c\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")


def main(argv: list[str]) -> None:
    """Ingest the files as they are; count texts and copies, then again by hashes of the normal form."""
    options = argparse.ArgumentParser(prog="python -m benchmarks duplicates", description=__doc__)
    options.add_argument("--folder", help="work here and keep the index (else a temporary folder)")
    given = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        report(Path(given.folder or scratch))


def report(folder: Path) -> None:
    """Measure and print."""
    with tarfile.open(BENCH / "scale" / "senate-12k.tar.xz") as archive:
        archive.extractall(folder / "files", filter="data")
    found = _ingested(folder)
    files = sorted((folder / "files").rglob("*.txt"))
    texts = [(_normal(path.read_bytes()), _day(path)) for path in files]
    known = Counter((sha256(text.encode()).digest(), day) for text, day in texts if text)
    rows = [
        ("releasecli ingest", len(files), found["added"], found["duplicate"], found["failed"]),
        (
            "hashes of the normal form, by day",
            len(files),
            len(known),
            known.total() - len(known),
            len(files) - known.total(),
        ),
    ]
    table(("exact copies", "files", "releases", "copies", "empty"), rows)


def _ingested(folder: Path) -> Counter[str]:
    """How many inputs became what; facts have no say in it."""
    options = IngestOptions(ReadOptions(path_pattern="{issuer}/{day}{mon}{year}{_}.txt", format="txt"), facts=False)
    events: list[Event] = []
    ingest([str(folder / "files")], options, create_index(str(folder / "index")), on_event=events.append)
    return Counter(event.kind for event in events)


def _normal(content: bytes) -> str:
    """NFC, line ends, tabs, control characters and blanks at line ends, done here once more."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " "))
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _day(path: Path) -> str:
    """The day in the file's name."""
    found = _DAY.match(path.name)
    return " ".join(found.groups()) if found else ""
