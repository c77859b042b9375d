"""What do the words around a mention say: does it count, since or until when, in the past or to come, in whose name?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from releasecli.extract.times.counts import counts
from releasecli.extract.times.furniture import published, stamp
from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.recognise import Reading

_BEFORE, _AFTER, _CLAUSE = 40, 30, 8  # pieces
_COMPARED = frozenset({"ago", "shift", "relative", "span"})
_BOUND_TENSE = {"since": -1}  # whatever the verb
_DUE = {"until": 1, "by": 1}  # where no verb tells
_EXACT = frozenset({"deictic", "relative", "ref"})  # about today: of it, not near it
_UNLINKED = frozenset({"set", "duration", "span", "ref"})
Role = Literal["event", "named", "publication"]


def in_context(mentions: list[Mention], reading: Reading, grammar: Grammar) -> list[Mention]:
    """The mentions that their surroundings allow, each with its bound, tense and role."""
    mentions = [mention for n, mention in enumerate(mentions) if counts(mentions, n, reading, grammar)]
    kept: list[Mention] = []
    for n, mention in enumerate(mentions):
        joined = n + 1 < len(mentions) and _joined(mention, mentions[n + 1], reading, grammar)
        last = kept[-1] if kept and kept[-1].joined else None
        ranged = joined or last is not None
        before, after = _sentence(mention, reading, grammar)
        role = _role(mention, before, after, reading, grammar)
        bounded = not ranged and role != "named" and mention.partial.kind != "same_period"
        bound = _bound(mention, before, after, reading, grammar) if bounded else None
        kept.append(
            mention._replace(
                partial=_after(last, _approximate(mention, before, grammar)),
                bound=bound,
                tense=_BOUND_TENSE.get(bound or "")
                or _tense(mention, before, after, grammar)
                or _due(mention, bound, before, after, grammar),
                role=role,
                stamp=role == "event" and not ranged and stamp(mention, reading, grammar),
                joined=joined,
            )
        )
    return kept


def _after(last: Mention | None, partial: Partial) -> Partial:
    """A weekday that is the second of two (Thursday and Friday) as the next one after the first."""
    both = last and last.partial.kind == partial.kind == "weekday" and not (last.partial.day or partial.day)
    if not both or partial.offset is not None:
        return partial
    return partial._replace(anchor="text", offset=1)


def _due(mention: Mention, bound: str | None, before: str, after: str, grammar: Grammar) -> int:
    """The tense of "until Friday", "by Friday": to come where no verb tells; "by December" may have been."""
    if bound == "by" and (mention.partial.kind != "weekday" or _attributed(before, after, grammar)):
        return 0
    return _DUE.get(bound or "", 0)


def _attributed(before: str, after: str, grammar: Grammar) -> bool:
    """Whether it is the time of a thing and not of what is told: the November elections, the 2022 law."""
    return bool(grammar.contexts["the"].search(before) and grammar.contexts["noun"].match(after))


def _approximate(mention: Mention, before: str, grammar: Grammar) -> Partial:
    if mention.partial.mod is None and mention.partial.kind not in _EXACT and grammar.contexts["around"].search(before):
        return mention.partial._replace(mod="APPROX")
    return mention.partial


def _sentence(mention: Mention, reading: Reading, grammar: Grammar) -> tuple[str, str]:
    """The codes before and behind a mention, within its sentence and at most some 40 pieces away."""
    codes, first, last = reading.codes, mention.first, mention.last
    begin = max(0, first - _BEFORE)
    for n in _ends(reading, begin, first, grammar):
        begin = n + 1
    end = next(_ends(reading, last, last + _AFTER, grammar), last + _AFTER - 1) + 1
    return codes[begin:first], codes[last:end]


def _ends(reading: Reading, begin: int, end: int, grammar: Grammar) -> Iterator[int]:
    """The pieces that end a sentence: a dot behind one or two letters does not (U.S., Mr.)."""
    pieces = reading.pieces
    for sign in grammar.contexts["break"].finditer(reading.codes, begin, end):
        n = sign.start()
        word = pieces[n - 1] if n else ""
        if not pieces[n].startswith(".") or len(word) > 2 or word[:1].isdigit():
            yield n


def _bound(mention: Mention, before: str, after: str, reading: Reading, grammar: Grammar) -> str | None:
    """Whether the words before, the endings inside or the words behind make an open interval of it."""
    contexts, inside = grammar.contexts, reading.codes[mention.first : mention.last]
    for name in ("since", "until"):
        if contexts[f"{name}_inside"].search(inside):
            return name
    for name in ("since", "until", "asof", "by", "after", "from"):
        if contexts[name].search(before):
            return None if _closed(name, mention, before, after, grammar) else name
    for name in ("since", "until"):
        if contexts[f"{name}_behind"].match(after):
            return name
    return None


def _closed(name: str, mention: Mention, before: str, after: str, grammar: Grammar) -> bool:
    """Whether a word that may open an interval does not: as of, up from last year, by the 2022 law."""
    if name == "asof" or (name == "from" and _compared(mention, before, grammar)):
        return True
    if name == "by" and grammar.contexts["possessive"].match(after):
        return True
    whose = ("year", "bare_month") if name == "after" else ("year",)
    return name in ("by", "from", "after") and mention.partial.kind in whose and _attributed(before, after, grammar)


def _compared(mention: Mention, before: str, grammar: Grammar) -> bool:
    """Whether a figure is held against the time (up 5 percent from 2021, down from last year)."""
    if mention.partial.day:
        return False
    plain = mention.partial.kind in _COMPARED and grammar.contexts["plain_from"].search(before)
    return bool(plain or grammar.contexts["counted_from"].search(before))


def _tense(mention: Mention, before: str, after: str, grammar: Grammar) -> int:
    """-1 where the nearest verb before it, else behind it, tells of what happened; 1 of what is due."""
    contexts = grammar.contexts
    if mention.partial.kind == "bare_month" and _attributed(before, after, grammar):
        return 0  # the November elections: the verb may be of another time
    if contexts["possessive"].match(after) or contexts["did_next"].match(after):
        return -1
    if contexts["ahead"].search(before):
        return 1
    cues = list(contexts["verbs"].finditer(before))
    cue = cues[-1] if cues else contexts["verbs"].search(after)
    if cue is None:
        return 0
    if cue.lastgroup == "aim":
        return _aimed(cues, before, after, grammar)
    return -1 if cue.lastgroup == "did" else 1


def _aimed(cues: Sequence[re.Match[str]], before: str, after: str, grammar: Grammar) -> int:
    """To strike, to meet: due where a verb before says so, or where no other verb is, as in headlines."""
    if cues[:-1]:
        return 1 if cues[-2].lastgroup == "will" else 0
    far = not cues or len(before) - cues[-1].end() > _CLAUSE
    return 0 if far or grammar.contexts["verbs"].search(after) else 1


def _role(mention: Mention, before: str, after: str, reading: Reading, grammar: Grammar) -> Role:
    contexts = grammar.contexts
    inside = contexts["named_inside"].match(reading.codes, mention.first, mention.last)
    behind = _names(mention, before, after, grammar)
    if inside or behind or contexts["named"].search(before):
        return "named"
    return "publication" if published(mention, reading, grammar) else "event"


def _names(mention: Mention, before: str, after: str, grammar: Grammar) -> bool:
    """Whether it is part of the name of what stands behind it (the 44-day war, the 10 November statement)."""
    contexts = grammar.contexts
    if mention.partial.kind == "duration":
        return bool(contexts["named_period"].match(after))
    return bool(contexts["named_behind"].match(after) and contexts["the"].search(before))


def _joined(mention: Mention, following: Mention, reading: Reading, grammar: Grammar) -> bool:
    """Whether only "and", "to" or a dash stands between two mentions."""
    if not _UNLINKED.isdisjoint((mention.partial.kind, following.partial.kind)):
        return False
    gap = reading.codes[mention.last : following.first]
    if not gap:
        return mention.rule == following.rule or bool(mention.partial.day and following.partial.day)
    return len(gap) <= 3 and bool(grammar.contexts["link"].fullmatch(gap))
