from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from releasecli.errors import UsageError
from releasecli.readers import Failure, Item, ReadOptions, read, sources


def names(inputs: list[str], **options: Any) -> list[str]:
    found = sources(inputs, ReadOptions(**options))
    return [Path(item.uri).name for item in found if isinstance(item, Item)]


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "photo.png", "sub/c.csv", ".git/d.txt", "noending"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names([str(tmp_path)]) == ["a.md", "b.txt", "noending", "c.csv"]


@pytest.mark.parametrize("glob", ["README.md", "*.md", "sub/README.md", "sub", "sub/"])
def test_excluded_files_are_left_out(tmp_path: Path, glob: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/README.md").write_text("about")
    (tmp_path / "a.txt").write_text("x")
    assert names([str(tmp_path)], exclude=(glob,)) == ["a.txt"]


def test_a_saved_page_counts_once(reading: Callable[..., tuple[list[object], list[Failure]]]) -> None:
    page = (
        "<html><body><h1>Visit of the Regent</h1><p>"
        + "The Regent of Norland arrived on Monday. " * 9
        + "</p></body></html>"
    )
    documents, failures = reading({"visit.html": page, "visit_files/part.html": page, "visit_files/x.js": "1"})
    assert len(documents) == 1
    assert not failures


def test_what_is_not_there_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Visit\n\nThe Regent came.")
    found = list(read([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")], ReadOptions()))
    assert isinstance(found[0], Failure)
    assert "no such file" in found[0].reason
    assert not isinstance(found[1], Failure)


def test_a_pattern_the_shell_left_alone_is_expanded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("x")
    assert names([str(tmp_path / "*.txt")]) == ["a.txt", "b.txt"]


def test_a_name_with_a_line_end_and_brackets_is_a_file_like_others(tmp_path: Path) -> None:
    odd = tmp_path / "a\nb[1].txt"
    odd.write_text("Visit\n\nThe Regent came.")
    assert len(list(read([str(odd)], ReadOptions()))) == 1


def test_a_wrong_path_pattern_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="senator"):
        sources(["."], ReadOptions(path_pattern="{senator}/{_}.txt"))
