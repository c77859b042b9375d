"""Which number do these words name?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from releasecli.resources import lexicon
from releasecli.text.forms import forms

_HUNDRED = 100
_WORDS = re.compile(r"[^\W\d_]+")


class NumberWords(NamedTuple):
    """The number words of a language, lowered: form to value.

    `scales` multiply what stands before them (hundred, thousand), `joiners` may stand between (and), `glued` says that
    words are written together (einundzwanzig), `times` holds pairs that multiply where others add (quatre vingts),
    `years` says that two numbers in a row name a year (nineteen ninety-six).
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    joiners: frozenset[str]
    glued: bool
    times: frozenset[tuple[int, int]]
    years: bool


def cardinal(words: str | Sequence[str], language: str) -> int | None:
    """The value of a run of number words ("two thousand and nine"), None where a word of it is none."""
    known = number_words(language)
    values = _values(words, known, known.cardinals)
    return None if values is None else _total(values, known)


def ordinal(words: str | Sequence[str], language: str) -> int | None:
    """The value of a run that ends in an ordinal ("twenty-first"), None where it is none."""
    known = number_words(language)
    parts = _parts(words)
    if not parts or (last := known.ordinals.get(parts[-1]) or _glued_ordinal(parts[-1], known)) is None:
        return None
    values = _values(parts[:-1], known, {**known.cardinals, **known.ordinals}) if parts[:-1] else []
    if values is None:
        return None
    return _total([*values, (last, last >= _HUNDRED and bool(values))], known)


@cache
def number_words(language: str) -> NumberWords:
    """The number words of a language, all forms; an empty set where the language has no such file."""
    table: Mapping[str, Any] = lexicon(language, "numbers")
    return NumberWords(
        cardinals=_by_form(table.get("cardinals", {})),
        scales=_by_form(table.get("scales", {})),
        ordinals=_by_form(table.get("ordinals", {})),
        joiners=frozenset(table.get("joiners", ())),
        glued=bool(table.get("glued", False)),
        times=frozenset((a, b) for a, b in table.get("times", ())),
        years=bool(table.get("years", False)),
    )


def _by_form(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    return {form: value for value, entries in table.items() for entry in entries for form in forms(entry)}


def _parts(words: str | Sequence[str]) -> list[str]:
    parts = _WORDS.findall(words) if isinstance(words, str) else words
    return [word.lower().replace("i\u0307", "i") for word in parts]  # İ is two characters when lowered


def _values(words: str | Sequence[str], known: NumberWords, simple: Mapping[str, int]) -> list[tuple[int, bool]] | None:
    """Each word as (value, is a scale), joiners dropped; None where a word is no number word or all are joiners."""
    values: list[tuple[int, bool]] = []
    for word in _parts(words):
        found = _value(word, known, simple)
        if found is None:
            return None
        values += found
    return values or None


def _value(word: str, known: NumberWords, simple: Mapping[str, int]) -> list[tuple[int, bool]] | None:
    if word in simple:
        return [(simple[word], False)]
    if word in known.scales:
        return [(known.scales[word], True)]
    if word in known.joiners:
        return []
    return _split(word, known) if known.glued else None


def _split(word: str, known: NumberWords) -> list[tuple[int, bool]] | None:
    """A word of several written together, longest pieces first, at most 40 letters."""
    if not word or len(word) > 40:
        return [] if not word else None
    for cut in range(len(word), 0, -1):
        head = word[:cut]
        if head in known.cardinals or head in known.scales or head in known.joiners:
            rest = _split(word[cut:], known)
            if rest is not None:
                value = _value(head, known, known.cardinals)
                return [*(value or []), *rest]
    return None


def _glued_ordinal(word: str, known: NumberWords) -> int | None:
    if not known.glued:
        return None
    for cut in range(1, len(word)):
        last = known.ordinals.get(word[cut:])
        head = _split(word[:cut], known) if last is not None else None
        if last is not None and head:
            return _total([*head, (last, False)], known)
    return None


def _total(values: Sequence[tuple[int, bool]], known: NumberWords) -> int:
    """One number of its parts, each (value, is a scale)."""
    total, current, last = 0, 0, 0
    for value, is_scale in values:
        if is_scale and value > _HUNDRED:
            total, current = total + max(current, 1) * value, 0
        elif is_scale:
            current = max(current, 1) * value
        elif (last, value) in known.times:
            current += last * value - last
        elif known.years and 10 <= current < _HUNDRED and value >= 10:
            current = current * _HUNDRED + value
        else:
            current += value
        last = value
    return total + current
