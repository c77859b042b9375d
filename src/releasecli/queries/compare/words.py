"""Which words of two accounts stand for the same?"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from releasecli.queries.content import content_form
from releasecli.resources import lexicon
from releasecli.text.fold import key
from releasecli.text.sound import skeletons
from releasecli.text.stem import stem
from releasecli.text.tokens import words

_WEAK, _PERSON = 0.25, 0.3
_ADJECTIVE = re.compile(r"(?<=\w{3})(?:ian|ean|ese)$|(?<=\w{6})an$")  # Iranian, Japanese, American
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def forms(passage: str, small: frozenset[str], people: frozenset[str]) -> dict[str, float]:
    """The words of a passage as they are compared, and how much each counts before its rarity.

    `small`: folded words that stand somewhere without a capital; another word with a capital is a name and compared by
    its consonants, so that Şirvan is Shirvan. `people`: forms of the names of those who act.
    """
    found: dict[str, float] = {}
    for word in words(passage):
        folded = key(word)
        if word[:1].isupper() and folded not in small:
            name = _name(folded)
            found[name] = _PERSON if name in people else 1.0
        elif group := _groups().get(folded):
            found[group] = _WEAK if group.startswith("~") else 0.8
        elif form := content_form(word):
            found[form] = 1.0
    return found


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Folded words that stand without a capital in one of the texts."""
    return frozenset(key(word) for text in texts for word in words(text) if word[:1].islower())


def name_forms(names: Iterable[str]) -> frozenset[str]:
    """Names as `forms` has them."""
    return frozenset(_name(key(word)) for name in names for word in words(name))


def contact(passage: str) -> bool:
    """Whether a passage says that somebody spoke with somebody."""
    return any(key(word) in _listed("contact") for word in words(passage))


def says_something(passage: str) -> bool:
    """Whether a passage has at least three words of letters."""
    return len(_LETTERS.findall(passage)) > 2


def side(lemma: str) -> str | None:
    """Whether a cue is `for` or `against` what it reports."""
    stemmed = stem(key(lemma))
    return next((kind for kind in ("against", "for") if stemmed in {stem(word) for word in _listed(kind)}), None)


def _name(folded: str) -> str:
    bones = min(skeletons(_ADJECTIVE.sub("", folded)), default=folded)
    return f"^{bones}" if len(bones) > 1 else f"^{folded}"


@cache
def _groups() -> Mapping[str, str]:
    known = lexicon("en", "compare")
    return {
        key(str(word)): f"{mark}{group[0]}"
        for kind, mark in (("same", "="), ("weak", "~"))
        for group in known[kind]
        for word in group
    }


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(key(str(word)) for word in lexicon("en", "compare")[kind])
