import os
from collections.abc import Callable
from pathlib import Path

import pytest

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
