"""Are the man pages and completions in `share/` true? `python tests/test_share.py` writes them anew."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import typer
from typer._completion_shared import get_completion_script

from releasecli.cli.app import COMMANDS, app, loaded

SHARE = Path(__file__).parents[1] / "share"
_COMPLETIONS = {
    "bash": "bash-completion/completions/releasecli",
    "zsh": "zsh/site-functions/_releasecli",
    "fish": "fish/vendor_completions.d/releasecli.fish",
}


def test_man_pages_and_completions_are_those_of_the_commands() -> None:
    there = {path for path in SHARE.rglob("*") if path.is_file()}
    wanted = dict(_files())
    assert there == set(wanted), "python tests/test_share.py writes the missing pages"
    stale = [path.name for path, content in wanted.items() if path.read_text(encoding="utf-8") != content]
    assert stale == [], "python tests/test_share.py writes them anew"


def _files() -> Iterator[tuple[Path, str]]:
    root = typer.main.get_command(app)
    yield SHARE / "man/man1/releasecli.1", "\n".join(_overview(root))
    for name in COMMANDS:
        yield SHARE / f"man/man1/releasecli-{name}.1", "\n".join(_page(name, loaded(name)))
    for shell, place in _COMPLETIONS.items():
        script = get_completion_script(prog_name="releasecli", complete_var="_RELEASECLI_COMPLETE", shell=shell)
        yield SHARE / place, f"{script}\n"


def _overview(root: Any) -> Iterator[str]:
    yield from _head("releasecli", "query and summarise official releases")
    yield ".SH SYNOPSIS\n.B releasecli\n[OPTIONS] COMMAND [ARGS]..."
    yield f".SH DESCRIPTION\n{_plain(root.help)}"
    yield ".SH COMMANDS"
    for name, text in COMMANDS.items():
        yield f".TP\n.BR releasecli\\-{name} (1)\n{_plain(text)}"
    yield from _options(root, "releasecli")
    yield ".SH EXIT STATUS"
    for status, meaning in _STATUS:
        yield f".TP\n.B {status}\n{meaning}"
    yield ".SH ENVIRONMENT"
    for name, meaning in _ENVIRONMENT:
        yield f".TP\n.B {name}\n{meaning}"
    yield ""


_STATUS = (
    (0, "found, or done"),
    (1, "nothing matched"),
    (2, "the command line is not understood"),
    (3, "the index or a record has a problem"),
    (4, "ingest finished and some inputs failed"),
    (130, "interrupted"),
)
_ENVIRONMENT = (
    ("RELEASECLI_INDEX", "The folder of the index."),
    ("RELEASECLI_PROCESSES", "How many processes read releases; by default one a core."),
    ("NO_COLOR, TERM=dumb", "No colour."),
    ("COLUMNS", "The width of tables."),
    ("EDITOR", "What releasecli edit opens."),
)


def _page(name: str, command: Any) -> Iterator[str]:
    examples, _, text = command.help.removeprefix("\b\n").partition("\n\n")
    yield from _head(f"releasecli-{name}", COMMANDS[name].rstrip("."))
    context = typer.Context(command, info_name=f"releasecli {name}")
    yield f".SH SYNOPSIS\n.B releasecli {name}\n{_plain(' '.join(command.collect_usage_pieces(context)))}"
    yield f".SH EXAMPLES\n.nf\n{_plain(dedent(examples))}\n.fi"
    yield ".SH DESCRIPTION\n" + "\n.PP\n".join(_plain(part) for part in text.split("\n\n"))
    yield from _options(command, f"releasecli {name}")
    yield ".SH SEE ALSO\n.BR releasecli (1)\n"


def _head(name: str, summary: str) -> Iterator[str]:
    yield '.\\" made by tests/test_share.py from the help of the command'
    yield f'.TH {name.upper()} 1 "" releasecli "User Commands"'
    yield f".SH NAME\n{_plain(name)} \\- {_plain(summary)}"


def _options(command: Any, path: str) -> Iterator[str]:
    """One section a group of options, as in the help."""
    context, panel = typer.Context(command, info_name=path), ""
    for parameter in command.get_params(context):
        row = parameter.get_help_record(context)
        group = getattr(parameter, "rich_help_panel", None) or f"{parameter.param_type_name}s"
        if row is None:
            continue
        if group != panel:
            yield f".SH {group.upper()}"
            panel = group
        yield f".TP\n.B {_plain(row[0])}\n{_plain(row[1]) or row[0]}"


def _plain(text: str) -> str:
    """Text as roff shows it unchanged."""
    escaped = text.replace("\b\n", "").replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", escaped.strip())


def _write() -> None:
    for path, content in _files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    _write()
