"""What does a rule look like once it is compiled?

A rule is a sequence of items over the classes of a language: `class`, `field=class`, `'word'`, groups with `( | )`,
`?`, `{0,4}`, `@macro`; `<class` and `>class` look at the piece before and behind, `<!class` and `>!class` refuse it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from releasecli.extract.times.vocabulary import Vocabulary
from releasecli.resources import lexicon

_ITEM = re.compile(r"(<!|>!|<|>)?(?:(\w+)=)?(@\w+|'[^' ]+'|\w+)([?+*]|\{\d*,?\d*\})?|[()|]([?]|\{\d*,?\d*\})?")
_LOOK_BACK = ("<", "<!")  # a look-behind has one width: phrases of a class do not count there
SHARED = "_shared"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `fields` finds its parts again, `sets` are values the rule adds, `each` a list that gives one time a member."""

    name: str
    kind: str
    pattern: str
    fields: re.Pattern[str]
    sets: Mapping[str, Any]
    parts: Mapping[str, tuple[str, str]]
    each: str | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language over its vocabulary; `rules[n]` is the rule of the n-th group of `any_rule`."""

    language: str
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]
    run: re.Pattern[str]
    trigger: re.Pattern[str]
    table: Mapping[str, Any]
    contexts: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language; languages without a `times.yaml` have the shared rules only."""
    table = _table(language)
    vocabulary = Vocabulary(language, table)
    compiler = _Compiler(vocabulary, table.get("macros", {}))
    rules = tuple(compiler.rule(entry) for entry in table["rules"])
    return Grammar(
        language=language,
        vocabulary=vocabulary,
        rules=rules,
        any_rule=re.compile("|".join(f"(?:{rule.pattern})()" for rule in rules)),
        run=re.compile(f"[^{_set(vocabulary, ('word', 'other', 'blank'))}]+"),
        trigger=re.compile(f"[{_set(vocabulary, [*table['triggers'], *_phrase_triggers(vocabulary, table['triggers'])])}]"),
        table=table,
        contexts=compiler.contexts(table["contexts"]),
    )


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


def _set(vocabulary: Vocabulary, names: Iterable[str]) -> str:
    """The code characters of all pieces that are in one of the classes."""
    wanted = set(names)
    return "".join(sorted(code for classes, code in vocabulary.codes.items() if classes & wanted))


@dataclass(frozen=True, slots=True)
class _Compiler:
    vocabulary: Vocabulary
    macros: Mapping[str, str]

    def rule(self, entry: Mapping[str, Any]) -> Rule:
        name = entry["name"]
        seen: list[tuple[str, str]] = []
        try:
            return Rule(
                name=name,
                kind=entry.get("kind", "date"),
                pattern=self._pattern(entry["match"], named=False, seen=[]),
                fields=re.compile(self._pattern(entry["match"], named=True, seen=seen)),
                sets=entry.get("set", {}),
                parts={f"{part}__{n}": (part, kind) for n, (part, kind) in enumerate(seen, 1)},
                each=entry.get("each"),
            )
        except (KeyError, re.error) as problem:
            raise ValueError(f"rule {name!r}: {problem}") from problem

    def contexts(self, table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
        """What may stand around a mention; `$` in the data anchors a pattern to the mention behind it."""
        made = {}
        for name, text in table.items():
            body = self._pattern(text.removesuffix("$"), named=False, seen=[])
            made[name] = re.compile(f"(?:{body})$" if text.endswith("$") else body)
        did, will, aim = (self._pattern(table[name], named=False, seen=[]) for name in ("did", "will", "aim"))
        made["verbs"] = re.compile(f"(?P<aim>{aim})|(?P<did>{did})|(?P<will>{will})")
        return made

    def _pattern(self, text: str, *, named: bool, seen: list[tuple[str, str]]) -> str:
        return "".join(self._item(match, named, seen) for match in _ITEM.finditer(text))

    def _item(self, match: re.Match[str], named: bool, seen: list[tuple[str, str]]) -> str:
        look, part, name, count, closing = match.groups()
        if name is None:
            sign = match.group()
            return {"(": "(?:"}.get(sign, sign) if closing is None else sign
        inner = f"[{_set(self.vocabulary, (name,)) or '@'}]" if look in _LOOK_BACK else self._class(name, named, seen)
        if look:
            return {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}[look] + inner + ")"
        if part and named:
            seen.append((part, name))
            return (
                f"(?P<{part}__{len(seen)}>{inner})?"
                if count == "?"
                else f"(?P<{part}__{len(seen)}>{inner}{count or ''})"
            )
        return inner + (count or "")

    def _class(self, name: str, named: bool, seen: list[tuple[str, str]]) -> str:
        if name == "any":
            return "."
        if name.startswith("@"):
            return f"(?:{self._pattern(self.macros[name[1:]], named=named, seen=seen)})"
        singles = _set(self.vocabulary, (name,))
        phrases: Sequence[str] = sorted(
            (self._phrase(pieces) for pieces in self.vocabulary.words.phrases.get(name, ())), key=len, reverse=True
        )
        options = [*phrases, *([f"[{singles}]"] if singles else [])]
        if not options:
            return "(?!)"
        return options[0] if len(options) == 1 and singles else f"(?:{'|'.join(options)})"

    def _phrase(self, pieces: tuple[str, ...]) -> str:
        return "".join(f"[{_set(self.vocabulary, (chr(39) + piece + chr(39),))}]" for piece in pieces)
