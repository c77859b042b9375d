"""How does a summary look?"""

from rich.console import Console

from releasecli.model.results import Told, unnamed
from releasecli.render.terminal.console import indented, oneline, text


def paint(screen: Console, answer: tuple[tuple[Told, ...], bool]) -> None:
    """One sentence after the other, each with who speaks where it does not say so, and its reference.

    The second of the answer is whether to say why it was chosen, too.
    """
    rows, explain = answer
    for row in rows:
        who = unnamed(row)
        words = text(f"({who}) " if who else "", "meta").append_text(oneline(text(row.text)))
        screen.print(indented(words.append_text(text(f"  ({row.ref})", "meta")), 1))
        if explain:
            screen.print(indented(text(row.why, "meta"), 3))
