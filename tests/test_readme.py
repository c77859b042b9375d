"""Is the README true? Its console blocks are typed again; `python tests/test_readme.py` writes them anew.

A block ```console holds command lines (`$ ...`) and what the terminal showed; all run in order in one folder that
holds `examples/`, with an index of their own, on a terminal of 100 columns without any style. The picture is the first
block again, in colour.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from releasecli.resources import data
from sessions import WIDTH, commands, environment_of, session, shown, tool

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "examples" / "session.svg"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_FONTS = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)  # nothing is fetched to show the picture
_TOOLS = ("jq", "fzf", "gnuplot", "xargs", "column")


def test_the_sessions_in_the_readme_are_what_the_tool_prints(tmp_path: Path) -> None:
    written = README.read_text(encoding="utf-8")
    blocks = BLOCK.findall(written)
    assert blocks, "the README shows no session"
    missing = {tool for tool in _TOOLS if re.search(rf"\| {tool}\b", "".join(blocks)) and not shutil.which(tool)}
    if missing:
        pytest.skip(f"the README's sessions need {', '.join(sorted(missing))}")
    today = "\n".join(_again(blocks, tmp_path))
    assert today == "\n".join(blocks), "is the new output right? python tests/test_readme.py writes it"


def test_the_picture_in_the_readme_is_what_the_tool_shows(tmp_path: Path) -> None:
    assert _picture(tmp_path) == PICTURE.read_text(encoding="utf-8")


def test_every_command_has_its_line_in_the_readme() -> None:
    listed = subprocess.run([tool(), "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+)  ", listed.partition("Commands")[2], re.MULTILINE)
    assert [name for name in commands if f"`{name}`" not in README.read_text(encoding="utf-8")] == []


def test_every_format_has_its_row_in_the_readme() -> None:
    firsts = [f"`.{endings[0]}`" for endings in data("formats")["endings"].values()]
    assert [ending for ending in firsts if ending not in README.read_text(encoding="utf-8")] == []


def test_the_documents_link_only_to_what_is_there() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in ROOT.glob("*.md")}
    links = {(path.name, link) for path, text in texts.items() for link in re.findall(r"\]\(([^)#:]+)\)", text)}
    assert {(name, link) for name, link in links if not (ROOT / link).exists()} == set()


def _again(blocks: list[str], folder: Path) -> Iterator[str]:
    """The blocks with their commands' output of today."""
    (folder / "examples").symlink_to(ROOT / "examples")
    environment = environment_of(folder)
    for block in blocks:
        yield "".join(session(block, folder, environment))


def _picture(folder: Path) -> str:
    """The first block in colour, as SVG."""
    (folder / "examples").symlink_to(ROOT / "examples")
    environment = {**environment_of(folder), "TERM": "xterm-256color"}
    block = BLOCK.findall(README.read_text(encoding="utf-8"))[0]
    console = Console(record=True, file=StringIO(), width=WIDTH, force_terminal=True, color_system="truecolor")
    for command in commands(block):
        console.print(Text(f"$ {command}", style="bold"))
        console.print(Text.from_ansi(shown(command, folder, environment)[0]), highlight=False)
    form = _FONTS.sub("", CONSOLE_SVG_FORMAT)
    return console.export_svg(title="releasecli", theme=SVG_EXPORT_THEME, code_format=form, unique_id="session")


def _write() -> None:
    """Put today's output into the README, and into its picture."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        new = _again(BLOCK.findall(text), Path(folder))
        README.write_text(BLOCK.sub(lambda _: next(new), text), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(_picture(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    _write()
