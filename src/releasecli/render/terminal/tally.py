"""How do counts look?"""

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from releasecli.model.hits import Tally
from releasecli.render.terminal.console import shortened, sign, text

_LEAST = 20  # columns of the longest bar where values are long


def paint(screen: Console, tallies: tuple[Tally, ...]) -> None:
    """One line a value: the value, its count, a bar as long as its share of the largest."""
    if not tallies:
        return
    digits = max(len(str(row.times)) for row in tallies)
    widest = min(max(cell_len(row.value) for row in tallies), max(8, screen.width - digits - _LEAST - 5))
    room = max(4, min(40, screen.width - widest - digits - 5))
    most = max(row.times for row in tallies)
    for row in tallies:
        value = set_cell_size(shortened(screen, row.value, widest), widest)
        line = text(f"{value}  {row.times:>{digits}}  ")
        screen.print(line.append_text(Text(sign(screen, "bar") * max(1, row.times * room // most), "meta")))
