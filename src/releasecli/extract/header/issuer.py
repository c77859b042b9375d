"""Who releases it?"""

import re
from collections.abc import Mapping, Sequence
from email.utils import parseaddr
from itertools import pairwise

from releasecli.extract.header.bodies import bodies_of, is_body, is_generic
from releasecli.extract.header.dateline import Dateline
from releasecli.extract.header.lines import Line
from releasecli.extract.header.settings import Settings, expressions, wires
from releasecli.extract.header.stamps import stamps

_SHORT, _FULL = 80, 50
_WORD = re.compile(r"\w{2,}")
_CAPITAL = r"(?:[A-Z0-9][\w&'’.+-]*[®™]?|&)"
_OPENING = re.compile(r"^[\s.,)\]-]*(?:(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))\s*)?[\s–—-]*")  # what is left of a dateline
_SUBJECT = re.compile(
    rf"(?:The )?(?P<issuer>(?!(?:In|On|At|As|If|For|With|By|After) ){_CAPITAL}"
    rf"(?:,? (?:(?:of|for|and|the|de) )*{_CAPITAL})*)"
    r"(?:\s*[(\[][^()\[\]]{1,80}[)\]])*(?P<after>,?\s+[a-z]+(?: [a-z]+)?)"
)
_STATE = re.compile(r"(?:the )?(?:republic|kingdom|federal republic|commonwealth|principality) of\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|by|from)\s+", re.IGNORECASE)


def issuer(
    fields: Mapping[str, str],
    title: str,
    head: Sequence[Line],
    tail: Sequence[Line],
    *,
    settings: Settings,
    line: Dateline | None = None,
) -> str | None:
    """By the wrapper, the profile, the title ("Release of the ..."), the letterhead, a line that names the source.

    Last by a sign-off at the foot, then by the wire of the dateline, where it is the name of a body.
    """
    found = (
        _address(fields.get("issuer", ""))
        or settings.values.get("issuer")
        or _named("title", [title])
        or _letterhead(head, title)
        or (_subject(title, head, line.end if line else 0) if settings.issuer_is == "subject" else None)
        or _named("said", [*_labels(head[:8]), *(line.text for line in (*head[:6], *reversed(tail)))])
        or settings.fallback.get("issuer")
        or _site(fields.get("site", ""))
        or _about(title, tail)
        or _sign_off([*head, *tail])
        or (line.wire if line and line.wire and (is_body(line.wire) or line.wire.casefold() in wires()) else None)
    )
    return " ".join(found.split()) if found else None


def _address(value: str) -> str:
    """`Press Office <press@x.example>` is the Press Office."""
    if "@" not in value:
        return value.strip()
    name, address = parseaddr(value)
    return name or address or value.strip()


def _named(key: str, texts: Sequence[str]) -> str | None:
    for text in texts:
        for pattern in expressions("issuer", key, None):
            if len(text) < 300 and (match := pattern.search(text)):
                return _ARTICLE.sub("", match.group("issuer")).strip(" .,:;")
    return None


def _site(name: str) -> str | None:
    """The site a page is from, where it is named as a body is."""
    return name if name and is_body(name) else None


def _about(title: str, tail: Sequence[Line]) -> str | None:
    """The body a closing part is about, where the title speaks of it."""
    known = {word.casefold() for word in _WORD.findall(title)}
    for line in tail:
        name = _named("about", [line.text])
        if name and (first := _WORD.search(name)) and first[0].casefold() in known:
            return name
    return None


def _labels(found: Sequence[Line]) -> list[str]:
    """`From:` on a line of its own, with the line below it."""
    return [f"{line.text} {below.text}" for line, below in pairwise(found) if line.text.endswith(":")]


def _letterhead(head: Sequence[Line], title: str) -> str | None:
    """The last of the names of bodies around the title: the office below its ministry, unless every body has one so."""
    bodies: list[str] = []
    for before, line, after in zip([None, *head], head[:8], [*head[1:], None], strict=False):
        opens = after is not None and not after.gap and after.text[0].islower()
        if line.text == title or opens or (before and _wrapped(before, line, title)):
            continue
        if len(line.text) > _SHORT and not any(bodies_of(line.text)):
            break
        bodies += bodies_of(line.text)
    named = [body for body in bodies if not _STATE.match(body)] or bodies
    telling = [body for body in named if not is_generic(body)] or named
    return next(reversed(telling), None)


def _wrapped(before: Line, line: Line, title: str) -> bool:
    """Is the line the rest of the one before it?"""
    return not line.gap and len(before.text) > _FULL and before.text != title and not any(bodies_of(before.text))


def _sign_off(found: Sequence[Line]) -> str | None:
    """A body's name on a line of its own, with the day under it."""
    for line, below in pairwise(found):
        if line.gap and is_body(line.text) and not below.gap and any(stamps(below.text)):
            return line.text.strip(" .,:")
    return None


def _subject(title: str, head: Sequence[Line], start: int) -> str | None:
    """Whom the first sentence after the dateline has announce something, where the title has the same first word."""
    known = {word.casefold() for word in _WORD.findall(title)}
    for line in head[1:]:
        text = line.text[start - line.start :] if line.start < start < line.end else line.text
        match = _SUBJECT.match(_OPENING.sub("", text[:400], count=1))
        if match and _announces(match["after"]) and not any(stamps(match["issuer"])):
            first = _WORD.search(match["issuer"])
            return match["issuer"].strip(" ,") if first and first[0].casefold() in known else None
    return None


def _announces(after: str) -> bool:
    return any(pattern.match(after.strip()) for pattern in expressions("issuer", "announces", None))
