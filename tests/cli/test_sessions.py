"""Do whole sessions go as they are written down? `python tests/cli/test_sessions.py` writes them anew."""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

SESSIONS = Path(__file__).parent / "sessions"
if __name__ == "__main__":
    sys.path.insert(0, str(SESSIONS.parents[1]))
from sessions import environment_of, session  # noqa: E402  tests are on the path in pytest only

_NEEDED = ("git", "jq", "sed")


@pytest.mark.parametrize("name", sorted(path.stem for path in SESSIONS.glob("*.txt")))
def test_a_session_goes_as_it_is_written_down(name: str, tmp_path: Path) -> None:
    if missing := [tool for tool in _NEEDED if not shutil.which(tool)]:
        pytest.skip(f"the sessions need {', '.join(missing)}")
    written = (SESSIONS / f"{name}.txt").read_text(encoding="utf-8")
    assert _again(written, tmp_path) == written, "is the new output right? python tests/cli/test_sessions.py writes it"


def _again(written: str, home: Path) -> str:
    """The session with today's output, in a folder that holds `in/` with files of a while ago."""
    folder = home / "work"
    shutil.copytree(SESSIONS / "in", folder / "in")
    author = {f"GIT_{role}_{key}": "ana@a.example" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return "".join(session(written, folder, {**environment_of(folder), **author, "RELEASECLI_USER": "ana"}))


def _write() -> None:
    for path in SESSIONS.glob("*.txt"):
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(_again(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    _write()
