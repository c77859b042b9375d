"""What does a session on a terminal look like? Command lines (`$ ...`) typed again, with what the terminal shows.

`$ COMMAND # answers y` types an answer when the command asks a question.
"""

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

WIDTH = 100
_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[()][A-Z0-9]|[=>])")


def session(block: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """The lines of a block, each command with its output of today."""
    for command in commands(block):
        yield f"$ {command}\n{_typed(command, folder, environment)}"


def commands(block: str) -> list[str]:
    """The command lines of a block."""
    return re.findall(r"^\$ ((?:.*\\\n)*.*)$", block, re.MULTILINE)


def _typed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What a terminal shows of a command line, its exit status after it where that is not 0."""
    seen, status = shown(command, folder, environment)
    lines = [line.rpartition("\r")[2].rstrip() + "\n" for line in _ESCAPES.sub("", seen).split("\n") if seen]
    return "".join(lines) + (f"[exit {status}]\n" if status else "")


def shown(command: str, folder: Path, environment: dict[str, str]) -> tuple[str, int]:
    """What a terminal is sent, and the exit status."""
    command, _, answers = command.partition(" # answers ")
    if " | " in command:  # which of two programs writes first is chance: what is said comes last
        command = f"said=$(mktemp); {{ {command}\n}} 2>$said; status=$?; cat $said; rm $said; exit $status"
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    shell = subprocess.Popen(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    seen = b"".join(_read(master, f"{answers}\n".encode())).decode("utf-8").replace("\r\n", "\n")
    os.close(master)
    return seen.replace(str(folder), "~").removesuffix("\n"), shell.wait()  # the folder is the home of this session


def _read(master: int, answers: bytes) -> Iterator[bytes]:
    """All that arrives until the last process has closed its side (Linux says so with an error)."""
    end = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            return
        if not piece:
            return
        yield piece
        end = (end + piece)[-3:]
        if end == b"]: ":
            os.write(master, answers)


def environment_of(folder: Path) -> dict[str, str]:
    """A home of its own, no style, 100 columns."""
    path = f"{Path(tool()).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    unwanted = ("RELEASECLI", "XDG_", "LC_", "PYTEST", "COLUMNS")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(unwanted)}
    ours = {"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "dumb", "COLUMNS": f"{WIDTH}", "LINES": "50"}
    return {**kept, **ours}


def tool() -> str:
    """The program of this environment."""
    return str(Path(sys.executable).with_name("releasecli"))
