"""Which statements does a release hold, and who speaks in each?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from releasecli.extract.statements.cast import Cast, cast_of
from releasecli.extract.statements.drafts import Draft, drafts
from releasecli.extract.statements.kinds import kind_of, stance_of
from releasecli.extract.statements.lexicon import Lexicon, cues
from releasecli.extract.statements.quotations import quotations
from releasecli.extract.statements.resolve import resolve
from releasecli.extract.statements.speakers import Known, Memory, noted
from releasecli.model import Cue, Header, Name, Party, Span, Statement
from releasecli.text.paragraphs import paragraphs

_NOBODY = Known((), "passive")
_HEADING = 90  # characters
_QUOTES, _EDGES = '"“”„«»', " \n.,;:"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with its sentences and quotations, in order, and the lexicon of its language."""

    text: str
    spans: Sequence[tuple[int, int]]
    quoted: Sequence[tuple[int, int]]
    lexicon: Lexicon


def statements(
    text: str, header: Header, spans: Sequence[tuple[int, int]], names: Sequence[Name]
) -> tuple[Statement, ...]:
    """All statements of a text in order of their place; `spans` are its sentences, `names` its names."""
    language = header.language or "en"
    lexicon = cues(language)
    if not lexicon.forms:
        return ()
    blocks = paragraphs(text)
    stop = _closing(text, blocks, lexicon.lists["closing"])
    body = [span for span in spans if span[0] < stop and not _is_title(text, header, blocks, span)]
    quoted = quotations(text, blocks)
    found = drafts(text, body, blocks, quoted, language)
    if not found:
        return ()
    cast = cast_of(text, header, names, body, [draft.cue[0] for draft in found])
    made = _spoken(_Reading(text, body, quoted, lexicon), found, cast)
    return tuple(sorted(made, key=lambda one: (one.start, one.cue.start)))


def _is_title(text: str, header: Header, blocks: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """The title says what the body says again; the only block is the body."""
    if not header.title or len(blocks) < 2 or span[1] > blocks[0][1]:
        return False
    return " ".join(text[slice(*blocks[0])].split()) == " ".join(header.title.split())


def _closing(text: str, blocks: Sequence[tuple[int, int]], headings: frozenset[str]) -> int:
    """Where the matter begins that stands below every release of a sender ("About Acme"): in its second half."""
    for start, end in blocks:
        heading = text[start:end].lower().replace("’", "'")
        if start > len(text) // 2 and end - start < _HEADING and text[end - 1] not in '.!?”"':
            first = " ".join(heading.split()[:4]).rstrip(":")
            if any(first == one or first.startswith((f"{one} ", f"{one}:")) for one in headings):
                return start
    return len(text)


def _spoken(read: _Reading, found: Sequence[Draft], cast: Cast) -> Iterator[Statement]:
    """The statements with their speakers, who depend on those before."""
    memory = Memory()
    for draft in found:
        known = resolve(read.text, draft.speaker, cast, memory) if draft.speaker else _NOBODY
        if draft.speaker and not known.who and read.text[slice(*draft.speaker)].lower() == "it":
            continue  # no body has been named, so it is a thing
        hearer = _hearer(read.text, draft, cast, memory, known)
        memory = noted(memory, known, cast)
        yield _statement(read, draft, known, hearer)


def _hearer(text: str, draft: Draft, cast: Cast, memory: Memory, speaker: Known) -> Party | None:
    """The one who hears it, who is never the one who speaks."""
    if draft.addressee is None:
        return None
    start, end = draft.addressee
    who = resolve(text, draft.addressee, cast, memory).who
    return Party(start, end, text[start:end], tuple(one for one in who if one not in speaker.who))


def _statement(read: _Reading, draft: Draft, known: Known, hearer: Party | None) -> Statement:
    content = tuple(_trimmed(read.text, a, b) for a, b in draft.content)
    places = [draft.cue, *((one.start, one.end) for one in content)]
    start, end = _sentences(read.spans, min(a for a, _ in places), max(b for _, b in places))
    stance = stance_of(draft.row, content[0].text, read.lexicon)
    return Statement(
        start,
        end,
        read.text[start:end],
        kind="direct"
        if draft.rule == "transcript"
        else kind_of(read.text, content, read.quoted, topic=draft.row.topic),
        speaker=_span(read.text, draft.speaker) if draft.speaker else None,
        who=known.who,
        basis=known.basis,
        cue=Cue(*draft.cue, read.text[slice(*draft.cue)], draft.row.lemma, stance, draft.negated),
        content=content,
        addressee=hearer,
        rule=draft.rule,
        why=known.why,
    )


def _span(text: str, pair: tuple[int, int]) -> Span:
    return Span(*pair, text[slice(*pair)])


def _trimmed(text: str, start: int, end: int) -> Span:
    """A content without blanks and final marks at its edges, and without the quotation marks around all of it."""
    start, end = _without_edges(text, start, end)
    whole = end - start > 2 and text[start] in _QUOTES
    if whole and not any(mark in text[start + 1 : end - 1] for mark in _QUOTES):
        start, end = _without_edges(text, start + 1, end - (text[end - 1] in _QUOTES))
    elif text[end - 1] in _QUOTES and not any(mark in text[start : end - 1] for mark in _QUOTES):
        start, end = _without_edges(text, start, end - 1)
    return _span(text, (start, end))


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start] in " \n,":
        start += 1
    while end > start + 1 and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _sentences(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The smallest run of sentences that holds a stretch of text."""
    first, last = bisect_right(spans, (start, spans[-1][1])) - 1, bisect_left(spans, (end,)) - 1
    return min(spans[max(first, 0)][0], start), max(spans[max(last, 0)][1], end)
