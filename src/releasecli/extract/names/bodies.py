"""Where does the name of a body, a place or an event end, by the words it is made of?"""

from releasecli.extract.names.lexicon import Kind
from releasecli.extract.names.scene import Scene, block_end, is_subject, known_at

_COMPLEMENT = ("of", "for")


def named(scene: Scene, at: int) -> tuple[int, Kind | None]:
    """A body, place or event by the last word of its name ("Council"), with its complement ("of Europe").

    Gives the index after the name and its kind, or `at` and None.
    """
    run, lex = scene.run, scene.lex
    if run[at].text in lex.stops or run[at].text in lex.titles or run[at].text == "&":
        return at, None
    stop = block_end(scene, at)
    if run[at].text in lex.foreign_openers and (end := _foreign(scene, stop)) > at + 1:
        return end, "organisation"
    if stop == at + 1 and run[at].text not in lex.openers and (stop == len(run) or run[stop].text != "and"):
        return at, None
    if run[at].text in lex.event_openers and at + 1 < stop and run[at + 1].text not in lex.titles:
        return at + 2, "other"
    cut = next((k for k in range(at, stop) if _cuts(scene, k, stop)), stop)
    head = next((k for k in range(cut - 1, at - 1, -1) if _is_head(scene, k, cut)), None)
    if head is not None and head + 1 == cut < stop and lex.heads[run[head].text] == "other":
        return at, None
    return _joined(scene, at, cut) if head is None else _headed(scene, at, head)


def _is_head(scene: Scene, at: int, cut: int) -> bool:
    """'Bill' is a head in "the Farm Bill", not in "Bill Clinton"."""
    text, lex = scene.run[at].text, scene.lex
    return text in lex.heads and (at + 1 == cut or text not in lex.first_names)


def _foreign(scene: Scene, stop: int) -> int:
    """'Partido Liberal de Honduras'."""
    run = scene.run
    if stop + 1 < len(run) and run[stop].text in scene.lex.particles and not run[stop + 1].small:
        return block_end(scene, stop + 1)
    return stop


def _headed(scene: Scene, at: int, head: int) -> tuple[int, Kind | None]:
    run, lex = scene.run, scene.lex
    kind = lex.heads[run[head].text]
    end = _complement(scene, at, head)
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
    return _complement(scene, at, stop - 1), lex.heads[run[stop - 1].text]


def _complement(scene: Scene, at: int, head: int) -> int:
    """The index after the complement of a head ("of the Republic of Azerbaijan"), or after the head."""
    run, lex = scene.run, scene.lex
    if run[head].text not in lex.openers:
        return head + 1
    end = head + 1
    while (begin := _complement_begin(scene, at, end, head)) is not None:
        known_end, _ = known_at(scene, begin)
        stop = known_end if known_end > begin else _complement_stop(scene, begin)
        if stop == begin:
            break
        end = stop
    return end


def _complement_begin(scene: Scene, first: int, at: int, head: int) -> int | None:
    """Where the next part of a name begins after small words that may go on with it."""
    run = scene.run
    begin = at
    if at + 1 < len(run) and run[at].text == "&" and at > head + 1:
        return at + 1
    while begin < len(run) and run[begin].small:
        begin += 1
    small = run[at].text if at < begin < len(run) and run[begin].text not in scene.lex.stops else ""
    if small in _COMPLEMENT and (small, run[head].text) == ("for", "Parliament"):
        return None
    if small in _COMPLEMENT or (small in ("on", "to") and at == head + 1):
        return begin
    if small == "at" and run[head].text in scene.lex.schools:
        return begin
    body = scene.lex.openers[run[head].text] == "organisation"
    if body and at > head + 1 and small == "in" and known_at(scene, begin)[1]:
        return begin
    whole = scene.flat[run[first].start : run[at - 1].end] in scene.lex.known
    return (
        begin if small == "and" and begin == at + 1 and at > head + 1 and not whole and _goes_on(scene, begin) else None
    )


def _goes_on(scene: Scene, begin: int) -> bool:
    """What follows "and" in a complement is more of it ("Health and Social Affairs"), not a name of its own."""
    word, lex = scene.run[begin].text, scene.lex
    if word in lex.titles or word in lex.demonyms or known_at(scene, begin)[1]:
        return False
    last = scene.run[block_end(scene, begin) - 1].text
    return is_subject(word, lex) and lex.openers.get(last) != "organisation"


def _complement_stop(scene: Scene, begin: int) -> int:
    """The end of a complement that is no known name; a title ends it unless the title is all of it."""
    run, lex = scene.run, scene.lex
    stop = block_end(scene, begin)
    if run[begin].text in lex.first_names and stop == begin + 2 and run[begin + 1].text not in lex.heads:
        return begin
    if run[begin].text in lex.titles:
        return stop if all(w.text in lex.titles for w in run[begin:stop]) else begin
    stop = next((k for k in range(begin, stop) if run[k].text in lex.titles or run[k].text == "&"), stop)
    last = next((k for k in range(stop - 1, begin, -1) if run[k].text in lex.heads), stop)
    return last + 1 if last < stop and run[min(last + 1, stop - 1)].text in lex.first_names else stop
