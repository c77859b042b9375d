"""Which words of a run lead to a person: titles, what stands before them, what they are of?"""

from typing import NamedTuple

from releasecli.extract.names.lexicon import Lexicon
from releasecli.extract.names.scene import Scene


class Office(NamedTuple):
    """Words that lead to a person: `titled` once a title is among them, `open` behind "of" until something follows.

    `filled` says that words which are no name followed "of"; `abroad` that what follows is not whose office it is
    ("Ambassador to France"); `whole` that what it is of has been named, `done` that "and" comes after. `until` is where
    the office ends, for a second person; `state` is "" for that of no state.
    """

    start: int
    state: str | None = None
    titled: bool = False
    open: bool = False
    filled: bool = False
    abroad: bool = False
    plural: bool = False
    whole: bool = False
    done: bool = False
    until: int | None = None


def after_small(text: str, office: Office | None, lex: Lexicon) -> Office | None:
    """The office behind a small word: "of" opens it, "with" ends it."""
    if office is None or not office.titled or text == "with":
        return None
    if text == "and" and not office.open:
        return office._replace(done=office.whole)
    opened = office.open or text in lex.office_links
    return office._replace(open=opened, abroad=opened and text not in lex.owning_links)


def led(office: Office | None, start: int, state: str | None) -> Office:
    """A state, a body or an adjective before a title or as its complement; after it the office is complete."""
    if office is None:
        return Office(start, state)
    owner = None if office.abroad else state
    return office._replace(state=office.state or owner, open=False, whole=office.whole or office.open)


def titled(office: Office | None, start: int, *, plural: bool) -> Office:
    """The office with one more title in it; a second office where the first has its person already."""
    if office is None or office.until is not None:
        return Office(start, titled=True, plural=plural)
    return office._replace(titled=True, open=False, plural=plural, whole=False, done=False)


def opens_title(scene: Scene, at: int, text: str) -> bool:
    """'Under Secretary', 'Deputy Minister', but not "Under President Biden"."""
    run, lex = scene.run, scene.lex
    under = text == "Under" and at + 1 < len(run) and run[at + 1].text.startswith("Secretar")
    return text in lex.modifiers and (text not in lex.not_names or under) and _leads_to_title(scene, at)


def _leads_to_title(scene: Scene, at: int) -> bool:
    """Only words of office stand between here and a title."""
    for word in scene.run[at:]:
        if word.small:
            return False
        text = quiet(word.text)
        if text in scene.lex.titles:
            return True
        if text not in scene.lex.modifiers:
            return False
    return False


def ends_body(scene: Scene, at: int) -> bool:
    """'Chief of Staff of the Executive Office Anton Vaino': the last word of a body before the name of the person."""
    run, lex = scene.run, scene.lex
    text, following = run[at].text, run[at + 1].text if at + 1 < len(run) else ""
    return (
        text in lex.heads and text not in lex.surnames and following in lex.first_names and following not in lex.heads
    )


def ends_subject(scene: Scene, at: int) -> bool:
    """'Ecology and Transport Sergei Ivanov': a word of an office right before the name of the person."""
    run, lex = scene.run, scene.lex
    if at + 2 >= len(run) or run[at + 1].small or run[at + 2].small:
        return False
    first, last = run[at + 1].text, run[at + 2].text
    return first in lex.first_names and last not in lex.heads and last.lower() not in lex.common


def is_half(scene: Scene, at: int) -> bool:
    """'Amir' of "Amir-Abdollahian": a title that a hyphen joins to a name."""
    run, lex = scene.run, scene.lex
    following = run[at + 1] if at + 1 < len(run) else None
    if at and run[at].text in lex.title_first_names and run[at - 1].text in lex.titles and following is not None:
        return not following.small
    if following is None or not following.glued:
        return False
    return following.text not in lex.titles and following.text not in lex.modifiers


def is_label(scene: Scene, at: int) -> bool:
    """'MS' of "MS LIND: Good morning": a short title in capitals before a surname in capitals."""
    text, following = scene.run[at].text, scene.run[at + 1].text if at + 1 < len(scene.run) else ""
    return text.isupper() and text.capitalize() in scene.lex.titles and following.isupper() and len(following) > 2


def quiet(text: str) -> str:
    """'SECRETARY' of a transcript as 'Secretary'; short forms stay as they are."""
    return text.capitalize() if len(text) > 3 and text.isupper() and text.isalpha() else text


def fits(words: list[str], office: Office, lex: Lexicon) -> bool:
    """What stands behind an office is a person, but not words of a headline, nor what the office is of."""
    if words[-1] in lex.portfolios and words[-1] not in lex.surnames and words[0] not in lex.first_names:
        return False
    words = [quiet(word) for word in words]
    if office.open:
        return len(words) > 1 and (office.filled or words[0] in lex.first_names)
    if words[0] in lex.heads and words[0] not in lex.surnames:
        return False
    return words[0].lower() not in lex.common or words[0] in lex.first_names or words[0] in lex.common_surnames
