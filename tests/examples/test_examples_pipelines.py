import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., subprocess.CompletedProcess[str]]
SEED = EXAMPLES / "releases/retold/2023-03-21-call.txt"


@pytest.mark.parametrize(
    ("script", "arguments", "text", "expected"),
    [
        ("dates-in-a-text.sh", [], SEED.read_text(encoding="utf-8"), "2023-03-05"),
        ("pick-and-read.sh", ["anton", "Lachin"], None, "Zangilan"),
        ("days-by-month.sh", ["Halvane"], None, "2024-05"),
        ("who-speaks-most.sh", [], None, "Ilham Aliyev"),
        ("largest-figures.sh", [], None, "38.6 billion"),
        ("texts-of-hits.sh", ["Lachin"], None, r"\d\d\d"),
        ("per-issuer.sh", ["Halvane"], None, "Foreign Office of Ardesia"),
    ],
)
def test_a_pipeline_answers_its_question(
    script: str, arguments: list[str], text: str | None, expected: str, run: Run
) -> None:
    path = EXAMPLES / "pipelines" / script
    tools = re.search(r"\((.*)\)$", path.read_text(encoding="utf-8").splitlines()[1])
    missing = [tool for tool in ("jq", "fzf", "gnuplot") if tools and tool in tools[1] and not shutil.which(tool)]
    if missing:
        pytest.skip(f"{script} needs {', '.join(missing)}")
    done = run("sh", str(path), *arguments, text=text)
    assert (done.returncode, bool(re.search(expected, done.stdout))) == (0, True), done.stdout + done.stderr


def test_every_pipeline_is_tried() -> None:
    tried = {mark.args[1][i][0] for mark in _marks() for i in range(len(mark.args[1]))}
    assert tried == {path.name for path in EXAMPLES.glob("pipelines/*.sh")}


def _marks() -> list[pytest.Mark]:
    return list(test_a_pipeline_answers_its_question.pytestmark)  # type: ignore[attr-defined]  # pytest puts it there
