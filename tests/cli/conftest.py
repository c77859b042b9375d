import os
from pathlib import Path

import pytest

from terminal import Done, Run, typed

CALL = """\
Release of the Press Service of the President

On March 21, U.S. Foreign Secretary Ann Brook telephoned President of the Republic of Velmora Ilan Avery.

President Ilan Avery noted that more than 4,700 lorries had passed the Lachin road since December 12, 2022. \
The head of state stressed the necessity of a checkpoint on the road.

Official news 2023-03-21 19:22:00
"""
ODD = """\
A title with [red]markup[/red], [/] and \x1b[31mescapes\x1b[0m

Minister O'Brien said on 5 May 2024 that foo:bar and the corridor-road are "quoted" (so he said).
"""


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("RELEASECLI", "XDG_", "NO_COLOR"))}
    home = str(tmp_path_factory.mktemp("home"))
    return {**kept, "HOME": home, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """An index of two releases."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in" / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "in" / "odd.txt").write_text(ODD, encoding="utf-8")
    done = typed(environment, "--index", str(folder / "index"), "ingest", str(folder / "in"))
    assert done.status == 0, done.err
    return folder / "index"


@pytest.fixture
def run(index: Path, environment: dict[str, str]) -> Run:
    """Type a command line on that index: `run("search", "lachin")`."""

    def runner(*words: str, text: str = "", **more: str) -> Done:
        return typed({**environment, "RELEASECLI_INDEX": str(index), **more}, *words, text=text)

    return runner


@pytest.fixture
def alone(environment: dict[str, str], tmp_path: Path) -> Run:
    """The same with an index folder of the test's own, not made yet."""

    def runner(*words: str, text: str = "") -> Done:
        return typed({**environment, "RELEASECLI_INDEX": str(tmp_path / "index")}, *words, text=text)

    return runner
