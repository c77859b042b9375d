"""Are title, issuer and day right for every file of the corpus? Truths are read apart, by a few lines a source."""

import csv
import json
import os
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path

import yaml

from releasecli.extract.header import header
from releasecli.model import Document, Header
from releasecli.readers import Failure, ReadOptions, read

CORPUS = Path(os.environ.get("RELEASECLI_CORPUS") or Path(__file__).parents[1] / "../shared/corpus")
DC = "{http://purl.org/dc/elements/1.1/}creator"
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]


@dataclass(frozen=True)
class Truth:
    """What the source states of one release; None where it states nothing. `also`: another day it states."""

    title: str | None = None
    issuer: str | None = None
    published: str | None = None
    also: str | None = None


@dataclass
class Tally:
    """Right, of those with a truth."""

    right: int = 0
    of: int = 0

    def __str__(self) -> str:
        """`27/28`, or a dash where nothing states a truth."""
        return f"{self.right}/{self.of}" if self.of else "-"


def main(argv: list[str]) -> None:
    """A table by source; `--wrong` lists what is not right."""
    _line("source", "files", "releases", "expected", "title", "issuer", "published", "failed", "ms each")
    for name, truths in SOURCES.items():
        if (CORPUS / name).exists():
            _row(name, truths, show="--wrong" in argv)
        else:
            print(f"{name}: not here", file=sys.stderr)


def _line(name: str, *cells: object) -> None:
    print(f"{name:<20}" + "".join(f"{cell!s:>10}" for cell in cells))


def _row(name: str, truths: Callable[[Path], Iterator[Truth]], *, show: bool) -> None:
    tallies = {"title": Tally(), "issuer": Tally(), "published": Tally()}
    files, releases, expected, failed, spent = 0, 0, 0, 0, 0.0
    for path in _files(CORPUS / name):
        begun = time.process_time()
        found = list(read([str(path)], ReadOptions()))
        headers = [header(item) for item in found if isinstance(item, Document)]
        spent += time.process_time() - begun
        known = list(truths(path))
        files, releases, expected = files + 1, releases + len(headers), expected + len(known)
        failed += sum(isinstance(item, Failure) and not item.skipped for item in found)
        for one, truth in zip(headers, known, strict=False):
            if not _judge(one, truth, tallies) and show:
                print(f"  {path.name[:60]}: {one} instead of {truth}", file=sys.stderr)
    _line(name, files, releases, expected, *tallies.values(), failed, f"{1000 * spent / max(1, releases):.1f}")


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if path.name not in {"README.md", "gold.json"})


def _judge(one: Header, truth: Truth, tallies: dict[str, Tally]) -> bool:
    """Is all right? Counted field by field."""
    good = {
        "title": _same(one.title, truth.title or ""),
        "issuer": _within(one.issuer or "", truth.issuer or ""),
        "published": any(_day(one.published or "", day) for day in (truth.published, truth.also) if day),
    }
    stated = {name: right for name, right in good.items() if getattr(truth, name) is not None}
    for name, right in stated.items():
        tallies[name].of += 1
        tallies[name].right += right
    return all(stated.values())


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _same(found: str, truth: str) -> bool:
    return _bare(found) == _bare(truth)


def _within(found: str, truth: str) -> bool:
    """The issuer's name, or a fuller or shorter form of it."""
    one, other = _bare(found), _bare(truth)
    return bool(one) and (one in other or other in one)


def _day(found: str, truth: str) -> bool:
    """The same moment, as precise as the truth is."""
    if len(truth) <= 10 or len(found) <= 10:
        return len(truth) <= 10 and found[: len(truth)] == truth
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(truth)
    return one == other if one.tzinfo and other.tzinfo else one.replace(tzinfo=None) == other.replace(tzinfo=None)


def _seed(path: Path) -> Iterator[Truth]:
    gold = json.loads((path.parent / "gold.json").read_text())
    yield Truth(gold["title"], gold["issuer"], gold["published"])


def _whitehouse(path: Path) -> Iterator[Truth]:
    if path.suffix == ".xml":
        yield from _feed(path)
        return
    front = yaml.safe_load(path.read_text().split("---\n")[1])
    yield Truth(
        front["title"],
        "The White House",
        front["published_time"].isoformat() if "published_time" in front else str(front["date"]),
    )


def _feed(path: Path) -> Iterator[Truth]:
    for item in ET.parse(path).iter("item"):  # noqa: S314  the corpus is no stranger
        day = parsedate_to_datetime((item.findtext("pubDate") or "").strip()).isoformat()
        yield Truth((item.findtext("title") or "").strip(), item.findtext(DC), day)


def _state(path: Path) -> Iterator[Truth]:
    if path.suffix == ".rss":
        yield from _feed(path)
        return
    text = path.read_text()
    parts = [
        re.search(pattern, text)
        for pattern in (r"<h1>(.*?)</h1>", r"__author\">(.*?)</p>", r"publish-date\">(.*?)</p>")
    ]
    title, author, day = (match.group(1) if match else None for match in parts)
    yield Truth(title, author, _spelled(day) if day else None)


def _spelled(text: str) -> str | None:
    """`June 28, 2021` or `28 June 2021`, the first in a text."""
    months = "|".join(MONTHS)
    match = re.search(rf"({months}) (\d+), (\d{{4}})|(\d+) ({months}) (\d{{4}})", text, re.IGNORECASE)
    if match is None:
        return None
    month, day, year = match.group(1, 2, 3) if match.group(1) else match.group(5, 4, 6)
    return f"{year}-{MONTHS.index(month.title()) + 1:02d}-{int(day):02d}"


def _kremlin(path: Path) -> Iterator[Truth]:
    csv.field_size_limit(2**31 - 1)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            yield Truth(row["headline"], "President of Russia", row["date"].removesuffix("Z"))


def _congress(path: Path) -> Iterator[Truth]:
    for line in path.read_text().splitlines():
        row = json.loads(line)
        yield Truth(row["title"], row["member"]["name"], row["date"])


def _senate(path: Path) -> Iterator[Truth]:
    match = re.match(r"(\d+)([A-Z][a-z]{2})(\d{4})", path.name)
    if match and path.read_bytes().strip():
        month = [name[:3] for name in MONTHS].index(match[2]) + 1
        yield Truth(None, path.parent.name, f"{match[3]}-{month:02d}-{int(match[1]):02d}")


def _sweden(path: Path) -> Iterator[Truth]:
    year, month = path.parts[-3:-1]
    yield Truth(_heading(path), "Regeringskansliet", f"{year}-{month}" if re.fullmatch(r"20\d\d", year) else None)


def _newswire(path: Path) -> Iterator[Truth]:
    year, day = path.parts[-3:-1]
    text = path.read_text()
    yield Truth(
        _heading(path), None, f"{year}-{day[:2]}-{day[2:]}", _spelled(text[len(text.split("\n", 1)[0]) :][:700])
    )


def _heading(path: Path) -> str:
    return unescape(path.read_text().lstrip().split("\n", 1)[0].removeprefix("# "))


def _police(path: Path) -> Iterator[Truth]:
    if path.suffix != ".json":
        row = json.loads((path.parent / "doc.json").read_text())
        yield Truth(
            None, "Sri Lanka Police", row["time_str"].replace(" ", "T") if "time_str" in row else row["date_str"]
        )


SOURCES: dict[str, Callable[[Path], Iterator[Truth]]] = {
    "seed": _seed,
    "congress_jsonl": _congress,
    "corporate_newswire": _newswire,
    "kremlin": _kremlin,
    "senate": _senate,
    "srilanka_police_pdf": _police,
    "sweden_government": _sweden,
    "us_state_dept": _state,
    "whitehouse": _whitehouse,
}
