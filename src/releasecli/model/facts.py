"""What does a text say? Facts with their place: `text[start:end] == fact.text`, offsets in code points of the text."""

from dataclasses import dataclass
from typing import Literal

from releasecli.model.entity import Entity
from releasecli.model.span import Span
from releasecli.model.times import Time


@dataclass(frozen=True, slots=True)
class Name(Span):
    """One mention of a person, organisation or place.

    `name` is the fullest form the release gives for `entity`; `office` and `state` as stated for a person, `state` an
    ISO 3166 alpha-2 code where known. `why` is the rule that made or linked the mention.
    """

    kind: Literal["person", "organisation", "place", "other"]
    entity: str
    name: str
    office: str | None = None
    state: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The verb group that reports: its lemma, its stance, whether the cue itself is negated."""

    lemma: str
    stance: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Party(Span):
    """A noun phrase that speaks or is spoken to, and whom it stands for."""

    who: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """Who said what: span = the smallest run of sentences that holds cue and content.

    `why` is the chain of reasons from the speaker's words to `who`.
    """

    kind: Literal["direct", "indirect", "mixed", "topic"]
    speaker: Span | None
    who: tuple[Entity, ...]
    basis: Literal["name", "role", "pronoun", "set", "passive", "hand"]
    cue: Cue
    content: tuple[Span, ...]
    addressee: Party | None = None
    rule: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number of things, money, a share or a measure: `value` None for "dozens", `value_max` for "25 to 50"."""

    value: float | int | None
    value_max: float | int | None = None
    bound: Literal["=", ">", ">=", "<", "<=", "~"] = "="
    unit: str | None = None
    counted: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one text, each tuple in order of `start`."""

    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
