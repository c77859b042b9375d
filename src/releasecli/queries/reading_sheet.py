"""How does a release that was read become a page?"""

from collections.abc import Iterator, Sequence

from releasecli.model.reading import Reading
from releasecli.model.sheet import Cited, Line, Sheet
from releasecli.text.sentences import sentences


def release_sheet(readings: Sequence[Reading]) -> Sheet:
    """Releases as they are read: a row for each date in them, with its sentence, in order of time."""
    lines = tuple(line for reading in readings for line in sorted(_dated(reading), key=_when))
    title = readings[0].release.header.title if len(readings) == 1 else f"{len(readings)} releases"
    return Sheet(title, lines, tuple(map(cited_of, readings)), "release")


def _dated(reading: Reading) -> Iterator[Line]:
    release = reading.release
    within = sentences(release.text, release.header.language)
    for time in reading.facts.times:
        if time.role == "event" and time.basis != "vague" and (time.earliest or time.latest):
            start, end = next(((s, e) for s, e in within if s <= time.start < e), (time.start, time.end))
            yield Line(
                head=time.value,
                text=release.text[start:end],
                release=release.id,
                start=start,
                end=end,
                ref=_ref(reading, time.start),
                group=release.header.title,
                basis=time.basis,
                first=time.earliest,
                last=time.latest,
                spans=((time.start, time.end),),
            )


def _when(line: Line) -> tuple[str, int]:
    return line.first or line.last or "", line.spans[0][0]


def cited_of(reading: Reading) -> Cited:
    """A release that was read, as a page quotes it."""
    release = reading.release
    return Cited(
        release.id,
        release.header.title,
        release.header.issuer,
        release.header.published,
        release.source.url,
        release.text,
        release.header.language,
    )


def _ref(reading: Reading, at: int) -> str:
    numbers = (number for number, (_, end) in enumerate(reading.paragraphs, 1) if at < end)
    return f"{reading.release.id}:{next(numbers, 0)}"
