"""What is the title?"""

import re
from collections.abc import Collection, Sequence

from releasecli.extract.header.furniture import is_furniture
from releasecli.extract.header.lines import Line
from releasecli.extract.header.settings import expressions

_LONGEST = 220
_LABEL = re.compile(r"^(?:title|headline|subject|titel|titre|título|заголовок)\s*:\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s")


def title(head: Sequence[Line], stamped: Collection[int]) -> str:
    """The first line that is not furniture, stamp or letterhead; of a text in one line its first sentence."""
    for at, line in enumerate(head):
        if line.start in stamped or is_furniture(line.text) or _letterhead(head, at, stamped):
            continue
        return _shortened(_LABEL.sub("", line.text))
    return _shortened(head[0].text) if head else ""


def _letterhead(head: Sequence[Line], at: int, stamped: Collection[int]) -> bool:
    """A line that is a body's name, where stamps, furniture or another name follow soon."""
    if not is_body(head[at].text):
        return False
    following = head[at + 1 : at + 4]
    return (
        any(line.start in stamped or is_furniture(line.text) or is_body(line.text) for line in following)
        and len(head) > 2
    )


def is_body(line: str) -> bool:
    """Is the line the name of a releasing body?"""
    return len(line) < 100 and any(pattern.search(line) for pattern in expressions("issuer", "line", None))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    sentence = _SENTENCE.search(text, 20)
    if sentence and sentence.end() <= _LONGEST:
        return text[: sentence.end()].strip()
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"
