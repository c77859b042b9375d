"""Where, and on which day, does a release say it was written? `BAKU, March 21 -`"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from releasecli.extract.header.furniture import is_furniture
from releasecli.extract.header.lines import Line, pieces
from releasecli.extract.header.settings import expressions, sections, small_words, weekdays, wires
from releasecli.extract.header.stamps import Order, Stamp, stamps

_CAPITAL = r"[A-ZÀ-ÞĀ-ŽА-ЯЁԱ-ՖƏİŞĞÇ][\w’'.-]*"
_SMALL = r"[Dd][eo]l?|do|da|of|the|am|an der"
_PLACE = rf"(?P<place>(?:{_CAPITAL}|{_SMALL})(?:[ ,/]{{1,2}}(?:{_CAPITAL}|\([A-Z]{{2,3}}\)|{_SMALL})){{0,6}})"
_WIRE = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\)|\[[^\[\]\n]{2,60}\]|[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){0,3})"
_DASH = r"(?:\s?[-–—―]{1,3}\s|\s?[-–—]{2}\s?)"
_DATED = re.compile(
    rf"^[\s(]*{_PLACE}\)?(?:[,.]?\s?(?:(?:le|den|el|am|dnia)\s)?(?P<weekday>[^\W\d_]{{2,12}},?\s)?|{_DASH})(?:{_WIRE}{_DASH})?\(?$",
    re.UNICODE,
)
_CASELESS = r"[\u0590-\u06ff\u0900-\u0dff\u10a0-\u10ff]"
_OPENS = re.compile(rf"^[\s(\"*•]*(?:{_CAPITAL}|{_CASELESS})[^\d\n]{{0,110}}?\d")
_UNCASED = re.compile(rf"^(?P<place>{_CASELESS}+(?:[ -]{_CASELESS}+)?)(?:\s?[,،/-]\s?|\s(?:في|بتاريخ)\s)$")
_OWN = re.compile(r"^(?:[^\s,]+ ){0,2}[^\s,]+,|[^\x00-\u0589]")  # a comma, where a title has a dash, before the day
_SOON = re.compile(r"\d")
_LEAD, _TITLE, _DAY = 170, 120, 24
_STAMP, _ISO = 40, 10


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, stamp and wire in brackets of a dateline, each of which may be missing; offsets of the text."""

    start: int
    end: int
    place: str | None
    stamp: Stamp | None
    wire: str | None = None


def dateline(found: Iterable[Line], order: Order | None) -> Dateline | None:
    """The first dateline among the lines that begin a paragraph, the title left out."""
    lines = list(found)
    title = lines[:1] if lines and len(lines[0].text) < _TITLE else []
    for line in title:
        if (hit := _dated(line, order)) and hit.place and hit.stamp and not hit.stamp.short and _opens(line, hit.place):
            return hit
    for line in lines[len(title) :]:
        if hit := _dated(line, order) or _placed(line) or _day_alone(line, order):
            return hit
    return None


def today(text: str, order: Order | None) -> Stamp | None:
    """The day that a text calls today: `will hold a call today, October 27, 2028, at 8:30 a.m.`"""
    for pattern in expressions("stamp", "today", None):
        for match in pattern.finditer(text):
            stamp = next(stamps(text[match.end() : match.end() + _STAMP], order), None)
            if stamp and stamp.start == 0 and not stamp.short and len(stamp.value or "") >= _ISO:
                return Stamp(match.end(), match.end() + stamp.end, str(stamp.value)[:_ISO])
    return None


def _opens(line: Line, place: str) -> bool:
    """Is the first line a dateline, not a title with a day: `Portis, 5 May 2023`, but not `Interview, 5 May 2023`?"""
    kinds = (pattern for _, patterns in sections("category", "en") for pattern in patterns)
    return _OWN.match(line.text[_skipped(line) :]) is not None and not any(pattern.search(place) for pattern in kinds)


def _dated(line: Line, order: Order | None) -> Dateline | None:
    """A place and a day at the beginning of a line, wire and dash between or after them."""
    skipped = _skipped(line)
    text = line.text[skipped:_LEAD]
    if not _OPENS.match(text):
        return None
    for stamp in stamps(text, order):
        match = _DATED.match(text[: stamp.start]) or _UNCASED.match(text[: stamp.start])
        if match and _on_a_day(match) and _ends(text[stamp.end :], match.group("place")):
            wire = text.lstrip().startswith("(")
            place = _after_wire(text[stamp.end :]) if wire else _bare(match.group("place"))
            named = place if place and _fit(place) else None
            if named is None and not wire:
                break
            return Dateline(line.start, line.start + skipped + stamp.end, named, stamp, _wire(text[stamp.end :]))
        break
    return None


def _skipped(line: Line) -> int:
    """Where the text begins in a line that opens with furniture: `Press release – Portis, 5 May 2023`."""
    (first, _), *rest = pieces(line.text[:_LEAD])
    return rest[0][1] if rest and is_furniture(first) else 0


def _on_a_day(match: re.Match[str]) -> bool:
    """Whether nothing stands between place and day but the name of a weekday."""
    between = match.groupdict().get("weekday")
    return not between or between.strip(" ,").casefold() in weekdays()


def _day_alone(line: Line, order: Order | None) -> Dateline | None:
    """A full day, a dash, and the first sentence: `19 de marzo de 2024.- El Gobierno ...`"""
    stamp = next(stamps(line.text[:_LEAD], order), None) if _SOON.search(line.text[:_DAY]) else None
    if stamp is None or stamp.start or stamp.short or len(stamp.value or stamp.readings[0]) < 10:
        return None
    if not re.match(rf"(?:\.\s?[-–—]|{_DASH})\s?\S.{{40}}", line.text[stamp.end :]):
        return None
    return Dateline(line.start, line.start + stamp.end, None, stamp)


def _wire(after: str) -> str | None:
    """The news agency in brackets after the day: `(Velmora News Agency) -`"""
    match = re.match(rf"[\s,]*({_WIRE})\.?{_DASH}", after)
    return match.group(1).strip("()/[]") if match else None


def _after_wire(after: str) -> str | None:
    """The place after wire and day: `(Wire) - May 5, 2021 - OTTAWA, ON - ...`"""
    match = re.match(rf"{_DASH}{_PLACE}", after)
    return _bare(match.group("place")) if match and _capitals(match.group("place")) else None


def _ends(after: str, place: str) -> bool:
    """After a dateline comes a dash, a wire, a full stop or the end; in capitals a comma will do."""
    if re.match(rf"\s*\)?\s*(?:[-–—:/(\[.]|,?\s*{_WIRE}\s*(?:[-–—.:]|$)|$)", after):
        return True
    return place.isupper() and after[:1] == ","


def _placed(line: Line) -> Dateline | None:
    """A place in capitals before a dash, or a place with its state."""
    match = re.match(rf"^[\s(]*{_PLACE}\)?(?:,?\s*(?P<wire>{_WIRE}))?{_DASH}(?=[\"“„«]?\S)", line.text[:_LEAD])
    if match is None:
        return None
    place, wire = _parted(_bare(match.group("place")), (match.group("wire") or "").strip("()/[]"))
    if not _fit(place) or not (_capitals(place) or wire.casefold() in wires() or re.search(r", [A-Z][\w.]+$", place)):
        return None
    return Dateline(line.start, line.start + match.end(), place, None, wire or None)


def _parted(place: str, wire: str) -> tuple[str, str]:
    """The wire may stand behind the place without brackets: `Tehran, IRNA`."""
    first, comma, last = place.rpartition(", ")
    return (first, last) if comma and not wire and last.casefold() in wires() else (place, wire)


def _capitals(place: str) -> bool:
    first = place.split(",", maxsplit=1)[0]
    return first.isupper() and len(first) > 3


def _bare(place: str) -> str:
    """A place without the marks around it; `D.C.` keeps its full stop."""
    place = place.strip(" ,-")
    return place if re.search(r"\.\w\.$", place) else place.rstrip(".")


def _fit(place: str) -> bool:
    """Whether the words can be a place: a few of them, and the first is no day of the week."""
    words = place.split()
    short = 2 < len(place) < 60 and len(words) <= (6 if "," in place else 3)
    no_place = weekdays() if len(words) > 1 else weekdays() | small_words()
    return short and re.search(r"[^\W\d_]{3}", place) is not None and words[0].casefold().rstrip(",") not in no_place
