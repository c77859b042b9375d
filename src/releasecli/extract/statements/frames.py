"""What follows a cue: where does its content begin, and who hears it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from releasecli.extract.statements.actors import is_person, speaks
from releasecli.extract.statements.lexicon import Lexicon, Row
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.words import Word

_CLAUSE = frozenset("NDKnQYEIO")
_WH = frozenset(("who", "which", "whom", "whose", "what", "why", "how", "whether", "if", "where", "when"))
_EMPTY = frozenset(("this", "that", "it", "so", "these", "those", "them", "him", "her", "us", "me", "you"))


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits: its name, the index of the first word of the content (-1: none here), the index after the cue,
    and the words of the one who hears it.
    """

    frame: str
    content: int
    last: int
    addressee: tuple[int, int] | None = None


def match(words: Sequence[Word], row: Row, at: int, kind: str, lexicon: Lexicon) -> Match | None:
    """The first frame of the row that fits behind the cue whose last word is before `at`; `kind` is the form's."""
    stop = len(words)
    start = _skip_adverbs(words, at, stop, lexicon.asides)
    if start >= stop:
        return None
    if row.heads and (found := _phrase(words, row, start, at, stop, kind, lexicon)):
        return found
    if row.object and (found := _object(words, row, start, at, stop)):
        return found
    if words[start].low in row.prep and start + 1 < stop and words[start + 1].tag not in ",.:;TSM)":
        return Match("prep", start + 1, start + 1)
    if row.beside and (found := _beside(words, row, start, stop)):
        return found
    if words[start].low in row.toward and (found := _toward(words, row, start, at, stop)):
        return found
    return _content(words, row, start, at, stop, kind, lexicon)


def _skip_adverbs(words: Sequence[Word], i: int, stop: int, asides: frozenset[tuple[str, ...]] = frozenset()) -> int:
    while i < stop and (words[i].tag in "RP" or words[i].tag == "D"):
        aside = next((n for n in (5, 4, 3, 2) if tuple(w.low for w in words[i : i + n]) in asides), 0)
        if not aside and (words[i].tag != "R" or (i + 1 < stop and words[i + 1].tag == "g")):
            break
        i += aside or 1
    return i


def _content(
    words: Sequence[Word], row: Row, start: int, at: int, stop: int, kind: str, lexicon: Lexicon
) -> Match | None:
    frames = row.frames
    if "that" in frames or "quote" in frames:
        for place in _places(words, start, stop):
            if "that" in frames and _that(words, place, stop):
                return Match("that", place + 1, at)
            if "quote" in frames and (content := _quotation(words, place, stop)) >= 0:
                return Match("quote", content, at)
    if "to" in frames and words[start].tag == "T" and start + 1 < stop and words[start + 1].tag in "nRXAVI":
        return Match("to", start, at)
    if "wh" in frames and words[start].low in _WH and start + 1 < stop and words[start + 1].tag not in ",.":
        return Match("wh", start, at)
    if "zero" in frames and (place := _clause(words, start, stop, plain="np" in frames)) >= 0:
        return Match("zero", place, at)
    return _phrase(words, row, start, at, stop, kind, lexicon)


def _phrase(
    words: Sequence[Word], row: Row, start: int, at: int, stop: int, kind: str, lexicon: Lexicon
) -> Match | None:
    """Contents that are no clause."""
    frames, first = row.frames, words[start]
    if "ing" in frames and first.tag == "I":
        return Match("ing", start, at)
    if ("as" in frames or "label" in frames) and _labelled(words, row, start, stop):
        return Match("np", start, at)
    if (
        "np" not in frames
        or first.tag not in "DKnQEYIO"
        or (first.tag == "I" and "topic" not in row.flags and start != at)
    ):
        return None
    if first.tag == "E" and (start + 1 >= stop or words[start + 1].tag not in "nKIEC,"):
        return None
    if "narrow" in row.flags and kind in "bs" and first.tag not in "DKYO" and words[max(at - 2, 0)].tag not in "NT":
        return None
    end = phrase_end(words, start, stop)
    if end <= start or (end == start + 1 and first.low in _EMPTY):
        return None
    return Match("np", start, at) if _fits(words, row, start, end, stop, lexicon) else None


def _fits(words: Sequence[Word], row: Row, start: int, end: int, stop: int, lexicon: Lexicon) -> bool:
    """Is the noun phrase one that this row allows?"""
    head = next((k for k in range(start, end) if words[k].tag == "P"), end) - 1
    if row.heads and not any(words[k].low in row.heads for k in range(start, end)):
        return False
    if "topical" in row.flags and not any(
        words[k].low in lexicon.lists["topics"] for k in range(start, min(head + 6, stop))
    ):
        return False
    guest = "guests" in row.flags and is_person(words, (start, end))
    return not guest and not (
        "guests" in row.flags and end < stop and words[end].low in ("to", "at") and words[end].tag in "TP"
    )


def _places(words: Sequence[Word], start: int, stop: int) -> Iterator[int]:
    """Where the content can begin behind words that say when, where or before whom it was said."""
    i = start
    yield i
    for _ in range(5):
        if i >= stop:
            return
        following = _adjunct_end(words, i, stop)
        if following <= i:
            return
        i = following
        yield i


def _adjunct_end(words: Sequence[Word], i: int, stop: int) -> int:
    word = words[i]
    if word.tag == "R":
        return i + 1
    if word.tag == "P":
        return max(i, phrase_end(words, i + 1, stop)) if i + 1 < stop else i
    if word.tag == "T":
        return phrase_end(words, i + 1, stop) if i + 1 < stop and words[i + 1].tag in "DKO" else i
    if word.low in ("last", "this", "early", "late", "next") or (word.tag == "n" and words[i - 1].tag == "R"):
        return min(i + 2, stop) if word.tag != "n" or word.low in ("last", "early", "late", "next") else i + 1
    if word.tag in ",(-":
        closing = ")" if word.tag == "(" else word.tag
        for j in range(i + 1, min(stop, i + 16)):
            if words[j].tag == closing and not any(finite(words, k) for k in range(i + 1, j)):
                return j + 1
    return i


def _that(words: Sequence[Word], place: int, stop: int) -> bool:
    return (place + 1 < stop and words[place].low == "that" and words[place + 1].tag not in ",.") or (
        place + 3 < stop and words[place].low == "that" and words[place + 1].tag == ","
    )


def _quotation(words: Sequence[Word], place: int, stop: int) -> int:
    """The index of a quotation that stands here, behind a comma or colon, or -1."""
    for k in range(place, min(stop - 1, place + 7)):
        if words[k].tag == ":" and words[k + 1].tag == "Y":
            return k + 1
        if words[k].tag not in "DPnEKR,:":
            break
    if place < stop and words[place].tag in ",:" and place + 1 < stop:
        return place + 1 if words[place + 1].tag == "Y" or words[place].tag == ":" else -1
    return place if place < stop and words[place].tag == "Y" and words[place].end - words[place].start > 12 else -1


def _clause(words: Sequence[Word], start: int, stop: int, *, plain: bool) -> int:
    """Where a clause without "that" begins, or -1. `plain`: a noun phrase would do as well, so the verb must be near."""
    for place in _places(words, start, stop):
        if place >= stop or words[place].tag not in _CLAUSE:
            continue
        limit = min(stop, place + (12 if plain else 30))
        if any(finite(words, k) and words[k - 1].tag not in "WT" for k in range(place + 1, limit)):
            return place
        if not plain and _more_than_a_noun(words, place, stop):
            return place
    return -1


def _more_than_a_noun(words: Sequence[Word], place: int, stop: int) -> bool:
    """ "she plans to join", "voter fraud grows", "fraud “would be bad”": the clause has a verb that no list knows."""
    end = next((k for k in range(place, stop) if words[k].tag in ",.;:-"), stop)
    if words[place].tag == "N":
        return end > place + 1
    return (
        (end - place > 3
        and phrase_end(words, place, stop) > place
        and words[end - 1].tag != "Y")
        or any(w.tag == "Y" for w in words[place + 1 : end])
    )


def _labelled(words: Sequence[Word], row: Row, start: int, stop: int) -> bool:
    """ "described A as B", "called A a B", "called A “B”"."""
    end = phrase_end(words, start, stop, attach=True)
    if end <= start or end >= stop:
        return end == stop and any(words[k].tag == "Y" for k in range(start + 1, end))
    if "as" in row.frames:
        return words[end].low == "as"
    if "pair" in row.flags:
        return words[end].tag == "T"
    return (
        words[end].tag in "YD"
        or (words[start].tag in "NO" and words[end].tag in "nKR")
        or any(words[k].tag == "Y" for k in range(start + 1, min(end + 4, stop)))
    )


def _beside(words: Sequence[Word], row: Row, start: int, stop: int) -> Match | None:
    """ "spoke with B about A": B only takes part."""
    if words[start].low not in row.beside or start + 1 >= stop:
        return None
    end = phrase_end(words, start + 1, stop, attach=False)
    if end + 1 < stop and words[end].low in row.prep and words[end + 1].tag not in ",.":
        return Match("prep", end + 1, end + 1)
    return None


def _toward(words: Sequence[Word], row: Row, start: int, at: int, stop: int) -> Match | None:
    """ "said to B that A"."""
    end = phrase_end(words, start + 1, stop) if start + 1 < stop else start
    if end <= start + 1 or end >= stop:
        return None
    found = _content(words, row, end, at, stop, "d", _NO_LEXICON)
    return Match(found.frame, found.content, at, (start + 1, end)) if found else None


_NO_LEXICON = Lexicon({}, {}, {}, {"topics": frozenset()}, {}, {}, frozenset())


def _object(words: Sequence[Word], row: Row, start: int, at: int, stop: int) -> Match | None:
    """The verb's object hears it: "urged B to A"."""
    if words[start].tag not in "DKnOQNE" or "np-object" in row.flags or words[start].low == "that":
        return None
    hearer = _hearer_end(words, row, start, stop)
    if (
        row.stance not in ("inform", "warn")
        and "actor" in row.flags
        and hearer > start
        and not speaks(words, (start, hearer))
    ):
        return None
    if hearer <= start or hearer >= stop:
        return _hearer_only(words, start, hearer, at, stop)
    content = _continuation(words, row, hearer, stop)
    if content is None:
        return _hearer_only(words, start, hearer, at, stop)
    if row.heads and not any(word.low in row.heads for word in words[content[1] : content[1] + 6]):
        return None
    return Match(content[0], content[1], at, (start, hearer))


def _hearer_only(words: Sequence[Word], start: int, hearer: int, at: int, stop: int) -> Match | None:
    """ "..., he told reporters.": the content stands before."""
    ends = hearer > start and (
        hearer >= stop
        or words[hearer].tag in ",.;R"
        or (words[hearer].tag == "P" and words[hearer].low in ("in", "on", "at", "during", "after"))
    )
    return Match("before", -1, at, (start, hearer)) if ends else None


def _hearer_end(words: Sequence[Word], row: Row, start: int, stop: int) -> int:
    end = phrase_end(words, start, stop)
    if start < end < stop and words[end].tag in "EI" and words[end].low not in row.object:
        end += 1
    while end < stop and words[end].tag == "P" and _attaches(words, row, end, stop):
        following = phrase_end(words, end + 1, stop)
        if following <= end + 1:
            break
        end = following
    return end


def _attaches(words: Sequence[Word], row: Row, i: int, stop: int) -> bool:
    """Does this preposition belong to the hearer ("Special Envoy for Yemen ..."), not open the content?"""
    if words[i].low in row.object:
        later = any(words[k].low == words[i].low for k in range(i + 1, min(stop, i + 16)))
        return later and i + 1 < stop and words[i + 1].tag == "K"
    return words[i].low in ("of", "for", "from", "in", "with", "on", "at", "by")


def _continuation(words: Sequence[Word], row: Row, hearer: int, stop: int) -> tuple[str, int] | None:
    """The frame behind the hearer and where the content begins."""
    for place in _places(words, hearer, stop):
        if place >= stop:
            return None
        word = words[place]
        if word.low == "that" and "that" in row.object:
            return "that", place + 1
        if word.tag == "T" and "to" in row.object and place + 1 < stop and words[place + 1].tag in "nRXVAI":
            return "to", place
        if word.tag == "X" and "to" in row.object and place + 1 < stop and words[place + 1].tag == "T":
            return "to", place
        if word.tag == "P" and word.low in row.object and place + 1 < stop:
            return "prep", place + 1
        if word.low in _WH and "wh" in row.object:
            return "wh", place
        if "quote" in row.object and (quoted := _quotation(words, place, stop)) >= 0:
            return "quote", quoted
    for k in range(hearer, min(stop - 1, hearer + 30)):
        if words[k].tag == "," and words[k + 1].tag == "P" and words[k + 1].low in row.object:
            return "prep", k + 2
        if finite(words, k) and words[k].tag != "E":
            break
    if "zero" in row.object and (place := _clause(words, hearer, stop, plain=False)) >= 0:
        return "zero", place
    return ("np", hearer) if "np" in row.object and words[hearer].tag in "DnKEQ" else None
