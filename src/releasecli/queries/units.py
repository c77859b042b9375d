"""Which units does a typed word mean?"""

from collections.abc import Collection, Iterator

from releasecli.resources import languages, lexicon
from releasecli.text.forms import forms


def units_meant(typed: Collection[str]) -> set[str]:
    """The units, in small letters, that are called so or have that sign: "dollars" and "$" are those of all states."""
    wanted = {word.lower() for word in typed}
    return {unit.lower() for written, unit in _written() if written.lower() in wanted} | wanted


def spelt(lowered: Collection[str]) -> list[str]:
    """Units in small letters as they are written."""
    written = {unit.lower(): unit for _, unit in _written()}
    return [written.get(unit, unit) for unit in lowered]


def _written() -> Iterator[tuple[str, str]]:
    """Every word and sign of a unit in any language, with the unit."""
    for table in filter(None, (lexicon(language, "figures") for language in languages())):
        for unit, entries in table["units"].items():
            yield from ((form, unit) for entry in entries for form in forms(entry))
        yield from table["signs"].items()
        yield from (pair for money in table["local_money"].values() for pair in money.items())
