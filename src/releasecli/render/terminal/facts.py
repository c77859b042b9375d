"""How do statements, figures and names look as rows?"""

from rich.console import Console

from releasecli.model.results import FactRow
from releasecli.render.terminal.console import indented, marked, sign, text


def paint(screen: Console, rows: tuple[FactRow, ...]) -> None:
    """Two lines a fact and more: day, who or what, and its reference; then the words of the text."""
    for row in rows:
        left = text(f" {(row.published or '')[:10]:10}  ", "meta").append_text(text(row.label, "strong"))
        left.append_text(text(f"  {row.about}" if row.about else "", "meta"))
        gap = screen.width - left.cell_len - len(row.ref)
        if gap > 1:
            left.append(" " * gap).append_text(text(row.ref, "meta"))
            screen.print(left, no_wrap=True)
        else:
            screen.print(left)
            screen.print(text(row.ref, "meta"), justify="right")
        words = marked(screen, row.words, row.words_start, row.spans)
        cut = sign(screen, "cut")
        screen.print(indented(text(f"{cut} ").append_text(words), 13))
