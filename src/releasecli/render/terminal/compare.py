"""How do accounts look beside each other?"""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from releasecli.model.comparison import Aligned, Comparison, Passage
from releasecli.render.terminal.console import hanging, indented, oneline, sign, text

_COLUMN = 44  # columns an account needs to stand beside the others
_MARGIN, _BETWEEN = 2, 2
_LABEL = 12  # characters of a label that still leave room beside it
_HEADS = {"both": "both say", "differs": "they differ"}
_Cells = Sequence[Passage | None]
_Row = tuple[str, str, _Cells]


def paint(screen: Console, answer: tuple[Comparison, bool]) -> None:
    """What both say, what differs, what only one says; beside each other where there is room.

    The second of the answer is whether to say why, too.
    """
    found, explain = answer
    width = max(map(len, found.labels))
    for label, release in zip(found.labels, found.releases, strict=True):
        screen.print(text(f"{label:{width}}  ", "strong").append_text(text(release, "meta")), soft_wrap=True)
    for head, rows in _sections(found):
        screen.print()
        screen.print(text(head, "strong"))
        if len(_told(rows[0][2])) > 1 and _has_room(screen, found.labels):
            _beside(screen, [text(label, "meta") for label in found.labels])
        for number, (caption, why, cells) in enumerate(rows):
            if number and len(_told(cells)) > 1:
                screen.print()
            _row(screen, caption + (f"  ({why})" if why and (explain or head == _HEADS["differs"]) else ""), cells)


def _sections(found: Comparison) -> Iterator[tuple[str, Sequence[_Row]]]:
    """Headings, and below each its rows: what about, why, the passages."""
    if found.table:
        shared = [("", "", topic.cells) for topic in found.table if len(_told(topic.cells)) > 1]
        yield from [("several say", shared)] if shared else []
        for at, label in enumerate(found.labels):
            own = [topic.cells for topic in found.table if topic.cells[at] and len(_told(topic.cells)) == 1]
            yield from [(f"only {label}", [("", "", cells) for cells in own])] if own else []
        return
    for kind in ("both", "differs", "only_a", "only_b"):
        rows = [(row.topic, _why(row), (row.a, row.b)) for row in found.rows if row.kind == kind]
        if rows:
            yield _HEADS.get(kind) or f"only {found.labels[kind == 'only_b']}", rows


def _why(row: Aligned) -> str:
    return f"{row.score:.2f}" if row.kind == "both" else row.why


def _told(cells: _Cells) -> list[Passage]:
    return [cell for cell in cells if cell]


def _row(screen: Console, caption: str, cells: _Cells) -> None:
    told = _told(cells)
    if caption:
        screen.print(indented(text(caption, "meta"), _MARGIN))
    if len(told) == 1:
        _below(screen, [(sign(screen, "dot"), told[0])])
    elif _has_room(screen, cells):
        _beside(screen, [_words(cell) if cell else Text() for cell in cells])
    else:
        _below(screen, [(passage.label, passage) for passage in told])


def _has_room(screen: Console, columns: Sequence[object]) -> bool:
    return screen.width >= _COLUMN * len(columns)


def _beside(screen: Console, cells: Sequence[Text]) -> None:
    table = Table.grid(padding=(0, _BETWEEN, 0, 0))
    for _ in cells:
        table.add_column(width=(screen.width - _MARGIN) // len(cells) - _BETWEEN)
    table.add_row(*cells)
    screen.print(indented(table, _MARGIN))


def _below(screen: Console, told: Sequence[tuple[str, Passage]]) -> None:
    widest = max(len(head) for head, _ in told)
    for head, passage in told:
        if widest > _LABEL:
            screen.print(indented(text(head, "meta"), 2))
            screen.print(indented(_words(passage), 4))
        else:
            screen.print(hanging(text(f"  {head:{widest}} ", "meta"), _words(passage)))


def _words(passage: Passage) -> Text:
    """The passage and the paragraph it stands in."""
    return oneline(text(passage.text)).append_text(text(f"  :{passage.ref.rpartition(':')[2]}", "meta"))
