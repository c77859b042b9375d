"""In which order do the numeric dates of a table stand?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from releasecli.model import Document
from releasecli.readers.options import Failure

_AHEAD = 400  # rows looked at before the first is handed on
_NUMERIC = re.compile(r"\s*(\d\d?)\s?[-/.]\s?(\d\d?)\s?[-/.]\s?\d\d(?:\d\d)?(?!\d)")
_MONTHS = 12


def ordered(found: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """The rows of one file, told the order (`dmy`, `mdy`) that those of them show which can be read in one way only."""
    ahead = list(islice(found, _AHEAD))
    order = _shown([each.fields.get("published", "") for each in ahead if isinstance(each, Document)])
    for each in chain(ahead, found):
        yield replace(each, fields={**each.fields, "order": order}) if order and isinstance(each, Document) else each


def _shown(values: list[str]) -> str | None:
    """The order that all dates agree with, and at least one demands."""
    pairs = [(int(match[1]), int(match[2])) for value in values if (match := _NUMERIC.match(value))]
    day_first, month_first = (any(pair[at] > _MONTHS for pair in pairs) for at in (0, 1))
    if day_first == month_first:
        return None
    return "dmy" if day_first else "mdy"
