"""When are two written forms one word? Two foldings: one keeps every offset, one meets across scripts."""

import unicodedata
from functools import lru_cache

from releasecli.resources import gazetteer

_SOFT = frozenset("еэєёюяьъ")
_HAN = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))


def lowered(text: str) -> str:
    """The text in lower case, character by character: every offset stays true.

    >>> lowered("İlham")
    'ilham'
    """
    whole = text.lower()
    return whole if len(whole) == len(text) else "".join(_lower(char) for char in text)


def key(token: str) -> str:
    """The one folded form of a token: small Latin letters and digits, whatever its script and accents.

    A token of nothing else gives itself in lower case; Chinese and Japanese characters stay.

    >>> key("Əliyev"), key("Алиев"), key("Laçın"), key("U.S.")
    ('aliyev', 'aliyev', 'lacin', 'us')
    """
    if token.isascii():
        plain = token.lower()
        return plain if plain.isalnum() else "".join(filter(str.isalnum, plain)) or plain
    return _folded(token)


def leaves_out_vowels(word: str) -> bool:
    """Whether a word is in Arabic or Hebrew letters."""
    return any("\u0590" <= char <= "\u08ff" for char in word)


def has_han(text: str) -> bool:
    """Whether a text holds characters that are written without blanks around words: Chinese ones, Japanese kana."""
    if text.isascii() or max(text) < _HAN[0][0]:  # a pattern of these takes longer to compile than Python to start
        return False
    return any(first <= char <= last for char in text if char >= _HAN[0][0] for first, last in _HAN)


def _lower(char: str) -> str:
    small = char.lower()
    return small if len(small) == 1 else small[0]


@lru_cache(maxsize=65536)
def _folded(token: str) -> str:
    if has_han(token):
        return unicodedata.normalize("NFKC", token).lower()
    from anyascii import anyascii  # noqa: PLC0415  a seam: texts in plain Latin letters never need it

    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", token).casefold())
    plain = anyascii(_romanised(small)).lower()
    return "".join(filter(str.isalnum, plain)) or small


def _romanised(word: str) -> str:
    """Letters that the general table writes otherwise than names in English do: ə as a, Алиев as Aliyev."""
    letters, finals = _letters()
    for ending, latin in finals:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)] + latin
            break
    return "".join(_letter(letters, char, word[place - 1 : place]) for place, char in enumerate(word))


def _letter(letters: dict[str, str], char: str, before: str) -> str:
    """A letter's Latin form; after a vowel or at the start its second form, where it has two."""
    both = letters.get(char, char)
    middle, _, start = both.partition("|")
    return start if start and (not before or before in _SOFT or before in "аиоуыіїaeiou") else middle


@lru_cache(maxsize=1)
def _letters() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    rows = [(*row, "")[:2] for row in gazetteer("letters")]
    finals = tuple((written[1:], latin) for written, latin in rows if written[0] == "-")
    return {written: latin for written, latin in rows if written[0] != "-"}, finals
