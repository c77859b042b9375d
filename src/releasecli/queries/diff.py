"""What changed between two texts of a release?"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from releasecli.model import Span
from releasecli.model.output import ref_at
from releasecli.model.reading import Change, Reading
from releasecli.text.sentences import sentences

_Kind = Literal["sentence", "time", "figure"]


def diff(old: Reading, new: Reading) -> tuple[Change, ...]:
    """Sentences, then dates, then figures that are only in one of them, or stand in another wording."""
    both = (old, new)
    return (
        *_changes("sentence", both, *map(_sentences, both)),
        *_changes("time", both, _valued(old, "time"), _valued(new, "time")),
        *_changes("figure", both, _valued(old, "figure"), _valued(new, "figure")),
    )


def _sentences(reading: Reading) -> list[tuple[str, Span]]:
    text = reading.release.text
    spans = sentences(text, reading.release.header.language)
    return [(" ".join(text[start:end].split()), Span(start, end, text[start:end])) for start, end in spans]


def _valued(reading: Reading, kind: _Kind) -> list[tuple[str, Span]]:
    """Facts by their value, so that another wording of the same date or figure is no change."""
    facts = reading.facts
    if kind == "time":
        return [(time.value, Span(time.start, time.end, time.text)) for time in facts.times]
    return [(f"{f.bound}{f.value} {f.unit} {f.counted}", Span(f.start, f.end, f.text)) for f in facts.figures]


def _changes(
    kind: _Kind, texts: tuple[Reading, Reading], old: list[tuple[str, Span]], new: list[tuple[str, Span]]
) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [key for key, _ in old], [key for key, _ in new], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        before, after = [span for _, span in old[i:j]], [span for _, span in new[k:m]]
        for number in range(max(len(before), len(after))):
            one = before[number] if number < len(before) else None
            other = after[number] if number < len(after) else None
            yield _change(kind, texts, one, other)


def _change(kind: _Kind, texts: tuple[Reading, Reading], one: Span | None, other: Span | None) -> Change:
    was = ref_at(texts[0], one.start) if one else None
    ref = ref_at(texts[1], other.start) if other else was or ""
    return Change(kind, "changed" if one and other else "removed" if one else "added", ref, was, one, other)
