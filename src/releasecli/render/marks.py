"""Which signs carry meaning beside the words?"""

from collections.abc import Iterable

_PICTURES = {code: 0x2400 + code for code in range(32) if code != 10} | {127: 0x2421}
_HIDDEN = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)

MARKS = {
    "stated": ("●", "*"),
    "inferred": ("◐", "~"),
    "vague": ("○", "o"),
    "open": ("→", ">"),
    "ambiguous": ("?", "?"),
    "dot": ("·", "-"),
    "cut": ("…", "..."),
    "left": ("«", "["),
    "right": ("»", "]"),
    "bar": ("━", "="),
    "rail": ("│", "|"),
}


def mark(name: str, *, unicode: bool = True) -> str:
    """The sign of that name, or its ASCII stand-in."""
    return MARKS[name][0 if unicode else 1]


def legend(names: Iterable[str], *, unicode: bool = True) -> str:
    """What the signs of those names mean, in one line."""
    words = {"open": "open end"}
    return "  ".join(f"{mark(name, unicode=unicode)} {words.get(name, name)}" for name in names)


def visible(text: str) -> str:
    """The text with control characters (line ends apart) shown as signs, so that none reaches the terminal."""
    return text.translate(_PICTURES | _HIDDEN)
