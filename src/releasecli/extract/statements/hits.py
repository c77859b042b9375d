"""Is there a cue at this word, and what does it open?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.extract.statements.frames import Match, Try, match
from releasecli.extract.statements.lexicon import Form, Lexicon, Phrase, Row, closed
from releasecli.extract.statements.nouns import finite
from releasecli.extract.statements.places import infinitive
from releasecli.extract.statements.verb_subjects import subject_before
from releasecli.extract.statements.verbs import Group, verb_group
from releasecli.extract.statements.words import Word

_QUALIFIER = frozenset("DRnEQgXKCI")
_SPEECH = frozenset(("that", "zero", "quote"))
_TOLD = frozenset(("assert", "reaffirm", "discuss", "express"))
_QUALIFIERS = 5
_CLAUSE = 3  # words that a clause has at the least


class Hit(NamedTuple):
    """A cue: its verb, first word and end, its row and frame, where its content begins (-1: not behind it)."""

    at: int
    first: int
    last: int
    row: Row
    group: Group
    frame: str
    content: int
    addressee: tuple[int, int] | None = None


class Unit(NamedTuple):
    """A run of sentences that no quotation crosses the edge of.

    `cued` are the indexes of words that can be cues; `leads`: a colon ends it and a quotation follows; `memo` keeps
    the hits found so far.
    """

    start: int
    end: int
    words: Sequence[Word]
    cued: Sequence[int]
    lexicon: Lexicon
    leads: bool
    memo: dict[int, Hit | None]


def hit_at(unit: Unit, at: int) -> Hit | None:
    """The cue whose verb is the word at `at`, or None."""
    if at >= len(unit.words) or unit.words[at].low not in unit.lexicon.vocabulary:
        return None
    if at not in unit.memo:
        unit.memo[at] = next(_hits(unit, at), None)
    return unit.memo[at]


def _hits(unit: Unit, at: int) -> Iterator[Hit]:
    words, lexicon = unit.words, unit.lexicon
    word = words[at]
    phrases = lexicon.phrases.get(word.low, ())
    near = {later.low for later in words[at + 1 : at + _QUALIFIERS + 3]} if phrases else set()
    for phrase, kind in phrases:
        if near.isdisjoint(phrase.steps[0][1]):
            continue
        if (end := _phrase_end(words, at + 1, phrase)) and (group := verb_group(words, at, None, kind, lexicon)):
            yield from _of_phrase(unit, at, end, phrase, group)
    yield from _noun_passive(unit, at)
    if word.tag == "K" and at and words[at - 1].tag not in ":Y-":
        return
    for form in lexicon.forms.get(word.low, ()):
        after = at + 1
        if form.particle:
            if after >= len(words) or words[after].low != form.particle:
                continue
            after += 1
        if (group := verb_group(words, at, form, form.kind, lexicon)) is not None:
            yield from _of_form(unit, at, after, form, group)


def _phrase_end(words: Sequence[Word], at: int, phrase: Phrase) -> int:
    """The index after the phrase whose verb stands before `at`; 0 where it is not there."""
    i = at
    for loose, step in phrase.steps:
        limit = min(len(words), i + (_QUALIFIERS + 2 if loose or i == at else 1))
        allowed = _QUALIFIER if loose else "R"
        while i < limit and words[i].low not in step:
            if words[i].tag not in allowed:
                return 0
            i += 1
        if i >= limit:
            return 0
        i += 1
    return i


def _of_phrase(unit: Unit, at: int, end: int, phrase: Phrase, group: Group) -> Iterator[Hit]:
    words, row = unit.words, phrase.row
    if group.kind == "passive" and "passive" in row.flags and words[end - 1].low == "that" and end < len(words):
        yield Hit(at, group.first, end, row, group, "that", end)
    if group.kind == "passive" or ("mind" in row.flags and words[at].low == "be"):
        return
    if "lead" in row.flags:
        if unit.leads and _last_cue(unit, end):
            yield Hit(at, group.first, end, row, group, "colon", -1)
    elif row.frames:
        if found := match(Try(words, row, end, "d", unit.lexicon)):
            yield _hit(at, group, row, found)
    elif end < len(words) and words[end].tag not in ".,;:" and not (words[end].tag == "O" and end + 2 >= len(words)):
        verb = row.stance in ("commit", "agree") and infinitive(words, end - 1) and words[end].tag in "nRV"
        frame = "that" if words[end - 1].low == "that" else "to" if verb else "np"
        start = end - 1 if verb else end
        yield Hit(at, group.first, start, row, group, frame, start)


def _of_form(unit: Unit, at: int, after: int, form: Form, group: Group) -> Iterator[Hit]:
    words = unit.words
    if group.kind == "passive":
        yield from _passive(unit, at, after, form, group)
        return
    speech = next((row for row in form.rows if row.frames & _SPEECH), None)
    if speech and unit.leads and group.kind == "finite" and "quote" in speech.frames and _last_cue(unit, after):
        yield Hit(at, group.first, after, speech, group, "colon", -1)
    if speech and group.kind == "finite" and not unit.leads and after == len(words) - 1 and words[after].tag == ":":
        yield Hit(at, group.first, after, speech, group, "colon", -1)
    ends = _nothing_behind(words, after) or _attributes(words, group.first)
    before = speech if group.kind == "finite" and form.kind in "bsd" and ends else None
    turned = _behind_quotation(words, group.first) or (before and _closes(words, group.first, after, form.lemma))
    if before and turned and words[min(after, len(words) - 1)].tag in "KDNnQ":
        yield Hit(at, group.first, after, before, group, "before", -1)
    tries = ((row, match(Try(words, row, after, form.kind, unit.lexicon))) for row in form.rows if _allowed(row, group))
    matched = [_hit(at, group, row, found) for row, found in tries if found]
    yield from sorted(matched, key=lambda hit: hit.frame == "before")
    if before:
        yield Hit(at, group.first, after, before, group, "before", -1)


def _behind_quotation(words: Sequence[Word], first: int) -> bool:
    if first and words[first - 1].tag == ",":
        first -= 1
    return first > 0 and words[first - 1].tag == "Y"


def _closes(words: Sequence[Word], first: int, after: int, lemma: str) -> bool:
    """As in "The road is closed, said Minister Lind.": behind a clause and a comma, a name and no other verb."""
    if lemma not in closed("inverts") or first < _CLAUSE or words[first - 1].tag != ",":
        return False
    said = any(finite(words, k) for k in range(first - 1))
    return said and after < len(words) and not any(word.tag in "AMVETSN" for word in words[after:])


def _attributes(words: Sequence[Word], first: int) -> bool:
    """As in “A,” she said and left: a quotation stands right before the subject."""
    subject = subject_before(words, first, 0) if first > 1 else None
    return subject is not None and subject[0] > 0 and words[subject[0] - 1].tag == "Y"


def _allowed(row: Row, group: Group) -> bool:
    """A participle tells no state of mind, and no topic that needs a noun to be one; "said when" must be negated."""
    if "negative" in row.flags and not group.negated:
        return False
    return not row.flags & {"mind", "topical"} or group.kind != "ing"


def _last_cue(unit: Unit, after: int) -> bool:
    """Does no other verb stand between here and the colon?"""
    return not any(word.tag in "VAM;" for word in unit.words[after:])


def _nothing_behind(words: Sequence[Word], after: int) -> bool:
    return after >= len(words) or words[after].tag not in "TSWAMVIEC"


def _hit(at: int, group: Group, row: Row, found: Match) -> Hit:
    return Hit(at, group.first, found.last, row, group, found.frame, found.content, found.addressee)


def _noun_passive(unit: Unit, at: int) -> Iterator[Hit]:
    """As in "Attention was drawn to A"."""
    words = unit.words
    for nouns, row in unit.lexicon.passives.get(words[at].low, ()):
        group = verb_group(words, at, None, "n", unit.lexicon)
        if group is None or group.kind != "passive" or at + 2 >= len(words) or words[at + 1].low not in row.prep:
            continue
        if (before := group.first - 1) >= 0 and words[before].low in nouns:
            first = before - 1 if before and words[before - 1].tag in "nEK" else before
            yield Hit(at, first, at + 2, row, group, "after", at + 2)


def _passive(unit: Unit, at: int, after: int, form: Form, group: Group) -> Iterator[Hit]:
    """As in "It was noted that A", "A was discussed", "A was praised by B"."""
    following = unit.words[after].low if after < len(unit.words) else ""
    for row in form.rows:
        if row.heads:
            continue
        if following == "that" and "that" in row.frames | row.object:
            yield Hit(at, group.first, after, row, group, "that", after + 1)
        elif following == "to" and "to" in row.frames and unit.words[group.first - 1].low == "it":
            yield Hit(at, group.first, after, row, group, "that", after)
        elif "np" in row.frames and row.stance in _TOLD:
            yield Hit(at, group.first, after, row, group, "subject", -1)
        elif following in row.prep and row.topic:
            yield Hit(at, group.first, after + 1, row, group, "subject", -1)
