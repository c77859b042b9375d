"""Does a date stand in furniture: alone in its line, beside words of publishing, in a dateline?"""

import re
from bisect import bisect_left
from unicodedata import category

from releasecli.extract.times.grammar import Grammar
from releasecli.extract.times.partial import Mention
from releasecli.extract.times.recognise import Reading

_SHORT_LINE, _LABEL = 48, 2  # characters of a line, words of a label
_DASHES = tuple("-–—")
_DATELINE_HEAD = re.compile(
    r"[#*_\s]*\(?(?:[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,60}|[A-Z][\w .,'’/-]{2,40}[,–—(-])[\s(–—-]*(?:\([\w ]+\)[\s–—-]*)?"
)
_DATELINE_TAIL = re.compile(r"\)?,?\s*(?:/|\(|--|[–—-](?!\w)|:)")


def published(mention: Mention, reading: Reading, grammar: Grammar) -> bool:
    """Whether the date stands in furniture: alone in its line, beside words of publishing, or in a dateline."""
    text, p = reading.text, mention.partial
    if p.kind not in ("date", "clock") or not (p.day or p.numeric):
        return False
    begin, stop = _line(mention, text)
    head, tail = text[begin : mention.start], text[mention.end : stop]
    whole = tail.rstrip(" *_").endswith((".", "։", ",")) and len(head.split()) > _LABEL
    if len(head) + len(tail) <= _SHORT_LINE and not whole:
        if not any(sign.isalpha() for sign in head + tail):
            return True
        codes = reading.codes[bisect_left(reading.starts, begin) : bisect_left(reading.starts, stop)]
        if grammar.contexts["publication"].search(codes):
            return True
    return (
        len(head) <= 90 and bool(_DATELINE_TAIL.match(tail)) and bool(_DATELINE_HEAD.fullmatch(head)) and len(tail) > 3
    )


def stamp(mention: Mention, reading: Reading, grammar: Grammar) -> bool:
    """Whether no word leads to the date or on from it: the dateline of a text whose signs or line ends were lost."""
    p = mention.partial
    if p.month and p.year and not p.day:  # May 2023 News Releases
        return bool(grammar.contexts["archive"].match(reading.codes, mention.last))
    if p.kind not in ("date", "weekday") or not p.day:
        return False
    if not p.year and not p.weekday and not reading.pieces[mention.last - 1].endswith("  "):
        return False
    if grammar.contexts["leads"].search(reading.codes, max(0, mention.first - 1), mention.first):
        return False
    if _alone(mention, reading.text):
        return True
    before = reading.pieces[mention.first - 1] if mention.first else "\n"
    after = "".join(reading.pieces[mention.last : mention.last + 1])
    dashed = before[:1] in _DASHES and after[:1] in _DASHES
    apart = dashed or before.endswith(("  ", "\n", "\xa0")) or before[:1].isupper() or before[:1].isdigit()
    return apart and before[:1] != ":" and after[:1] != "," and not _is_word(after[:1])


def _is_word(sign: str) -> bool:
    return category(sign)[0] in "LM" and not sign.isupper() if sign else False


def _alone(mention: Mention, text: str) -> bool:
    """Whether the rest of the line is a number or two, and no label (`When: 5 May`) stands before."""
    begin, stop = _line(mention, text)
    head, tail = text[begin : mention.start].rstrip(), text[mention.end : stop]
    return len(head) + len(tail) <= _SHORT_LINE and not head.endswith(":") and not tail.rstrip().endswith((".", ","))


def _line(mention: Mention, text: str) -> tuple[int, int]:
    stop = text.find("\n", mention.end)
    return text.rfind("\n", 0, mention.start) + 1, len(text) if stop < 0 else stop
