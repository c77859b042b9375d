"""What does another program get of one release?"""

from collections.abc import Iterator
from typing import Any

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


def fact_lines(reading: Reading) -> Iterator[str]:
    """One line a fact in order of the text: its paragraph, kind, place, words, value; tabs between."""
    for fact in _in_order(reading.facts):
        ref, words = ref_at(reading, fact.start), " ".join(fact.text.split())
        yield "\t".join((ref, type(fact).__name__.lower(), str(fact.start), str(fact.end), words, _value(fact)))


def reasons(reading: Reading) -> Iterator[str]:
    """One line a fact in order of the text: its words, its value and why it has it; tabs between."""
    for fact in _in_order(reading.facts):
        words = " ".join(fact.text.split())
        yield "\t".join((type(fact).__name__.lower(), words, _value(fact), _reason(fact, reading)))


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
        return f"{fact.kind}, {fact.cue.lemma} ({fact.cue.stance}), {fact.basis}, rule {fact.rule}: {fact.why}"
    return str(getattr(fact, "why", "") or getattr(fact, "rule", ""))
