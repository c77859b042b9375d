"""How do found releases look?"""

from rich.console import Console
from rich.text import Text

from releasecli.model.hits import Hit, Snippet
from releasecli.render.terminal.console import indented, marked, shortened, sign, text

_WIDE = 100  # columns from which on a day stands beside an id that begins with it
_LEAST = 16  # columns of a title; with fewer it has lines of its own


def paint(screen: Console, hits: tuple[Hit, ...]) -> None:
    """One line a release (number, id, day, side, title, paragraph) and the passage below it."""
    digits = len(str(len(hits)))
    wide = screen.width >= _WIDE
    dated = any(_day(hit) and (wide or not hit.id.startswith(_day(hit))) for hit in hits)
    sided = any(hit.side for hit in hits)
    for number, hit in enumerate(hits, 1):
        left = _left(hit, f"{number:>{digits + 1}}  ", dated=dated, sided=sided)
        ref = f":{hit.ref.rpartition(':')[2]}" if ":" in hit.ref else ""
        room = screen.width - left.cell_len - len(ref) - 1
        title = text(shortened(screen, hit.title, room) if room >= _LEAST else "", "strong")
        screen.print(left.append_text(title).append(" " * max(1, room - title.cell_len + 1)).append(ref, "meta"))
        if room < _LEAST:
            screen.print(indented(text(hit.title, "strong"), digits + 3))
        for passage in _passages(screen, hit, titled=room < _LEAST or title.plain == hit.title):
            screen.print(indented(passage, digits + 3))
        if hit.note:
            screen.print(indented(text(f"note: {' '.join(hit.note.split())}", "meta"), digits + 3))


def _left(hit: Hit, number: str, *, dated: bool, sided: bool) -> Text:
    """What stands before the title; a column in which no row has anything is left out."""
    known = (f"  {_day(hit):10}" if dated else "") + (f"  {hit.side or '':2}" if sided else "")
    return text(number, "meta").append_text(text(hit.id)).append_text(text(f"{known}  ", "meta"))


def _day(hit: Hit) -> str:
    return (hit.published or "")[:10]


def _passages(screen: Console, hit: Hit, *, titled: bool) -> list[Text]:
    """The passages of a hit, each with its own marks; the number of near-duplicates stands after the last.

    `titled`: the title can be read already, so a passage that is nothing else has nothing to say.
    """
    spans = [span for span in (hit.snippet, *hit.more) if span]
    passages = [_passage(screen, span, hit) for span in spans if hit.spans or not (titled and span.text == hit.title)]
    if hit.similar:
        passages = passages or [Text()]
        passages[-1].append(f"{'  ' if passages[-1] else ''}(+{len(hit.similar)} similar)", "meta")
    return passages


def _passage(screen: Console, span: Snippet, hit: Hit) -> Text:
    inside = tuple(mark for mark in hit.spans if span.start <= mark[0] and mark[1] <= span.end)
    words = _stripped(marked(screen, span.text, span.start, inside))
    cut = sign(screen, "cut")
    ended = span.text == hit.title or words.plain[-1:] in tuple(".!?")
    return Text(f"{cut} " if span.start else "").append_text(words).append("" if ended else f" {cut}")


def _stripped(words: Text) -> Text:
    words.rstrip()
    return words[len(words.plain) - len(words.plain.lstrip()) :] if words.plain.startswith(" ") else words
