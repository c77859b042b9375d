"""Which noun phrase stands before a verb as its subject?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.moments import moment_start
from releasecli.extract.statements.nouns import finite
from releasecli.extract.statements.starts import phrase_start
from releasecli.extract.statements.words import Word

_CLAUSE = 14  # words of a relative clause at the most


def subject_before(words: Sequence[Word], verb: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose verb group begins at `verb`, not before `floor`; None where the verb shares one."""
    i = _last_word(words, verb, floor)
    if i > floor and words[i].low == "whom" and words[i - 1].low == "of":
        return (phrase_start(words, i - 2, floor), i + 1)
    if i >= floor and (relative := _relative(words, verb, floor)) > floor:
        return (phrase_start(words, relative - 1, floor), relative)
    if i < floor or words[i].tag not in "KnNOQDYgR)":
        return None
    if words[i].tag == ")":
        i = _opening(words, i, floor) - 1
    if words[i].low == "i" and i - 2 >= floor and words[i - 1].low == "and" and words[i - 2].tag == "K":
        return (phrase_start(words, i - 2, floor), i + 1)
    if words[i].tag == "N" or (words[i].tag == "O" and (i == floor or words[i - 1].tag not in "PT")):
        return (i, i + 1)
    start = phrase_start(words, i, floor)
    if i < verb - 2 and start - 2 >= floor and words[start - 1].tag == "," and words[start].tag in "DNn":
        start = _named_before(words, start, floor)
    return (_with_pronoun(words, start, floor), i + 1) if start <= i else None


def _with_pronoun(words: Sequence[Word], start: int, floor: int) -> int:
    """As in "She and the president said": the pronoun that the noun phrase at `start` is joined to, or `start`."""
    joined = start - 2 >= floor and words[start - 1].low == "and" and words[start - 2].low in closed("paired")
    return start - 2 if joined else start


def _last_word(words: Sequence[Word], verb: int, floor: int) -> int:
    """The index before adverbs, asides, moments and the relative pronoun that stand between a subject and its verb."""
    i = _skip_aside(words, _skip_adverbs(words, verb - 1, floor), floor)
    if i >= floor and (before := moment_start(words, i, floor)) < i:
        i = before
        while i > floor and words[i].tag in "R,":
            i -= 1
    if i >= floor and words[i].low in closed("relatives"):
        return _skip_aside(words, i - 1, floor) if i > floor and words[i - 1].tag != "," else i - 2
    return i


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
