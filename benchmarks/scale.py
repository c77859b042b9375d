"""Where do 70,000 releases come from? The 12,000 real ones of `bench/scale`, repeated with changed words and dates."""

import argparse
import json
import os
import random
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, islice
from pathlib import Path

BENCH = Path(os.environ.get("RELEASECLI_BENCH", Path(__file__).parents[1] / "../shared/bench"))
_PATH = re.compile(r"(?P<issuer>[^/]+)/(?P<day>\d+)(?P<month>[A-Z][a-z]{2})(?P<year>\d{4})[^/]*$")
_WORD = re.compile(r"[A-Za-z]{4,}")
_YEAR = re.compile(r"\b(19|20)(\d\d)\b")
_EVERY = 7  # one word in seven becomes another: 5-word shingles of two copies then hardly meet


@dataclass(frozen=True, slots=True)
class Real:
    """One real release as the archive has it."""

    path: str
    issuer: str
    published: date
    text: str


def main(argv: list[str]) -> None:
    """Write N releases as JSON Lines to FILE, or as text files below FOLDER/."""
    options = argparse.ArgumentParser(prog="python -m benchmarks scale", description=__doc__)
    options.add_argument("target", help="a .jsonl file, or a folder for one text file a release")
    options.add_argument("-n", type=int, default=70_000, help="how many (70000)")
    given = options.parse_args(argv)
    written = (write_lines if given.target.endswith(".jsonl") else write_files)(Path(given.target), given.n)
    print(f"{given.n} releases, {written / 1e6:.1f} MB of text in {given.target}")


def write_lines(path: Path, number: int) -> int:
    """N releases as JSON Lines; how many characters of text they hold."""
    total = 0
    with path.open("w", encoding="utf-8") as out:
        for release in releases(number):
            out.write(json.dumps(release, ensure_ascii=False) + "\n")
            total += len(release["text"])
    return total


def write_files(folder: Path, number: int) -> int:
    """N releases as text files `ISSUER/DDMonYYYYISSUERn.txt`; how many characters they hold."""
    total = 0
    for place, release in enumerate(releases(number)):
        day = date.fromisoformat(release["published"])
        path = folder / release["issuer"] / f"{day:%d%b%Y}{release['issuer']}{place}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{release['title']}\n\n{release['text']}", encoding="utf-8")
        total += len(release["text"])
    return total


def releases(number: int) -> Iterator[dict[str, str]]:
    """The first `number` of the endless row: all real releases, then all with changed words, and so on."""
    real = [each for each in _real() if each.text.strip()]
    words = sorted({word for each in real[:2000] for word in _WORD.findall(each.text)})
    return islice((_copy(each, turn, words) for turn in count() for each in real), number)


def _real() -> Iterator[Real]:
    """The archive's files with date and issuer from their paths."""
    with tarfile.open(BENCH / "scale" / "senate-12k.tar.xz") as archive:
        for member in archive:
            found = _PATH.search(member.name)
            content = archive.extractfile(member) if found and member.isfile() else None
            if found and content:
                day = datetime.strptime(f"{found['day']} {found['month']} {found['year']} +0000", "%d %b %Y %z").date()
                yield Real(member.name, found["issuer"], day, content.read().decode("utf-8", "replace"))


def _copy(real: Real, turn: int, words: list[str]) -> dict[str, str]:
    """The release in its nth turn: the first is untouched, later ones have other words and a shifted date."""
    text = real.text if turn == 0 else _changed(real.text, turn, words, random.Random(f"{real.path} {turn}"))
    head, _, rest = text.strip().partition("\n")
    return {
        "id": f"{real.path}#{turn}",
        "title": head.strip()[:200],
        "text": rest.strip() or head.strip(),
        "published": (real.published + timedelta(days=383 * turn)).isoformat(),
        "issuer": real.issuer,
    }


def _changed(text: str, turn: int, words: list[str], chance: random.Random) -> str:
    """Every seventh long word another one of the same case, years moved on."""

    def other(match: re.Match[str]) -> str:
        if chance.randrange(_EVERY):
            return match.group()
        word = words[chance.randrange(len(words))]
        return word.capitalize() if match.group()[0].isupper() else word.lower()

    return _YEAR.sub(lambda m: str(int(m.group()) + turn), _WORD.sub(other, text))
