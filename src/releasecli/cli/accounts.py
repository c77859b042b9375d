"""How does a file stand beside the releases of an index?"""

from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

from releasecli.cli.reading import of_file
from releasecli.model.record import facts_record
from releasecli.model.sheet import Cited
from releasecli.queries.compare.account import Account, account
from releasecli.queries.reading_sheet import cited_of
from releasecli.text.sentences import sentences


class File(NamedTuple):
    """What a file says, and how a page quotes it; its name stands where the id would."""

    account: Account
    cited: Cited


def read(name: str) -> File:
    """A file as an account, read without an index."""
    reading = of_file(name)
    header, text = reading.release.header, reading.release.text
    starts = [start for start, _ in reading.paragraphs]
    spans = [(start, end, bisect_right(starts, start)) for start, end in sentences(text, header.language)]
    label = header.side or header.issuer or Path(name).stem
    told = account(name, label, text, spans, facts_record(reading.facts), issuer=header.issuer)
    return File(told, cited_of(reading)._replace(id=name))
