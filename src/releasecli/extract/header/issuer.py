"""Who releases it?"""

import re
from collections.abc import Mapping, Sequence
from email.utils import parseaddr

from releasecli.extract.header.lines import Line
from releasecli.extract.header.settings import Settings, expressions
from releasecli.extract.header.title import is_body

_SHORT = 64
_ARTICLE = re.compile(r"^(?:the|by|from)\s+", re.IGNORECASE)


def issuer(
    fields: Mapping[str, str], title: str, head: Sequence[Line], tail: Sequence[Line], settings: Settings
) -> str | None:
    """By the wrapper, the profile, the title ("Release of the ..."), the letterhead, a line that names the source."""
    found = (
        _address(fields.get("issuer", ""))
        or settings.values.get("issuer")
        or _named("title", [title])
        or _letterhead(head, title)
        or _named("said", [line.text for line in (*head[:6], *reversed(tail))])
        or settings.fallback.get("issuer")
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


def _letterhead(head: Sequence[Line], title: str) -> str | None:
    """The last of the short lines around the title that is the name of a body: the office below its ministry."""
    bodies = []
    for line in head[:8]:
        if line.text == title:
            continue
        if len(line.text) > _SHORT:
            break
        if is_body(line.text):
            bodies.append(line.text.strip(" .,:"))
    return bodies[-1] if bodies else None
