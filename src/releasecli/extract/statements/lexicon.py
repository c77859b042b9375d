"""Which words report, and how? The cue lexicon, every verb in all its forms."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from releasecli.resources import lexicon

_VOWELS = "aeiou"
_LISTS = ("carriers", "occasions", "messages", "topics", "talks", "closing")
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the lexicon: a verb with the frames it allows there; see the YAML file for their meaning."""

    lemma: str
    stance: str
    frames: frozenset[str]
    prep: frozenset[str]
    object: frozenset[str]
    toward: frozenset[str]
    beside: frozenset[str]
    heads: frozenset[str]
    flags: frozenset[str]

    @property
    def topic(self) -> bool:
        """Is the content a subject that was talked about, and no claim?"""
        return "topic" in self.flags


@dataclass(frozen=True, slots=True)
class Form:
    """A word that can be a cue: its lemma, its grammatical kind (b s d n g) and the particle that must follow."""

    lemma: str
    kind: str
    particle: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cue of several words: each step is a set of words, and whether words that qualify may stand before it."""

    steps: tuple[tuple[bool, frozenset[str]], ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of the cues of one language."""

    forms: dict[str, tuple[Form, ...]]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    classes: dict[str, str]
    lists: dict[str, frozenset[str]]
    objects: dict[str, str]
    passives: dict[str, tuple[tuple[frozenset[str], Row], ...]]
    asides: frozenset[tuple[str, ...]]
    vocabulary: frozenset[str]


@cache
def cues(language: str) -> Lexicon:
    """The lexicon of a language, made once; empty where the language has none."""
    data, grammar = lexicon(language, "cues"), lexicon(language, "grammar")
    irregular, doubling = grammar.get("irregular", {}), frozenset(grammar.get("doubling", ()))
    rows: dict[str, list[Row]] = {}
    for entry in data.get("verbs", ()):
        for verb in entry["verbs"]:
            rows.setdefault(verb, []).append(_row(verb, entry))
    forms: dict[str, list[Form]] = {}
    for verb, found in rows.items():
        lemma, _, particle = verb.partition(" ")
        for word, kind in inflected(lemma, irregular, doubling):
            forms.setdefault(word, []).append(Form(verb, kind, particle, tuple(found)))
    lists = {
        key: frozenset(data.get(key, ())) for key in ("carriers", "occasions", "messages", "topics", "talks", "closing")
    }
    lists |= _verb_lists(lists, irregular, doubling)
    phrases, passives = _phrases(data, irregular, doubling), _passives(data)
    return Lexicon(
        {word: tuple(sorted(found, key=lambda form: -len(form.particle))) for word, found in forms.items()},
        phrases,
        {word: tag for tag, words in grammar.get("classes", {}).items() for word in words},
        lists,
        {noun: stance for stance, nouns in data.get("objects", {}).items() for noun in nouns},
        passives,
        frozenset(tuple(phrase.split()) for phrase in data.get("asides", ())),
        frozenset((*forms, *phrases, *passives, *(words.split()[0] for words in data.get("according", ())))),
    )


@cache
def closed(name: str, language: str = "en") -> frozenset[str]:
    """A named set of words of the grammar; English ones where a language has none."""
    grammar = lexicon(language, "grammar") or lexicon("en", "grammar")
    return frozenset(grammar["sets"].get(name) or grammar.get(name, ()))


def _row(lemma: str, entry: dict[str, Any]) -> Row:
    def words(key: str) -> frozenset[str]:
        value = entry.get(key, ())
        return frozenset(value.split() if isinstance(value, str) else value)

    flags = frozenset(key for key, value in entry.items() if value is True)
    frames = words("frames") | words("extra")
    return Row(
        lemma,
        entry.get("as") or entry["stance"],
        frames,
        words("prep"),
        words("object"),
        words("toward"),
        words("beside"),
        words("heads"),
        flags,
    )


def _passives(data: dict[str, Any]) -> dict[str, tuple[tuple[frozenset[str], Row], ...]]:
    """Nouns that stand before a passive verb, by each participle."""
    found: dict[str, list[tuple[frozenset[str], Row]]] = {}
    for entry in data.get("passives", ()):
        nouns = entry["noun"].split()
        for verb in entry["verb"].split():
            found.setdefault(verb, []).append((frozenset(nouns), _row(f"{verb} {nouns[0]}", entry)))
    return {verb: tuple(rows) for verb, rows in found.items()}


def _verb_lists(
    lists: dict[str, frozenset[str]], irregular: dict[str, str], doubling: frozenset[str]
) -> dict[str, frozenset[str]]:
    """The lists of verbs that are matched in any form."""
    return {
        key: frozenset(word for verb in lists[key] for word, _ in inflected(verb.split()[0], irregular, doubling))
        for key in ("carriers", "occasions")
    }


def _phrases(
    data: dict[str, Any], irregular: dict[str, str], doubling: frozenset[str]
) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Phrases by every form of their verb, with the kind of that form."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for entry in data.get("phrases", ()):
        verbs, *rest = entry["words"].split()
        steps = tuple(
            (number > 0 and rest[number - 1] == "~", frozenset(step.split("|")))
            for number, step in enumerate(rest)
            if step != "~"
        )
        noun = next((step.split("|")[0] for step in rest if step != "~" and "|" in step), "")
        for verb in verbs.split("|"):
            lemma = f"{verb} {noun}".strip() if entry.get("topic") else " ".join((verb, *rest)).split(" ~")[0]
            phrase = Phrase(steps, _row(lemma, entry))
            for word, kind in inflected(verb, irregular, doubling):
                found.setdefault(word, []).append((phrase, kind))
    return {word: tuple(entries) for word, entries in found.items()}


def inflected(lemma: str, irregular: dict[str, str], doubling: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every form of a verb with its kind: b base, s third person, d past (and participle), n participle, g -ing.

    >>> inflected("deny", {})
    [('deny', 'b'), ('denies', 's'), ('denied', 'd'), ('denying', 'g')]
    """
    if lemma == "be":
        return [(word, kind) for kind, words in _BE for word in words]
    third, past, ing = _third(lemma), _past(lemma, doubling), _ing(lemma, doubling)
    if lemma == "have":
        third = "has"
    forms = [(lemma, "b"), (third, "s")]
    if lemma in irregular:
        first, *participle = irregular[lemma].split()
        return [*forms, (first, "d"), *((word, "n") for word in participle), (ing, "g")]
    return [*forms, (past, "d"), (ing, "g")]


_BE = (
    ("b", ("be",)),
    ("s", ("is", "are", "am", "'s", "'re", "'m")),
    ("d", ("was", "were")),
    ("n", ("been",)),
    ("g", ("being",)),
)


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"


def _past(lemma: str, doubling: frozenset[str]) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{_stem(lemma, doubling)}ed"


def _ing(lemma: str, doubling: frozenset[str]) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma[:-1]}ing"
    return f"{_stem(lemma, doubling)}ing"


def _stem(lemma: str, doubling: frozenset[str]) -> str:
    return lemma + lemma[-1] if lemma in doubling or _DOUBLED.fullmatch(lemma) else lemma
