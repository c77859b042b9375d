"""How do plain lines look?"""

from collections.abc import Sequence

from rich.console import Console

from releasecli.render.terminal.console import text


def paint(screen: Console, lines: Sequence[str]) -> None:
    """One line each, wrapped at words."""
    for line in lines:
        screen.print(text(line))
