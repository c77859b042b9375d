"""How do the facts of a release look as a list?"""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from releasecli.model.output import FactLine
from releasecli.render.terminal.console import text

_WORDS, _VALUE = 3, 2  # how words and values share the width


def paint(screen: Console, answer: tuple[Sequence[FactLine], bool]) -> None:
    """Paragraph, kind, words and value in columns; the reason after the value where it was asked for."""
    lines, explain = answer
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(2):
        table.add_column(style="meta", no_wrap=True)
    table.add_column(ratio=_WORDS, overflow="fold")
    table.add_column(ratio=_VALUE, overflow="fold")
    before = ""
    for line in lines:
        place = line.ref if line.ref != before else ""
        value = text(line.value, "strong")
        table.add_row(text(f":{place.rpartition(':')[2]}" if place else ""), line.kind, text(line.words), value)
        if explain and line.why:
            value.append("  " if line.value else "").append_text(text(line.why, "meta"))
        before = line.ref
    screen.print(table)
