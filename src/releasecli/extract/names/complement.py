"""How far does what a body, place or event is of belong to its name ("of Europe", "for Human Rights")?"""

from releasecli.extract.names.scene import Scene, block_end, is_subject, known_at

_LINKS = ("of", "for")


def complement(scene: Scene, at: int, head: int) -> int:
    """The index after the complement of a head ("of the Republic of Azerbaijan"), or after the head."""
    run, lex = scene.run, scene.lex
    if run[head].text not in lex.openers:
        return head + 1
    end = head + 1
    while (begin := _begin(scene, at, end, head)) is not None:
        known_end, known = known_at(scene, begin)
        if known and known.kind == lex.openers[run[head].text] == "other":
            break
        stop = known_end if known_end > begin else _stop(scene, begin)
        if stop == begin:
            break
        end = stop
    return end


def _begin(scene: Scene, first: int, at: int, head: int) -> int | None:
    """Where the next part of a name begins after small words that may go on with it."""
    run = scene.run
    begin = at
    if at + 1 < len(run) and run[at].text == "&" and at > head + 1:
        return at + 1
    while begin < len(run) and run[begin].small:
        begin += 1
    small = run[at].text if at < begin < len(run) and run[begin].text not in scene.lex.not_names else ""
    if _is_apart(scene, small, head):
        return None
    body = scene.lex.openers[run[head].text] == "organisation"
    if small in _LINKS or (small in ("on", "to") and at == head + 1):
        return begin
    if small == "at" and run[head].text in scene.lex.schools:
        return begin
    if body and at > head + 1 and small == "in" and known_at(scene, begin)[1]:
        return begin
    whole = scene.flat[run[first].start : run[at - 1].end] in scene.lex.known
    return (
        begin if small == "and" and begin == at + 1 and at > head + 1 and not whole and _goes_on(scene, begin) else None
    )


def _is_apart(scene: Scene, small: str, head: int) -> bool:
    """'Parliament for the first time', 'Port for Grain': what "for" leads to is no part of the name."""
    text = scene.run[head].text
    return small == "for" and (text == "Parliament" or scene.lex.openers[text] == "place")


def _goes_on(scene: Scene, begin: int) -> bool:
    """What follows "and" in a complement is more of it ("Health and Social Affairs"), not a name of its own."""
    word, lex = scene.run[begin].text, scene.lex
    if word in lex.titles or word in lex.demonyms or known_at(scene, begin)[1]:
        return False
    last = scene.run[block_end(scene, begin) - 1].text
    return (is_subject(word, lex) or word in lex.adjectives) and lex.openers.get(last) != "organisation"


def _stop(scene: Scene, begin: int) -> int:
    """The end of a complement that is no known name; a title ends it unless the title is all of it."""
    run, lex = scene.run, scene.lex
    stop = block_end(scene, begin)
    if run[begin].text in lex.first_names and stop == begin + 2 and run[begin + 1].text not in lex.heads:
        return begin
    if run[begin].text in lex.titles or run[begin].text in lex.modifiers:
        of_office = all(w.text in lex.titles or w.text in lex.modifiers for w in run[begin:stop])
        if of_office and any(w.text in lex.titles for w in run[begin:stop]):
            return stop
        if run[begin].text in lex.titles:
            return begin
    stop = next((k for k in range(begin, stop) if run[k].text in lex.titles or run[k].text == "&"), stop)
    last = next((k for k in range(stop - 1, begin, -1) if run[k].text in lex.heads), stop)
    return last + 1 if last < stop and run[min(last + 1, stop - 1)].text in lex.first_names else stop
