"""Which characters do these bytes mean?"""

import codecs
import re
from functools import cache

from releasecli.errors import UsageError
from releasecli.readers.raw import UnreadableError
from releasecli.resources import data as resource

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF; save it as .docx or .txt"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTERS = re.compile(rb"[\xb8\xc0-\xff]")  # in no legacy encoding of one byte are these signs
_FOREIGN, _NOT_ASCII = re.compile("[\udc80-\udcff]"), re.compile(r"[^\x00-\x7f]")
_NOT_LETTER = re.compile(r"[\W\d_]+")
_SAMPLE = 60_000
_SCRIPTED = frozenset(
    resource("formats")["scripted"]
)  # encodings of other scripts, which cannot be taken for Western ones
_LATIN = ("cp1252", "cp1254", "cp1250", "cp1257")  # the first of the best
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what the bytes after the first look like in cp1252 and latin-1
_TANGLE = re.compile(f"â[€\u0080]|[ÂÃ][{_TRAIL}]")
_TANGLED = re.compile(f"[Â-ß][{_TRAIL}]|[à-ï][{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}}")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where the encoding had to be guessed. Raises UnreadableError for what is no text."""
    if encoding:
        return data.decode(encoding, "replace"), ()
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), ()
    if wide := _wide(data):
        return data.decode(wide, "replace"), (f"read as {wide}",)
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def untangled(text: str) -> str:
    """The text with UTF-8 that was once taken for a Western encoding read as what it was: `â€™` is an apostrophe."""
    return _TANGLED.sub(_read_again, text) if _TANGLE.search(text) else text


def what(data: bytes) -> str | None:
    """The kind of file that the bytes are (RTF, an old Word file, ...), or None where they may be text."""
    return next((name for start, name in _SIGNATURES if data.startswith(start)), None)


def known_encoding(name: str) -> None:
    """Raises UsageError for an encoding that there is not."""
    try:
        codecs.lookup(name)
    except LookupError:
        raise UsageError(f"unknown encoding {name!r}", "utf-8, cp1251 and latin-1 are some") from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a Western beginning is zero."""
    head = data[:2000]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 < len(head) or min(even, odd) * 20 > len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    name = what(data)
    if name:
        raise UnreadableError(f"not text but {name}")
    head = data[:_SAMPLE]
    if len(_CONTROL.findall(head)) * 50 > len(head):
        raise UnreadableError("not text (binary data)")


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """UTF-8 with a few foreign bytes; Western text with a few signs; or what the detector says of the sample."""
    text = data.decode("utf-8", "surrogateescape")
    lost = len(_FOREIGN.findall(text))
    multibyte = len(_NOT_ASCII.findall(text)) - lost
    if multibyte >= lost:
        return _mended(data), (f"UTF-8 with {lost} foreign bytes, from byte {error.start}",)
    name = _guess(data)
    return data.decode(name, "replace"), (f"read as {name}",)


def _mended(data: bytes) -> str:
    codecs.register_error("releasecli-western", _western)
    return data.decode("utf-8", "releasecli-western")


def _western(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(_LETTERS.findall(sample)) * 25 < len(sample):
        return max(_LATIN, key=lambda name: _plausible(sample, name))
    import charset_normalizer  # noqa: PLC0415  a seam: only bytes that are not UTF-8 need it

    best = charset_normalizer.from_bytes(sample).best()
    found = best.encoding if best and best.encoding not in {"utf_8", "ascii"} else "cp1252"
    return found if found in _SCRIPTED else max((*_LATIN, found), key=lambda name: _plausible(sample, name))


def _plausible(sample: bytes, encoding: str) -> int:
    """How well the letters beyond ASCII fit: small words of any language with them count for, rare letters against."""
    text = sample.decode(encoding, "replace").lower()
    known = sum(not word.isascii() and word in _small_words() for word in _NOT_LETTER.split(text))
    return 3 * known - sum(map(text.count, resource("formats")["rare_letters"]))


@cache
def _small_words() -> frozenset[str]:
    words = resource("languages/_any/stopwords")
    return frozenset(str(word) for code in words for word in words[code])


def _read_again(match: re.Match[str]) -> str:
    """The signs as the bytes they came from, decoded as UTF-8; as they stand where that makes none."""
    data = b"".join(_byte(char) for char in match.group())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252", "replace")
