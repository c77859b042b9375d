"""What is known beforehand about this source and this language?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from releasecli.resources import ROOT, data, languages, lexicon
from releasecli.text.forms import forms


@dataclass(frozen=True, slots=True)
class HeaderOptions:
    """What the user says about headers: own source profiles by name, and the order of numeric dates (`dmy`, `mdy`)."""

    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    order: Literal["dmy", "mdy"] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The part of a source profile that speaks of headers: `values` hold, `fallback` where the text says nothing.

    `prefer`: the place of the day that is to be believed before all others. `issuer_is: subject`: whom the first
    sentence is about releases it.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    fallback: Mapping[str, str] = field(default_factory=dict)
    order: Literal["dmy", "mdy"] | None = None
    zone: str | None = None
    prefer: str | None = None
    issuer_is: str | None = None
    published: tuple[re.Pattern[str], ...] = ()
    furniture: tuple[re.Pattern[str], ...] = ()
    categories: Mapping[str, str] = field(default_factory=dict)

    def is_furniture(self, line: str) -> bool:
        """Does the profile know the line to be no body text?"""
        return any(pattern.search(line) for pattern in self.furniture)


def settings(name: str | None, options: HeaderOptions) -> Settings:
    """The settings of the profile that recognised the document, the user's own profiles first; empty for none."""
    if name is None:
        return Settings(order=options.order)
    own = options.profiles.get(name)
    found = _settings(own) if own is not None else _shipped(name)
    return found if options.order is None else replace(found, order=options.order)


@cache
def _shipped(name: str) -> Settings:
    known = (ROOT / "profiles" / f"{name}.yaml").is_file()
    return _settings(data(f"profiles/{name}")) if known else Settings()


def _settings(value: Mapping[str, Any]) -> Settings:
    return Settings(
        values={str(key): str(inner) for key, inner in (value.get("set") or {}).items()},
        fallback={str(key): str(inner) for key, inner in (value.get("default") or {}).items()},
        order=value.get("order"),
        zone=value.get("zone"),
        prefer=value.get("prefer"),
        issuer_is=value.get("issuer_is"),
        published=_expressions(value.get("published")),
        furniture=_expressions(value.get("furniture")),
        categories={str(key).lower(): str(inner) for key, inner in (value.get("categories") or {}).items()},
    )


def _expressions(value: Any) -> tuple[re.Pattern[str], ...]:
    items = value if isinstance(value, list) else [value] if value else []
    return tuple(re.compile(str(item), re.MULTILINE) for item in items)


@cache
def expressions(section: str, key: str, language: str | None) -> tuple[re.Pattern[str], ...]:
    """The patterns of `header.yaml` for one language (all for None), the ones of every language last."""
    codes = languages() if language is None else (language,)
    found = [item for code in (*codes, "_any") for item in (lexicon(code, "header").get(section) or {}).get(key, ())]
    return tuple(re.compile(item, re.IGNORECASE) for item in found)


@cache
def sections(section: str, language: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    """The keys of one section in the order of the file, each with its patterns."""
    keys = lexicon(language, "header").get(section) or {}
    return tuple((str(key), tuple(re.compile(item, re.IGNORECASE) for item in items)) for key, items in keys.items())


@cache
def word_list(section: str, key: str) -> frozenset[str]:
    """One list of `header.yaml` of all languages, in lower case."""
    found = ((lexicon(code, "header").get(section) or {}).get(key, ()) for code in (*languages(), "_any"))
    return frozenset(str(word).lower() for listed in found for word in listed)


@cache
def months() -> Mapping[str, int]:
    """The names of the months in all languages, in lower case, and their numbers."""
    other = lexicon("_any", "header")["no_months"]
    tables = [
        table
        for code in languages()
        for table in (*_of_times(code, "month", "monthabbr"), lexicon(code, "header").get("months", {}))
    ]
    return {
        form.casefold(): number
        for table in tables
        for number, words in table.items()
        for word in words
        for form in forms(str(word))
        if form.casefold() not in other
    }


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week, of all languages, in lower case."""
    found = [word for code in languages() for word in lexicon(code, "header").get("weekdays", ())]
    for code in languages():
        for table in _of_times(code, "weekday", "weekdays", "weekdayabbr"):
            found += [form for words in table.values() for word in words for form in forms(word)]
    return frozenset(word.lower() for word in found)


def _of_times(code: str, *classes: str) -> list[Mapping[Any, Sequence[str]]]:
    """Classes of words of `times.yaml`; what only stamps write is in `header.yaml`."""
    words = lexicon(code, "times").get("words", {})
    return [words[name] for name in classes if name in words]


@cache
def wires() -> frozenset[str]:
    """News agencies as datelines name them, in lower case: what they carry is their own."""
    return frozenset(str(name).casefold() for name in lexicon("_any", "header")["wires"])


@cache
def small_words() -> frozenset[str]:
    """The most frequent words of all languages, in lower case: alone they are no name."""
    return frozenset(str(word).lower() for words in lexicon("_any", "stopwords").values() for word in words)
