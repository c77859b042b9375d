import os
from pathlib import Path

import pytest

from releasecli.errors import IndexProblem
from releasecli.store.index import create_index, locate, open_index


def test_a_named_index_comes_before_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_index(str(tmp_path / "near"))
    monkeypatch.chdir(tmp_path / "near")
    assert locate(str(tmp_path / "named"), {"RELEASECLI_INDEX": "x"}) == tmp_path / "named"


def test_the_environment_comes_before_the_folder_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_index(str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert locate(None, {"RELEASECLI_INDEX": str(tmp_path / "other")}) == tmp_path / "other"


def test_the_nearest_folder_above_with_settings_is_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_index(str(tmp_path))
    (tmp_path / "a/b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a/b")
    assert open_index(None, {}).root == tmp_path


def test_otherwise_it_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert locate(None, {}).name == "releasecli"


def test_a_missing_index_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(IndexProblem, match="releasecli ingest PATH makes one"):
        open_index(str(tmp_path / "none"), {})


def test_a_folder_one_cannot_write_is_read_with_a_cache_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_index(str(tmp_path))
    monkeypatch.setattr(os, "access", lambda path, _mode: not str(path).startswith(str(tmp_path)))
    index = open_index(str(tmp_path), {})
    assert not index.writable
    assert tmp_path not in index.cache.parents
