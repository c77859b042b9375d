"""What does a plain text file hold?"""

import re
from collections.abc import Iterator

from releasecli.readers.decode import decode
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, content

_LONG = 300
_GAP = re.compile(r"[ \u00a0]{8,}")


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: the whole file."""
    text, notes = decode(content(raw, options.max_bytes), options.encoding)
    yield Draft(broken(text), "text", notes=notes)


def broken(text: str) -> str:
    """The text with the lines it lost: a run of many blanks inside a very long line once was a break."""
    if "        " not in text:
        return text
    return "\n".join(_GAP.sub("\n\n", line).strip() if len(line) > _LONG else line for line in text.split("\n"))
