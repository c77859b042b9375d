"""How many words has a name that no list explains?"""

import re

from releasecli.extract.names.scene import Scene, is_common, known_at
from releasecli.extract.names.titles import is_half, opens_title

_MONTH = 3
_REGION = re.compile("[A-Z]{2}")


def begins_name(scene: Scene, at: int) -> bool:
    """'Minister bin Salman': a particle right behind a title is part of the name."""
    run, lex = scene.run, scene.lex
    if run[at].text not in lex.particles or at + 1 >= len(run) or run[at + 1].small:
        return False
    return name_end(scene, at) > at + 1


def name_end(scene: Scene, at: int) -> int:
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
    before = scene.run[nxt - 1].text
    if text in lex.headline_verbs or text == before or (_closes(before, at, nxt, scene) and text not in lex.suffixes):
        return True
    if text in lex.parties and nxt + 1 < len(scene.run) and _REGION.fullmatch(scene.run[nxt + 1].text):
        return True
    if text in lex.titles and not is_half(scene, nxt):
        return not _surname_title(scene, at, nxt)
    if is_common(text, lex):
        return _is_whole(scene, at, nxt)
    if scene.run[nxt].text not in lex.surnames and (known := known_at(scene, nxt)[1]) and known.is_state:
        return True
    return (
        text in lex.demonyms
        or text == "&"
        or (text not in lex.surnames and opens_title(scene, nxt, text))
        or (
            text in lex.not_names
            and text not in lex.suffixes
            and (len(text) > 2 or nxt > at + 1 or scene.run[at].text.lower() in lex.common)
        )
    )


def _closes(word: str, at: int, nxt: int, scene: Scene) -> bool:
    """As "Sr." in "George Moe Sr. Ana Lind": what stands behind a name; a single letter may be an initial."""
    return word in scene.lex.suffixes and len(word) > 1 and nxt > at + 1


def _is_whole(scene: Scene, at: int, nxt: int) -> bool:
    """A name that begins with a title or first name has ended where words of a headline follow it."""
    run, lex = scene.run, scene.lex
    titled = at > 0 and run[at - 1].text in lex.titles and run[at].text.lower() not in lex.common
    first = run[at].text in lex.first_names
    return (nxt > at + 1 if first else titled) and not run[nxt - 1].text.endswith(".")


def _surname_title(scene: Scene, at: int, title: int) -> bool:
    """'Rufus King', 'William R. King': a title at the end of a name is a surname."""
    run, lex = scene.run, scene.lex
    closed = title + 1 == len(run) or run[title + 1].text in lex.suffixes
    last = closed or run[title + 1].small
    near = title == at + 1 or run[title - 1].text.endswith(".") or (title == at + 2 and closed)
    sure = run[at].text in lex.first_names or run[title].text.lower() not in lex.common
    return last and near and sure and run[title].text in lex.title_surnames


def is_jan(scene: Scene, at: int) -> bool:
    """A first name that is a month in short too, where a surname follows it."""
    run, lex = scene.run, scene.lex
    text = run[at].text
    if len(text) != _MONTH or text not in lex.first_names or at + 1 == len(run) or run[at + 1].small:
        return False
    return not is_common(run[at + 1].text, lex) and run[at + 1].text not in lex.titles
