"""Which names does a run of capitalised words hold?"""

from typing import NamedTuple

from releasecli.extract.names.bodies import named
from releasecli.extract.names.ends import begins_name, is_jan, name_end
from releasecli.extract.names.forms import kind_of
from releasecli.extract.names.lexicon import Kind, Known, Lexicon
from releasecli.extract.names.scene import Scene, block_end, is_common, is_subject, known_at
from releasecli.extract.names.titles import (
    Office,
    after_small,
    ends_body,
    ends_subject,
    fits,
    is_half,
    is_label,
    led,
    opens_title,
    quiet,
    titled,
)
from releasecli.extract.names.words import Run, Word


class Piece(NamedTuple):
    """A name as found in one place; `kind` None where only the whole text can tell.

    `office` is the span of the words of office before a person, and `serves` the words, where they are more than a form
    of address; `state` is the ISO code they name, "" for a body of no state. A piece with `why` "office" is an office
    without a name behind it.
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
    serves: str = ""


_Step = tuple[int, Office | None, Piece | None]


def pieces(run: Run, flat: str, lex: Lexicon) -> list[Piece]:
    """The names of a run from left to right; words of office and demonyms go to the person they lead to."""
    if len(run) == 1 and (lone := _lone(run[0], lex)) is not None:
        return lone
    scene, found, at = Scene(run, flat, lex), [], 0
    office: Office | None = None
    while at < len(run):
        at, office, piece = _step(scene, at, office)
        if piece is not None and " ".join(piece.words) not in lex.no_names:
            found.append(piece)
    if office and office.titled and office.until is None:
        found.append(Piece(office.start, run[-1].end, (), None, "office", state=office.state))
    return found


def _lone(word: Word, lex: Lexicon) -> list[Piece] | None:
    """The answer for a word that stands alone and is in a list, as most are; None where the long way must be taken."""
    if known := lex.known.get(word.text):
        return [Piece(word.start, word.end, (word.text,), known.kind, "list", known, None, None, word.first)]
    return [] if word.text in lex.demonyms or word.text in lex.adjectives else None


def _step(scene: Scene, at: int, office: Office | None) -> _Step:
    word = scene.run[at]
    after_title = office is not None and office.titled and not office.open
    if word.small or word.text == "&":
        if after_title and begins_name(scene, at):
            return _person(scene, at, office)
        return at + 1, after_small(word.text, office, scene.lex), None
    known_end, known = known_at(scene, at)
    if after_title and _called(scene, at, known_end, known):
        return _person(scene, at, office)
    named_end, kind = named(scene, at)
    if known is not None and known_end >= named_end and not _first_name(scene, at, known_end, known):
        return _known_step(scene, at, (known_end, known), office)
    if kind is not None and named_end > at:
        return named_end, led(office, word.start, None), _piece(scene, at, named_end, (kind, "head"))
    return _plain_step(scene, at, office)


def _known_step(scene: Scene, at: int, found: tuple[int, Known], office: Office | None) -> _Step:
    """A name of the lists, with the direction that belongs to it."""
    known_end, known = found
    if (end := _divided(scene, known_end, known)) > known_end:
        return end, None, _piece(scene, at, end, ("place", "direction"))
    leads = office is not None or known_end < len(scene.run)
    piece = _piece(scene, at, known_end, (known.kind, "list"), known)
    state = "" if known.kind == "organisation" and known.state is None else known.state
    return known_end, led(office, piece.start, state) if leads else None, piece


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


def _plain_step(scene: Scene, at: int, office: Office | None) -> _Step:
    """A word that begins no known name: a title, a word of an office, a word to leave out, or a name."""
    word, lex = scene.run[at], scene.lex
    if (size := _demonym(scene, at)) or word.text in lex.adjectives:
        end = at + max(size, 1)
        state = lex.demonyms.get(" ".join(w.text for w in scene.run[at:end]))
        return end, led(office, word.start, state), None
    text = word.text if word.text in lex.titles else word.text.capitalize() if is_label(scene, at) else quiet(word.text)
    if text in lex.titles and not is_half(scene, at):
        return at + 1, titled(_other(scene, at, office), word.start, plural=text.rstrip(".").endswith("s")), None
    subject = word.text in lex.portfolios and ends_subject(scene, at)
    if subject or (office and office.titled and office.open and is_subject(word.text, lex)):
        return at + 1, office and office._replace(filled=True), None
    if opens_title(scene, at, text) or (office and office.titled and ends_body(scene, at)):
        return at + 1, led(office, word.start, None), None
    if (
        text in lex.headline_verbs
        or (text in lex.not_names and not is_jan(scene, at))
        or (word.first and office is None and is_common(text, lex))
    ):
        return at + 1, None, None
    return _person(scene, at, office)


def _other(scene: Scene, at: int, office: Office | None) -> Office | None:
    """'The Secretary and Pope Francis' are two: an office with an article and no name goes to nobody."""
    if office is None or not at or scene.run[at - 1].text != "and" or office.until is not None:
        return office
    return None if scene.flat.endswith(("the ", "The "), 0, office.start) else office


def _called(scene: Scene, at: int, end: int, known: Known | None) -> bool:
    """A place right after a title is a surname (President Washington), a state is not."""
    if known is None or known.kind != "place" or known.is_state or end != at + 1:
        return False
    if not at or quiet(scene.run[at - 1].text) not in scene.lex.titles:
        return False
    return scene.run[at].text not in scene.lex.modifiers


def _first_name(scene: Scene, at: int, end: int, known: Known) -> bool:
    """'Israel Katz', 'Victoria J. Moss': a place followed by an initial, or by a surname and nothing else."""
    run, lex = scene.run, scene.lex
    if known.kind != "place" or end != at + 1 or end >= len(run) or run[end].glued or run[end].small:
        return False
    if _is_initial(run[end].text) and end + 1 < len(run) and not run[end + 1].small:
        return True
    return end + 1 == len(run) and run[end].text in lex.surnames


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text.endswith(".")


def _person(scene: Scene, at: int, office: Office | None) -> _Step:
    """A name that no list and no head explains: a person after a title, else what its words suggest."""
    end = name_end(scene, at)
    kind = _kind(scene, at, end, office)
    piece = _piece(scene, at, end, kind)
    if kind[0] != "person" or office is None or not office.titled or office.done:
        return end, (office._replace(open=False, whole=True) if office and office.open else None), piece
    until = office.until or piece.start
    piece = piece._replace(office=(office.start, until), state=office.state)
    return end, office._replace(until=until) if office.plural else None, piece


def _kind(scene: Scene, at: int, end: int, office: Office | None) -> tuple[Kind | None, str]:
    words = [word.text for word in scene.run[at:end]]
    capitals = [word for word in words if not word.islower()]
    if capitals and office and office.titled and fits(capitals, office, scene.lex):
        return "person", "title"
    return kind_of(words, scene.lex)


def _piece(scene: Scene, at: int, end: int, kind: tuple[Kind | None, str], known: Known | None = None) -> Piece:
    """The words from `at` up to `end` as a name; `kind` comes with the reason for it."""
    run = scene.run
    words = tuple(w.text for w in run[at:end])
    return Piece(run[at].start, run[end - 1].end, words, *kind, known, first=run[at].first)
