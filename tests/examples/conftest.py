import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """No index but the one named, the venv's programs first, a terminal of 100 columns, UTF-8."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    home = str(tmp_path_factory.mktemp("home"))
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("RELEASECLI", "XDG_"))}
    return {**kept, "PATH": path, "HOME": home, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """An index that holds every example."""
    folder = tmp_path_factory.mktemp("examples") / "index"
    command = ["releasecli", "--index", str(folder), "ingest", str(EXAMPLES / "releases")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def run(index: Path, environment: dict[str, str]) -> Run:
    """Runs a command line against the index of the examples."""

    def runner(*command: str, text: str | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            env={**environment, "RELEASECLI_INDEX": str(index)},
            input=text,
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )

    return runner
