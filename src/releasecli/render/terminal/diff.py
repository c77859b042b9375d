"""How do changes look?"""

from rich.console import Console, RenderableType
from rich.text import Text

from releasecli.model import Span
from releasecli.model.reading import Change
from releasecli.render.terminal.console import indented, oneline, text


def paint(screen: Console, changes: tuple[Change, ...]) -> None:
    """The old words behind a minus, the new ones behind a plus; dates and figures after the sentences."""
    kind = ""
    for change in changes:
        if change.kind != kind:
            kind = change.kind
            screen.print(text(f"{kind}s", "meta"))
        for sign, span, style in (("-", change.old, ""), ("+", change.new, "strong")):
            if span:
                screen.print(_line(sign, span, style, change.ref if span is (change.new or change.old) else ""))


def _line(sign: str, span: Span, style: str, ref: str) -> RenderableType:
    words = oneline(Text(f"{sign} ").append_text(text(span.text, style)))
    return indented(words.append_text(text(f"  {ref}" if ref else "", "meta")), 1)
