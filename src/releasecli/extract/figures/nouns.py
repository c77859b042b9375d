"""What does a number count?"""

import re

from releasecli.extract.figures.lexicon import FigureWords

_WORD = re.compile(r"(?:[ \u00a0]|\n[ ]{0,8})([^\W\d_][\w.-]*(?:['’][^\W\d_]+)?)")
_MOST = 7


def counted(text: str, at: int, words: FigureWords, *, share: bool = False) -> tuple[int, int] | None:
    """The span of the noun phrase that begins behind a number, up to its head; None where there is none.

    The head is the first plural noun, or a following one ("business leaders"); of a share, any noun ("the population").
    """
    found = _phrase(text, at, words, share=share)
    head = next((n for n, span in enumerate(found) if _plural(text[slice(*span)], words)), None)
    if head is None:
        return (found[0][0], found[min(len(found), 3) - 1][1]) if share and found else None
    if text[found[head][0]].isupper():
        head = _small_head(text, found, head, words)
    while head + 1 < len(found) and _plural(text[slice(*found[head + 1])], words) and _adjacent(found, head):
        head += 1
    return found[0][0], found[head][1]


def _small_head(text: str, found: list[tuple[int, int]], name: int, words: FigureWords) -> int:
    """'12 Airbus A320neo aircraft': a plural in small letters behind a name is the head, the name none."""
    later = (n for n in range(name + 1, len(found)) if text[found[n][0]].islower())
    return next((n for n in later if _plural(text[slice(*found[n])], words)), name)


def _adjacent(found: list[tuple[int, int]], head: int) -> bool:
    return found[head + 1][0] == found[head][1] + 1


def _phrase(text: str, at: int, words: FigureWords, *, share: bool) -> list[tuple[int, int]]:
    """The words behind a number until one that no noun phrase holds; one "and" between modifiers is passed over."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST and (match := _WORD.match(text, at)):
        word = match.group(1) if "." in match.group(1)[:-1] else match.group(1).rstrip(".")
        low = word.lower()
        if low == "and":
            if share or not found or any(_plural(text[slice(*span)], words) for span in found):
                break
        elif low in words.stops or (found and _ends_phrase(text, found, low, share=share, words=words)):
            break
        else:
            found.append((match.start(1), match.start(1) + len(word)))
        at = match.start(1) + len(word)
        if word != match.group(1):
            break
    return found


def _ends_phrase(text: str, found: list[tuple[int, int]], low: str, *, share: bool, words: FigureWords) -> bool:
    """An adverb or participle behind the noun ("jobs created"), not one before it ("recognized tribes")."""
    if not low.endswith(("ly", "ed")):
        return False
    last = text[slice(*found[-1])]
    return (share or _plural(last, words)) and not last.endswith(("'s", "’s"))


def _plural(word: str, words: FigureWords) -> bool:
    low = word.lower().rstrip("'’")
    if low in words.plural_nouns or word in words.plural_nouns:
        return True
    if low in words.not_plural or word in words.not_plural or low.endswith(("'s", "’s", "ss", "ous")):
        return False
    return low.endswith("s") and len(low) > 3
