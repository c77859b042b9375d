"""Which words are forms of one English word? Porter's second algorithm ("Snowball English"), on folded words."""

import re
from collections.abc import Iterable
from functools import lru_cache

_V = "[aeiouy]"
_PLAIN = frozenset("aeiouy")
_DOUBLE = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_REGION = re.compile(r"[aeiouy][^aeiouy]")
_SHORT_END = re.compile(r"(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$")
_Y = re.compile(r"(?<=[aeiouy])y|^y")
_VALID_LI = frozenset("cdeghkmnrt")
_KEPT = {
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
    "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
    "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes", "inning": "inning", "outing": "outing",
    "canning": "canning", "herring": "herring", "earring": "earring", "proceed": "proceed", "exceed": "exceed",
    "succeed": "succeed",
}  # fmt: skip
_STEP2 = (
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
    ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
)  # fmt: skip
_STEP3 = (
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
    ("ical", "ic"), ("ness", ""), ("ful", ""),
)  # fmt: skip
_STEP4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al", "er", "ic",
)  # fmt: skip


def _by_end(rows: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """The rows by the last two letters of their ending, so that a word is asked for few of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ending, other in rows:
        found.setdefault(ending[-2:], []).append((ending, other))
    return found


_ENDS2, _ENDS3, _ENDS4 = map(_by_end, (_STEP2, _STEP3, [(ending, "") for ending in _STEP4]))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word; words of other than small Latin letters, and of one or two, stay as they are.

    >>> stem("negotiations"), stem("negotiating"), stem("aliyev")
    ('negoti', 'negoti', 'aliyev')
    """
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    if word in _KEPT:
        return _KEPT[word]
    word = _Y.sub("Y", word)
    r1, r2 = _regions(word)
    word = _step1a(word)
    word = _step1c(_step1b(word, r1))
    word = _step4(_step3(_step2(word, r1), r1, r2), r2)
    return _step5(word, r1, r2).lower()


def beginning(stemmed: str) -> str:
    """The letters with which every word of a stem begins: of `negoti` and `sky` all but the last."""
    return stemmed[:1] if stemmed in {"die", "lie", "tie"} else stemmed[:-1]


def _regions(word: str) -> tuple[int, int]:
    """Where the parts begin from which the later and the latest endings may be taken."""
    r1 = next((len(head) for head in ("gener", "commun", "arsen") if word.startswith(head)), None)
    if r1 is None:
        found = _REGION.search(word)
        r1 = found.end() if found else len(word)
    second = _REGION.search(word, r1)
    return r1, second.end() if second else len(word)


def _step1a(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("us", "ss")) or not word.endswith("s"):
        return word
    return word[:-1] if any(char in _PLAIN for char in word[:-2]) else word


def _step1b(word: str, r1: int) -> str:
    for ending in ("eedly", "eed"):
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + "ee" if len(word) - len(ending) >= r1 else word
    for ending in ("ingly", "edly", "ing", "ed"):
        if word.endswith(ending):
            return _mended(word[: -len(ending)], r1) if _has_vowel(word[: -len(ending)]) else word
    return word


def _mended(word: str, r1: int) -> str:
    """What stays after -ed or -ing, with its mute e back or its double consonant single."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if word.endswith(_DOUBLE):
        return word[:-1]
    return word + "e" if len(word) <= r1 and _SHORT_END.search(word) else word


def _step1c(word: str) -> str:
    return word[:-1] + "i" if len(word) > 2 and word[-1] in "yY" and word[-2] not in _PLAIN else word


def _step2(word: str, r1: int) -> str:
    for ending, other in _ENDS2.get(word[-2:], ()):
        if word.endswith(ending):
            start = len(word) - len(ending)
            return word[:start] + other if start >= r1 and _fits2(word, ending, start) else word
    return word


def _fits2(word: str, ending: str, start: int) -> bool:
    if ending == "ogi":
        return word[start - 1] == "l"
    return ending != "li" or word[start - 1] in _VALID_LI


def _step3(word: str, r1: int, r2: int) -> str:
    for ending, other in _ENDS3.get(word[-2:], ()):
        if word.endswith(ending):
            start = len(word) - len(ending)
            return word[:start] + other if start >= (r2 if ending == "ative" else r1) else word
    return word


def _step4(word: str, r2: int) -> str:
    for ending, _ in _ENDS4.get(word[-2:], ()):
        if word.endswith(ending):
            start = len(word) - len(ending)
            fits = start >= r2 and (ending != "ion" or word[start - 1] in "st")
            return word[:start] if fits else word
    return word


def _step5(word: str, r1: int, r2: int) -> str:
    last = len(word) - 1
    if word.endswith("e") and (last >= r2 or (last >= r1 and not _SHORT_END.search(word[:-1]))):
        return word[:-1]
    return word[:-1] if word.endswith("ll") and last >= r2 else word


def _has_vowel(word: str) -> bool:
    return any(char in _PLAIN for char in word)
