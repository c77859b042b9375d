"""Who hears what is said, where the verb's object does, and what comes behind?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import Row, closed
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.places import clause_at, places, quotation_at, skip_adverbs
from releasecli.extract.statements.words import Word


def hearer_end(words: Sequence[Word], row: Row, start: int, asides: frozenset[tuple[str, ...]]) -> int:
    """The index after the noun phrase of the one who hears it."""
    if words[start].low == "her" and "object-np" in row.frames:
        return start + 1
    stop = _before_of(words, start) if "of" in row.object else len(words)
    end = phrase_end(words, start, stop)
    if start < end < stop and words[end].tag in "EI" and words[end].low not in row.object:
        end += 1
    while end < stop and words[end].tag == "P" and _belongs(words, row, end):
        if skip_adverbs(words, end, asides) > end or _moment(words[end + 1 : end + 2]):
            break
        following = phrase_end(words, end + 1, stop)
        if following <= end + 1:
            break
        end = following
    return end


def _moment(words: Sequence[Word]) -> bool:
    return any(word.low in closed("moments") | closed("months") for word in words)


def _before_of(words: Sequence[Word], start: int) -> int:
    """The index of the "of" that opens the content, where a second one shows that the first belongs to the hearer."""
    found = [k for k in range(start, min(len(words), start + 8)) if words[k].low == "of"]
    if found and (words[found[0] - 1].tag in "DQ" or (len(found) > 1 and words[found[0] + 1].tag == "K")):
        return found[1] if len(found) > 1 else len(words)
    return found[0] if found else len(words)


def _belongs(words: Sequence[Word], row: Row, i: int) -> bool:
    """Does this preposition belong to the hearer ("Special Envoy for Yemen ..."), not open the content?"""
    if words[i].low in row.object:
        return _later(words, i) and words[i + 1].tag == "K"
    return words[i].low in closed("belongs-to-hearer")


def _later(words: Sequence[Word], i: int) -> bool:
    """Does the same preposition come again behind a name, before any verb?"""
    for k in range(i + 1, min(len(words), i + 16)):
        if words[k].low == words[i].low:
            return True
        if words[k].tag in "VAMEg":
            return False
    return False


def only_hearer(words: Sequence[Word], hearer: tuple[int, int]) -> bool:
    """As in "..., he told reporters.": nothing follows, the content stands before."""
    if hearer[1] <= hearer[0]:
        return False
    for place in places(words, hearer[1]):
        if place >= len(words) or words[place].tag in ",.;R":
            return True
    word = words[hearer[1]]
    return word.tag == "P" and word.low in closed("adjuncts")


def continuation(words: Sequence[Word], row: Row, hearer: int) -> tuple[str, int] | None:
    """The frame behind the hearer, whose phrase ends at `hearer`, and where the content begins."""
    for place in places(words, hearer):
        if place >= len(words):
            return None
        if (found := _at(words, row, place)) is not None:
            return found
    if (place := _behind_apposition(words, row, hearer)) >= 0:
        return "prep", place
    if "zero" in row.object and (place := clause_at(words, hearer, plain=False)) >= 0:
        return "zero", place
    return ("np", hearer) if "np" in row.object and words[hearer].tag in "DnKEQ" else None


def _at(words: Sequence[Word], row: Row, place: int) -> tuple[str, int] | None:
    word, following = words[place], words[place + 1].tag if place + 1 < len(words) else "."
    if word.low == "that" and "that" in row.object:
        return "that", place + 1
    if "to" in row.object and ((word.tag == "T" and following in "nRXVAIY") or (word.tag == "X" and following == "T")):
        return "to", place
    if word.tag == "P" and word.low in row.object and place + 1 < len(words):
        return "prep", place + 1
    if word.low in closed("wh") and "wh" in row.object:
        return "wh", place
    quoted = quotation_at(words, place) if "quote" in row.object else -1
    return ("quote", quoted) if quoted >= 0 else None


def _behind_apposition(words: Sequence[Word], row: Row, hearer: int) -> int:
    """As in "congratulated B, holder of many titles, on A": the index after the preposition, or -1."""
    for k in range(hearer, min(len(words) - 2, hearer + 30)):
        if words[k].tag == "," and words[k + 1].tag == "P" and words[k + 1].low in row.object:
            return k + 2
        if finite(words, k) and words[k].tag != "E":
            return -1
    return -1
