"""Which rules does a language have for its dates, ready to run?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from releasecli.extract.times.pattern import Compiler, Piece, one_of
from releasecli.extract.times.vocabulary import Vocabulary
from releasecli.resources import lexicon

SHARED = "_any"
K = TypeVar("K")
V = TypeVar("V")
BLOCK = 8  # rules that are compiled and tried together


class Rule(NamedTuple):
    """One rule: `match` its notation, `sets` values it adds, `each` a list that gives one time a member."""

    name: str
    kind: str
    match: str
    sets: Mapping[str, Any]
    each: str | None = None


class Fields(NamedTuple):
    """What finds the parts of a rule again: the expression with groups, and the (field, class) of each group."""

    pattern: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]


class Grammar(NamedTuple):
    """The rules of a language over its vocabulary.

    They are tried in blocks of `BLOCK`, in order: `starts` holds by code character the blocks that can begin with it,
    and the n-th group of a block is its n-th rule.
    """

    language: str
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    fields: Mapping[int, Fields]
    starts: Mapping[str, Sequence[int]]
    blocks: Mapping[int, re.Pattern[str]]
    known: re.Pattern[str]
    trigger: re.Pattern[str]
    table: Mapping[str, Any]
    contexts: Mapping[str, re.Pattern[str]]


class _Made(dict[K, V], Generic[K, V]):
    """Values made when they are first asked for: most rules and contexts never are."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self.make(key)
        return value


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language; languages without a `times.yaml` have the shared rules only."""
    table = _table(language)
    vocabulary = Vocabulary(language, table)
    compiler = Compiler(vocabulary, table.get("macros", {}))
    known = [
        (rule, piece) for rule in map(_rule, table["rules"]) if not (piece := compiler.piece(rule.match)).impossible
    ]
    rules = tuple(rule for rule, _ in known)
    pieces = [piece for _, piece in known]
    blocks = [pieces[n : n + BLOCK] for n in range(0, len(pieces), BLOCK)]
    triggers = [*table["triggers"], *_phrase_triggers(vocabulary, table["triggers"])]
    return Grammar(
        language=language,
        vocabulary=vocabulary,
        rules=rules,
        fields=_Made(lambda number: _fields(compiler.piece(rules[number].match, grouped=True))),
        starts=_starts(blocks),
        blocks=_Made(lambda number: _block(blocks[number])),
        known=re.compile(f"[^{compiler.charset(('word', 'other', 'blank'))}]+"),
        trigger=re.compile(f"[{compiler.charset(triggers)}]"),
        table=table,
        contexts=_Made(lambda name: _context(name, compiler, table["contexts"])),
    )


def _fields(piece: Piece) -> Fields:
    return Fields(re.compile(piece.text), piece.parts)


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(entry["name"], entry.get("kind", "date"), entry["match"], entry.get("set", {}), entry.get("each"))


def _starts(blocks: Sequence[Sequence[Piece]]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for character in frozenset[str]().union(*(piece.first for piece in block)):
            found[character].append(number)
    return found


def _block(pieces: Sequence[Piece]) -> re.Pattern[str]:
    """Some rules in their order, each with an empty group at its end."""
    return re.compile("|".join(f"(?={one_of(piece.first).text})(?:{piece.text})()" for piece in pieces))


def _context(name: str, compiler: Compiler, table: Mapping[str, str]) -> re.Pattern[str]:
    """What may stand around a mention; `$` in the data anchors a pattern to the mention behind it."""
    if name == "verbs":
        return re.compile(
            "|".join(f"(?P<{verb}>{compiler.piece(table[verb]).text})" for verb in ("aim", "will", "did"))
        )
    body = compiler.piece(table[name].removesuffix("$")).text
    return re.compile(f"{body}$" if table[name].endswith("$") else body)


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
