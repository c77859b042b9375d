"""How do counts look?"""

from rich.console import Console
from rich.text import Text

from releasecli.model.hits import Tally
from releasecli.render.terminal.console import shortened, sign, text


def paint(screen: Console, tallies: tuple[Tally, ...]) -> None:
    """One line a value: the value, its count, a bar as long as its share of the largest."""
    if not tallies:
        return
    digits = max(len(str(row.times)) for row in tallies)
    widest = min(max(len(row.value) for row in tallies), max(8, screen.width // 2))
    room = max(4, min(40, screen.width - widest - digits - 5))
    most = max(row.times for row in tallies)
    for row in tallies:
        line = text(f"{shortened(screen, row.value, widest):{widest}}  {row.times:>{digits}}  ")
        screen.print(line.append_text(Text(sign(screen, "bar") * max(1, row.times * room // most), "meta")))
