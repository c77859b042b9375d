"""Which names, offices and kinds of bodies are known beforehand?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any, Literal

from releasecli.resources import gazetteer, lexicon
from releasecli.text.fold import key
from releasecli.text.forms import forms

Kind = Literal["person", "organisation", "place", "other"]

_WORD = re.compile(r"\w+")
_GENITIVE_S = ("da", "de", "nb", "sv")
_MARKS = re.compile(r"['’ʼ.]")


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of a gazetteer: `entity` its slug, `name` its usual name, `state` an ISO code or None."""

    kind: Kind
    entity: str
    name: str
    state: str | None = None
    is_state: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by their written form (straight apostrophes), and word lists by the part their words play in a name.

    `longest` maps the first word of every known name to the number of characters of the longest that begins so.
    `full` says that the language has rules of its own; `not_names` are the words a name never begins with. A list of
    `names.yaml` is a field of the same name: only what is made from several lists, or into a pattern, is made below.
    """

    full: bool
    known: Mapping[str, Known]
    longest: Mapping[str, int]
    demonyms: Mapping[str, str]
    adjectives: frozenset[str]
    particles: frozenset[str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    common_surnames: frozenset[str]
    common: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    heads: Mapping[str, Kind]
    openers: Mapping[str, Kind]
    foreign_openers: frozenset[str]
    event_openers: frozenset[str]
    operations: frozenset[str]
    storms: frozenset[str]
    directions: frozenset[str]
    not_names: frozenset[str]
    title_surnames: frozenset[str]
    title_first_names: frozenset[str]
    headline_verbs: frozenset[str]
    no_names: frozenset[str]
    tails: Mapping[str, Kind]
    tail: re.Pattern[str]
    short_regions: Mapping[str, str]
    houses: frozenset[str]
    place_words: frozenset[str]
    house_prepositions: frozenset[str]
    determiners: frozenset[str]
    indefinites: frozenset[str]
    suffixes: frozenset[str]
    small_offices: frozenset[str]
    small_title: re.Pattern[str]
    office_links: frozenset[str]
    owning_links: frozenset[str]
    parties: frozenset[str]
    schools: frozenset[str]
    person_verbs: frozenset[str]
    adverbs: frozenset[str]
    place_nouns: frozenset[str]
    place_kinds: frozenset[str]
    small_directions: frozenset[str]
    no_surnames: frozenset[str]
    honorifics: frozenset[str]
    place_prepositions: frozenset[str]
    surname_ending: re.Pattern[str]
    place_ending: re.Pattern[str]
    company_ending: re.Pattern[str]
    company_forms: frozenset[str]


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """The folded form of a name that is its identity: 'Nikol Pashinyan' -> 'nikol-pashinyan'."""
    return "-".join(map(key, _WORD.findall(_MARKS.sub("", name))))


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon for texts of a language; English word lists stand in where a language has none of its own."""
    words = lexicon(language, "names") or lexicon("en", "names")
    known = dict(_known()) | {form: Known("other", slug(form), form) for form in words["known_others"]}
    made: dict[str, Any] = {
        "full": bool(lexicon(language, "names")),
        "known": known,
        "longest": _longest(known),
        "demonyms": _demonyms(),
        "adjectives": _forms(words["adjectives"]),
        "particles": frozenset(" ".join(words["particles"]).split()),
        "first_names": frozenset(row[0] for row in gazetteer("first_names")) | words["nicknames"].keys(),
        "surnames": frozenset(row[0] for name in ("surnames", "leaders") for row in gazetteer(name)),
        "common_surnames": frozenset(row[0] for row in gazetteer("common_surnames")),
        "common": frozenset(row[0] for row in gazetteer("words")),
        "titles": _forms(words["titles"]),
        "modifiers": frozenset((*words["title_modifiers"], *words["portfolios"])),
        "heads": _heads(words),
        "openers": _openers(words),
        "tails": {form: kind for kind, entries in words["tails"].items() for form in entries},
        "tail": re.compile(rf" ({'|'.join(word for entries in words['tails'].values() for word in entries)})(?!\w)"),
        "short_regions": words["short_regions"],
        "small_title": _small_title(words),
        "surname_ending": _ending(words["surname_endings"]),
        "place_ending": _ending(words["place_endings"]),
        "company_ending": _ending(words["company_endings"]),
    }
    lists: dict[str, Any] = {f.name: frozenset(words[f.name]) for f in fields(Lexicon) if f.name not in made}
    return Lexicon(**made, **lists)


def _forms(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(form for entry in entries for form in forms(entry))


def _heads(words: Mapping[str, Iterable[str]]) -> dict[str, Kind]:
    """The last word of a name to its kind; the list that stands last wins."""
    lists: tuple[tuple[str, Kind], ...] = (("others", "other"), ("places", "place"), ("organisations", "organisation"))
    return {form: kind for key, kind in lists for form in _forms(words[key])}


def _openers(words: Mapping[str, Iterable[str]]) -> dict[str, Kind]:
    """The word before "of" in a name to its kind."""
    lists: tuple[tuple[str, Kind], ...] = (
        ("others", "other"),
        ("place_openers", "place"),
        ("organisation_openers", "organisation"),
    )
    return {form: kind for key, kind in lists for form in _forms(words[key])}


def _small_title(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """An office in small letters at the end of some words: 'the former [deputy foreign minister ]'."""
    lead, heads = "|".join(words["small_title_modifiers"]), "|".join(words["small_titles"])
    return re.compile(rf"(?<![\w-])(?:(?:{lead}) )*(?:{heads}) $")


def _ending(endings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\w{{2,}}(?:{'|'.join(endings)})$")


def _known() -> Iterator[tuple[str, Known]]:
    """Written form and entity; later ones win, so the most certain lists come last."""
    for name, state in gazetteer("cities"):
        yield name, Known("place", slug(name), name, state or None)
    demonyms = _demonyms()
    for name, state in gazetteer("regions"):
        if name not in demonyms:
            yield name, Known("place", slug(name), name, state or None)
    yield from _by_names("places", "place")
    yield from _states()
    yield from _by_names("organisations", "organisation")


def _by_names(table: str, kind: Kind) -> Iterator[tuple[str, Known]]:
    """Rows of name, state and other names in any order of the last two columns."""
    for name, second, third in gazetteer(table):
        state, also = (second, third) if kind == "place" else (third, second)
        entry = Known(kind, slug(name), name, state or None)
        for form in (name, *filter(None, also.split("|"))):
            yield form.replace("’", "'"), entry


def _states() -> Iterator[tuple[str, Known]]:
    """States in English and in other languages, and their capitals."""
    by_code: dict[str, Known] = {}
    for code, name, also, _, capitals in gazetteer("states"):
        entry = by_code[code] = Known("place", slug(name), name, code or None, is_state=True)
        for spellings in filter(None, capitals.split("/")):
            usual = spellings.split("|")[0]
            for form in spellings.split("|"):
                yield form.replace("’", "'"), Known("place", slug(usual), usual, code or None)
        for form in (name, *filter(None, also.split("|"))):
            yield form.replace("’", "'"), entry
    demonyms = _demonyms()
    for language, code, name in gazetteer("state_names"):
        if name in demonyms:
            continue
        yield name.replace("’", "'"), by_code[code]
        if language in _GENITIVE_S:
            yield f"{name}s", by_code[code]


def _demonyms() -> dict[str, str]:
    return {word: row[0] for row in gazetteer("states") for word in row[3].split("|") if word}


def _longest(known: Iterable[str]) -> dict[str, int]:
    """The longest name by first word; that word may hold a hyphen (al-Qaeda) or end there (Nagorno-Karabakh)."""
    longest: dict[str, int] = {}
    for name in known:
        for first in {re.split(r"[\s-]", name, maxsplit=1)[0], name.split(" ", 1)[0]}:
            longest[first] = max(longest.get(first, 0), len(name))
    return longest
