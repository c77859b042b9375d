"""What can this terminal show?"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from releasecli.render.marks import has_signs, mark, visible

_MOST, _BEFORE = 900, 200  # characters
_BLANKS = re.compile(r"\n\s*| \s+")
_HIGH = 50  # lines: a dumb terminal's width counts only with a height
_THEME = Theme({"hit": "bold magenta", "meta": "dim", "strong": "bold", "rule": "dim", "cue": "underline"})


def console(out: TextIO, color: str = "auto") -> Console:
    """A console that never reads markup, wraps at words and honours NO_COLOR, TERM=dumb and COLUMNS."""
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) > 0 else None
    return Console(
        file=out,
        theme=_THEME,
        width=width,
        height=_HIGH if width else None,
        force_terminal=True if color == "always" else None,
        no_color=True if color == "never" else None,
        color_system=None if color == "never" else ("auto" if color != "always" else "standard"),
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


def sign(screen: Console, name: str) -> str:
    """The mark of that name as this terminal can show it."""
    return mark(name, unicode=has_signs(screen.encoding))


def text(value: object, style: str = "") -> Text:
    """A value as text that cannot be read as markup or steer the terminal."""
    return Text().append(visible("" if value is None else str(value)), style or None)


def marked(screen: Console, words: str, start: int, spans: tuple[tuple[int, int], ...]) -> Text:
    """Words with the hits in them: `spans` in offsets of the release's text, `start` where the words begin in it.

    Hits stand in brackets where the terminal has no styles. Of very many words those around the first hit are shown.
    """
    at, end = _window(words, spans[0][0] - start if spans else 0)
    result = text(f"{sign(screen, 'cut')} " if at else "")
    for first, last in ((first - start, min(last - start, end)) for first, last in spans if first - start < end):
        result.append_text(text(words[at:first]))
        hit = words[first:last]
        result.append_text(text(f"[{hit}]" if screen.color_system is None else hit, "hit"))
        at = last
    result.append_text(text(words[at:end] + (f" {sign(screen, 'cut')}" if end < len(words) else "")))
    return oneline(result)


def _window(words: str, hit: int) -> tuple[int, int]:
    """Where to begin and end, at blanks: a text that has lost its full stops is one sentence of many pages."""
    if len(words) <= _MOST:
        return 0, len(words)
    begin = words.rfind(" ", 0, max(0, hit - _BEFORE)) + 1
    return begin, max(words.rfind(" ", begin, begin + _MOST), hit + 1)


@dataclass(frozen=True, slots=True)
class _Hanging:
    head: Text
    words: Text

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> Iterator[Text]:
        margin = self.head.cell_len
        first, *more = _lines(screen, self.words, options.max_width - margin)
        yield self.head.copy().append_text(first)
        for line in more:
            yield Text(" " * margin).append_text(line)


def hanging(head: Text, words: Text) -> RenderableType:
    """The words right of a head, on every line that they take, without blanks at line ends."""
    return _Hanging(head, words)


def indented(words: Text | Table, by: int) -> RenderableType:
    """The same so many columns to the right."""
    return _Hanging(Text(" " * by), words) if isinstance(words, Text) else Padding(words, (0, 0, 0, by), expand=False)


def _lines(screen: Console, words: Text, width: int) -> list[Text]:
    lines = list(words.wrap(screen, max(20, width)))
    for line in lines:
        line.rstrip()
    return lines


def with_source(screen: Console, words: Text, source: Text, margin: int) -> list[Text]:
    """The words as lines right of a margin, the source at the right of the last one, or on a line of its own."""
    width = max(20, screen.width - margin)
    lines = _lines(screen, words, width)
    if width - lines[-1].cell_len - source.cell_len < 3:
        lines.append(Text())
    return [*lines[:-1], lines[-1].append(" " * (width - lines[-1].cell_len - source.cell_len)).append_text(source)]


def oneline(words: Text) -> Text:
    """The words with every run of blanks and line ends as one blank: only the terminal's width breaks them."""
    runs = [at for found in _BLANKS.finditer(words.plain) for at in found.span()]
    return Text(" ", end="").join(list(words.divide(runs))[::2]) if runs else words


def shortened(screen: Console, words: str, width: int) -> str:
    """The words cut to a width in columns, with a sign where something is left out."""
    if cell_len(words) <= width:
        return words
    cut = sign(screen, "cut")
    return set_cell_size(words, max(0, width - len(cut))).rstrip() + cut
