"""Where does a noun phrase begin and end?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.moments import moment_start
from releasecli.extract.statements.words import Word

_NOUN = frozenset("Kn")
_CLAUSE = 14  # words of a relative clause at the most
_BEFORE_NOUN = frozenset("KnDQEIg")


def phrase_end(words: Sequence[Word], at: int, stop: int, *, attach: bool = False) -> int:
    """The index after the noun phrase at `at`; `at` itself where none begins. `attach`: with its prepositions."""
    if at < stop and _alone(words, at, stop):
        return at + 1
    i, head = at, False
    while i < stop:
        tag = words[i].tag
        if tag in _NOUN or (tag == "Y" and (not head or (i + 1 < stop and words[i + 1].tag == "K"))):
            if head and tag == "K" and i > at and words[i - 1].tag == "n" and words[i - 1].low.endswith("s"):
                break
            head = True
        elif tag == "g":
            head = False
        elif tag in "DQEIR":
            if head:
                break
            head = tag == "I" and i > at and (i + 1 >= stop or words[i + 1].tag not in "KnEIgQ")
        elif tag == "(":
            i = _closing(words, i, stop)
        elif not _goes_on(words, i, stop, attach=attach, head=head):
            break
        else:
            head = False
        i += 1
    return i if i > at and (head or words[i - 1].tag in "QD)") else at


def _alone(words: Sequence[Word], at: int, stop: int) -> bool:
    """A pronoun, or "her" without a noun behind it."""
    bare = words[at].low == "her" and (at + 1 >= stop or words[at + 1].tag not in "nKEIQgDR")
    return bare or words[at].tag in "NO"


def _goes_on(words: Sequence[Word], i: int, stop: int, *, attach: bool, head: bool) -> bool:
    """Does the phrase go on behind this preposition, conjunction or comma?"""
    word = words[i]
    if not head or i + 1 >= stop:
        return False
    following = words[i + 1]
    if word.tag == "P":
        return (word.low == "of" or (attach and word.low in closed("attached"))) and following.tag in "DKnQEIOY"
    if word.tag == "C":
        return word.low == "and" and (following.tag in "DK" or (following.tag == "n" and words[i - 1].tag == "n"))
    return word.tag == "," and following.low in closed("juniors")


def _closing(words: Sequence[Word], i: int, stop: int) -> int:
    for j in range(i, min(stop, i + 25)):
        if words[j].tag == ")":
            return j
    return i


def subject_before(words: Sequence[Word], verb: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose verb group begins at `verb`, not before `floor`; None where the verb shares one."""
    i = _skip_moment(words, _skip_aside(words, _skip_adverbs(words, verb - 1, floor), floor), floor)
    if i < floor:
        return None
    if words[i].tag in "WS" and words[i].low in closed("relatives"):
        i = _skip_aside(words, i - 1, floor) if i > floor and words[i - 1].tag != "," else i - 2
    if i > floor and words[i].low == "whom" and words[i - 1].low == "of":
        return (_phrase_start(words, i - 2, floor), i + 1)
    if (relative := _relative(words, verb, floor)) > floor:
        return (_phrase_start(words, relative - 1, floor), relative)
    if i < floor or words[i].tag not in "KnNOQDYgR)":
        return None
    if words[i].tag == ")":
        i = _opening(words, i, floor) - 1
    if words[i].tag == "N" or (words[i].tag == "O" and (i == floor or words[i - 1].tag not in "PT")):
        return (i, i + 1)
    start = _phrase_start(words, i, floor)
    if i < verb - 2 and start - 2 >= floor and words[start - 1].tag == "," and words[start].tag in "DNn":
        start = _named_before(words, start, floor)
    return (start, i + 1) if start <= i else None


def _relative(words: Sequence[Word], verb: int, floor: int) -> int:
    """As in "Companies that had insured it agreed": the relative pronoun of a clause that ends before `verb`, or -1."""
    k = verb - 1
    while k > max(floor, verb - _CLAUSE) and words[k].tag not in ",;:-YSWC":
        k -= 1
    closes = k < verb - 1 and words[k].low in closed("relatives") and k > floor and words[k - 1].tag in "nK"
    return k if closes and any(finite(words, m) for m in range(k + 1, verb)) else -1


def _skip_adverbs(words: Sequence[Word], i: int, floor: int) -> int:
    """The index before "also", "all", "on Tuesday" between the subject and its verb."""
    while i >= floor:
        moved = moment_start(words, i, floor)
        if moved == i:
            misplaced = words[i].low in closed("misplaced") and i > floor and words[i - 1].tag in "Kn"
            if words[i].tag not in "RX" and not misplaced:
                break
            moved = i - 1
        i = moved
    return i


def _skip_moment(words: Sequence[Word], i: int, floor: int) -> int:
    """The index before "on Tuesday," and what stands with it; `i` where no moment ends there."""
    before = moment_start(words, i, floor) if i >= floor else i
    if before == i:
        return i
    while before > floor and words[before].tag in "R,":
        before -= 1
    return before


def _named_before(words: Sequence[Word], start: int, floor: int) -> int:
    """As in "Scott Pruitt, the attorney general, one of those who sue, said": the name before two asides."""
    k = start - 2
    while k >= floor and words[k].tag == "K":
        k -= 1
    named = k < start - 2 and (k < floor or words[k].tag in "Y,")
    return k + 1 if named else start


def _skip_aside(words: Sequence[Word], i: int, floor: int) -> int:
    """The index before an aside between commas, dashes or brackets that ends at `i`; `floor` - 1 where it is none."""
    if i < floor:
        return i
    if words[i].tag == "," and words[i - 1].tag == ")":
        i -= 1
    if words[i].tag == ")":
        return _opening(words, i, floor) - 1
    if words[i].tag not in ",-":
        return i
    mark, j = words[i].tag, i - 1
    while j > floor and words[j].tag != mark:
        j -= 1
    if j - 2 > floor and words[j - 1].tag == "Q" and words[j - 2].tag == mark:
        j -= 2  # the age of a person
    if j <= floor or j == i - 1 or words[j - 1].tag not in "KnNO)Y":
        return floor - 1
    led = words[j + 1].tag == "V" and words[j + 2].low == "by"
    if (words[j + 1].tag not in "WDPRIEKnQNO" and words[j + 1].low != "though" and not led) or any(
        finite(words, k) for k in range(floor, j)
    ):
        return floor - 1
    return _skip_aside(words, j - 1, floor) if words[j - 1].tag == ")" else j - 1


def _opening(words: Sequence[Word], i: int, floor: int) -> int:
    for j in range(i, max(floor - 1, i - 25), -1):
        if words[j].tag == "(":
            return j
    return i


def finite(words: Sequence[Word], i: int) -> bool:
    """Can this word be the finite verb of a clause?"""
    word = words[i]
    if word.tag in "MV":
        return not i or words[i - 1].tag not in "Dg"
    if word.tag == "A":
        return word.low not in ("be", "been", "being")
    if word.tag == "E" and i:
        following = words[i + 1].tag if i + 1 < len(words) and words[i + 1].low != "by" else "."
        if words[i - 1].tag == "," and following in ".,":
            return False
        return (
            words[i - 1].tag in "KnNRO)W,"
            and (following in "DPOTNQSWYR,.K" or (following == "C" and words[i - 1].tag in "KN"))
            and words[i - 1].low != "the"
        )
    return False


def _phrase_start(words: Sequence[Word], end: int, floor: int) -> int:
    """The first word of the noun phrase whose last word is `end`."""
    j = end
    while j >= floor and not _breaks(words, j, end, floor):
        j -= 1
    start = j + 1
    while start <= end and words[start].tag in "CRP," and words[start].low not in ("more", "over", "about"):
        if words[start].tag == "P":
            return _after_adjunct(words, start, end)
        start += 1
    return _listed(words, start, end, floor)


def _breaks(words: Sequence[Word], j: int, end: int, floor: int) -> bool:  # noqa: PLR0911  one return a class of words
    """Is this word outside of the noun phrase that ends at `end`?"""
    word = words[j]
    tag, following = word.tag, words[j + 1] if j < end else None
    if tag == "Y":
        inner = j > floor and words[j - 1].tag in "KDn" and word.end - word.start < 25 and word.low != ","
        return (not inner and following is not None) or word.end - word.start > 40
    if tag in "KnQg":
        return following is not None and _unrelated(words, j, following)
    if tag == "D" or following is None:
        return tag not in "DO"
    if tag == "T" and following.tag not in "KDO":
        return True
    if tag in "EI":
        return following.tag not in "KnEIC" or (j > floor and words[j - 1].tag in "NO")
    if tag == "C":
        return _joins_clauses(words, j, floor)
    if tag == ",":
        return following.low not in closed("juniors")
    if tag in "PT":
        return word.low not in closed("attached") and j > floor
    if tag == "R":
        return following.tag not in "QnE" or word.low not in closed("degrees")
    return tag not in ")("


def _unrelated(words: Sequence[Word], j: int, following: Word) -> bool:
    """As in "the call | the President", "March 21 | Trump", "reporters | Clinton": two noun phrases side by side."""
    word = words[j]
    if following.tag == "D":
        return word.tag in "KnQY" and following.low not in ("both", "all")
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
        while (
            k >= floor and words[k].tag in "KnDgP" and words[k].low not in ("during", "on", "after", "in", "at")
        ) or (k > floor and words[k].low in ("in", "on", "at") and words[k - 1].tag in "Kn"):
            k -= 1
        if last == k or words[k + 1].tag not in "KD" or not any(words[m].tag == "K" for m in range(k + 1, last + 1)):
            break
        if k >= floor and words[k].tag != ",":
            break
        first = k + 1
    return first
