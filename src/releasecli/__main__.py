"""What happens when `releasecli` is started?"""

import gc

gc.set_threshold(50_000)  # new objects between two looks for unreachable ones: most commands end before the first

# ruff: noqa: E402  the above counts for what is imported here, too
import os
import sys
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, cast

import typer

from releasecli.cli.app import app
from releasecli.errors import ReleaseError

# Typer carries its own Click: its usage error is reached through the public subclass
_UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])

_PIPED = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
_INTERRUPTED = 130
_OURS = {  # what Typer says, and how we say it
    ". Did you mean": "; did you mean",
    "No such": "no such",
    "is not a valid int range": "is no whole number",
    "is not in the range x>=": "is less than ",
}


def main() -> NoReturn:
    """Run one command line and leave with its exit status; every error is one line on stderr."""
    status = 0
    _streams()
    try:
        status = app(prog_name="releasecli", standalone_mode=False) or 0
        sys.stdout.flush()
        if status == _INTERRUPTED:  # Typer makes a status of Ctrl-C
            _complain("interrupted", status)
    except _UsageError as error:
        status = _complain(_usage(error), 2)
    except ReleaseError as error:
        status = _complain(str(error), error.status)
    except (KeyboardInterrupt, typer.Abort):
        status = _complain("interrupted", _INTERRUPTED)
    except BrokenPipeError:
        _close_quietly()
    except SystemExit as leaving:  # so Typer leaves when the reader has left, with 1 as if nothing had matched
        status = 0 if _reader_left() else int(leaving.code or 0)
    except Exception as error:  # the one door out
        if "--debug" in sys.argv:
            raise
        status = _complain(f"{type(error).__name__}: {error}; this is a bug: --debug shows where", 3)
    gc.freeze()  # nothing is looked through once more on the way out
    sys.exit(status)


def _streams() -> None:
    """A pipe is given UTF-8 whatever the locale; a terminal shows a question mark for a letter it does not have.

    What the caller has closed (`2>&-`) takes everything and keeps nothing.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  open to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else _PIPED, errors="replace")


def _complain(line: str, status: int) -> int:
    sys.stderr.write(f"releasecli: {line}\n")
    return status


def _usage(error: BaseException) -> str:
    """What Typer says of a command line, in our way of saying it."""
    if hasattr(error, "possibilities"):
        option = str(getattr(error, "option_name", ""))
        names = [name.strip("-") for name in error.possibilities or ()]
        near = get_close_matches(option.strip("-"), names, 1)
        hint = f"did you mean '--{near[0]}'?" if near else _help_of(error)
        return f"no such option '{option}'; {hint}"
    text = str(getattr(error, "format_message", error.__str__)()).strip().rstrip(".")
    for theirs, ours in _OURS.items():
        text = text.replace(theirs, ours)
    return text[:1].lower() + text[1:] if text else "see releasecli --help"


def _help_of(error: BaseException) -> str:
    return f"{getattr(getattr(error, 'ctx', None), 'command_path', 'releasecli')} --help lists them"


def _reader_left() -> bool:
    """Whether Typer has found stdout closed: it then puts a wrapper in its place."""
    return sys.stdout is not sys.__stdout__


def _close_quietly() -> None:
    """The reader has left (`| head`): nothing more to say, not even when Python flushes stdout at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
