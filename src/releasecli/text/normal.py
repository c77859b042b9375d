"""Which form of a text is kept?"""

import re
import unicodedata

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(
    "\x1b\\[[0-9;?]*[@-~]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)


def normal_form(text: str) -> str:
    r"""The text as it is hashed, stored and read: NFC, one kind of line end, tabs as blanks, no control characters.

    Signs nobody sees (soft hyphen, word joiner, zero-width space) would part words for the search: they go, too,
    and so does what colours a word on a terminal.

    Idempotent. Every result is a readable YAML literal block; it ends in one newline unless it is empty.

    >>> normal_form("a\tb \r\n\r\n\ufeffc")
    'a b\n\nc\n'
    """
    text = _CONTROL.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    text = "\n".join(line.rstrip(" \u00a0") for line in unicodedata.normalize("NFC", text).split("\n")).strip("\n")
    return f"{text}\n" if text else ""
