"""How does a release look when it is read?"""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from releasecli.model import Cue, Figure, Name, Span, Time
from releasecli.model.output import named
from releasecli.model.reading import Reading
from releasecli.render.terminal.console import hanging, indented, oneline, sign, text

_WIDEST = 100  # columns of a line that is still read with ease
_GLUE = "\u2800"  # a blank at which no line is broken, until the lines are made
_KINDS = {"person": "people", "organisation": "bodies", "place": "places"}


def paint(screen: Console, readings: tuple[Reading, ...]) -> None:
    """Each release: its header, its numbered paragraphs with dates and figures marked, who and what is named in it."""
    for number, reading in enumerate(readings):
        if number:
            screen.print()
        _header(screen, reading)
        for paragraph in reading.shown:
            _paragraph(screen, reading, paragraph)
        if len(reading.shown) >= len(reading.paragraphs) - 1:
            _cast(screen, reading)


def _header(screen: Console, reading: Reading) -> None:
    header, dot = reading.release.header, f" {sign(screen, 'dot')} "
    screen.print(indented(text(header.title, "strong"), 1))
    parts = (named(reading), header.issuer, header.side, header.category, header.language, header.place)
    screen.print(indented(text(dot.join(part for part in parts if part), "meta"), 1))
    screen.print(indented(text(dot.join(_provenance(reading)), "meta"), 1))
    if reading.release.notes:
        screen.print(indented(oneline(text(f"note: {reading.release.notes}", "meta")), 1))
    if reading.release.source.url:
        screen.print(text(f" {reading.release.source.url}", "meta"), soft_wrap=True)
    screen.print()


def _provenance(reading: Reading) -> Iterator[str]:
    release = reading.release
    header = release.header
    if header.published:
        yield f"published {header.published.replace('T', ' ')} ({header.published_from})"
    elif header.published_candidates:
        yield f"published {' or '.join(header.published_candidates)}?"
    else:
        yield "no date of publication"
    if release.version > 1:
        yield f"version {release.version}"
    if release.tags:
        yield "tags " + ", ".join(release.tags)


def _paragraph(screen: Console, reading: Reading, number: int) -> None:
    start, end = reading.paragraphs[number - 1]
    words = text(f"{number:>3}  ", "meta")
    body = _annotated(screen, reading, start, end)
    lines = list(body.wrap(screen, min(_WIDEST, max(20, screen.width - 6))))
    for line in lines:
        line.rstrip()
        line.plain = line.plain.replace(_GLUE, " ")
    screen.print(words.append_text(lines[0]), no_wrap=True)
    for line in lines[1:]:
        screen.print(indented(line, 5), no_wrap=True)
    for said in _said(screen, reading, start, end):
        screen.print(indented(said, 5))


def _annotated(screen: Console, reading: Reading, start: int, end: int) -> Text:
    whole, at = Text(), start
    for fact in _marks(reading, start, end):
        whole.append_text(text(reading.release.text[at : fact.start]))
        whole.append_text(_fact(screen, fact))
        at = fact.end
    return oneline(whole.append_text(text(reading.release.text[at:end])))


def _marks(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """Dates, then figures, names and words of saying inside a paragraph, none over another, in order."""
    facts, taken = reading.facts, [False] * (end - start)
    cues = (statement.cue for statement in facts.statements)
    chosen: list[Span] = []
    groups: tuple[Iterable[Span], ...] = (facts.times, facts.figures, facts.names, cues)
    for fact in (fact for group in groups for fact in group):
        inside = start <= fact.start and fact.end <= end
        if inside and not any(taken[fact.start - start : fact.end - start]):
            taken[fact.start - start : fact.end - start] = [True] * (fact.end - fact.start)
            chosen.append(fact)
    yield from sorted(chosen, key=lambda fact: fact.start)


def _fact(screen: Console, fact: Span) -> Text:
    if isinstance(fact, Time):
        return _quoted(screen, fact, _time(screen, fact))
    if isinstance(fact, Figure):
        return _quoted(screen, fact, _figure(fact))
    if isinstance(fact, Cue):
        return text(fact.text, "cue")
    return text(fact.text, "strong" if isinstance(fact, Name) and fact.kind == "person" else "")


def _quoted(screen: Console, fact: Span, value: str) -> Text:
    words = text(sign(screen, "left"), "meta").append_text(text(fact.text, "hit"))
    return words.append_text(text(sign(screen, "right") + value, "meta"))


def _time(screen: Console, time: Time) -> str:
    parts = [sign(screen, time.basis)]
    if time.basis == "vague":
        return parts[0]
    if time.value != time.text:
        parts.append(f"{_GLUE}{time.value}")
    if time.type in {"DATE", "TIME"} and (time.earliest is None) != (time.latest is None):
        parts.append(f"{_GLUE}{sign(screen, 'open')}")
    if time.ambiguous:
        parts.append(sign(screen, "ambiguous"))
    return "".join(parts)


def _figure(figure: Figure) -> str:
    """The value of a figure where its words do not show it."""
    if figure.value is None:
        return ""
    value = f"{figure.value:,.12g}"
    if figure.bound == "=" and figure.value_max is None and value in figure.text:
        return ""
    bound = "" if figure.bound == "=" else figure.bound
    most = f"-{figure.value_max:,.12g}" if figure.value_max is not None else ""
    return f"{bound}{value}{most}" + (f" {figure.unit}" if figure.unit else "")


def _said(screen: Console, reading: Reading, start: int, end: int) -> Iterator[Text]:
    """One line a speaker below a paragraph: whom the words of the text stand for, and the verbs."""
    verbs: dict[str, list[str]] = {}
    for statement in reading.facts.statements:
        if start <= statement.start < end:
            who = ", ".join(entity.name for entity in statement.who)
            who = who or (" ".join(statement.speaker.text.split()) if statement.speaker else "")
            if who:
                verbs.setdefault(who, []).append(" ".join(statement.cue.text.split()))
    for who, cues in verbs.items():
        said = ", ".join(dict.fromkeys(cue for cue in cues if cue.strip(":")))
        yield text(f"{sign(screen, 'open')} {who}" + (f": {said}" if said else ""), "meta")


def _cast(screen: Console, reading: Reading) -> None:
    for kind, label in _KINDS.items():
        groups: dict[str, list[Name]] = {}
        for name in reading.facts.names:
            if name.kind == kind:
                groups.setdefault(name.entity, []).append(name)
        if groups:
            parts = [_person(next((n for n in same if n.office), same[0])) for same in groups.values()]
            screen.print(hanging(text(f" {label:6} ", "meta"), text(f" {sign(screen, 'dot')} ".join(parts))))


def _person(name: Name) -> str:
    """The name with office and state; of a place the name alone."""
    about = ", ".join(part for part in (name.office, name.state) if part and name.kind != "place")
    words = " ".join(name.name.split())
    return f"{words} ({about})" if about else words
