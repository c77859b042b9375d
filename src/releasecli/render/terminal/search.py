"""How do found releases look?"""

from rich.console import Console
from rich.text import Text

from releasecli.model.hits import Hit, Snippet
from releasecli.render.terminal.console import indented, marked, shortened, sign, text


def paint(screen: Console, hits: tuple[Hit, ...]) -> None:
    """One line a release (number, id, day, side, title, paragraph) and the passage below it."""
    digits = len(str(len(hits)))
    for number, hit in enumerate(hits, 1):
        screen.print(_head(screen, hit, f"{number:>{digits + 1}}  "))
        for passage in _passages(screen, hit):
            screen.print(indented(passage, digits + 3))
        if hit.note:
            screen.print(indented(text(f"note: {' '.join(hit.note.split())}", "meta"), digits + 3))


def _head(screen: Console, hit: Hit, number: str) -> Text:
    ref = ":" + hit.ref.rpartition(":")[2] if ":" in hit.ref else ""
    left = text(number, "meta")
    left.append_text(text(hit.id)).append_text(text(f"  {(hit.published or '')[:10]:10}  {hit.side or '':2}  ", "meta"))
    room = screen.width - left.cell_len - len(ref) - 1
    title = text(shortened(screen, hit.title, room), "strong")
    return left.append_text(title).append(" " * max(1, room - title.cell_len + 1)).append(ref, "meta")


def _passages(screen: Console, hit: Hit) -> list[Text]:
    """The passages of a hit, each with its own marks; the number of near-duplicates stands after the last."""
    passages = [_passage(screen, span, hit.spans) for span in (hit.snippet, *hit.more) if span]
    if passages and hit.similar:
        passages[-1].append(f"  (+{len(hit.similar)} similar)", "meta")
    return passages


def _passage(screen: Console, span: Snippet, spans: tuple[tuple[int, int], ...]) -> Text:
    inside = tuple(mark for mark in spans if span.start <= mark[0] and mark[1] <= span.end)
    words = marked(screen, span.text, span.start, inside)
    cut = sign(screen, "cut")
    return Text(f"{cut} ").append_text(words).append(f" {cut}" if words.plain[-1:] not in ".!?" else "")
