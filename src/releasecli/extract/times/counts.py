"""Does a mention count, by the words around it?"""

import re
from itertools import pairwise

from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Mention
from releasecli.extract.times.recognise import Reading

_URL = re.compile(r"(?:://|\bwww\.)\S*\Z")
_LONGEST_URL = 300
_RECORDING = re.compile(r"(?m)^\s*0?0:00\b")


def counts(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether the words around the n-th mention allow it."""
    mention = mentions[n]
    if _in_address(mention, reading.text):
        return False
    check = _CHECKS.get(mention.partial.kind)
    return check is None or check(mentions, n, reading, grammar)


def _in_address(mention: Mention, text: str) -> bool:
    """Whether words are part of a URL or a handle (`/news/diamonds-of-tomorrow`)."""
    before, at = text[mention.start - 1 : mention.start], text[mention.start]
    if before in ("/", "-") and _URL.search(text, max(0, mention.start - _LONGEST_URL), mention.start):
        return True
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
    if _is_year(before, reading.codes[mentions[n].first], after, grammar):
        return True
    if contexts["year_counts"].match(after):
        return False
    if contexts["year_described"].search(before) and contexts["noun"].match(after):
        return True
    return bool(contexts["year"].search(before) or contexts["year_behind"].match(after))


def _is_year(before: str, code: str, after: str, grammar: Grammar) -> bool:
    """Whether the words around a year tell that it is one, though it might count the noun behind it."""
    contexts = grammar.contexts
    strong = contexts["year_strong"].search(before) and contexts["noun"].match(after)
    exact = contexts["year_exact"].search(before) and not contexts["round_year"].match(code)
    acts = contexts["year_acts"].match(after) and (not before or contexts["year_begins"].search(before))
    return bool(strong or exact or acts or contexts["named"].search(before))


def _bare_month(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """A month that is also a name or a verb needs a preposition, or no capital around it."""
    before, after = _around(mentions[n], reading)
    contexts = grammar.contexts
    name = contexts["name_month"].search(reading.codes[mentions[n].first])
    if contexts["month_refused"].search(before) or contexts["compound"].match(after):
        return False
    if name and contexts["month_refused_behind"].match(after):  # the March of Dimes
        return False
    if contexts["month_licence"].search(before) or contexts["month_licence_behind"].match(after):
        return True
    if name:
        return False
    return not (contexts["capital"].search(before) and contexts["capital"].match(after))


def _weekday(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """A weekday between capitals is part of a name, but not where a line begins."""
    mention = mentions[n]
    if grammar.contexts["weekday_refused"].search(_around(mention, reading)[0]):
        return False
    if not mention.text[:1].isupper() or "\n" in reading.pieces[mention.first - 1 if mention.first else 0]:
        return True
    before, after = _around(mention, reading)
    if grammar.contexts["title"].search(before):
        return False
    return not (grammar.contexts["capital"].search(before) and grammar.contexts["capital"].match(after))


def _deictic(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether "today" is a day: the challenges of today are those of an age, USA Today is a paper."""
    before, after = _around(mentions[n], reading)
    contexts = grammar.contexts
    if contexts["no_deictic"].search(before) and not contexts["possessive"].match(after):
        return False
    return _weekday(mentions, n, reading, grammar)


def _relative(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether "this week" is a time: This Week with Ann Lee is a programme."""
    before, after = _around(mentions[n], reading)
    contexts, words = grammar.contexts, mentions[n].text.split()
    named = contexts["programme"].search(before) or contexts["programme_behind"].match(after)
    return not (named and all(word[0].isupper() for word in words))


def _vague(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether a vague word is a time: The Future, with a capital, is part of a name."""
    mention = mentions[n]
    capital = mention.text.split()[-1][0].isupper()
    return not (capital and grammar.contexts["named_ref"].match(reading.codes, mention.first, mention.last))


def _clock(mentions: list[Mention], n: int, reading: Reading, _grammar: Grammar) -> bool:
    """Whether a clock time is one: at the heads of lines that begin with 00:00 it is a place in a recording."""
    mention, text = mentions[n], reading.text
    head = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return bool(head.strip()) or not _RECORDING.search(text)


def _holiday(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether a holiday stands by itself: beside the date it falls on it is that date's name."""
    mention, contexts = mentions[n], grammar.contexts
    before, after = _around(mention, reading)
    if contexts["named_inside"].match(reading.codes, mention.first, mention.last):
        return True
    if grammar.table.get("holidays_capital") and mention.text.islower():
        return False
    if mention.partial.holiday in grammar.table["state_days"] and _of_others(before, after, grammar):
        return False
    gaps = [
        (other.partial.day, reading.codes[left.last : right.first])
        for left, right in pairwise(mentions[max(0, n - 1) : n + 2])
        for other in (right if left is mention else left,)
    ]
    if any(day and contexts["apposition"].fullmatch(gap) for day, gap in gaps):
        return False
    return not contexts["holiday_refused"].match(after)


def _of_others(before: str, after: str, grammar: Grammar) -> bool:
    """Bolivia's Independence Day, Independence Day of Bolivia: whose it is no word of the source's country tells."""
    contexts = grammar.contexts
    return bool(contexts["possessor"].search(before) or contexts["possessor_behind"].match(after))


def _set(mentions: list[Mention], n: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether "daily" is a time: with a capital inside a sentence it is the name of a paper."""
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
    "deictic": _deictic,
    "relative": _relative,
    "clock": _clock,
    "ref": _vague,
    "holiday": _holiday,
    "set": _set,
}
