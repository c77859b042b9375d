"""Which rules does a language have for its dates, ready to run?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from releasecli.extract.times.pattern import Compiler
from releasecli.extract.times.vocabulary import Vocabulary
from releasecli.resources import lexicon

SHARED = "_any"
_BLOCK = 8  # rules behind one look at the first character


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `match` its notation, `sets` values it adds, `each` a list that gives one time a member."""

    name: str
    kind: str
    match: str
    sets: Mapping[str, Any]
    each: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The rules of a language over its vocabulary; `rules[n]` is the rule of the n-th group of `any_rule`."""

    language: str
    vocabulary: Vocabulary
    compiler: Compiler
    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]
    known: re.Pattern[str]
    trigger: re.Pattern[str]
    table: Mapping[str, Any]
    contexts: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What finds the parts of a rule again: the expression with groups, and the (field, class) of each group."""

    pattern: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language; languages without a `times.yaml` have the shared rules only."""
    table = _table(language)
    vocabulary = Vocabulary(language, table)
    compiler = Compiler(vocabulary, table.get("macros", {}))
    rules = tuple(_rule(entry) for entry in table["rules"])
    triggers = [*table["triggers"], *_phrase_triggers(vocabulary, table["triggers"])]
    return Grammar(
        language=language,
        vocabulary=vocabulary,
        compiler=compiler,
        rules=rules,
        any_rule=re.compile("|".join(_blocks(rules, compiler))),
        known=re.compile(f"[^{compiler.charset(('word', 'other', 'blank'))}]+"),
        trigger=re.compile(f"[{compiler.charset(triggers)}]"),
        table=table,
        contexts=_contexts(compiler, table["contexts"]),
    )


@cache
def fields(rules: Grammar, rule: int) -> Fields:
    """The parts of a rule, compiled when it first fits: most rules never do in a text."""
    parts: list[tuple[str, str]] = []
    pattern = re.compile(rules.compiler.piece(rules.rules[rule].match, parts).text)
    return Fields(pattern, tuple(parts))


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(entry["name"], entry.get("kind", "date"), entry["match"], entry.get("set", {}), entry.get("each"))


def _blocks(rules: Sequence[Rule], compiler: Compiler) -> Iterator[str]:
    """The rules in their order, each with an empty group at its end, some behind one look at the first character."""
    pieces = [compiler.piece(rule.match) for rule in rules]
    for n in range(0, len(pieces), _BLOCK):
        block = pieces[n : n + _BLOCK]
        options = "|".join(f"(?={_first(piece.first)}){piece.text}()" for piece in block)
        yield f"(?={_first(frozenset().union(*(piece.first for piece in block)))})(?:{options})"


def _first(characters: frozenset[str]) -> str:
    return f"[{''.join(sorted(characters))}]" if characters else "(?!)"


def _contexts(compiler: Compiler, table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """What may stand around a mention; `$` in the data anchors a pattern to the mention behind it."""
    made = {}
    for name, text in table.items():
        body = compiler.piece(text.removesuffix("$")).text
        made[name] = re.compile(f"{body}$" if text.endswith("$") else body)
    did, will, aim = (compiler.piece(table[name]).text for name in ("did", "will", "aim"))
    made["verbs"] = re.compile(f"(?P<aim>{aim})|(?P<will>{will})|(?P<did>{did})")
    return made


def _table(language: str) -> dict[str, Any]:
    """The shared rules, those the language extends, and its own."""
    shared, own = lexicon(SHARED, "times"), lexicon(language, "times")
    if "extends" in own:
        shared = _merged(shared, lexicon(SHARED, own["extends"]))
    return _merged(shared, own)


def _merged(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables as one: lists joined with the second's first, words and macros by key."""
    merged: dict[str, Any] = dict(shared)
    for key, value in own.items():
        if isinstance(value, list):
            merged[key] = [*value, *shared.get(key, [])]
        elif isinstance(value, dict):
            merged[key] = {**shared.get(key, {}), **value}
        else:
            merged[key] = value
    return merged


def _phrase_triggers(vocabulary: Vocabulary, names: Iterable[str]) -> Iterable[str]:
    """The longest word of each phrase of the classes: it is there whenever the phrase is."""
    for name in names:
        for pieces in vocabulary.words.phrases.get(name, ()):
            yield f"'{max(pieces, key=len)}'"
