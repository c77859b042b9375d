"""Which language is a text in? By its script, then by its small words and letters."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from releasecli.resources import lexicon

_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)?")
# one script, one language
_ALONE = {"GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he", "THAI": "th", "HANGUL": "ko", "KANA": "ja", "HAN": "zh",
  "SINHALA": "si", "TAMIL": "ta", "BENGALI": "bn", "DEVANAGARI": "hi", "GUJARATI": "gu", "TELUGU": "te", "KHMER": "km", "LAO": "lo",
  "MYANMAR": "my", "ETHIOPIC": "am", "MALAYALAM": "ml", "KANNADA": "kn", "GURMUKHI": "pa"}  # fmt: skip
_RANGES = (
    ("LATIN", "A-Za-zÀ-ɏəƏḀ-ỿ"),
    ("CYRILLIC", "Ѐ-ԯ"),
    ("ARABIC", "؀-ۿݐ-ݿﭐ-﷿ﹰ-﻿"),
    ("GEORGIAN", "Ⴀ-ჿᲐ-Ჿ"),
    ("ARMENIAN", "Ա-֏"),
    ("GREEK", "Ͱ-Ͽἀ-῿"),
    ("HEBREW", "֐-׿"),
    ("HANGUL", "가-힯ᄀ-ᇿ"),
    ("KANA", "぀-ヿ"),
    ("HAN", "一-鿿"),
    ("THAI", "฀-๿"),
    ("SINHALA", "඀-෿"),
    ("TAMIL", "஀-௿"),
    ("BENGALI", "ঀ-৿"),
    ("DEVANAGARI", "ऀ-ॿ"),
    ("GUJARATI", "઀-૿"),
    ("TELUGU", "ఀ-౿"),
    ("KANNADA", "ಀ-೿"),
    ("MALAYALAM", "ഀ-ൿ"),
    ("GURMUKHI", "਀-੿"),
    ("KHMER", "ក-៿"),
    ("LAO", "຀-໿"),
    ("MYANMAR", "က-႟"),
    ("ETHIOPIC", "ሀ-፿"),
)
_SCRIPTS = tuple((name, re.compile(f"[{letters}]")) for name, letters in _RANGES)
# letters that no neighbour in the same script has; each counts like a small word
_LETTERS = {"az": "əƏ", "tr": "ğĞ", "uk": "їЇєЄґҐ", "be": "ўЎ", "kk": "ңұһҢҰҺ", "ky": "ңөүҢӨҮ", "sr": "ђћљњџј", "mk": "ѓќѕ", "bg": "ъ", "ru": "ыэЫЭ",
  "tg": "ҷҳӯҚқ", "mn": "өүӨҮ", "de": "ßä", "sv": "åä", "da": "æø", "nb": "æø", "pl": "łąęż", "cs": "ěřů", "sk": "ľĺŕ", "hu": "őű", "ro": "șțăşţ", "es": "ñ¿¡",
  "pt": "ãõ", "fr": "œêçè", "is": "þð", "lv": "āēīņ", "lt": "ėįųū", "et": "õ", "fi": "ä", "vi": "ạảấầđơư", "fa": "پچژگی", "ur": "ٹڈڑںے", "ps": "ټډړښځ"}  # fmt: skip


def language(text: str) -> tuple[str | None, bool]:
    """The ISO 639-1 code, or None, and whether it is sure."""
    sample = text[:_SAMPLE]
    script, share = _script(sample)
    if script in _ALONE:
        return _ALONE[script], share > 0.6
    if script is None:
        return None, False
    return _by_words(sample, _of_script(script))


def _script(sample: str) -> tuple[str | None, float]:
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS})
    total = sum(counts.values())
    if counts["KANA"] * 10 > total:
        return "KANA", 1.0
    name, most = counts.most_common(1)[0]
    return (name, most / total) if most else (None, 0.0)


def _by_words(sample: str, codes: Iterable[str]) -> tuple[str | None, bool]:
    counts = Counter(_WORD.findall(sample.lower().replace("i̇", "i")))
    scores = sorted(((_score(counts, sample, code), code) for code in codes), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    total = max(1, counts.total())
    if best < 1.5:
        return None, False
    return code, best - second >= max(3, total / 50) and best * 12 > total


def _score(counts: Mapping[str, int], sample: str, code: str) -> float:
    words = sum(counts[word] for word in _words()[code])
    letters = _LETTERS.get(code, "")
    return words + min(words + 3, sum(map(sample.count, letters)) / 3)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(map(str, words)) for code, words in lexicon("_any", "stopwords").items()}


@cache
def _of_script(script: str) -> tuple[str, ...]:
    """The languages whose small words are in a script."""
    pattern = dict(_SCRIPTS)[script]
    return tuple(sorted(code for code, words in _words().items() if any(pattern.match(word) for word in words)))
