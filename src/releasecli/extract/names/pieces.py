"""Which names does a run of capitalised words hold?"""

import re
from dataclasses import dataclass, replace

from releasecli.extract.names.bodies import named
from releasecli.extract.names.forms import kind_of
from releasecli.extract.names.lexicon import Kind, Known, Lexicon
from releasecli.extract.names.scene import Scene, block_end, is_subject, known_at
from releasecli.extract.names.words import Run, Word

_MONTH = 3
_PARTIES, _STATE = ("D", "R", "I"), re.compile("[A-Z]{2}")
_OPENING = ("of", "for", "to", "on", "at", "in")


@dataclass(frozen=True, slots=True)
class Piece:
    """A name as found in one place; `kind` None where only the whole text can tell.

    `office` is the span of the words of office before a person, `state` the ISO code they name. A piece with `why`
    "office" is an office without a name behind it.
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
    """Words that lead to a person: `titled` once a title is among them, `open` behind "of" until something follows.

    `filled` says that words which are no name followed "of"; `until` is where the office ends, for a second person.
    """

    start: int
    state: str | None = None
    titled: bool = False
    open: bool = False
    filled: bool = False
    plural: bool = False
    until: int | None = None


_Step = tuple[int, _Office | None, Piece | None]


def pieces(run: Run, flat: str, lex: Lexicon) -> list[Piece]:
    """The names of a run from left to right; words of office and demonyms go to the person they lead to."""
    if len(run) == 1 and (lone := _lone(run[0], lex)) is not None:
        return lone
    scene, found, at = Scene(run, flat, lex), [], 0
    office: _Office | None = None
    while at < len(run):
        at, office, piece = _step(scene, at, office)
        if piece is not None:
            found.append(piece)
    if office and office.titled and office.until is None:
        found.append(Piece(office.start, run[-1].end, (), None, "office", state=office.state))
    return found


def _lone(word: Word, lex: Lexicon) -> list[Piece] | None:
    """The short way for a word that stands alone and is known, as most are; None where more must be asked."""
    if known := lex.known.get(word.text):
        return [Piece(word.start, word.end, (word.text,), known.kind, "list", known, None, None, word.first)]
    return [] if word.text in lex.demonyms or word.text in lex.adjectives else None


def _step(scene: Scene, at: int, office: _Office | None) -> _Step:
    word = scene.run[at]
    after_title = office is not None and office.titled and not office.open
    if word.small or word.text == "&":
        if after_title and _begins_name(scene, at):
            return _person(scene, at, office)
        return at + 1, _after_small(word.text, office), None
    known_end, known = known_at(scene, at)
    if after_title and _called(scene, at, known_end, known):
        return _person(scene, at, office)
    named_end, kind = named(scene, at)
    if known is not None and known_end >= named_end and not _first_name(scene, at, known_end, known):
        return _known_step(scene, at, (known_end, known), office)
    if kind is not None and named_end > at:
        return named_end, _lead(office, word.start, None), _piece(scene, at, named_end, (kind, "head"))
    return _plain_step(scene, at, office)


def _known_step(scene: Scene, at: int, found: tuple[int, Known], office: _Office | None) -> _Step:
    """A name of the lists, with the direction that belongs to it."""
    known_end, known = found
    if (end := _divided(scene, known_end, known)) > known_end:
        return end, None, _piece(scene, at, end, ("place", "direction"))
    leads = office is not None or known_end < len(scene.run)
    piece = _piece(scene, at, known_end, (known.kind, "list"), known)
    return known_end, _lead(office, piece.start, known.state) if leads else None, piece


def _divided(scene: Scene, end: int, known: Known) -> int:
    """'Galway East': a direction that ends the name of a town or region."""
    run, directions = scene.run, scene.lex.directions
    if known.kind != "place" or known.is_state or end >= len(run) or run[end].text not in directions:
        return end
    stop = block_end(scene, end)
    return stop if all(word.text in directions for word in run[end:stop]) else end


def _demonym(scene: Scene, at: int) -> int:
    """How many words of a demonym begin here: 'Saudi Arabian' 2, 'Saudi' 1."""
    run, demonyms = scene.run, scene.lex.demonyms
    if at + 1 < len(run) and f"{run[at].text} {run[at + 1].text}" in demonyms:
        return 2
    return int(run[at].text in demonyms)


def _begins_name(scene: Scene, at: int) -> bool:
    """'Minister bin Salman': a particle right behind a title is part of the name."""
    run, lex = scene.run, scene.lex
    if run[at].text not in lex.particles or at + 1 >= len(run) or run[at + 1].small:
        return False
    return _name_end(scene, at) > at + 1


def _plain_step(scene: Scene, at: int, office: _Office | None) -> _Step:
    """A word that begins no known name: a title, a word of an office, a word to leave out, or a name."""
    word, lex = scene.run[at], scene.lex
    if (size := _demonym(scene, at)) or word.text in lex.adjectives:
        end = at + max(size, 1)
        state = lex.demonyms.get(" ".join(w.text for w in scene.run[at:end]))
        return end, _lead(office, word.start, state), None
    text = word.text if word.text in lex.titles else _quiet(word.text)
    if text in lex.titles and not _is_half(scene, at):
        return at + 1, _titled(office, word.start, plural=text.endswith("s")), None
    if office and office.titled and office.open and is_subject(word.text, lex):
        return at + 1, replace(office, filled=True), None
    if _opens_title(scene, at, text) or (office and office.titled and _ends_body(scene, at)):
        return at + 1, _lead(office, word.start, None), None
    if (text in lex.stops and not _is_jan(scene, at)) or (word.first and office is None and _is_common(text, lex)):
        return at + 1, None, None
    return _person(scene, at, office)


def _opens_title(scene: Scene, at: int, text: str) -> bool:
    """'Under Secretary', 'Deputy Minister', but not "Under President Biden"."""
    run, lex = scene.run, scene.lex
    under = text == "Under" and at + 1 < len(run) and run[at + 1].text.startswith("Secretar")
    return text in lex.modifiers and (text not in lex.stops or under) and _leads_to_title(scene, at)


def _ends_body(scene: Scene, at: int) -> bool:
    """'Chief of Staff of the Executive Office Anton Vaino': the last word of a body before the name of the person."""
    run, lex = scene.run, scene.lex
    text, following = run[at].text, run[at + 1].text if at + 1 < len(run) else ""
    return (
        text in lex.heads and text not in lex.surnames and following in lex.first_names and following not in lex.heads
    )


def _is_half(scene: Scene, at: int) -> bool:
    """'Amir' of "Amir-Abdollahian": a title that a hyphen joins to a name."""
    run, lex = scene.run, scene.lex
    following = run[at + 1] if at + 1 < len(run) else None
    if following is None or not following.glued:
        return False
    return following.text not in lex.titles and following.text not in lex.modifiers


def _is_jan(scene: Scene, at: int) -> bool:
    """A first name that is a month in short too, where a surname follows it."""
    run, lex = scene.run, scene.lex
    text = run[at].text
    if len(text) != _MONTH or text not in lex.first_names or at + 1 == len(run) or run[at + 1].small:
        return False
    return not _is_common(run[at + 1].text, lex) and run[at + 1].text not in lex.titles


def _quiet(text: str) -> str:
    """'SECRETARY' of a transcript as 'Secretary'; short forms stay as they are."""
    return text.capitalize() if len(text) > 3 and text.isupper() and text.isalpha() else text


def _is_common(text: str, lex: Lexicon) -> bool:
    """A word that is usually written small and is no surname."""
    if text in lex.surnames or text in lex.first_names or text in lex.modifiers:
        return False
    return text.lower() in lex.common


def _after_small(text: str, office: _Office | None) -> _Office | None:
    if office is None or not office.titled or text == "with":
        return None
    if text == "and" and not office.open:
        return office
    return replace(office, open=office.open or text in _OPENING)


def _lead(office: _Office | None, start: int, state: str | None) -> _Office:
    """A state, a body or an adjective before a title or as its complement; after it the office is complete."""
    if office is None:
        return _Office(start, state)
    return replace(office, state=office.state or state, open=False)


def _titled(office: _Office | None, start: int, *, plural: bool) -> _Office:
    if office is None or office.until is not None:
        return _Office(start, titled=True, plural=plural)
    return replace(office, titled=True, open=False, plural=plural)


def _leads_to_title(scene: Scene, at: int) -> bool:
    """Only words of office stand between here and a title."""
    for word in scene.run[at:]:
        if word.small:
            return False
        text = _quiet(word.text)
        if text in scene.lex.titles:
            return True
        if text not in scene.lex.modifiers:
            return False
    return False


def _called(scene: Scene, at: int, end: int, known: Known | None) -> bool:
    """A place right after a title is a surname (President Washington), a state is not."""
    if known is None or known.kind != "place" or known.is_state or end != at + 1:
        return False
    if not at or _quiet(scene.run[at - 1].text) not in scene.lex.titles:
        return False
    return scene.run[at].text not in scene.lex.modifiers


def _first_name(scene: Scene, at: int, end: int, known: Known) -> bool:
    """'Israel Katz', 'Jordan Bardella': a place followed by a surname and nothing else."""
    if known.kind != "place" or end != at + 1 or at + 2 != len(scene.run):
        return False
    following = scene.run[at + 1]
    return not following.glued and following.text in scene.lex.surnames


def _person(scene: Scene, at: int, office: _Office | None) -> _Step:
    """A name that no list and no head explains: a person after a title, else what its words suggest."""
    end = _name_end(scene, at)
    kind = _kind(scene, at, end, office)
    piece = _piece(scene, at, end, kind)
    if kind[0] != "person" or office is None or not office.titled:
        return end, (replace(office, open=False) if office and office.open else None), piece
    until = office.until or piece.start
    piece = replace(piece, office=(office.start, until), state=office.state)
    return end, replace(office, until=until) if office.plural else None, piece


def _name_end(scene: Scene, at: int) -> int:
    """The index after the words of one name, particles included; titles and words that are no names end it."""
    run, lex = scene.run, scene.lex
    end = at + 1
    while end < len(run):
        nxt = end
        while nxt < len(run) and run[nxt].small and run[nxt].text in lex.particles:
            nxt += 1
        if nxt >= len(run) or run[nxt].small or _ends_name(scene, at, nxt):
            break
        end = nxt + 1
    return end


def _ends_name(scene: Scene, at: int, nxt: int) -> bool:
    text, lex = scene.run[nxt].text, scene.lex
    if text in _PARTIES and nxt + 1 < len(scene.run) and _STATE.fullmatch(scene.run[nxt + 1].text):
        return True
    if text in lex.titles and not _is_half(scene, nxt):
        return not _surname_title(scene, at, nxt)
    if _is_common(text, lex):
        return _is_whole(scene, at, nxt)
    if scene.run[nxt].text not in lex.surnames and (known := known_at(scene, nxt)[1]) and known.is_state:
        return True
    return (
        text in lex.demonyms
        or text == "&"
        or (text in lex.stops and text not in lex.suffixes and (len(text) > 2 or nxt > at + 1))
    )


def _is_whole(scene: Scene, at: int, nxt: int) -> bool:
    """A name that begins with a title or first name has ended where words of a headline follow it."""
    run, lex = scene.run, scene.lex
    titled = at > 0 and run[at - 1].text in lex.titles and run[at].text.lower() not in lex.common
    first = run[at].text in lex.first_names
    return (nxt > at + 1 if first else titled) and not run[nxt - 1].text.endswith(".")


def _surname_title(scene: Scene, at: int, title: int) -> bool:
    """'Rufus King', 'William R. King': a title at the end of a name is a surname."""
    run, lex = scene.run, scene.lex
    last = title + 1 == len(run) or run[title + 1].small
    near = title == at + 1 or run[title - 1].text.endswith(".") or (title == at + 2 and title + 1 == len(run))
    sure = run[at].text in lex.first_names or run[title].text.lower() not in lex.common
    return last and near and sure and run[title].text in lex.title_surnames


def _kind(scene: Scene, at: int, end: int, office: _Office | None) -> tuple[Kind | None, str]:
    words = [word.text for word in scene.run[at:end]]
    capitals = [word for word in words if not word.islower()]
    if capitals and office and office.titled and _fits(capitals, office, scene.lex):
        return "person", "title"
    return kind_of(words, scene.lex)


def _fits(words: list[str], office: _Office, lex: Lexicon) -> bool:
    """What stands behind an office is a person, but not words of a headline, nor what the office is of."""
    if office.open:
        return len(words) > 1 and (office.filled or words[0] in lex.first_names)
    if words[0] in lex.heads and words[0] not in lex.surnames:
        return False
    return words[0].lower() not in lex.common or words[0] in lex.first_names or words[0] in lex.common_surnames


def _piece(scene: Scene, at: int, end: int, kind: tuple[Kind | None, str], known: Known | None = None) -> Piece:
    """The words from `at` up to `end` as a name; `kind` comes with the reason for it."""
    run = scene.run
    words = tuple(w.text for w in run[at:end])
    return Piece(run[at].start, run[end - 1].end, words, *kind, known, first=run[at].first)
