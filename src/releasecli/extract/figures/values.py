"""Which number do digits and words mean?"""

import re
from unicodedata import numeric

from releasecli.extract.figures.lexicon import FigureWords
from releasecli.text.numbers import cardinal

Number = int | float

_FRACTION = re.compile(r"(?:(?P<whole>\d+)[ \u00a0-]?)??(?:(?P<a>\d+)/(?P<b>\d+)|(?P<sign>[¼-¾⅐-⅞]))")
_COMMA = re.compile(r"(\d+),(\d{1,2})")
_GROUPS = re.compile(r"[, \u00a0\u202f]")
_MILLION = 1_000_000


def value_of(match: re.Match[str], words: FigureWords, scale: str = "") -> Number | None:
    """The number in plain; `scale` is the upper end's, where the lower end has none ("$1.3-1.5 billion")."""
    if match["digits"]:
        factor = words.scales.get((match["scale"] or scale).lower(), 1) * (_MILLION if match["million"] else 1)
        return plain(digits(match["digits"]) * factor)
    if match["plural"]:
        return words.plurals[spaced(match["plural"])]
    if match["part"]:
        return words.fractions[spaced(match["part"])]
    return in_words(match["words"])


def in_words(phrase: str) -> Number | None:
    """'half a million', 'two dozen', 'twenty-five', 'three and a half million'."""
    parts = re.findall(r"[^\W\d_]+", phrase.lower())
    if "half" in parts[1:]:
        at = parts.index("half")
        whole, scale = cardinal(parts[: at - 2], "en"), cardinal(["one", *parts[at + 1 :]], "en")
        return None if whole is None or scale is None else plain((whole + 0.5) * scale)
    factor: Number = 1
    if parts[0] == "half":
        factor, parts = 0.5, parts[1:]
    if parts[0] in ("a", "an"):
        parts = parts[1:]
    if parts[-1] == "dozen":
        factor, parts = factor * 12, parts[:-1]
    number = cardinal(parts, "en") if parts else 1
    return None if number is None else plain(number * factor)


def digits(written: str) -> float:
    """'4,700', '340 000', '4,7', '4-1/4' and '4½'."""
    if parts := _FRACTION.fullmatch(written):
        return int(parts["whole"] or 0) + (
            numeric(parts["sign"]) if parts["sign"] else int(parts["a"]) / int(parts["b"])
        )
    decimal = _COMMA.fullmatch(written)
    return float(".".join(decimal.groups()) if decimal else _GROUPS.sub("", written))


def plain(number: Number) -> Number:
    """The number without the trailing digits that binary fractions add (128.3 billion)."""
    rounded = round(float(f"{number:.15g}"), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def spaced(phrase: str) -> str:
    """The phrase as the lexicon writes it: small letters, single blanks."""
    return " ".join(phrase.lower().split())
