"""How does what was taken in look?"""

from collections.abc import Sequence

from rich.console import Console

from releasecli.render.terminal.console import shortened, sign, text

_SIGNS = {"added": "+", "version": "~", "duplicate": "=", "deleted": "-"}


def paint(screen: Console, events: Sequence[object]) -> None:
    """One line a release: a sign for what became of it, id, day, title."""
    for event in events:
        kind, ident = getattr(event, "kind", ""), getattr(event, "id", "") or ""
        day = (getattr(event, "published", "") or "")[:16].replace("T", " ")
        line = (
            text(f"{_SIGNS.get(kind, ' ')} ", "strong")
            .append_text(text(ident))
            .append_text(text(f"  {day:16}  ", "meta"))
        )
        room = screen.width - line.cell_len
        screen.print(line.append_text(text(shortened(screen, getattr(event, "title", ""), room))), no_wrap=True)
        if detail := "the same text, held already" if kind == "duplicate" else getattr(event, "detail", ""):
            screen.print(text(f"  {sign(screen, 'dot')} {detail}", "meta"))
