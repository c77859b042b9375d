"""What follows a cue: in which frame, where does its content begin, and who hears it?"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from releasecli.extract.statements.actors import could_act, is_person, speaks
from releasecli.extract.statements.hearers import continuation, hearer_end, only_hearer
from releasecli.extract.statements.lexicon import Lexicon, Row, closed
from releasecli.extract.statements.nouns import phrase_end
from releasecli.extract.statements.places import (
    aside_end,
    clause_at,
    infinitive,
    places,
    quotation_at,
    skip_adverbs,
    that_clause,
)
from releasecli.extract.statements.words import Word


class Match(NamedTuple):
    """A frame that fits: its name, the first word of the content (-1: none), the index after the cue, the hearer."""

    frame: str
    content: int
    last: int
    addressee: tuple[int, int] | None = None


class Try(NamedTuple):
    """A row of the lexicon that is tried behind a cue: `after` its end, `kind` the form of its verb."""

    words: Sequence[Word]
    row: Row
    after: int
    kind: str
    lexicon: Lexicon


def match(one: Try) -> Match | None:
    """The first frame of the row that fits."""
    start = skip_adverbs(one.words, one.after, one.lexicon.asides)
    if start < len(one.words) and one.words[start].tag == "," and one.row.frames & {"np", "to"}:
        start = aside_end(one.words, start)
    if start >= len(one.words):
        return None
    heard = _object(one, start) if one.row.object else None
    return (
        (_phrase(one, start) if one.row.heads else None)
        or (heard if heard and heard.frame != "before" else None)
        or _preposition(one, start)
        or (_toward(one, start) if one.words[start].low in one.row.toward else None)
        or _content(one, start)
        or heard
        or _behind_adjunct(one, start)
    )


def _preposition(one: Try, start: int) -> Match | None:
    """As in "called for A", "spoke with B about A": the preposition belongs to the cue."""
    words, row = one.words, one.row
    if words[start].low in row.beside and words[start].low not in row.prep and start + 1 < len(words):
        start = phrase_end(words, start + 1, len(words))
    if "to" in row.frames and infinitive(words, start):
        return None
    if start + 1 >= len(words) or words[start].low not in row.prep or words[start + 1].tag in ",.:;TSM)":
        return None
    return Match("prep", start + 1, start + 1)


def _content(one: Try, start: int) -> Match | None:
    """The frames that fit: first contents that are a clause, an infinitive or a quotation, then noun phrases."""
    words, frames = one.words, one.row.frames
    if (found := _said(one, start)) is not None:
        return found
    following = words[start + 1].tag if start + 1 < len(words) else "."
    if "to" in frames and infinitive(words, start + (words[start].tag == "X")):
        return Match("to", start, one.after)
    if "wh" in frames and words[start].low in closed("wh") and following != ".":
        return Match("wh", start, one.after)
    if "zero" in frames and (place := clause_at(words, start, plain="np" in frames)) >= 0 and _may_open(one, place):
        return Match("zero", place, one.after)
    return _phrase(one, start)


def _may_open(one: Try, place: int) -> bool:
    return "pronominal" not in one.row.flags or one.words[place].tag == "N"


def _said(one: Try, start: int) -> Match | None:
    """A clause with "that", or a quotation, behind adjuncts of the cue."""
    if not one.row.frames & {"that", "quote"}:
        return None
    for place in places(one.words, start):
        if "that" in one.row.frames and that_clause(one.words, place):
            return Match("that", place + 1, one.after)
        if "quote" in one.row.frames and (content := quotation_at(one.words, place)) >= 0:
            return Match("quote", content, one.after)
    return None


def _phrase(one: Try, start: int) -> Match | None:
    """The frames whose content is a noun phrase."""
    frames, first = one.row.frames, one.words[start]
    if "ing" in frames and (first.tag == "I" or first.low in closed("gerunds")):
        return Match("ing", start, one.after)
    if frames & {"as", "label"} and _labelled(one, start):
        return Match("np", start, one.after)
    if "np" not in frames or not _opens_phrase(one, start):
        return None
    end = phrase_end(one.words, start, len(one.words))
    if end <= start or (end == start + 1 and first.low in closed("empty") | closed("time-units")):
        blamed = "np-object" in one.row.flags and start < end < len(one.words) and one.words[end].low in one.row.object
        those = start < end < len(one.words) and one.words[end].low == "who"
        return Match("np", start, one.after) if blamed or those else None
    return Match("np", start, one.after) if _fits(one, start, end) else None


def _behind_adjunct(one: Try, start: int) -> Match | None:
    """As in "announced on Monday the launch of A": a noun phrase with its article behind an adjunct."""
    if "np" not in one.row.frames or one.words[start].tag != "P":
        return None
    place = next(islice(places(one.words, start), 1, None), len(one.words))
    if place >= len(one.words) or one.words[place].low != "the":
        return None
    return _phrase(one, place)


def _opens_phrase(one: Try, start: int) -> bool:
    """Can a noun phrase that is a content begin with this word?"""
    words, first = one.words, one.words[start]
    following = words[start + 1].tag if start + 1 < len(words) else "."
    if first.low in closed("adverbs-of-nouns") and following in "nK":
        return True
    if first.tag not in "DKnQEYIO" or (first.tag == "I" and not one.row.topic and start != one.after):
        return False
    if first.tag == "E" and following not in "nKIEC,":
        return False
    before = words[max(one.after - 2, 0)].tag
    clear = first.tag in "DKYO" or before in "NT" or bool(one.row.heads)
    return clear or "narrow" not in one.row.flags or (one.kind not in "bs" and before != "C")


def _fits(one: Try, start: int, end: int) -> bool:
    """Is the noun phrase one that this row allows?"""
    words, row = one.words, one.row
    if row.heads and not any(words[k].low in row.heads for k in range(start, end)):
        return False
    head = next((k for k in range(start, end) if words[k].tag == "P"), end)
    topics = one.lexicon.lists["topics"]
    if "topical" in row.flags and not any(word.low in topics for word in words[start : head + 5]):
        return False
    if "guests" not in row.flags:
        return True
    return not is_person(words, (start, end))


def _labelled(one: Try, start: int) -> bool:
    """As in "described A as B", "called A a B", "called A “B”"."""
    words, end = one.words, phrase_end(one.words, start, len(one.words), attach=True)
    if end <= start or end >= len(words):
        return any(word.tag == "Y" for word in words[start + 1 : end])
    if "as" in one.row.frames:
        return words[end].low == "as"
    if "pair" in one.row.flags:
        return words[end].tag == "T"
    if words[end].tag in "YD" or (words[start].tag in "NO" and words[end].tag in "nKR"):
        return True
    return any(word.tag == "Y" for word in words[start + 1 : end + 4])


def _toward(one: Try, start: int) -> Match | None:
    """As in "said to B that A"."""
    named = start + 1 < len(one.words) and one.words[start + 1].tag in "DKO"
    end = phrase_end(one.words, start + 1, len(one.words)) if named else start
    if end <= start + 1 or end >= len(one.words):
        return None
    found = _preposition(one, end) or _content(one, end)
    return found._replace(addressee=(start + 1, end)) if found else None


def _object(one: Try, start: int) -> Match | None:
    """The verb's object hears it: "urged B to A"."""
    words, row = one.words, one.row
    if words[start].tag not in "DKnOQNE" or "np-object" in row.flags or words[start].low == "that":
        return None
    hearer = (start, hearer_end(words, row, start, one.lexicon.asides))
    free = "narrow" in row.flags and row.stance != "call-for"
    hears = row.stance in ("inform", "warn") or "actor" not in row.flags or free
    behind = continuation(words, row, hearer[1]) if start < hearer[1] < len(words) else None
    asked = behind is not None and behind[0] == "to" and could_act(words, hearer, one.lexicon.lists["topics"])
    if hearer[1] > start and not hears and not asked and not speaks(words, hearer):
        return None
    if behind is None:
        return Match("before", -1, one.after, hearer) if only_hearer(words, hearer) else None
    if row.heads and not any(word.low in row.heads for word in words[behind[1] : behind[1] + 6]):
        return None
    return Match(behind[0], behind[1], one.after, hearer)
