"""What is said in a release, as places in its text, before anybody knows who the speakers are?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.extract.statements.before import Found
from releasecli.extract.statements.finder import find
from releasecli.extract.statements.hits import Unit
from releasecli.extract.statements.lexicon import Lexicon, Row, cues
from releasecli.extract.statements.transcripts import Turn, turns
from releasecli.extract.statements.words import Word, words

_LONGEST = 400  # words
_AFTER = 160  # characters of a sentence that says who called or asked


class Draft(NamedTuple):
    """A statement by offsets: `unit` is the stretch of whole sentences it was read from."""

    unit: tuple[int, int]
    cue: tuple[int, int]
    row: Row
    negated: bool
    speaker: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    addressee: tuple[int, int] | None
    passive: bool
    rule: str
    waits: bool = False


def drafts(
    text: str,
    spans: Sequence[tuple[int, int]],
    blocks: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    language: str,
) -> list[Draft]:
    """All statements in order; a quotation that goes on without a new cue belongs to the statement before it."""
    spoken = [_turn(one, language) for one in turns(text, blocks, spans)]
    if spoken:
        spans = [span for span in spans if span[0] < spoken[0].unit[0]]
    return [*_told(text, spans, blocks, quoted, language), *spoken]


def _turn(one: Turn, language: str) -> Draft:
    """A turn of a transcript is a quotation without marks; its colon is the cue."""
    row = cues(language).forms["said"][0].rows[0]
    return Draft(
        unit=(one.start, one.said[-1][1]),
        cue=one.colon,
        row=row,
        negated=False,
        speaker=one.name,
        content=one.said,
        addressee=None,
        passive=False,
        rule="transcript",
    )


def _told(
    text: str,
    spans: Sequence[tuple[int, int]],
    blocks: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    language: str,
) -> list[Draft]:
    """The statements outside of transcripts."""
    found: list[Draft] = []
    last, taken = -1, -1
    for unit in _units(text, spans, quoted, language):
        block = _block(blocks, unit.start, max(last, 0))
        if block == taken:
            continue
        new = [_draft(unit, one) for one in find(unit)] if unit.cued else []
        if found and found[-1].waits and not new and block == last + 1 and not _only_quoted(unit):
            found[-1] = found[-1]._replace(content=(blocks[block],), waits=False, rule="colon")
            taken = block
        elif found and not new and _only_quoted(unit):
            k = _last_quoted(found)
            near = block == last or (block == last + 1 and _unclosed(text, found[k]))
            found[k] = _goes_on(found[k], unit, near=near)
        elif found and found[-1].waits and not new:
            found[-1] = found[-1]._replace(waits=False)
        found.extend(new)
        last = block
    return [draft for draft in found if draft.content]


def _block(blocks: Sequence[tuple[int, int]], at: int, known: int) -> int:
    while known < len(blocks) - 1 and blocks[known][1] <= at:
        known += 1
    return known


def _units(
    text: str, spans: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]], language: str
) -> Iterator[Unit]:
    """Sentences, those joined that a quotation runs across."""
    lexicon = cues(language)
    q = 0
    start = -1
    for number, (a, b) in enumerate(spans):
        start = a if start < 0 else start
        while q < len(quoted) and quoted[q][1] <= b and quoted[q][0] < start:
            q += 1
        following = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        k = q
        while k < len(quoted) and quoted[k][1] <= b:
            k += 1
        if k < len(quoted) and quoted[k][0] < b and quoted[k][1] > following:
            continue
        if number + 1 < len(spans) and _asked(text, b, *spans[number + 1]):
            continue
        inside = [span for span in quoted[q:k] if span[0] >= start]
        leads = text[b - 1] == ":" and k < len(quoted) and quoted[k][0] == following
        yield _unit(start, b, words(text, start, b, inside, language), lexicon, leads=leads)
        q, start = k, -1


def _unit(start: int, end: int, found: list[Word], lexicon: Lexicon, *, leads: bool) -> Unit:
    """A unit of no more words than a sentence can have; what is longer is a list."""
    found = found[:_LONGEST]
    vocabulary = lexicon.vocabulary
    cued = [k for k, word in enumerate(found) if word.low in vocabulary]
    return Unit(start, end, found, cued, lexicon, leads, {})


def _asked(text: str, end: int, start: int, stop: int) -> bool:
    """“Why?” Orlov asked.: a short sentence on the same line behind a question or a call in quotation marks."""
    said = text[max(end - 4, 0) : end].rstrip("\"”»’'")
    return (
        text[end - 1] in "\"”»'" and said[-1:] in ("?", "!") and "\n" not in text[end:start] and stop - start < _AFTER
    )


def _last_quoted(found: Sequence[Draft]) -> int:
    """The index from the end of the quotation in the last unit that speaks; else of its last statement."""
    for k in range(-1, -len(found) - 1, -1):
        if found[k].unit != found[-1].unit:
            break
        if found[k].waits or found[k].rule == "quotation":
            return k
    return -1


def _only_quoted(unit: Unit) -> bool:
    """Is all of the unit quotation, apart from marks?"""
    return any(word.tag == "Y" for word in unit.words) and all(word.tag in "Y.,;:-)" for word in unit.words)


def _unclosed(text: str, draft: Draft) -> bool:
    """Does the last quotation end without a mark, so that it goes on in the next paragraph?"""
    last = text[slice(*draft.content[-1])] if draft.content else ""
    return bool(last) and (last[-1] not in "\"”»'" or last.count("“") > last.count("”"))


def _goes_on(draft: Draft, unit: Unit, *, near: bool) -> Draft:
    """The quotation continues the statement before: `near`, in the same paragraph or unclosed in the one before."""
    quoted = tuple((word.start, word.end) for word in unit.words if word.tag == "Y")
    if draft.waits or (near and draft.rule == "quotation"):
        return draft._replace(
            unit=(draft.unit[0], unit.end), content=draft.content + quoted, waits=False, rule="quotation"
        )
    return draft


def _draft(unit: Unit, found: Found) -> Draft:
    hit = found.hit
    span = _span(unit, found.speaker)
    first, last = (hit.first, hit.last)
    content = tuple(_plain(unit, one) for one in found.content)
    rule = (
        "quotation"
        if found.content and all(unit.words[a].tag == "Y" and unit.words[b - 1].tag in "Y.,C" for a, b in found.content)
        else hit.frame
    )
    cue = (
        (unit.words[first].start, unit.words[last - 1].end)
        if hit.row.lemma != "according to"
        else (unit.words[hit.at].start, unit.words[hit.at + 1].end)
    )
    return Draft(
        (unit.start, unit.end),
        cue,
        hit.row,
        hit.group.negated,
        span,
        content,
        _span(unit, hit.addressee),
        found.passive,
        rule,
        found.waits,
    )


def _span(unit: Unit, pair: tuple[int, int] | None) -> tuple[int, int] | None:
    return (unit.words[pair[0]].start, unit.words[pair[1] - 1].end) if pair else None


def _plain(unit: Unit, pair: tuple[int, int]) -> tuple[int, int]:
    return unit.words[pair[0]].start, unit.words[pair[1] - 1].end
