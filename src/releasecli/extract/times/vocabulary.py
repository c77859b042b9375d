"""Which classes does a piece of text belong to: month, unit of time, number of a day, ...?"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

from releasecli.extract.times.tokens import tokens
from releasecli.text.forms import forms
from releasecli.text.numbers import cardinal, number_words

Values = Mapping[str, Any]
_NAME = re.compile(r"'[^' ]+'|\w+")
_KEEP = 40
_MOST = 60_000
_NUMBERS = ("1", "2", "25", "31", "32", "1990", "90")  # one of each kind that letters may be written to
_ROMAN = re.compile("[IVXХІ]{1,6}(?:er|e|ème|º)?")
_ROMAN_VALUES = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}
_MARK = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u055b-\u055e]")
_NUMBER = re.compile(r"([\d.,:/\-–—‑]+)([^\W\d_]*)")
# Code characters: sets of those below 256 are bitmaps, made and searched much faster than the others.
_ALPHABET = [chr(n) for n in (*range(1, 256), *range(0x400, 0x600)) if chr(n) not in "\n\\.^$*+?{}[]|()-&~#"]


class Words:
    """The forms of a language: `single` by lowered word, `capital` those that count only with a capital letter.

    `phrases` holds by class the sequences of several words, each with its value.
    """

    def __init__(self) -> None:
        self.single: dict[str, dict[str, Any]] = {}
        self.capital: dict[str, dict[str, Any]] = {}
        self.phrases: dict[str, dict[tuple[str, ...], Any]] = {}


class Vocabulary(dict[str, str]):
    """Piece to code character, filled as pieces are met.

    `meanings` keeps what each piece stands for by class, `members` the code characters of each class.
    """

    def __init__(self, language: str, table: Mapping[str, Any]) -> None:
        super().__init__()
        self.glued = language if number_words(language).glued else None
        self.words = _words(language, table)
        for word in literals(table):
            self.words.single.setdefault(word, {})[f"'{word}'"] = word
        self.table = table
        self.endings: Mapping[str, str] = {
            ending: name for name, endings in table.get("number_endings", {}).items() for ending in endings
        }
        self.plural = tuple(table.get("plural", ()))
        self.past = tuple(table.get("past_endings", ()))
        self.future = tuple(table.get("future_endings", ()))
        self.meanings: dict[str, Values] = {}
        self.codes: dict[frozenset[str], str] = {}
        self.members: dict[str, set[str]] = {}
        named = self._named(table)
        possible = dict.fromkeys(self._possible())
        for classes in sorted(possible, key=lambda classes: -sum(named[name] for name in classes)):
            self._code(classes)

    def _named(self, table: Mapping[str, Any]) -> Counter[str]:
        """How often rules name each class, or a class with a phrase of this word."""
        named = Counter(_NAME.findall(" ".join(_patterns(table))))
        for name, phrases in self.words.phrases.items():
            for word in {f"'{word}'" for phrase in phrases for word in phrase}:
                named[word] += named[name]
        return named

    @cached_property
    def shapes(self) -> list[tuple[list[str], re.Pattern[str]]]:
        """The classes of each shape of numbers, and the shape."""
        return [(shape["classes"], re.compile(shape["match"])) for shape in self.table["shapes"]]

    def _possible(self) -> Iterator[frozenset[str]]:
        """The classes of every piece there can be: each has its code before a rule is compiled."""
        single, capital = self.words.single, self.words.capital
        yield from map(frozenset, single.values())
        yield from (frozenset({**single.get(word, {}), **values}) for word, values in capital.items())
        yield from map(frozenset, capital.values())
        yield from (frozenset(self.classes(word)) for word in single if word[:1].isdigit())
        yield from (frozenset(shape["classes"]) for shape in self.table["shapes"])
        yield from (frozenset(self._number(f"{number}{end}")) for number in _NUMBERS for end in self.endings)
        yield from (frozenset(self._number(f"2:30{end}")) for end, name in self.endings.items() if name == "ampm_time")
        yield from (frozenset({"word", kind}) for kind in ("word", "capital", "plural", "past", "future"))
        yield from (frozenset({kind}) for kind in ("roman", "other", "blank"))

    def __missing__(self, piece: str) -> str:
        """The code of a piece met for the first time."""
        key = piece.rstrip()
        values = self.classes(key)
        code = self._code(frozenset(values))
        if len(piece) <= _KEEP:
            if len(self) > _MOST:
                self.clear()
                self.meanings.clear()
            self[piece] = code
            self.meanings[key] = values
        return code

    def _code(self, classes: frozenset[str]) -> str:
        if classes not in self.codes:
            code = self.codes[classes] = _ALPHABET[len(self.codes)]
            for name in classes:
                self.members.setdefault(name, set()).add(code)
        return self.codes[classes]

    def value_of(self, piece: str) -> Values:
        """What a piece stands for, by class."""
        key = piece.rstrip()
        return self.meanings.get(key) or self.classes(key)

    def classes(self, key: str) -> Values:
        """The classes of one piece with its value in each."""
        if not key:
            return {"blank": None}
        if key[0].isdigit():
            named = self.words.single.get(key, {})
            return {**self._number(key if key.isascii() else _european(key)), **named}
        known = self.words.single.get(key) or self._word(key)
        if known:
            return known
        if self.glued and cardinal([key], self.glued) is not None:
            return {"card": None}  # einundzwanzig
        return self._unknown(key) if key[0].isalpha() else {"other": None}

    def _word(self, key: str) -> Values | None:
        low = folded(key)
        single = self.words.single.get(low)
        if key[0].isupper() and low in self.words.capital:
            return {**(single or {}), **self.words.capital[low]}
        return single

    def _unknown(self, key: str) -> Values:
        if _ROMAN.fullmatch(key):
            return {"roman": _roman(key)}
        if key[0].isupper():
            return {"word": None, "capital": None}
        if self.future and key.endswith(self.future):
            return {"word": None, "future": None}
        if self.past and key.endswith(self.past):
            return {"word": None, "past": None}
        if self.plural and key.endswith(self.plural):
            return {"word": None, "plural": None}
        return {"word": None}

    def _number(self, key: str) -> Values:
        match = _NUMBER.fullmatch(key)
        if match is None:
            return self._shape(key)
        number, letters = match.groups()
        if not letters:
            return self._shape(key)
        name = self.endings.get(letters.lower())
        return {"other": None} if name is None else self._ended(number, name, letters.lower())

    def _shape(self, key: str) -> Values:
        for classes, pattern in self.shapes:
            match = pattern.fullmatch(key)
            if match:
                named = {k: int(v) for k, v in match.groupdict().items() if v is not None}
                return dict.fromkeys(classes, named or (int(key) if key.isdecimal() else key))
        return {"other": None}

    def _ended(self, number: str, name: str, letters: str) -> Values:
        """A number with letters written to it: 3rd, 1990s, 10am, 9h."""
        if not number.isdecimal() and name == "short_year_word":
            return self._shape(number)  # 10.01.2025թ
        if not number.isdecimal():
            return {name: (number, letters), f"{name}_clock": None}
        value = int(number)
        if name == "ord":
            return {"ord": value, "day": value} if value <= 31 else {"ord": value}
        if name == "short_year_word":
            return {name: value}
        if name == "tens":
            return _tens(value)
        if name == "half_tag" and value > 2:
            name = "hour_h"  # 11h00 beside 1H24
        return {name: (number, letters)}


def literals(table: Mapping[str, Any]) -> set[str]:
    """The words that rules, macros and contexts name themselves, in quotes."""
    return {name.strip("'") for name in _NAME.findall(" ".join(_patterns(table))) if name.startswith("'")}


def _patterns(table: Mapping[str, Any]) -> list[str]:
    named = (table.get(part, {}).values() for part in ("macros", "contexts"))
    return [*(rule["match"] for rule in table["rules"]), *chain.from_iterable(named)]


def folded(word: str) -> str:
    """A word as the lexicons write it: lowered, composed, without vowel signs and emphasis marks."""
    low = word.lower()
    if low.isascii():
        return low
    low = unicodedata.normalize("NFC", low)
    return _MARK.sub("", low).replace("’", "'")


def _european(key: str) -> str:
    """A number with its digits as 0 to 9, whatever script they were in."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in key)


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word if letter in _ROMAN_VALUES]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _tens(value: int) -> Values:
    if value % 10:
        return {"other": None}
    return {"decade": value // 10} if value >= 1000 else {"short_decade": value // 10}


def _words(language: str, table: Mapping[str, Any]) -> Words:
    found = Words()
    numbers = number_words(language)
    for form, value in numbers.cardinals.items():
        _put(found, "card", value, form)
    for form, value in numbers.scales.items():
        _put(found, "scale", value, form)
    for form, value in numbers.ordinals.items():
        _put(found, "ord", value, form)
    for name, entries in table.get("words", {}).items():
        for value, entry in _entries(entries):
            for form in forms(entry):
                _put(found, name, value, form)
    found.single["’"] = found.single.setdefault("'", {})  # forms are folded: one sign stands for both
    return found


def _entries(entries: Any) -> Iterable[tuple[Any, str]]:
    if isinstance(entries, Mapping):
        return ((value, str(entry)) for value, listed in entries.items() for entry in listed)
    return ((entry, str(entry)) for entry in entries)


def _put(found: Words, name: str, value: Any, form: str) -> None:
    pieces = [folded(form)] if form.isalpha() else [folded(piece.rstrip()) for piece in tokens(form)]
    if len(pieces) > 1:
        found.phrases.setdefault(name, {})[tuple(pieces)] = value
        for piece in pieces:
            found.single.setdefault(piece, {})[f"'{piece}'"] = piece
        return
    kept = found.capital if form[0].isupper() else found.single
    for variant in {pieces[0], pieces[0].replace("ı", "i")}:
        kept.setdefault(variant, {})[name] = value
