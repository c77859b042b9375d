"""How do statements, figures and names look as rows?"""

from rich.console import Console

from releasecli.model.results import FactRow
from releasecli.render.terminal.console import hanging, indented, marked, oneline, text, with_source

_MARGIN = 13


def paint(screen: Console, rows: tuple[FactRow, ...]) -> None:
    """Day, who or what, and about it; below the words of the text, and where they stand."""
    for row in rows:
        about = oneline(text(row.label, "strong")).append_text(text(f"  {row.about}" if row.about else "", "meta"))
        screen.print(hanging(text(f" {(row.published or '')[:10]:10}  ", "meta"), about))
        words = marked(screen, row.words, row.words_start, row.spans)
        for line in with_source(screen, words, text(row.ref, "meta"), _MARGIN):
            screen.print(indented(line, _MARGIN), no_wrap=True)
