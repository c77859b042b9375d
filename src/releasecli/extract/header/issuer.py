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

_SHORT, _FULL, _BEGINNING, _NAME = 80, 50, 200, 7
_WORD = re.compile(r"\w{2,}")
_CAPITAL = r"(?:[A-Z0-9][\w&'’.+-]*[®™]?|[a-z]{1,2}[A-Z][\w-]*|&)"
_OPENING = re.compile(r"^[\s.,)\]–—-]*(?:(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))\s*)?[\s–—-]*")  # left of a dateline
_SUBJECT = re.compile(
    rf"(?:Today, )?(?:[Tt]he )?(?P<issuer>(?!(?:In|On|At|As|If|For|With|By|After) ){_CAPITAL}"
    rf"(?:,? (?:(?:of|for|and|the|de) )*{_CAPITAL})*)"
    r"(?:\s*[(\[][^()\[\]]{1,80}[)\]])*(?P<after>(?:[.,]*| [–—-])\s+[a-z]+(?: [a-z]+){0,2})"
)
_APPOSITION = re.compile(r"(?<=\w), (?=[^,]*\w['’‘]s\b)")  # `Acme, Norland's oldest`: the name ends at the comma
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
        or _about(title, [*head, *tail])
        or _contact(title, [*head, *tail])
        or _sign_off([*head, *tail])
        or (line.wire if line and line.wire and (is_body(line.wire) or line.wire.casefold() in wires()) else None)
        or (title if is_body(title) and len(title.split()) < _NAME else None)
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
    """The name of the page's site, where that is the name of a body."""
    return name if name and is_body(name) else None


def _about(title: str, found: Sequence[Line]) -> str | None:
    """The body a closing part is about, where the title speaks of it; of several the one it names first."""
    names = [name for line in found if (name := _named("about", [line.text[:_BEGINNING]]))]
    spoken = [(at, name) for name in names if (at := _place(name, title)) is not None]
    return min(spoken)[1] if spoken else None


def _contact(title: str, found: Sequence[Line]) -> str | None:
    """The first body that the contacts name and the title names too."""
    names = (_named("contact", [line.text]) for line in found)
    return next((name for name in names if name and name.casefold() in title.casefold()), None)


def _place(name: str, title: str) -> int | None:
    """Where the title speaks of a body: by its first word, its initials, or its name written as one word."""
    words = _WORD.findall(name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    told = [*words[:1], *([initials] if len(initials) > 2 else []), *(["".join(words)] if len(words) > 1 else [])]
    places = (re.search(rf"\b{re.escape(each)}\b", title, re.IGNORECASE) for each in told)
    return next((match.start() for match in places if match), None)


def _labels(found: Sequence[Line]) -> list[str]:
    """`From:` on a line of its own, with the line below it."""
    return [f"{line.text} {below.text}" for line, below in pairwise(found) if line.text.endswith(":")]


def _letterhead(head: Sequence[Line], title: str) -> str | None:
    """The last body around the title, as an office stands below its ministry; a press office alone does not count."""
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
    """The subject of the first sentence after the dateline, if it announces something and the title names it too."""
    for line in head[1:]:
        text = line.text[start - line.start :] if line.start < start < line.end else line.text
        match = _SUBJECT.match(_OPENING.sub("", text[:400], count=1))
        if not match or any(stamps(match["issuer"])):
            continue
        name, *apposition = _APPOSITION.split(match["issuer"], maxsplit=1)
        if apposition or _announces(match["after"]):
            return name.strip(" ,") if _place(name, title) is not None else None
    return None


def _announces(after: str) -> bool:
    return any(pattern.match(after.strip()) for pattern in expressions("issuer", "announces", None))
