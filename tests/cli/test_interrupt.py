import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="run where Ctrl-C is not heard")
def test_ctrl_c_is_one_line_and_status_130(tmp_path: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "releasecli", "--index", str(tmp_path / "index"), "ingest", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        while process.poll() is None and not (tmp_path / "index" / ".cache" / "holder").exists():
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "releasecli: interrupted\n")
    assert process.returncode == 130
