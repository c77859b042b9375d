"""Where do the other names of states and cities come from? CLDR, through the babel package."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from releasecli.text.fold import key
from releasecli.text.tokens import words

TABLE = Path(__file__).parents[1] / "src/releasecli/resources/gazetteers/aliases.tsv"
LANGUAGES = (
    "en",
    "az",
    "ru",
    "tr",
    "hy",
    "ka",
    "uk",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pl",
    "nl",
    "el",
    "ar",
    "fa",
    "he",
    "ro",
)
_SHORTEST = 4  # letters of a folded name of one word: shorter ones are words of some language
_LONGEST = 4  # words
_HEAD = """# names of one state or city in several languages, one group a line
# Source: territories and exemplar cities of Unicode CLDR (Unicode License v3), taken over with `python -m benchmarks
# aliases`; bodies.tsv holds what CLDR does not
"""


def main(argv: list[str]) -> None:
    """Write the table anew from the installed babel."""
    argparse.ArgumentParser(prog="python -m benchmarks aliases", description=__doc__).parse_args(argv)
    groups = _without_shared([_distinct(names) for names in (*_territories(), *_cities())])
    lines = ["\t".join(group.values()) for group in groups if len(group) > 1]
    TABLE.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} groups, {sum(map(len, groups))} names, {TABLE.stat().st_size} bytes")


def _territories() -> Iterator[list[str]]:
    locales = [Locale(language) for language in LANGUAGES]
    for code in sorted(map(str, locales[0].territories)):
        if len(code) == 2 and code not in {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}:
            yield [locale.territories.get(code, "") for locale in locales]


def _cities() -> Iterator[list[str]]:
    locales = [Locale(language) for language in LANGUAGES]
    zones = sorted(
        {zone for locale in locales for zone in map(str, locale.time_zones) if "/" in zone and "Etc/" not in zone}
    )
    for zone in zones:
        english = zone.rpartition("/")[2].replace("_", " ")
        yield [english, *(str(locale.time_zones.get(zone, {}).get("city", "")) for locale in locales)]


def _distinct(names: list[str]) -> dict[str, str]:
    """The names by their folded form, each form once."""
    found: dict[str, str] = {}
    for name in names:
        folded = [key(word) for word in words(name)]
        if "(" not in name and 0 < len(folded) <= _LONGEST and len("".join(folded)) >= _SHORTEST:
            found.setdefault(" ".join(folded), name)
    return found


def _without_shared(groups: list[dict[str, str]]) -> list[dict[str, str]]:
    """The groups without names that stand in more than one."""
    held = Counter(name for group in groups for name in group)
    return [{folded: name for folded, name in group.items() if held[folded] == 1} for group in groups]
