"""What does one side say?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from typing import Any, NamedTuple

from releasecli.queries.compare.words import contact, says_something
from releasecli.queries.manner import unended

Fact = Mapping[str, Any]


class Sentence(NamedTuple):
    """A sentence of an account with the facts that stand in it; `opening`: who spoke with whom, or its lead."""

    start: int
    end: int
    paragraph: int
    text: str
    times: tuple[Fact, ...] = ()
    figures: tuple[Fact, ...] = ()
    statements: tuple[Fact, ...] = ()
    opening: bool = False

    @property
    def topics(self) -> bool:
        """Whether the sentence names what was talked about, and perhaps several things."""
        return any(said["kind"] == "topic" for said in self.statements)


class Account(NamedTuple):
    """One release as a comparison sees it: `label` is its side or issuer, `setting` names those who act and report."""

    release: str
    label: str
    text: str
    sentences: tuple[Sentence, ...]
    setting: tuple[str, ...] = ()


def account(
    release: str,
    label: str,
    text: str,
    spans: Sequence[Sequence[int]],
    facts: Mapping[str, Sequence[Fact]],
    *,
    issuer: str | None = None,
) -> Account:
    """An account of a text: its sentences (start, end, paragraph) without the title, its facts as in the contract.

    Lines of the issuer or the spokesperson above the first sentence are left out.
    """
    below = [span for span in spans if span[2] > 1] or list(spans)
    body = list(dropwhile(lambda span: unended(text[span[0] : span[1]]), below)) or below
    made = [_sentence(text, span, facts) for span in body if says_something(text[span[0] : span[1]])]
    people = [name for name in facts["names"] if name["kind"] == "person"]
    opening = next((n for n, sentence in enumerate(made[:3]) if _meets(sentence, people)), 0)
    if made:
        made[opening] = made[opening]._replace(opening=True)
    return Account(release, label, text, tuple(made), (issuer or "", *_actors(people)))


def _actors(people: Sequence[Fact]) -> Iterator[str]:
    """The people who are named more than once: one of whom a single sentence tells is its topic."""
    named = Counter(name["entity"] for name in people)
    return (str(name["text"]) for name in people if named[name["entity"]] > 1)


def _meets(sentence: Sentence, people: Sequence[Fact]) -> bool:
    """Whether somebody who is named meets somebody or speaks with somebody."""
    return contact(sentence.text) and any(sentence.start <= name["start"] < sentence.end for name in people)


def _sentence(text: str, span: Sequence[int], facts: Mapping[str, Sequence[Fact]]) -> Sentence:
    start, end, paragraph = span
    inside = {
        kind: tuple(fact for fact in facts[kind] if start <= fact["start"] < end) for kind in ("times", "figures")
    }
    said = tuple(fact for fact in facts["statements"] if start <= fact["cue"]["start"] < end)
    times = tuple(time for time in inside["times"] if time["role"] == "event")
    return Sentence(start, end, paragraph, text[start:end], times, inside["figures"], said)
