"""Which statements does a release hold, and who speaks in each?"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from releasecli.extract.statements.cast import Cast, cast_of
from releasecli.extract.statements.drafts import Draft, drafts
from releasecli.extract.statements.lexicon import Lexicon, cues
from releasecli.extract.statements.quotations import quotations
from releasecli.extract.statements.speakers import Known, Memory, resolve
from releasecli.model import Cue, Header, Name, Party, Span, Statement
from releasecli.text.paragraphs import paragraphs

_NOBODY = Known((), "passive", "")
_MARKS = '"“”„«»'


def statements(
    text: str, header: Header, spans: Sequence[tuple[int, int]], names: Sequence[Name]
) -> tuple[Statement, ...]:
    """All statements of a text in order of their place; `spans` are its sentences, `names` its names."""
    lexicon = cues(header.language or "en")
    if not lexicon.forms:
        return ()
    blocks = paragraphs(text)
    body = [span for span in spans if not _title(text, header, blocks, span)]
    quoted = quotations(text, blocks)
    found = drafts(text, body, blocks, quoted, header.language or "en")
    if not found:
        return ()
    cast, memory = cast_of(text, header, names, body, [draft.cue[0] for draft in found], lexicon), Memory()
    people = frozenset(member.entity for member in cast.members)
    made = []
    for draft in found:
        known = resolve(text, draft.speaker, cast, memory) if draft.speaker else _NOBODY
        memory.note(known, people)
        made.append(_statement(text, body, quoted, lexicon, draft, known, _hearer(text, draft, cast, memory, known)))
    return tuple(sorted(made, key=lambda one: (one.start, one.cue.start)))


def _title(text: str, header: Header, blocks: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """The title says what the body says again."""
    first = blocks[0] if blocks else (0, 0)
    return (
        bool(header.title)
        and span[1] <= first[1]
        and " ".join(text[slice(*first)].split()) == " ".join(header.title.split())
    )


def _statement(
    text: str,
    spans: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    draft: Draft,
    known: Known,
    addressee: Party | None,
) -> Statement:
    content = tuple(_trimmed(text, a, b) for a, b in draft.content)
    places = [draft.cue, *((one.start, one.end) for one in content)]
    start, end = _sentences(spans, min(a for a, _ in places), max(b for _, b in places))
    speaker = Span(*draft.speaker, text[slice(*draft.speaker)]) if draft.speaker else None
    return Statement(
        start,
        end,
        text[start:end],
        kind=_kind(text, draft, content, quoted),
        speaker=speaker,
        who=known.who,
        basis=known.basis,
        cue=Cue(
            *draft.cue, text[slice(*draft.cue)], draft.row.lemma, _stance(text, draft, content, lexicon), draft.negated
        ),
        content=content,
        addressee=addressee,
        rule=draft.rule,
        why=known.why,
    )


def _hearer(text: str, draft: Draft, cast: Cast, memory: Memory, speaker: Known) -> Party | None:
    """The one who hears it, who is never the one who speaks."""
    if draft.addressee is None:
        return None
    start, end = draft.addressee
    who = resolve(text, draft.addressee, cast, memory).who
    return Party(start, end, text[start:end], tuple(one for one in who if one not in speaker.who))


def _trimmed(text: str, start: int, end: int) -> Span:
    """A content without blanks and final marks at its edges, and without the quotation marks around all of it."""
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n.,;:":
        end -= 1
    if end - start > 2 and text[start] in _MARKS:
        inner = text[start + 1 : end - 1]
        if not any(mark in inner for mark in _MARKS):
            start += 1
            end -= text[end - 1] in _MARKS
            while start < end and text[end - 1] in " \n.,;:":
                end -= 1
    return Span(start, end, text[start:end])


def _sentences(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    first, last = bisect_right(spans, (start, spans[-1][1])) - 1, bisect_left(spans, (end,)) - 1
    return min(spans[max(first, 0)][0], start), max(spans[max(last, 0)][1], end)


def _kind(
    text: str, draft: Draft, content: Sequence[Span], quoted: Sequence[tuple[int, int]]
) -> Literal["direct", "indirect", "mixed", "topic"]:
    """`topic`, or by the share of the content's letters that stand in quotation marks; one quoted word does not count."""
    if draft.row.topic:
        return "topic"
    letters = sum(sum(map(str.isalnum, one.text)) for one in content)
    inside = sum(_letters_quoted(text, one, quoted) for one in content)
    return "indirect" if not inside else "direct" if inside >= 0.9 * letters else "mixed"


def _letters_quoted(text: str, one: Span, quoted: Sequence[tuple[int, int]]) -> int:
    """How many letters of a content stand in quotations of more than one word."""
    count, k = 0, max(bisect_left(quoted, (one.start,)) - 1, 0)
    while k < len(quoted) and quoted[k][0] < one.end:
        start, end = quoted[k]
        if " " in text[start:end].strip():
            count += sum(map(str.isalnum, text[max(start, one.start) : min(end, one.end)]))
        k += 1
    return count


def _stance(text: str, draft: Draft, content: Sequence[Span], lexicon: Lexicon) -> str:
    """The stance of the cue; of "expressed" and its like the head of the object decides."""
    if draft.row.stance != "express" or not content:
        return draft.row.stance
    for word in text[content[0].start : content[0].end].split()[:7]:
        if (found := lexicon.objects.get(word.lower().strip(",."))) is not None:
            return found
        if word.lower() in ("for", "on", "about", "that", "to"):
            break
    return draft.row.stance
