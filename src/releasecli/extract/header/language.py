"""Which language is a text in? By its script, then by its small words and letters."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from releasecli.resources import lexicon

_SAMPLE, _LETTERS = 4000, 1200
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){1,}")
_ASCII = re.compile(r"[\x00-\x7f]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)?")


def language(text: str) -> tuple[str | None, bool]:
    """The ISO 639-1 code, or None, and whether it is sure."""
    sample = text[:_SAMPLE]
    script, share = _script(sample)
    if script is None:
        return None, False
    if script in _alone():
        return _alone()[script], share > 0.6
    return _by_words(sample, _of_script(script))


def _script(sample: str) -> tuple[str | None, float]:
    """The script most letters are in, and its share; Japanese writes Chinese letters, too."""
    if sample.isascii():
        return ("latin", 1.0) if _scripts()["latin"].search(sample) else (None, 0.0)
    sample = sample[:_LETTERS]
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _scripts().items()})
    total = sum(counts.values())
    if counts["kana"] * 10 > total:
        return "kana", 1.0
    name, most = counts.most_common(1)[0]
    return (name, most / total) if most else (None, 0.0)


def _by_words(sample: str, codes: Iterable[str]) -> tuple[str | None, bool]:
    rare = _ASCII.sub("", sample)
    counts = Counter(_WORD.findall(_INITIALS.sub(" ", sample).lower().replace("i̇", "i")))
    words = _counted(counts)
    scores = sorted(((words[code] + _letters(rare, code, words[code]), code) for code in codes), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    total = max(1, counts.total())
    if best < 1.5:
        return None, False
    return code, best - second >= max(3, total / 50) and best * 12 > total


def _counted(counts: Mapping[str, int]) -> Counter[str]:
    """How many small words of each language the text has."""
    found: Counter[str] = Counter()
    known = _languages_of()
    for word, number in counts.items():
        for code in known.get(word, ()):
            found[code] += number
    return found


def _letters(rare: str, code: str, words: int) -> float:
    """Points for letters that only this language has (none is ASCII); at most a little more than its words gave."""
    if not rare:
        return 0.0
    scripts = lexicon("_any", "scripts")
    own: int = sum(map(rare.count, scripts["letters"].get(code, "")))
    foreign: int = sum(map(rare.count, scripts["foreign"].get(code, "")))
    return max(0.0, min(words + 3, own / 2 - foreign))


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    """Each small word with its languages."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _words().items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(map(str, words)) for code, words in lexicon("_any", "stopwords").items()}


@cache
def _of_script(script: str) -> tuple[str, ...]:
    """The languages whose small words are in a script."""
    pattern = _scripts()[script]
    return tuple(sorted(code for code, words in _words().items() if any(pattern.match(word) for word in words)))


@cache
def _scripts() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(f"[{letters}]") for name, letters in lexicon("_any", "scripts")["ranges"].items()}


def _alone() -> Mapping[str, str]:
    """Scripts that only one language has."""
    alone: Mapping[str, str] = lexicon("_any", "scripts")["alone"]
    return alone
