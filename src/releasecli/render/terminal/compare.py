"""How do two accounts look side by side?"""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from releasecli.model.results import Aligned, Comparison, Passage, Topic
from releasecli.render.terminal.console import indented, oneline, text

_WIDE = 100  # columns from which the accounts stand beside each other
_HEADS = {"both": "both say", "differs": "differs"}


def paint(screen: Console, found: Comparison) -> None:
    """What both say, what differs, what only one says; beside each other where there is room."""
    if found.table:
        _table(screen, found.labels, [topic.cells for topic in found.table])
        return
    for kind in ("both", "differs", "only_a", "only_b"):
        rows = [row for row in found.rows if row.kind == kind]
        if rows:
            screen.print(text(_head(kind, found.labels), "strong"))
            _rows(screen, found.labels, rows)


def _head(kind: str, labels: Sequence[str]) -> str:
    return _HEADS.get(kind) or f"only {labels[0] if kind == 'only_a' else labels[1]}"


def _rows(screen: Console, labels: Sequence[str], rows: Sequence[Aligned]) -> None:
    if screen.width >= _WIDE and rows[0].a and rows[0].b:
        _table(screen, labels, [(row.a, row.b) for row in rows])
        return
    for row in rows:
        for passage in (row.a, row.b):
            if passage:
                label = f"{passage.label}  " if row.a and row.b else ""
                screen.print(indented(text(label, "meta").append_text(_words(passage)), 2))
        if row.a and row.b:
            screen.print()


def _table(screen: Console, labels: Sequence[str], rows: Sequence[Sequence[Passage | None]] | Sequence[Topic]) -> None:
    table = Table(box=None, pad_edge=True, padding=(0, 2, 1, 1), expand=True, show_edge=False)
    for label in labels:
        table.add_column(text(label, "meta"), ratio=1)
    for row in rows:
        cells = row.cells if isinstance(row, Topic) else row
        table.add_row(*(_words(cell) if cell else Text() for cell in cells))
    screen.print(table)


def _words(passage: Passage) -> Text:
    """The passage and the paragraph it stands in."""
    return oneline(text(passage.text).append_text(text(f"  :{passage.ref.rpartition(':')[2]}", "meta")))
