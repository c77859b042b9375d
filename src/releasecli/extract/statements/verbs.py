"""Is a word of the lexicon a verb here, and which words belong to its verb group?"""

from collections.abc import Sequence
from typing import NamedTuple

from releasecli.extract.statements.lexicon import Form, Lexicon, closed
from releasecli.extract.statements.moments import moment_start
from releasecli.extract.statements.roles import listed
from releasecli.extract.statements.starts import phrase_start
from releasecli.extract.statements.verb_subjects import subject_before
from releasecli.extract.statements.words import Word


class Group(NamedTuple):
    """A verb group: index of its first word, how it stands (finite, ing, inf, joined, passive), is it negated."""

    first: int
    kind: str
    negated: bool = False


def verb_group(words: Sequence[Word], at: int, form: Form | None, kind: str, lexicon: Lexicon) -> Group | None:
    """The group whose head is the word at `at`, of the form `kind` (b s d n g); None where it is no verb."""
    k = _before_adverbs(words, at)
    if k < 0:
        return Group(at, "ing") if kind == "g" else None
    before = words[k]
    if before.tag in "AM":
        return _after_auxiliary(words, at, k, kind)
    negated = any(words[m].tag == "X" for m in range(k + 1, at))
    if kind == "b":
        return _base(words, at, k, form, lexicon, negated=negated)
    return _participle(words, at, k, lexicon) if kind == "g" else _past(words, at, k, kind, negated=negated)


def _before_adverbs(words: Sequence[Word], at: int) -> int:
    """The index before the adverbs of a verb: "they also said", "both agreed", "others, however, said"."""
    k = moment_start(words, at - 1, 0)
    while k >= 0 and (
        words[k].tag in "RX"
        or (words[k].low in closed("misplaced") and k and words[k - 1].tag in "KnO")
        or (words[k].tag == "," and k > 1 and words[k - 1].tag == "R" and words[k - 2].tag == ",")
    ):
        k -= 2 if words[k].tag == "," else 1
    return k - 1 if k + 1 < at and words[k].tag == "," and words[k + 1].tag == "R" and words[at - 1].tag == "," else k


def _past(words: Sequence[Word], at: int, k: int, kind: str, *, negated: bool) -> Group | None:
    """A past or third-person form behind the word at `k`: no adjective ("the stated aim"), no reduced relative."""
    before = words[k]
    if before.low == "that":
        return Group(at, "finite") if kind != "n" else None
    if before.low in listed("alone") and before.tag == "D" and kind != "n" and _stands_alone(words, at, k):
        return Group(at, "finite", negated)
    if kind == "d" and before.low in closed("passive-openers"):
        return None  # "when asked", "sooner than expected"
    if kind == "n" or before.tag in "DPETgXI:" or (kind == "s" and before.tag in "OSQ"):
        return None
    by = at + 1 < len(words) and words[at + 1].low == "by"
    return None if kind == "d" and by else Group(at, "finite", negated)


def _stands_alone(words: Sequence[Word], at: int, k: int) -> bool:
    """As in "Both stressed the need": the word at `k` opens its clause, and no noun follows the verb."""
    opens = not k or words[k - 1].tag in ",;CSD"
    return opens and at + 1 < len(words) and words[at + 1].tag in "DSPTYWQ"


def _after_auxiliary(words: Sequence[Word], at: int, k: int, kind: str) -> Group | None:
    """After have, be, do or a modal verb."""
    low = words[k].low
    first = k
    while first > 0 and words[first - 1].tag in "AMX":
        first -= 1
    negated = any(_negates(words[m]) or words[m].tag == "X" for m in range(first, at))
    if words[first].low in closed("duties") and (not first or words[first - 1].low not in closed("selves")):
        return None
    if kind in "dn" and low in closed("be") and not (low == "'s" and _clitic_has(words, k)):
        return Group(first, "passive", negated)
    if kind in "dn" and low in closed("have"):
        return Group(first, "finite", negated)
    if kind == "g" and low in closed("be"):
        return Group(first, "finite", negated)
    if kind == "b" and (words[k].tag == "M" or low in closed("do")):
        return Group(first, "finite", negated)
    return Group(at, "finite", negated) if kind == "d" and low == "'s" else None


def _negates(word: Word) -> bool:
    return word.low.endswith("n't") or word.low in closed("negation")


def _clitic_has(words: Sequence[Word], k: int) -> bool:
    return k + 1 < len(words) and words[k + 1].low in ("said", "told", "called", "made")


def _base(
    words: Sequence[Word], at: int, k: int, form: Form | None, lexicon: Lexicon, *, negated: bool
) -> Group | None:
    before = words[k]
    if before.tag == "T":
        return _infinitive(words, at, k, lexicon)
    if before.low in closed("speakers") or (before.low == "me" and k and words[k - 1].low == "let"):
        return Group(at, "finite", negated)
    own = subject_before(words, at, 0) if before.tag == "," else None
    if before.tag == "C":
        return Group(at, "joined")
    plural = before.tag in "KnOQEVR" and _is_plural(words, at, before)
    clear = form is None or not any("narrow" in row.flags for row in form.rows) or _states(words, at)
    if (plural and clear) or (own and words[own[0]].low in closed("speakers")):
        return Group(at, "finite", negated)
    if form is None and before.tag == "K" and any(word.tag in ",C" for word in words[:k]):
        return Group(at, "finite", negated)
    return None


def _is_plural(words: Sequence[Word], at: int, before: Word) -> bool:
    """Is the subject plural: "observers in Chad", "A and B", "those close to him"?"""
    if before.tag in "Kn" and before.low.endswith("s") and not before.low.endswith("ss"):
        return True
    found = subject_before(words, at, 0)
    if found is None:
        return False
    inside = words[found[0] : found[1]]
    end = next((k for k, word in enumerate(inside) if k and word.tag in "PT"), len(inside))
    heads = inside[:end]
    if {heads[0].low, heads[-1].low} & closed("several-heads") or any(word.tag == "C" for word in heads):
        return True
    if words[found[1]].low in closed("relatives") and inside[-1].low.endswith("s"):
        return True
    portion = len(inside) > 2 and heads[-1].tag == inside[-1].tag == "Q"
    return portion or (heads[-1].low.endswith("s") and (heads[-1].tag == "n" or len(heads) == 1 < len(inside)))


def _states(words: Sequence[Word], at: int) -> bool:
    k = at + 1
    while k < len(words) - 1 and words[k].tag == "R":
        k += 1
    return k < len(words) and (words[k].low == "that" or words[k].tag in "YNT")


def _infinitive(words: Sequence[Word], at: int, k: int, lexicon: Lexicon) -> Group | None:
    """As in "to reaffirm"; a verb that only carries it on ("will continue to encourage") belongs to the group."""
    m = k - 1
    while m >= 0 and words[m].tag in "RX":
        m -= 1
    negated = any(words[x].tag == "X" for x in range(m + 1, at))
    if m > 1 and words[m].low in closed("opportunities") and words[m - 1].tag == "D":
        m -= 2
    if m > 0 and words[m].low == "on" and words[m - 1].low in lexicon.lists["carriers"]:
        m -= 1
    if m < 0 or words[m].low not in lexicon.lists["carriers"]:
        return Group(k, "inf", negated)
    first = m
    while first > 0 and words[first - 1].tag in "AMXR":
        first -= 1
    while first < m and words[first].tag == "R":
        first += 1
    if first == m and words[m].tag == "n" and not _has_subject(words, m):
        return Group(k, "inf", negated)
    negated = negated or any(_negates(words[x]) for x in range(first, m))
    return Group(first, "finite", negated)


def _has_subject(words: Sequence[Word], m: int) -> bool:
    return m > 0 and words[m - 1].tag in "KnN)," and words[m - 1].low != "the"


def _governed(words: Sequence[Word], k: int) -> bool:
    """As in "a sponsor of a resolution": the message is not the speaker's own."""
    start = phrase_start(words, k, 0)
    return (start > 0 and words[start - 1].low == "of") or any(word.low == "of" for word in words[start:k])


def with_subject(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """As in ", with Minister Lind noting A": the subject of the participle at `at`."""
    found = subject_before(words, at, 0)
    first = found[0] - 1 if found else -1
    return found if first > 0 and words[first].low == "with" and words[first - 1].tag == "," else None


def _participle(words: Sequence[Word], at: int, k: int, lexicon: Lexicon) -> Group | None:
    before = words[k]
    if before.tag in ",-;Y" or before.low in closed("opens-participle"):
        return Group(at, "ing")
    if before.tag in "VE" or before.low in lexicon.lists["carriers"]:
        return Group(k, "finite") if before.low in lexicon.lists["carriers"] else None
    if before.tag in "nK" and (
        with_subject(words, at)
        or (before.low in lexicon.lists["messages"] and not _governed(words, k))
        or words[min(at + 1, len(words) - 1)].low == "that"
        or words[min(at + 1, len(words) - 1)].tag == "N"
    ):
        return Group(at, "ing")
    return None
