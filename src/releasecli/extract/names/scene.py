"""What stands in a run of capitalised words, and where does a known name begin in it?"""

from typing import NamedTuple

from releasecli.extract.names.lexicon import Known, Lexicon
from releasecli.extract.names.words import Run

_SHORT = 3


class Scene(NamedTuple):
    """A run, the text it stands in (straight apostrophes), and the lexicon of the text's language."""

    run: Run
    flat: str
    lex: Lexicon


def known_at(scene: Scene, at: int) -> tuple[int, Known | None]:
    """The longest known name that begins at this word, and the index after it."""
    run, lex = scene.run, scene.lex
    longest = lex.longest.get(run[at].text)
    if longest is None:
        return _loud(scene, at)
    start = run[at].start
    end = at
    while end + 1 < len(run) and run[end + 1].end - start <= longest + 1:
        end += 1
    for last in range(end, at - 1, -1):
        if run[last].small:
            continue
        form = scene.flat[start : run[last].end]
        if known := lex.known.get(" ".join(form.split()) if "\n" in form else form):
            return last + 1, known
    return _loud(scene, at)


def _loud(scene: Scene, at: int) -> tuple[int, Known | None]:
    """A town or state in capitals at the head of a release (BAKU, WASHINGTON)."""
    run = scene.run
    if not run[at].text.isupper():
        return at, None
    for end in (at + 2, at + 1):
        form = " ".join(word.text for word in run[at:end])
        known = scene.lex.known.get(form.title()) if end <= len(run) and len(form) > _SHORT and form.isupper() else None
        if known and known.kind == "place":
            return end, known
    return at, None


def block_end(scene: Scene, at: int) -> int:
    """The index after the capitalised words that follow each other without a small word."""
    run = scene.run
    while at < len(run) and not run[at].small:
        at += 1
    return at


def is_subject(word: str, lex: Lexicon) -> bool:
    """'Minister of Foreign Affairs': a word that says what an office or body is of, and is no name."""
    return word in lex.portfolios or (word.lower() in lex.common and word not in lex.first_names)


def is_common(text: str, lex: Lexicon) -> bool:
    """A word that is usually written small and is no surname."""
    if text in lex.surnames or text in lex.first_names or text in lex.modifiers:
        return False
    return text.lower() in lex.common
