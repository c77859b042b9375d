"""Where does a noun phrase begin that ends at a word?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.nouns import finite
from releasecli.extract.statements.words import Word

_NAME, _QUOTED = 25, 40  # characters of a name in quotation marks, and of a quotation that is a phrase by itself


def phrase_start(words: Sequence[Word], end: int, floor: int) -> int:
    """The first word of the noun phrase whose last word is `end`."""
    j = end
    while j >= floor and not _breaks(words, j, end, floor):
        j -= 1
    start = j + 1
    while start <= end and words[start].tag in "CRP," and words[start].low not in closed("before-numbers"):
        if words[start].tag == "P":
            return _after_adjunct(words, start, end)
        start += 1
    return _listed(words, start, end, floor)


def _breaks(words: Sequence[Word], j: int, end: int, floor: int) -> bool:  # noqa: PLR0911  one return a class of words
    """Is this word outside of the noun phrase that ends at `end`?"""
    word = words[j]
    tag, following = word.tag, words[j + 1] if j < end else None
    if tag == "Y":
        return _is_quoted(words, j, floor, last=following is None)
    if tag in "KnQg":
        return following is not None and _unrelated(words, j, following)
    if tag == "D":
        return False
    if following is None:
        return tag != "O"
    if tag in "EI":
        return following.tag not in "KnEIC" or (j > floor and words[j - 1].tag in "NO")
    if tag == "C":
        return _joins_clauses(words, j, floor)
    if tag == ",":
        return following.low not in closed("juniors")
    if tag in "PT":
        return not _attaches(words, j, following, floor)
    if tag == "R":
        return following.tag not in "QnE" or word.low not in closed("degrees")
    return tag not in ")("


def _attaches(words: Sequence[Word], j: int, following: Word, floor: int) -> bool:
    """Does this preposition belong to the noun before it ("aides to Lind"; "a study by Moe" only at the start)?"""
    low, noun = words[j].low, j > floor and words[j - 1].tag in "nK"
    if low == "by":
        return j - 2 == floor and words[j - 1].tag == "n"
    if words[j].tag == "T":
        return noun and following.tag in "KDO"
    return low in closed("attached") or j <= floor


def _is_quoted(words: Sequence[Word], j: int, floor: int, *, last: bool) -> bool:
    """A quotation, no name in quotation marks within the phrase."""
    size = words[j].end - words[j].start
    inner = j > floor and words[j - 1].tag in "KDn" and size < _NAME and words[j].low != ","
    return size > _QUOTED or not (inner or last)


def _unrelated(words: Sequence[Word], j: int, following: Word) -> bool:
    """As in "the call | the President", "March 21 | Trump", "reporters | Clinton": two noun phrases side by side."""
    word = words[j]
    if following.tag == "D":
        return word.tag in "KnQY" and following.low not in closed("floating")
    if following.tag == "K" and word.tag == "Q":
        return j > 0 and words[j - 1].tag == "K"
    return following.tag == "K" and word.tag == "n" and word.low.endswith("s") and not word.low.endswith("ss")


def _joins_clauses(words: Sequence[Word], j: int, floor: int) -> bool:
    """Does this conjunction join clauses, not nouns?"""
    if words[j].low == "but" or j == floor or words[j - 1].tag not in "KnO)YEN":
        return True
    k = j - 1
    while k >= floor and words[k].tag not in ";:":
        if finite(words, k):
            return True
        k -= 1
    return False


def _after_adjunct(words: Sequence[Word], start: int, end: int) -> int:
    """The noun phrase behind a preposition phrase without a comma: "During the call | Secretary Blinken"."""
    for k in range(end, start + 1, -1):
        if words[k].tag == "D" and words[k - 1].tag in "KnQ":
            return k
        if words[k].tag == "K" and words[k - 1].tag in "nQ" and words[k - 1].low != "minister":
            return k
    return (
        end
        if words[end].tag == "K" and words[end - 1].tag == "K" and any(w.tag == "D" for w in words[start:end])
        else start + 1
    )


def _listed(words: Sequence[Word], start: int, end: int, floor: int) -> int:
    """The first of "A, B, and C" where `start` begins the last of them."""
    joined = any(words[k].tag == "C" for k in range(max(start - 1, floor), end))
    if not joined:
        bare = sum(words[k].tag == "," for k in range(floor, end)) > 1
        return floor if bare and all(words[k].tag in "KD,gC" for k in range(floor, end + 1)) else start
    if any(finite(words, k) for k in range(floor, start)):
        return start
    first, k = start, start - 1
    while k > floor and words[k].tag in "C,":
        while k > floor and words[k].tag in "C,":
            k -= 1
        last = k
        while (k >= floor and words[k].tag in "KnDgP" and words[k].low not in closed("adjuncts")) or (
            k > floor and words[k].low in closed("places") and words[k - 1].tag in "Kn"
        ):
            k -= 1
        if last == k or words[k + 1].tag not in "KD" or not any(words[m].tag == "K" for m in range(k + 1, last + 1)):
            break
        if k >= floor and words[k].tag != ",":
            break
        first = k + 1
    return first
