"""How do found releases look?"""

from rich.console import Console
from rich.text import Text

from releasecli.model.hits import Hit, Snippet
from releasecli.render.terminal.console import indented, marked, shortened, sign, text

_WIDE = 100  # columns from which on a day stands beside an id that begins with it
_LEAST = 16  # columns of a title; with fewer it has lines of its own
_TITLE = 2  # lines of a title


def paint(screen: Console, hits: tuple[Hit, ...]) -> None:
    """One line a release (number, id, day, side, title, paragraph) and the passage below it."""
    digits = len(str(len(hits)))
    wide = screen.width >= _WIDE
    dated = any(_day(hit) and (wide or not hit.id.startswith(_day(hit))) for hit in hits)
    sided = any(hit.side for hit in hits)
    for number, hit in enumerate(hits, 1):
        left = _left(hit, f"{number:>{digits + 1}}  ", dated=dated, sided=sided)
        ref = f":{hit.ref.rpartition(':')[2]}" if ":" in hit.ref else ""
        room, margin = screen.width - left.cell_len - len(ref) - 1, left.cell_len
        narrow, below = room < _LEAST, digits + 3
        lines = [Text(), *_title(screen, hit, screen.width - below)] if narrow else _title(screen, hit, room)
        title, *more = lines
        screen.print(left.append_text(title).append(" " * max(1, room - title.cell_len + 1)).append(ref, "meta"))
        for line in more:
            screen.print(indented(line, below if narrow else margin))
        for passage in _passages(screen, hit):
            screen.print(indented(passage, below))
        if hit.note:
            screen.print(indented(text(f"note: {' '.join(hit.note.split())}", "meta"), below))


def _left(hit: Hit, number: str, *, dated: bool, sided: bool) -> Text:
    """What stands before the title; a column in which no row has anything is left out."""
    known = (f"  {_day(hit):10}" if dated else "") + (f"  {hit.side or '':2}" if sided else "")
    return text(number, "meta").append_text(text(hit.id)).append_text(text(f"{known}  ", "meta"))


def _title(screen: Console, hit: Hit, room: int) -> list[Text]:
    """The title in lines: two at most, but whole and with its hits where it is the passage."""
    whole = hit.snippet if _is_title(hit.snippet, hit) else None
    title = marked(screen, hit.title, whole.start, hit.spans) if whole else text(hit.title)
    title.stylize_before("strong")
    lines = list(title.wrap(screen, room))
    if len(lines) > _TITLE and not whole:
        rest = "".join(line.plain for line in lines[_TITLE - 1 :])
        lines[_TITLE - 1 :] = [text(shortened(screen, rest, room), "strong")]
    for line in lines:
        line.rstrip()
    return lines


def _is_title(span: Snippet | None, hit: Hit) -> bool:
    """Whether all that was found in a passage is its title."""
    if span is None or not span.text.startswith(hit.title):
        return False
    end = span.start + len(hit.title)
    return span.text == hit.title or (bool(hit.spans) and all(last <= end for _, last in hit.spans))


def _day(hit: Hit) -> str:
    return (hit.published or "")[:10]


def _passages(screen: Console, hit: Hit) -> list[Text]:
    """The passages of a hit but its title, each with its own marks; the number of near-duplicates after the last."""
    spans = [span for span in (hit.snippet, *hit.more) if span and not _is_title(span, hit)]
    passages = [_passage(screen, span, hit) for span in spans]
    if hit.similar:
        passages = passages or [Text()]
        passages[-1].append(f"{'  ' if passages[-1] else ''}(+{len(hit.similar)} similar)", "meta")
    return passages


def _passage(screen: Console, span: Snippet, hit: Hit) -> Text:
    inside = tuple(mark for mark in hit.spans if span.start <= mark[0] and mark[1] <= span.end)
    words = _stripped(marked(screen, span.text, span.start, inside))
    cut = sign(screen, "cut")
    ended = words.plain[-1:] in tuple(".!?")
    return Text(f"{cut} " if span.start else "").append_text(words).append("" if ended else f" {cut}")


def _stripped(words: Text) -> Text:
    words.rstrip()
    return words[len(words.plain) - len(words.plain.lstrip()) :] if words.plain.startswith(" ") else words
