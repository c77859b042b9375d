import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from answers import answers
from releasecli.ingest import Counts, Event, IngestOptions, ingest
from releasecli.store.index import Index, create_index

Take = Callable[..., tuple[Counts, list[Event]]]


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    monkeypatch.setenv("RELEASECLI_USER", "ana")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    return create_index(str(tmp_path / "index"))


@pytest.fixture
def take(index: Index) -> Take:
    """Ingest inputs; counts and events."""

    def run(*inputs: Path, **options: object) -> tuple[Counts, list[Event]]:
        events: list[Event] = []
        chosen = IngestOptions(**{"facts": False, **options})  # type: ignore[arg-type]  # any option a test names
        return ingest([str(path) for path in inputs], chosen, index, on_event=events.append), events

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write an input file as it was a while ago."""

    def make(name: str, content: str) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        os.utime(path, (1_600_000_000, 1_600_000_000 + len(content)))
        return path

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two hundred releases, the same in every test."""
    return _two_hundred(tmp_path / "in")


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What a new index of these two hundred answers."""
    place = tmp_path_factory.mktemp("fresh")
    index = create_index(str(place / "index"))
    ingest([str(_two_hundred(place / "in"))], IngestOptions(facts=False), index)
    return answers(index)


def _two_hundred(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    for number in range(200):
        words = " ".join(f"word{chance.randrange(2000)}" for _ in range(80))
        said = f"On March {number % 28 + 1} the minister said that {number} ships had left."
        path = folder / f"{number}.txt"
        path.write_text(f"Release {number}\n\n{words}.\n\n{said}\n\nOfficial news 2023-03-21 19:22:00\n")
        os.utime(path, (1_600_000_000, 1_600_000_000 + number))
    return folder
