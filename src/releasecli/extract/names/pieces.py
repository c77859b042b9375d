"""Which names does a run of capitalised words hold?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from releasecli.extract.names.lexicon import Kind, Known, Lexicon
from releasecli.extract.names.words import Run

_COMPLEMENT = ("of", "for")


@dataclass(frozen=True, slots=True)
class Piece:
    """A name as found in one place; `kind` None where only the whole text can tell.

    `office` is the span of the words of office before a person, `state` the ISO code they name.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: Kind | None
    why: str
    known: Known | None = None
    office: tuple[int, int] | None = None
    state: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class _Office:
    """Words that lead to a person: `titled` once a title is among them, `open` right after "of"."""

    start: int
    state: str | None = None
    titled: bool = False
    open: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
    run: Run
    flat: str
    lex: Lexicon


def pieces(run: Run, flat: str, lex: Lexicon) -> list[Piece]:
    """The names of a run from left to right; words of office and demonyms go to the person they lead to."""
    scene, found, at, office = _Scene(run, flat, lex), [], 0, None
    while at < len(run):
        at, office, piece = _step(scene, at, office)
        if piece is not None:
            found.append(piece)
    return found


_Step = tuple[int, _Office | None, Piece | None]


def _step(scene: _Scene, at: int, office: _Office | None) -> _Step:
    word, lex = scene.run[at], scene.lex
    if word.small:
        return at + 1, _after_small(word.text, office), None
    known_end, known = known_at(scene.run, at, scene.flat, lex)
    if office and office.titled and not office.open and _called(scene, at, known_end, known):
        return _person(scene, at, office)
    named_end, kind = _named(scene, at)
    if known is not None and known_end >= named_end and not _first_name(scene, at, known_end, known):
        return (
            known_end,
            _lead(office, word.start, known.state),
            _piece(scene, at, known_end, (known.kind, "list"), known),
        )
    if kind is not None and named_end > at:
        return named_end, _lead(office, word.start, None), _piece(scene, at, named_end, (kind, "head"))
    if word.text in lex.demonyms or word.text in lex.adjectives:
        return at + 1, _lead(office, word.start, lex.demonyms.get(word.text)), None
    return _plain_step(scene, at, office)


def _plain_step(scene: _Scene, at: int, office: _Office | None) -> _Step:
    """A word that begins no known name: a title, a word of an office, a word to leave out, or a name."""
    word, lex = scene.run[at], scene.lex
    if word.text in lex.titles:
        return at + 1, _titled(office, word.start, plural=word.text.endswith("s")), None
    if word.text in lex.stops:
        return at + 1, None, None
    if office and office.titled and office.open and _subject(word.text, lex):
        return at + 1, office, None
    if word.text in lex.modifiers and _leads_to_title(scene, at):
        return at + 1, _lead(office, word.start, None), None
    return _person(scene, at, office)


def _after_small(text: str, office: _Office | None) -> _Office | None:
    if office is None or not office.titled:
        return None
    if text == "and" and not office.open:
        return office
    return replace(office, open=office.open or text in ("of", "for", "to", "on", "at", "in"))


def _lead(office: _Office | None, start: int, state: str | None) -> _Office:
    """A state, a body or an adjective before a title or as its complement; after it the office is complete."""
    if office is None:
        return _Office(start, state)
    return replace(office, state=office.state or state, open=False)


def _titled(office: _Office | None, start: int, *, plural: bool) -> _Office:
    if office is None:
        return _Office(start, titled=True, plural=plural)
    return replace(office, titled=True, open=False, plural=plural)


def _subject(word: str, lex: Lexicon) -> bool:
    """'Minister of Foreign Affairs': what an office is of, in words that are no name."""
    return word in lex.portfolios or (word.lower() in lex.common and word not in lex.first_names)


def _leads_to_title(scene: _Scene, at: int) -> bool:
    """Only words of office stand between here and a title."""
    for word in scene.run[at:]:
        if word.small:
            return False
        if word.text in scene.lex.titles:
            return True
        if word.text not in scene.lex.modifiers:
            return False
    return False


def known_at(run: Run, at: int, flat: str, lex: Lexicon) -> tuple[int, Known | None]:
    """The longest known name that begins at this word, and the index after it."""
    longest = lex.longest.get(run[at].text)
    if longest is None:
        return at, None
    start = run[at].start
    end = at
    while end + 1 < len(run) and run[end + 1].end - start <= longest + 1:
        end += 1
    for last in range(end, at - 1, -1):
        if not run[last].small and (known := lex.known.get(flat[start : run[last].end].replace("\n", " "))):
            return last + 1, known
    return at, None


def _called(scene: _Scene, at: int, end: int, known: Known | None) -> bool:
    """A place right after a title is a surname (President Washington), a state is not."""
    if known is None or known.kind != "place" or known.is_state or end != at + 1:
        return False
    return scene.run[at].text not in scene.lex.modifiers


def _first_name(scene: _Scene, at: int, end: int, known: Known) -> bool:
    """'Israel Katz', 'Jordan Bardella': a place followed by a surname."""
    if known.kind != "place" or end != at + 1 or at + 1 >= len(scene.run):
        return False
    following = scene.run[at + 1]
    return (
        not following.glued
        and following.text in scene.lex.surnames
        and not scene.run[at].glued
        and at + 2 >= len(scene.run)
    )


def _block_end(run: Run, at: int) -> int:
    """The index after the capitalised words that follow each other without a small word."""
    while at < len(run) and not run[at].small:
        at += 1
    return at


def _named(scene: _Scene, at: int) -> tuple[int, Kind | None]:
    """A body, place or event by the last word of its name ("Council"), with its complement ("of Europe")."""
    run, lex = scene.run, scene.lex
    if run[at].text in lex.stops or run[at].text in lex.titles:
        return at, None
    stop = _block_end(run, at)
    cut = next((k for k in range(at, stop) if _cuts(scene, k, stop)), stop)
    head = next((k for k in range(cut - 1, at - 1, -1) if run[k].text in lex.heads), None)
    if head is None:
        return _joined(scene, at, cut)
    kind = lex.heads[run[head].text]
    end = _complement(scene, head)
    if end > head + 1:
        return end, lex.openers[run[head].text]
    if head == at or _surname_head(scene, at, head, kind) or not _qualified(scene, at, head, kind):
        return at, None
    return _numbered(scene, head + 1, kind), kind


def _cuts(scene: _Scene, at: int, stop: int) -> bool:
    """A title ends the name of a body ("European Council President"), unless the body's last word follows it."""
    run, lex = scene.run, scene.lex
    if run[at].text not in lex.titles or run[at].text in lex.heads:
        return False
    return not (at + 2 == stop and lex.heads.get(run[at + 1].text) == "organisation")


def _numbered(scene: _Scene, end: int, kind: Kind) -> int:
    """'World War II': the number of an event belongs to its name."""
    run = scene.run
    return end + 1 if kind == "other" and end < len(run) and run[end].text in scene.lex.suffixes else end


def _surname_head(scene: _Scene, at: int, head: int, kind: Kind) -> bool:
    """'Anita Hill' is a person."""
    return kind != "organisation" and head == at + 1 and scene.run[at].text in scene.lex.first_names


def _qualified(scene: _Scene, at: int, head: int, kind: Kind) -> bool:
    """A demonym alone makes no place name of a word ("Ukrainian Territory")."""
    lex = scene.lex
    return kind != "place" or any(
        w.text not in lex.demonyms and w.text not in lex.adjectives for w in scene.run[at:head]
    )


def _joined(scene: _Scene, at: int, cut: int) -> tuple[int, Kind | None]:
    """'Food and Drug Administration': words on both sides of "and" that are no names."""
    run, lex = scene.run, scene.lex
    if cut + 1 >= len(run) or run[cut].text not in ("and", "&") or run[cut + 1].small:
        return at, None
    stop = _block_end(run, cut + 1)
    lead = at + 1 if run[at].text.isupper() or run[at].text in lex.demonyms else at
    if run[stop - 1].text not in lex.heads or lead == cut or not all(_subject(w.text, lex) for w in run[lead:cut]):
        return at, None
    if run[cut + 1].text in lex.demonyms or run[cut + 1].text in lex.titles or stop == cut + 2:
        return at, None
    return _complement(scene, stop - 1), lex.heads[run[stop - 1].text]


def _complement(scene: _Scene, head: int) -> int:
    """The index after the complement of a head ("of the Republic of Azerbaijan"), or after the head."""
    run, lex = scene.run, scene.lex
    if run[head].text not in lex.openers:
        return head + 1
    end = head + 1
    while (begin := _complement_begin(scene, end, head)) is not None:
        known_end, _ = known_at(run, begin, scene.flat, lex)
        stop = max(known_end, _complement_stop(scene, begin) if known_end == begin else known_end)
        if stop == begin:
            break
        end = stop
    return end


def _complement_begin(scene: _Scene, at: int, head: int) -> int | None:
    """Where the next part of a name begins after small words that may go on with it."""
    run, lex = scene.run, scene.lex
    begin = at
    while begin < len(run) and run[begin].small:
        begin += 1
    small = run[at].text if at < begin < len(run) else ""
    if small in _COMPLEMENT or (small in ("on", "to") and at == head + 1):
        return begin
    if small == "at" and run[head].text in ("University", "Institute", "School", "College"):
        return begin
    if at > head + 1 and (small == "and" or (small == "in" and known_at(run, begin, scene.flat, lex)[1])):
        return begin if small == "in" or (begin == at + 1 and _goes_on(scene, begin)) else None
    return None


def _goes_on(scene: _Scene, begin: int) -> bool:
    """What follows "and" in a complement is more of it ("Health and Social Affairs"), not a name of its own."""
    word, lex = scene.run[begin].text, scene.lex
    if word in lex.titles or word in lex.demonyms or known_at(scene.run, begin, scene.flat, lex)[1]:
        return False
    return _subject(word, lex)


def _complement_stop(scene: _Scene, begin: int) -> int:
    """The end of a complement that is no known name; a title ends it unless the title is all of it."""
    run, lex = scene.run, scene.lex
    stop = _block_end(run, begin)
    if run[begin].text in lex.titles:
        return stop if all(w.text in lex.titles for w in run[begin:stop]) else begin
    return next((k for k in range(begin, stop) if run[k].text in lex.titles), stop)


def _person(scene: _Scene, at: int, office: _Office | None) -> _Step:
    """A name that no list and no head explains: a person after a title, else what its words suggest."""
    end = _name_end(scene, at)
    kind = _kind(scene, at, end, office)
    piece = _piece(scene, at, end, kind)
    if kind[0] == "person" and office and office.titled:
        piece = replace(piece, office=(office.start, piece.start), state=office.state)
    keep = office if office and office.titled and office.plural and kind[0] == "person" else None
    return end, keep, piece


def _name_end(scene: _Scene, at: int) -> int:
    """The index after the words of one name, particles included, titles and words that are no names left out."""
    run, lex = scene.run, scene.lex
    end = at + 1
    while end < len(run):
        nxt = end
        while nxt < len(run) and run[nxt].small and run[nxt].text in lex.particles:
            nxt += 1
        if nxt >= len(run) or run[nxt].small:
            break
        text = run[nxt].text
        if (
            text in lex.titles
            or text in lex.demonyms
            or (text in lex.stops and text not in lex.suffixes and len(text) > 2)
        ):
            break
        end = nxt + 1
    return end


def _surname_title(scene: _Scene, at: int, title: int) -> bool:
    """'Rufus King', 'William R. King': a title at the end of a name is a surname."""
    run, lex = scene.run, scene.lex
    last = title + 1 == len(run) or run[title + 1].small
    named = run[at].text in lex.first_names and (title == at + 1 or run[title - 1].text.endswith("."))
    return last and named and run[title].text in lex.title_surnames


def _kind(scene: _Scene, at: int, end: int, office: _Office | None) -> tuple[Kind | None, str]:
    lex, words = scene.lex, [w.text for w in scene.run[at:end] if not w.small]
    if office and office.titled and not (office.open and words[0].lower() in lex.common):
        return "person", "title"
    if len(words) == 1:
        return None, "single"
    if words[0] in lex.place_words and words[1].lower() not in lex.common:
        return "place", "form"
    return _kind_of_several(words, [word.lower() in lex.common for word in words], lex)


def _kind_of_several(words: list[str], common: list[bool], lex: Lexicon) -> tuple[Kind, str]:
    """What the words of a name suggest; `common` says which of them are usually written small."""
    if words[0] in lex.first_names or (words[-1] in lex.surnames and not common[0]):
        return "person", "first name"
    if any(len(w) == 2 and w.endswith(".") for w in words[:-1]) or lex.surname_ending.match(words[-1]):
        return "person", "form"
    if all(common):
        return "other", "capitals"
    if any(common) or len(words) > 4 or any(w.isupper() and len(w) > 2 for w in words):
        return "organisation", "capitals"
    return "person", "capitals"


def _piece(scene: _Scene, at: int, end: int, kind: tuple[Kind | None, str], known: Known | None = None) -> Piece:
    """The words from `at` up to `end` as a name; `kind` comes with the reason for it."""
    run = scene.run
    words = tuple(w.text for w in run[at:end])
    return Piece(run[at].start, run[end - 1].end, words, *kind, known, first=run[at].first)


def pieces_of(flat: str, runs: Iterator[Run], lex: Lexicon) -> list[Piece]:
    """The names of all runs in order."""
    return [piece for run in runs for piece in pieces(run, flat, lex)]
