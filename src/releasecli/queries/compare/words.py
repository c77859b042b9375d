"""Which words of two accounts stand for the same?"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from releasecli.queries.content import content_form
from releasecli.queries.manner import asks, courteous, frames
from releasecli.resources import lexicon
from releasecli.text.fold import key
from releasecli.text.sound import skeletons
from releasecli.text.stem import stem
from releasecli.text.tokens import words

_WEAK, _CONTEXT, _SAME = 0.25, 0.3, 0.6  # of words that stand for the same; the same word counts whole
_ADJECTIVE = re.compile(r"(?<=\w{3})(?:ian|ean|ese)$|(?<=\w{6})an$")  # Iranian, Japanese, American
_SPEAKER = re.compile(r"^[^\W\d_a-z][\w.’' -]{1,40}:\s+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_THING = "#"
_BONES = 3  # fewer consonants are shared by names that have nothing in common


def forms(passage: str, small: frozenset[str], context: frozenset[str]) -> dict[str, float]:
    """The words of a passage as they are compared, and how much each counts before its rarity.

    `small`: folded words that stand somewhere without a capital; another word with a capital is a name and compared by
    its consonants, so that Şirvan is Shirvan. `context`: forms of the names that the whole meeting is about.
    """
    found: dict[str, float] = {}
    for word in words(passage):
        folded, form = key(word), content_form(word)
        group = _groups().get(stem(folded), "")
        if not form or form.isdecimal():
            continue
        if group.startswith("~"):
            found[group] = _WEAK
        elif word[:1].isupper() and folded not in small:
            name = _name(folded)
            found[name] = _CONTEXT if name in context else 1.0
        else:
            found[form] = 1.0 - _SAME if group else 1.0
            found |= {group: _SAME} if group else {}
    return found


def surfaces(passage: str) -> dict[str, str]:
    """Which word of the passage stands for each form that says something of its topic."""
    found: dict[str, str] = {}
    for word in words(passage):
        folded, form = key(word), content_form(word)
        group = _groups().get(stem(folded), "")
        if form and not form.isdecimal() and not group.startswith("~"):
            found |= {name: word for name in (_name(folded), group, form) if name and name not in found}
    return found


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Folded words that stand without a capital in one of the texts."""
    return frozenset(key(word) for text in texts for word in words(text) if word[:1].islower())


def name_forms(names: Iterable[str]) -> frozenset[str]:
    """The words with a capital as `forms` has names."""
    return frozenset(_name(key(word)) for name in names for word in words(name) if word[:1].isupper())


def contact(passage: str) -> bool:
    """Whether a passage says that somebody spoke with somebody."""
    return any(key(word) in _listed("contact") for word in words(passage))


def says_something(passage: str) -> bool:
    """Whether a passage has three words and not only names: no dateline, question, greeting or preface."""
    if asks(passage) or courteous(passage) or frames(passage):
        return False
    found = _LETTERS.findall(_SPEAKER.sub("", passage))
    return len(found) > 2 and not all(word[:1].isupper() and not word.isupper() for word in found)


def alike(one: str, other: str) -> bool:
    """Whether two phrases share a word of content, or words that stand for the same."""
    first, second = (forms(phrase.lower(), frozenset(), frozenset()) for phrase in (one, other))
    return any(not word.startswith("~") for word in first.keys() & second.keys())


def counts_people(counted: str) -> bool:
    """Whether what is counted are people."""
    listed = {stem(word) for word in _listed("people")}
    return any(stem(key(word)) in listed for word in words(counted))


def opposed(one: str, other: str) -> bool:
    """Whether a cue of this stance or lemma contradicts the other."""
    known = lexicon("en", "compare")["opposed"]
    return other in known.get(one, ()) or one in known.get(other, ())


def thing(word: str) -> str:
    """The kind of thing a word is one of the names for: road and corridor are one; empty where none is known."""
    group = _groups().get(stem(key(word)), "")
    return group if group.startswith(_THING) else ""


def _name(folded: str) -> str:
    noun = _ADJECTIVE.sub("", folded)
    bones = min(skeletons(noun), default=noun)
    return f"^{bones}" if len(bones) >= _BONES else f"^{noun}"


@cache
def _groups() -> Mapping[str, str]:
    """The group of each listed stem, with its mark."""
    known = lexicon("en", "compare")
    return {
        stem(key(str(word))): f"{mark}{group[0]}"
        for kind, mark in (("same", "="), ("things", _THING), ("weak", "~"))
        for group in known[kind]
        for word in group
    }


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(key(str(word)) for word in lexicon("en", "compare")[kind])
