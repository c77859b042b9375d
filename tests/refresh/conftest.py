import os
from collections.abc import Callable
from pathlib import Path

import pytest

from releasecli.model import Header, Release, Source
from releasecli.store.identity import record_path, seals, text_hash
from releasecli.store.index import Index, create_index
from releasecli.store.records import write_release


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    monkeypatch.setenv("RELEASECLI_USER", "ana")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    return create_index(str(tmp_path / "index"))


@pytest.fixture
def record(index: Index) -> Callable[..., Path]:
    """Put a record into the index as a person or git would."""

    def put(release_id: str, text: str = "Call\n\nThey spoke.\n", **header: str) -> Path:
        known = Header(**{"title": text.partition("\n")[0], "published": release_id[:10], "language": "en", **header})  # type: ignore[arg-type]  # any key a test names
        release = Release(release_id, known, text, Source("text", text_hash(text)), seals=seals(known))
        path = index.root / record_path(release_id, known.title, "yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_release(release))
        return path

    return put


def pytest_configure() -> None:
    """One process: what is tested here is what is done, not by how many."""
    os.environ.setdefault("RELEASECLI_PROCESSES", "1")
