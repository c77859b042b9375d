"""What do the words around a mention say: does it count, since or until when, in the past or to come, in whose name?"""

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Mention, Partial
from releasecli.extract.times.recognise import Reading

_BEFORE, _AFTER = 40, 30
_SHORT_LINE = 48
_DATELINE_HEAD = re.compile(
    r"[#*_\s]*(?:[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,60}|[A-Z][\w .,'’/-]{2,40}[,–—(-])[\s(–—-]*(?:\([\w ]+\)[\s–—-]*)?"
)
_DATELINE_TAIL = re.compile(r"\)?,?\s*(?:/|\(|--|[–—-](?!\w)|:)")
Role = Literal["event", "named", "publication"]


def in_context(mentions: list[Mention], reading: Reading, grammar: Grammar) -> list[Mention]:
    """The mentions that their surroundings allow, each with its bound, tense and role."""
    kept: list[Mention] = []
    for n, mention in enumerate(mentions):
        if not _allowed(mentions, n, reading, grammar):
            continue
        joined = n + 1 < len(mentions) and _joined(mention, mentions[n + 1], reading, grammar)
        ranged = joined or bool(kept and kept[-1].joined and kept[-1].last >= mention.first - 3)
        before, after = _sentence(mention, reading)
        role = _role(mention, before, after, reading, grammar)
        bounded = not ranged and role != "named" and mention.partial.kind != "same_period"
        kept.append(
            replace(
                mention,
                partial=_approximate(mention, before, grammar),
                bound=_bound(before, reading.codes[mention.first : mention.last], after, grammar) if bounded else None,
                tense=_tense(before, after, grammar),
                role=role,
                joined=joined,
            )
        )
    return kept


def _approximate(mention: Mention, before: str, grammar: Grammar) -> Partial:
    if mention.partial.mod is None and grammar.contexts["around"].search(before):
        return replace(mention.partial, mod="APPROX")
    return mention.partial


def _sentence(mention: Mention, reading: Reading) -> tuple[str, str]:
    """The codes before and behind a mention, within its sentence and at most some 40 pieces away."""
    n = bisect_left(reading.ends, mention.first)
    begin = max(0, mention.first - _BEFORE, reading.ends[n - 1] + 1 if n else 0)
    m = bisect_left(reading.ends, mention.last, n)
    end = min(mention.last + _AFTER, reading.ends[m] + 1 if m < len(reading.ends) else len(reading.codes))
    return reading.codes[begin : mention.first], reading.codes[mention.last : end]


def _bound(before: str, inside: str, after: str, grammar: Grammar) -> str | None:
    """Whether the words before, the endings inside or the words behind make an open interval of it."""
    contexts = grammar.contexts
    for name in ("since", "until"):
        if contexts[f"{name}_inside"].search(inside):
            return name
    for name in ("since", "until", "asof", "by", "after", "from"):
        if contexts[name].search(before):
            return None if name == "asof" else name
    for name in ("since", "until"):
        if contexts[f"{name}_behind"].match(after):
            return name
    return None


def _tense(before: str, after: str, grammar: Grammar) -> int:
    """-1 where the nearest verb before it, else behind it, tells of what happened; 1 of what is due."""
    contexts = grammar.contexts
    if contexts["possessive"].match(after) or contexts["did_next"].match(after):
        return -1
    if contexts["ahead"].search(before):
        return 1
    cues = list(contexts["verbs"].finditer(before))
    cue = cues[-1] if cues else contexts["verbs"].search(after)
    if cue is None:
        return 0
    if cue.lastgroup == "aim":
        return 1 if cues[-2:-1] and cues[-2].lastgroup == "will" else 0
    return -1 if cue.lastgroup == "did" else 1


def _role(mention: Mention, before: str, after: str, reading: Reading, grammar: Grammar) -> Role:
    contexts = grammar.contexts
    if contexts["named"].search(before) or (contexts["named_behind"].match(after) and _names(mention, before, grammar)):
        return "named"
    return "publication" if _published(mention, reading, grammar) else "event"


def _names(mention: Mention, before: str, grammar: Grammar) -> bool:
    return mention.partial.kind == "duration" or bool(grammar.contexts["the"].search(before))


def _published(mention: Mention, reading: Reading, grammar: Grammar) -> bool:
    """Whether the date stands in furniture: alone in its line, beside words of publishing, or in a dateline."""
    text, p = reading.text, mention.partial
    if p.kind not in ("date", "clock") or not (p.day or p.numeric):
        return False
    begin = text.rfind("\n", 0, mention.start) + 1
    stop = text.find("\n", mention.end)
    stop = len(text) if stop < 0 else stop
    head, tail = text[begin : mention.start], text[mention.end : stop]
    if len(head) + len(tail) <= _SHORT_LINE and not tail.rstrip(" *_").endswith((".", "։", ",")):
        if not any(sign.isalpha() for sign in head + tail):
            return True
        codes = reading.codes[bisect_left(reading.starts, begin) : bisect_left(reading.starts, stop)]
        if grammar.contexts["publication"].search(codes):
            return True
    return (
        len(head) <= 90 and bool(_DATELINE_TAIL.match(tail)) and bool(_DATELINE_HEAD.fullmatch(head)) and len(tail) > 3
    )


def _joined(mention: Mention, following: Mention, reading: Reading, grammar: Grammar) -> bool:
    """Whether only "and", "to" or a dash stands between two mentions."""
    gap = reading.codes[mention.last : following.first]
    if not gap:
        return mention.rule == following.rule or bool(mention.partial.day and following.partial.day)
    return len(gap) <= 3 and bool(grammar.contexts["link"].fullmatch(gap))


# ---- does it count?


def _allowed(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    mention = mentions[n]
    if _in_address(mention, reading.text):
        return False
    check = _CHECKS.get(mention.partial.kind)
    return check is None or check(mentions, n, reading, grammar)


def _in_address(mention: Mention, text: str) -> bool:
    """Whether words are part of a URL or a handle (`/news/diamonds-of-tomorrow`)."""
    before, at = text[mention.start - 1 : mention.start], text[mention.start]
    if before in ("/", "_", "=", "@", "#"):
        return at.isalpha()
    return before == "-" and at.islower() and mention.partial.kind in ("deictic", "ref", "set")


def _around(mention: Mention, reading: Reading) -> tuple[str, str]:
    return reading.codes[max(0, mention.first - 4) : mention.first], reading.codes[mention.last : mention.last + 4]


def _year(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """A bare year needs a word that licenses it, and no noun that it counts."""
    before, after = _around(mentions[n], reading)
    contexts = grammar.contexts
    if contexts["year_refused"].search(before):
        return False
    if contexts["year_strong"].search(before) and contexts["noun"].match(after):
        return True
    if contexts["year_counts"].match(after):
        return False
    return bool(contexts["year"].search(before) or contexts["year_behind"].match(after))


def _bare_month(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """A month that is also a name or a verb needs a preposition, or no capital around it."""
    before, after = _around(mentions[n], reading)
    contexts = grammar.contexts
    if contexts["month_refused"].search(before) or contexts["compound"].match(after):
        return False
    if contexts["month_licence"].search(before) or contexts["month_licence_behind"].match(after):
        return True
    if contexts["name_month"].search(reading.codes[mentions[n].first]):
        return False
    return not (contexts["capital"].search(before) and contexts["capital"].match(after))


def _weekday(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    if not mentions[n].text[:1].isupper():
        return True
    before, after = _around(mentions[n], reading)
    if grammar.contexts["title"].search(before):
        return False
    return not (grammar.contexts["capital"].search(before) and grammar.contexts["capital"].match(after))


def _holiday(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """A holiday beside the date it falls on is that date's name."""
    mention, contexts = mentions[n], grammar.contexts
    before, after = _around(mention, reading)
    if grammar.table.get("holidays_capital") and mention.text.islower():
        return False
    if mention.partial.holiday == "independence-day" and contexts["possessor"].search(before):
        return False
    gaps = [
        (other.partial.day, reading.codes[left.last : right.first])
        for left, right in pairwise(mentions[max(0, n - 1) : n + 2])
        for other in (right if left is mention else left,)
    ]
    if any(day and contexts["apposition"].fullmatch(gap) for day, gap in gaps):
        return False
    return not contexts["holiday_refused"].match(after)


def _set(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Daily with a capital inside a sentence is the name of a paper."""
    mention = mentions[n]
    if mention.partial.literal is None or not mention.text[:1].isupper():
        return True
    before, after = _around(mention, reading)
    return not (
        grammar.contexts["capital"].search(before)
        or grammar.contexts["the"].search(before)
        or grammar.contexts["capital"].match(after)
    )


def _year_words(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Nineteen ninety-six is a year; two thousand is one only where a year may stand."""
    codes = reading.codes[mentions[n].first : mentions[n].last]
    return not grammar.contexts["scale"].search(codes) or _year(mentions, n, reading, grammar)


_CHECKS = {
    "year_words": _year_words,
    "year": _year,
    "bare_month": _bare_month,
    "weekday": _weekday,
    "deictic": _weekday,
    "holiday": _holiday,
    "set": _set,
}
