"""Where can a content begin behind a cue: after the words that say when, where or before whom it was said?"""

from collections.abc import Iterator, Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.moments import moment_end
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.words import Word

_CLAUSE = frozenset("NDKnQYEIO")
_NEAR, _FAR = 12, 30  # words within which a clause has its verb, where a noun phrase would do as well and elsewhere
_VERB = 6  # letters up to which an ending of nouns may be that of a verb
_SHORT = 12  # characters of a quotation of one word


def skip_adverbs(words: Sequence[Word], i: int, asides: frozenset[tuple[str, ...]]) -> int:
    """The index after adverbs and fixed phrases like "in detail"."""
    while i < len(words) and words[i].tag in "RPD":
        if (moment := moment_end(words, i)) > i + 1:
            i = moment
            continue
        aside = next((n for n in (5, 4, 3, 2) if tuple(w.low for w in words[i : i + n]) in asides), 0)
        following = words[i + 1].tag if i + 1 < len(words) else "."
        own = following == "g" or (following in "nK" and words[i].low in closed("adverbs-of-nouns"))
        if not aside and (words[i].tag != "R" or own):
            break
        i += aside or 1
    return i


def places(words: Sequence[Word], start: int) -> Iterator[int]:
    """`start`, and the indexes after each adjunct behind it."""
    i = start
    yield i
    for _ in range(5):
        following = _adjunct_end(words, i) if i < len(words) else i
        if following <= i:
            return
        i = following
        yield i


def _adjunct_end(words: Sequence[Word], i: int) -> int:
    word, following = words[i], words[i + 1] if i + 1 < len(words) else None
    if (moment := moment_end(words, i)) > i:
        return moment
    if word.tag == "R":
        return i + 1
    if word.tag in "PT":
        nominal = following is not None and (word.tag == "P" or following.tag in "DKO")
        return max(i, phrase_end(words, i + 1, len(words))) if nominal else i
    if word.low in closed("time-words") or word.low in closed("near"):
        return min(i + 2, len(words))
    if word.tag == "n" and i and words[i - 1].tag == "R":
        return i + 1
    return aside_end(words, i) if word.tag in ",(-" else i


def aside_end(words: Sequence[Word], i: int) -> int:
    """The index after an aside between two marks, without a verb."""
    closing = ")" if words[i].tag == "(" else words[i].tag
    for j in range(i + 1, min(len(words), i + 16)):
        if finite(words, j):
            return i
        if words[j].tag == closing:
            return j + 1
    return i


def infinitive(words: Sequence[Word], place: int) -> bool:
    """Does "to" and a verb stand here, no noun ("committed to regional peace", "agreed to cooperation")?"""
    if place + 1 >= len(words) or words[place].tag != "T" or words[place + 1].tag not in "nRXAVIY":
        return False
    low = words[place + 1].low
    plural = low.endswith("s") and not low.endswith(("ss", "us"))
    nominal = plural or (low.endswith(tuple(closed("noun-endings"))) and len(low) > _VERB)
    bare = low in closed("bare-nouns") and (place + 2 >= len(words) or words[place + 2].tag != "D")
    return words[place + 1].tag != "n" or not (nominal or bare)


def that_clause(words: Sequence[Word], place: int) -> bool:
    """Does "that" and a clause stand here?"""
    if place + 1 >= len(words) or words[place].low != "that":
        return False
    return words[place + 1].tag not in ",." or (words[place + 1].tag == "," and place + 3 < len(words))


def quotation_at(words: Sequence[Word], place: int) -> int:
    """The index of a quotation that stands here, behind a comma or colon, or -1."""
    for k in range(place, min(len(words) - 1, place + 7)):
        if words[k].tag == ":" and words[k + 1].tag == "Y":
            return k + 1
        if words[k].tag not in "DPnEKR,:":
            break
    if place >= len(words):
        return -1
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if word.tag in ",:":
        return place + 1 if following and (following.tag == "Y" or word.tag == ":") else -1
    return place if word.tag == "Y" and word.end - word.start > _SHORT else -1


def clause_at(words: Sequence[Word], start: int, *, plain: bool) -> int:
    """Where a clause without "that" begins, or -1. `plain`: a noun phrase would do, so the verb must be near."""
    for place in places(words, start):
        if place >= len(words) or moment_end(words, place) > place or not _opens_clause(words, place, plain=plain):
            continue
        limit = _comma(words, place, _NEAR) if plain else min(len(words), place + _FAR)
        if any(_verb(words, k) for k in range(place + 1, limit)):
            return place
        if not plain and _has_verb(words, place):
            return place
    return -1


def _opens_clause(words: Sequence[Word], place: int, *, plain: bool) -> bool:
    """Can a clause begin here: with its subject, "about half of A", "if A, B"?"""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if word.tag in "PR" and word.low in closed("approximators"):
        return following is not None and (following.tag == "Q" or following.low in closed("portions"))
    return word.tag in _CLAUSE or (not plain and word.low in closed("conditions"))


def _comma(words: Sequence[Word], place: int, far: int) -> int:
    """The index of the next comma, at most `far` words ahead."""
    limit = min(len(words), place + far)
    return next((k for k in range(place, limit) if words[k].tag == ","), limit)


def _verb(words: Sequence[Word], k: int) -> bool:
    """A finite verb, no participle at the end of a noun phrase ("the progress made")."""
    last = k + 1 >= len(words) or words[k + 1].tag in ".,;C"
    return finite(words, k) and words[k - 1].tag not in "WTC" and not (last and words[k].tag == "V")


def _has_verb(words: Sequence[Word], place: int) -> bool:
    """As in "she plans to join", "voter fraud grows", "fraud “would be bad”": a verb that no list knows."""
    end = next((k for k in range(place, len(words)) if words[k].tag in ",.;:-"), len(words))
    if words[place].tag == "N":
        return end > place + 1
    if any(word.tag == "Y" for word in words[place + 1 : end]):
        return True
    return end - place > 3 and phrase_end(words, place, len(words)) > place and words[end - 1].tag != "Y"
