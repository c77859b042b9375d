from pathlib import Path

import pytest

from releasecli.store.added import Entry, entries, note, user

ONE = Entry("added", "2023-03-21-7f3c2a9e", "ab", 1_700_000_000, uri="/a/ə.txt", key="guid")


def test_events_read_back_in_order_of_time_from_every_users_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Entry("deleted", ONE.id, "ab", ONE.at + 5)
    monkeypatch.setenv("RELEASECLI_USER", "ana")
    note(tmp_path, [later])
    monkeypatch.setenv("RELEASECLI_USER", "ben")
    note(tmp_path, [ONE])
    assert list(entries(tmp_path)) == [ONE, later]
    assert sorted(path.name for path in (tmp_path / "added").iterdir()) == ["ana.jsonl", "ben.jsonl"]


def test_a_line_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    note(tmp_path, [ONE])
    log = next((tmp_path / "added").iterdir())
    log.write_bytes(b'{"what": "added"}\nnonsense\n[]\n' + log.read_bytes() + b'{"what": "add')
    assert list(entries(tmp_path)) == [ONE]


def test_a_users_name_is_always_a_file_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELEASECLI_USER", "../a b")
    assert "/" not in user()
    assert not user().startswith(".")
