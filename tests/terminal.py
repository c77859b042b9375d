"""What does a person who types a command line get back?"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Done(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Done]


def typed(environment: Mapping[str, str], *words: str, text: str = "") -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "releasecli", *words],
        env=dict(environment),
        input=text,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return Done(done.returncode, done.stdout, done.stderr)
