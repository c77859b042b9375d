"""What does another program get of one release?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from releasecli.model.facts import Facts, Figure, Name, Statement
from releasecli.model.plain import plain
from releasecli.model.reading import Reading
from releasecli.model.record import SCHEMA
from releasecli.model.span import Span
from releasecli.model.time_reason import time_reason
from releasecli.model.times import Time

FIELDS = (
    "schema", "id", "title", "issuer", "issuer_id", "side", "category", "category_text", "published", "published_from",
    "published_candidates", "place", "language", "version", "tags", "notes", "corrections", "source", "text",
    "paragraphs", "times", "names", "statements", "figures",
)  # fmt: skip


class FactLine(NamedTuple):
    """One fact in a line: its paragraph, kind, place, words, value, and why it has that value."""

    ref: str
    kind: str
    start: int
    end: int
    words: str
    value: str
    why: str

    def __str__(self) -> str:
        """As a pipe has it: all but the reason, tabs between."""
        return "\t".join(map(str, self[:-1]))

    @property
    def explained(self) -> str:
        """As a pipe has it where the reason matters and not the place."""
        return f"{self.kind}\t{self.words}\t{self.value}\t{self.why}"


def release_output(reading: Reading) -> dict[str, Any]:
    """One release with all its facts, keys in the order of FIELDS."""
    release = reading.release
    source = release.source
    return {
        "schema": SCHEMA,
        "id": release.id or None,
        **plain(release.header),
        "version": release.version,
        "tags": list(release.tags),
        "notes": release.notes,
        "corrections": plain(release.corrections),
        "source": {
            "url": source.url,
            "format": source.format,
            "sha256": source.sha256,
            "uri": reading.uri,
            "added": reading.added,
        },
        "text": release.text,
        "paragraphs": [{"start": start, "end": end} for start, end in reading.paragraphs],
        **plain(reading.facts),
    }


def named(reading: Reading) -> str:
    """What opens this text again: its id, of an earlier text with the version."""
    return f"{reading.release.id}@v{reading.release.version}" if reading.earlier else reading.release.id


def ref_at(reading: Reading, offset: int) -> str:
    """What opens the paragraph at an offset."""
    inside = (number for number, (_, end) in enumerate(reading.paragraphs, 1) if offset < end)
    return f"{named(reading)}:{next(inside, 0)}"


def fact_lines(reading: Reading) -> Iterator[FactLine]:
    """Every fact in order of the text."""
    for fact in _in_order(reading.facts):
        kind, words = type(fact).__name__.lower(), " ".join(fact.text.split())
        ref, value, why = ref_at(reading, fact.start), _value(fact), _reason(fact, reading)
        yield FactLine(ref, kind, fact.start, fact.end, words, value, why)


def _in_order(facts: Facts) -> list[Span]:
    every: list[Span] = [*facts.times, *facts.names, *facts.statements, *facts.figures]
    return sorted(every, key=lambda fact: (fact.start, -fact.end))


def _value(fact: Span) -> str:
    if isinstance(fact, Time):
        return fact.value
    if isinstance(fact, Name):
        return fact.entity
    if isinstance(fact, Figure):
        unit = f" {fact.unit}" if fact.unit else ""
        return f"{fact.bound}{fact.value}{unit}" if fact.value is not None else ""
    return ", ".join(who.name for who in fact.who) if isinstance(fact, Statement) else ""


def _reason(fact: Span, reading: Reading) -> str:
    if isinstance(fact, Time):
        return time_reason(fact, reading.release.header.published)
    if isinstance(fact, Statement):
        how = f"{fact.kind}, {fact.cue.lemma} ({fact.cue.stance}), {fact.basis}, rule {fact.rule}"
        return f"{how}: {fact.why}" if fact.why else how
    return f"rule {getattr(fact, 'why', '') or getattr(fact, 'rule', '')}"
