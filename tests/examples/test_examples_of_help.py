"""Does every example in a help text work as it is printed, on an index of the examples?"""

import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

from releasecli.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
_MAY = {"diff": {0, 1}, "rm": {0, 2}}  # what never changed has no difference; rm asks, and nobody is there to answer
_IN_A_FOLDER = {"init"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_help_work_as_printed(
    name: str, index: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    if missing := [tool for tool in ("jq", "git") if not shutil.which(tool)]:
        pytest.skip(f"the examples need {', '.join(missing)}")
    shutil.copytree(index, tmp_path / "index")
    here = {"EDITOR": "true", "RELEASECLI_INDEX": str(tmp_path / "index")}
    examples = import_module(f"releasecli.cli.{name}").EXAMPLES
    assert len(examples) == 2
    for example in examples:
        done = subprocess.run(
            ["/bin/sh", "-c", example.replace("code --wait", "true")],
            cwd=tmp_path if name in _IN_A_FOLDER else ROOT,
            env={**environment, **({} if name in _IN_A_FOLDER else here)},
            input="y\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in _MAY.get(name, {0}), f"{example}\n{done.stderr}"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_fits_eighty_columns(name: str, environment: dict[str, str]) -> None:
    command = ["releasecli", name, "--help"]
    narrow = {**environment, "COLUMNS": "80"}
    done = subprocess.run(command, env=narrow, capture_output=True, text=True, check=True)
    assert max(map(len, done.stdout.splitlines())) <= 80
