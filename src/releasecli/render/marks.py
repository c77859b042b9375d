"""Which signs carry meaning beside the words?"""

import os
import sys
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


def has_signs(encoding: str | None) -> bool:
    """Whether a screen of that encoding can show the signs.

    Where the locale is C, Python takes UTF-8 all the same; whoever chose C wants plain ASCII.
    """
    chosen = os.environ.get("LC_ALL") or os.environ.get("LANG")
    plain = bool(sys.flags.utf8_mode) and chosen in {"C", "POSIX"}
    return not plain and (encoding or "").lower().startswith("utf")


def plainly(line: str) -> str:
    """A line with every sign as its ASCII stand-in."""
    return line.translate({ord(sign): stand_in for sign, stand_in in MARKS.values()})


def legend(names: Iterable[str]) -> str:
    """What the signs of those names mean, in one line."""
    words = {"open": "open end"}
    return "  ".join(f"{mark(name)} {words.get(name, name)}" for name in names)


def visible(text: str) -> str:
    """The text with control characters (line ends apart) shown as signs, so that none reaches the terminal."""
    return text.translate(_PICTURES | _HIDDEN)
