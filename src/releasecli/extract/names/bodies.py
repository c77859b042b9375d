"""Where does the name of a body, a place or an event end, by the words it is made of?"""

from releasecli.extract.names.complement import complement
from releasecli.extract.names.lexicon import Kind
from releasecli.extract.names.scene import Scene, block_end, is_subject, known_at


def named(scene: Scene, at: int) -> tuple[int, Kind | None]:
    """A body, place or event by the last word of its name ("Council"), with its complement ("of Europe").

    Gives the index after the name and its kind, or `at` and None.
    """
    run, lex = scene.run, scene.lex
    text = run[at].text
    if text in lex.not_names or text in lex.titles or text in lex.headline_verbs or text == "&":
        return at, None
    stop = _headline_end(scene, at, block_end(scene, at))
    if text in lex.foreign_openers and (end := _foreign(scene, stop)) > at + 1:
        return end, "organisation"
    if text in lex.event_openers and at + 1 < stop and run[at + 1].text not in lex.titles:
        return _event_end(scene, at, stop), "other"
    if stop == at + 1 and text not in lex.openers and (stop == len(run) or run[stop].text != "and"):
        return at, None
    return _by_head(scene, at, stop)


def _by_head(scene: Scene, at: int, stop: int) -> tuple[int, Kind | None]:
    """The words from `at` up to `stop`, or up to a title among them, by the last of them that names a kind."""
    run, lex = scene.run, scene.lex
    cut = next((k for k in range(at, stop) if _cuts(scene, k, stop)), stop)
    head = next((k for k in range(cut - 1, at - 1, -1) if _is_head(scene, k, cut)), None)
    if head is None or (head == at and cut == stop):
        found = _joined(scene, at, cut)
        return found if head is None or found[1] else _headed(scene, at, head)
    ends_office = cut < stop and all(word.text in lex.modifiers for word in run[at:head])
    if ends_office or (head + 1 == cut < stop and lex.heads[run[head].text] == "other"):
        return at, None
    return _headed(scene, at, head)


def _event_end(scene: Scene, at: int, stop: int) -> int:
    """'Hurricane Katrina' and 'Operation Inherent Resolve': one word of a storm, two of what people name."""
    size = 3 if scene.run[at].text in scene.lex.operations else 2
    return min(at + size, stop)


def _headline_end(scene: Scene, at: int, stop: int) -> int:
    """Where a verb of a headline ends the words that follow each other ("Minot Base Receives New Aircraft")."""
    if stop == at + 1:
        return stop
    return next((k for k in range(at + 1, stop) if scene.run[k].text in scene.lex.headline_verbs), stop)


def _is_head(scene: Scene, at: int, cut: int) -> bool:
    """'Bill' is a head in "the Farm Bill", not in "Bill Clinton"."""
    text, lex = scene.run[at].text, scene.lex
    return text in lex.heads and (at + 1 == cut or text not in lex.first_names)


def _foreign(scene: Scene, stop: int) -> int:
    """The end of a name that goes on with a small word of another language: 'Partido Liberal de Honduras'."""
    run = scene.run
    if stop + 1 < len(run) and run[stop].text in scene.lex.particles and not run[stop + 1].small:
        return block_end(scene, stop + 1)
    return stop


def _headed(scene: Scene, at: int, head: int) -> tuple[int, Kind | None]:
    run, lex = scene.run, scene.lex
    kind = lex.heads[run[head].text]
    end = complement(scene, at, head)
    if end > head + 1:
        return end, lex.openers[run[head].text]
    if head == at or _surname_head(scene, at, head, kind) or not _qualified(scene, at, head, kind):
        return at, None
    return _numbered(scene, head + 1, kind), kind


def _cuts(scene: Scene, at: int, stop: int) -> bool:
    """A title ends the name of a body ("European Council President"), unless the body's last word follows it."""
    run, lex = scene.run, scene.lex
    if run[at].text not in lex.titles or run[at].text in lex.heads:
        return False
    return not (at + 2 == stop and lex.heads.get(run[at + 1].text) == "organisation")


def _numbered(scene: Scene, end: int, kind: Kind) -> int:
    """'World War II': the number of an event belongs to its name."""
    run = scene.run
    return end + 1 if kind == "other" and end < len(run) and run[end].text in scene.lex.suffixes else end


def _surname_head(scene: Scene, at: int, head: int, kind: Kind) -> bool:
    """'Anita Hill' is a person."""
    run, lex = scene.run, scene.lex
    first = head == at + 1 and run[at].text in lex.first_names
    return kind != "organisation" and first and run[head].text not in lex.no_surnames


def _qualified(scene: Scene, at: int, head: int, kind: Kind) -> bool:
    """A demonym alone makes no place name of a word ("Ukrainian Territory")."""
    lex = scene.lex
    return kind != "place" or any(
        w.text not in lex.demonyms and w.text not in lex.adjectives for w in scene.run[at:head]
    )


def _joined(scene: Scene, at: int, cut: int) -> tuple[int, Kind | None]:
    """'Food and Drug Administration': words on both sides of "and" that are no names."""
    run, lex = scene.run, scene.lex
    if cut + 1 >= len(run) or run[cut].text != "and" or run[cut + 1].small:
        return at, None
    stop = block_end(scene, cut + 1)
    lead = at + 1 if run[at].text.isupper() or run[at].text in lex.demonyms else at
    if run[stop - 1].text not in lex.heads or not all(is_subject(w.text, lex) for w in run[lead:cut]):
        return at, None
    if lead == cut and (not run[at].text.isupper() or known_at(scene, at)[1]):
        return at, None
    if run[cut + 1].text in lex.demonyms or run[cut + 1].text in lex.titles or stop == cut + 2:
        return at, None
    return complement(scene, at, stop - 1), lex.heads[run[stop - 1].text]
