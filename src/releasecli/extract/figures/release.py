"""Which figures does a release claim?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from releasecli.extract.figures.lexicon import Bound, FigureWords, figure_words
from releasecli.extract.figures.nouns import counted
from releasecli.extract.figures.values import Number, digits, in_words, plain, spaced, value_of
from releasecli.model import Figure, Header, Time
from releasecli.text.fold import lowered

_LAST_WORD = re.compile(r"([\w.#§$&'’-]+)[ \n(\"“]*\Z")
_NEXT_WORD = re.compile(r"[\s-]*([\w.']+)")
_LIST_ITEM = re.compile(r"(?:^|\n)[ (]*\Z")
_YEARS = range(1500, 2101)
_FEW = 12
_WHOLES = frozenset({3, 4, 5, 8, 10, 100, 1000})  # what parts are told of; else "two in six countries" are two
_APART = 90
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")


def figures(text: str, header: Header, times: Sequence[Time]) -> tuple[Figure, ...]:
    """All figures of a text in order; numbers inside `times` (dates, durations, ages) are none."""
    words = figure_words(header.language or "en", header.side)
    return tuple(_with_ellipsis(text, list(_figures(text, words, times)))) if words else ()


def _figures(text: str, words: FigureWords, times: Sequence[Time]) -> Iterator[Figure]:
    end, taken = 0, [(time.start, time.end) for time in times]
    for gate in words.gate.finditer(lowered(text)):
        match = words.number.match(text, gate.start()) if gate.start() >= end else None
        if match is None or any(start < match.end() and match.start() < stop for start, stop in taken):
            continue
        figure = _figure(text, match, words)
        end = max(match.end(), figure.end if figure else 0)
        if figure is not None:
            yield figure


def _figure(text: str, match: re.Match[str], words: FigureWords) -> Figure | None:
    """The figure around a number, or None where the number dates, ranks or names a thing."""
    if (share := _share(text, match, words)) is not None:
        return share
    if _names_a_thing(text, match, words):
        return None
    value, most, end, sign = _range(text, match, words)
    unit, end = _unit(text, end, sign, words)
    if unit is None and _is_time(text, end, words):
        return None
    noun = _noun(text, end, unit, match, words)
    if most is not None and _changes(text, match, words):
        most, end = None, match.end()
    else:
        end = noun[1] if noun else end
    bound, start, end = _bound(text, match, end, words)
    noun = noun or (None if unit else _subject(text, start, words))
    what = text[slice(*noun)] if noun else None
    rule = f"{_form(match)}+unit" if unit else _form(match)
    figure = Figure(start, end, text[start:end], value, most, bound, unit, what, rule)
    return figure if _counts(text, match, figure, words) else None


def _share(text: str, match: re.Match[str], words: FigureWords) -> Figure | None:
    """'One in four children', 'nine out of ten' as the part they are of the whole."""
    behind = words.share.match(text, match.end())
    more = any(match[name] for name in ("sign", "scale", "plural", "part"))
    if behind is None or more or _is_time(text, behind.end(), words):
        return None
    few, many = value_of(match, words), digits(behind["digits"]) if behind["digits"] else in_words(behind["words"])
    if not few or not many or few >= many or (few > 1 and many not in _WHOLES) or many in _YEARS:
        return None
    noun = counted(text, behind.end(), words, share=True)
    bound, start, end = _bound(text, match, noun[1] if noun else behind.end(), words)
    what = text[slice(*noun)] if noun else None
    return Figure(start, end, text[start:end], plain(few / many), None, bound, None, what, "share")


def _changes(text: str, match: re.Match[str], words: FigureWords) -> bool:
    """'rose from 1.2 to 1.4 million barrels': two figures of one unit, no range."""
    return words.change.search(text, max(0, match.start() - 70), match.start()) is not None


def _form(match: re.Match[str]) -> str:
    return next(name for name in ("digits", "plural", "part", "words") if match[name])


def _names_a_thing(text: str, match: re.Match[str], words: FigureWords) -> bool:
    """'No. 5', 'Resolution 1325', '2. Second item', '(202) 555': no figures; nor is a lone "one"."""
    if match["words"] and match["words"].lower() in ("one", "zero"):
        return True
    following = text[match.end() : match.end() + 1]
    bare = match["digits"] and not match["sign"] and not match["scale"]
    if bare and ((following and following in "/:)") or _listed(text, match)):
        return True
    if words.rate.search(text, max(0, match.start() - 30), match.start()):
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    last = before.group(1) if before else ""
    if match["sign"] or match["part"] or match["plural"]:
        return False
    if last.lower() in words.numbers_a_thing and not match["scale"] and "," not in (match["digits"] or ","):
        return True
    return bool(match["digits"]) and last[:1].isupper() and not match["scale"] and not _begins(text, before, words)


def _begins(text: str, before: re.Match[str] | None, words: FigureWords) -> bool:
    """A capital that only begins the sentence ("Over 300 people")."""
    if before is None:
        return True
    if before.group(1).lower() in words.stops or before.group(1).lower() in words.bounds:
        return True
    if before.group(1).lower() in words.pointing or before.group(1).endswith("."):
        return True
    lead = text[max(0, before.start() - 3) : before.start()].rstrip(" \"“'‘(")
    return not lead or lead[-1] in ".!?\n:;,*•"


def _listed(text: str, match: re.Match[str]) -> bool:
    """'1. First' at the head of a line."""
    head = _LIST_ITEM.search(text, max(0, match.start() - 4), match.start()) if match.start() > 3 else True
    return bool(head) and text[match.end() : match.end() + 1] in (".", ")") and len(match["digits"]) < 3


def _range(text: str, match: re.Match[str], words: FigureWords) -> tuple[Number | None, Number | None, int, str | None]:
    """The number and the upper end of its range, where they end, and the sign of a currency before them."""
    sign = words.signs.get((match["sign"] or "").strip())
    second = words.second.match(text, match.end()) if match["digits"] or match["words"] else None
    joint = second["joint"].strip().lower() if second else ""
    if second is None or (joint in ("and", "or") and not _between(text, match)):
        return value_of(match, words), None, match.end(), sign
    if second["words"]:
        shared = second["words"].split()[-1] if match["words"] and " " not in match["words"] else ""
        return _scaled(match, shared, words), in_words(second["words"]), second.end(), sign
    most, scale = digits(second["digits"]), second["scale"] or ""
    shared = scale if match["digits"] and digits(match["digits"]) < most else ""
    factor = words.scales.get((scale or match["scale"] or "").lower(), 1)
    return value_of(match, words, shared), plain(most * factor), second.end(), sign


def _scaled(match: re.Match[str], scale: str, words: FigureWords) -> Number | None:
    """'Two to three million': the lower end of a range in words with the scale of the upper end."""
    low, factor = value_of(match, words), words.scales.get(scale.lower(), 1)
    return low * factor if low is not None and low < factor else low


def _between(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 9) : match.start()].lower().strip().endswith("between")


def _bound(text: str, match: re.Match[str], end: int, words: FigureWords) -> tuple[Bound, int, int]:
    """The bound of a figure, by words before or behind it, and where both begin and end."""
    found = words.before.search(text, max(0, match.start() - 45), match.start())
    start = match.start() if found is None or found.group().strip().lower() in ("the", "a", "an") else found.start()
    if behind := words.behind.match(text, end):
        return words.bounds_behind[spaced(behind.group().strip(" ,"))], start, behind.end()
    if found and found["bound"]:
        return words.bounds[spaced(found["bound"])], start, end
    if match["plus"] or match["tail"]:
        return words.tails[(match["tail"] or "plus").lower()], start, end
    return ("~" if match["plural"] else "="), start, end


def _unit(text: str, at: int, sign: str | None, words: FigureWords) -> tuple[str | None, int]:
    match = words.unit.match(text, at)
    if match is None:
        return sign, at
    unit = words.units[spaced(match["unit"])]
    if sign:
        return sign, match.end() if unit == sign else at
    end = match.end() - 3 if match["unit"].lower().endswith(" of") else match.end()
    return unit, end


def _is_time(text: str, at: int, words: FigureWords) -> bool:
    match = _NEXT_WORD.match(text, at)
    return match is not None and match.group(1) in words.not_counted


def _noun(text: str, at: int, unit: str | None, match: re.Match[str], words: FigureWords) -> tuple[int, int] | None:
    """The span of what is counted; of money nothing is, of shares and measures what follows "of"."""
    between = words.between.match(text, at)
    has_of = between is not None and between.group().strip().lower().startswith("of")
    if unit is not None and ((len(unit) == 3 and unit.isupper()) or not has_of):
        return None
    begin = between.end() if between else at
    return counted(text, begin, words, share=unit is not None or bool(match["part"] or match["tail"]))


def _subject(text: str, start: int, words: FigureWords) -> tuple[int, int] | None:
    """'The number of cases reached 300': the span of what is counted before the verb."""
    match = words.subject.search(text, max(0, start - 90), start)
    return match.span("noun") if match else None


def _counts(text: str, match: re.Match[str], figure: Figure, words: FigureWords) -> bool:
    """A number alone is no figure, unless it is large and bounded; a few known ones only point (the two leaders)."""
    if figure.unit is not None:
        return True
    value = 0 if figure.value is None else figure.value
    before = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    if 0 < value <= _FEW and before and before.group(1).lower() in words.pointing:
        return False
    if figure.counted is None:
        many = value >= _FEW and value not in _YEARS
        return bool(match["scale"]) or (many and (figure.bound != "=" or _befell(text, figure.end, words)))
    if (match["digits"] or "").isdigit() and value in _YEARS and " " in figure.counted:
        return False  # the 1935 model blends charm with craft
    if text[match.end() : match.end() + 1] == "-" and not text[match.end() + 1].isdigit():
        return False
    return not (0 < value <= 3 and figure.counted.split()[-1].lower() in words.pointed)


def _befell(text: str, at: int, words: FigureWords) -> bool:
    """'14 were injured': people are counted."""
    return words.befell.match(text, at) is not None


def _near(text: str, last: Figure | None, figure: Figure) -> bool:
    """Whether two places are in one sentence, a few words apart."""
    if last is None or figure.start - last.end > _APART:
        return False
    return _SENTENCE_END.search(text, last.end, figure.start) is None


def _with_ellipsis(text: str, found: list[Figure]) -> Iterator[Figure]:
    """'18 million applications ..., including 1.3 million': the same is counted, in one sentence."""
    last: Figure | None = None
    for figure in found:
        if (
            figure.counted is None
            and figure.unit is None
            and last is not None
            and not _SENTENCE_END.search(text, last.end, figure.start)
        ):
            yield replace(figure, counted=last.counted, rule=f"{figure.rule}+ellipsis")
            continue
        last = figure if figure.unit is None else last
        yield figure
