"""What does a PDF hold?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2

from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, UnreadableError, content
from releasecli.resources import data as resource
from releasecli.text.alternatives import alternatives

_EDGE = 3
_PAGES = 3000
_DIGITS = re.compile(r"\d+")
_WORDS = resource("formats")["pdf"]
_NUMBER = re.compile(
    rf"\W*(?:{alternatives(_WORDS['page'])}\.?)?\s*\d{{1,4}}(?:\s*(?:/|{alternatives(_WORDS['of'])})\s*\d{{1,4}})?\W*",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"([^\W\d_])(?:[-\u00ad\x02]\n|[\ufffe\u00ad\x02]\n?)([^\W\d_])")  # pdfium puts U+FFFE for both
_END = re.compile(r"[.!?:;…][\"'”’»)]*$")


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: the text of all pages without running heads and page numbers."""
    data = content(raw, options.max_bytes)
    try:
        pages = list(_pages(data))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from None
    if not any(char.isalnum() for page in pages for char in page):
        raise UnreadableError(
            f"no text in this PDF ({len(pages)} page{'s' * (len(pages) != 1)} of images); run OCR first"
        )
    yield Draft(_text(pages), "pdf")


def _pages(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            words = page.get_textpage()
            yield words.get_text_range(errors="ignore") if words.count_chars() > 0 else ""
            words.close()
            page.close()
    finally:
        document.close()


def _reason(error: str) -> str:
    if "password" in error.lower():
        return "this PDF asks for a password"
    return "not a readable PDF (damaged or cut off)"


def _text(pages: Sequence[str]) -> str:
    lines = [[" ".join(line.split()) for line in page.replace("\r", "").split("\n")] for page in pages]
    kept = _without_edges(lines)
    text = "\n".join("\n".join(_paragraphed(page)) for page in kept)
    return _HYPHEN.sub(_joined, text)


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """Pages without lines that most of them have at the same edge, digits aside, and without page numbers."""
    filled = [[line for line in page if line] for page in pages]
    heads = _repeated([page[:_EDGE] for page in filled])
    feet = _repeated([page[-_EDGE:] for page in filled])
    return [_cut(page, heads, feet, many=len(pages) > 1) for page in filled]


def _repeated(edges: Sequence[Sequence[str]]) -> frozenset[str]:
    counts = Counter(line for edge in edges for line in {_DIGITS.sub("0", line) for line in edge})
    return frozenset(line for line, count in counts.items() if count >= 3 and count * 2 > len(edges) and len(line) < 80)


def _cut(page: list[str], heads: frozenset[str], feet: frozenset[str], *, many: bool) -> list[str]:
    def running(at: int, line: str) -> bool:
        near_top, near_end = at < _EDGE, at >= len(page) - _EDGE
        bare = _DIGITS.sub("0", line)
        numbered = many and (at == 0 or at == len(page) - 1) and _NUMBER.fullmatch(line) is not None
        return numbered or (near_top and bare in heads) or (near_end and bare in feet)

    return [line for at, line in enumerate(page) if not running(at, line)]


def _paragraphed(page: Sequence[str]) -> Iterator[str]:
    """A blank line after a short line that ends a sentence: the wrapped lines before it were full."""
    widths = sorted(map(len, page))
    full = widths[len(widths) * 3 // 4] if widths else 0
    for line in page:
        yield line
        if len(line) < 0.8 * full and (_END.search(line) or len(line) < 0.5 * full):
            yield ""


def _joined(match: re.Match[str]) -> str:
    """A word broken at a line end; a capital after the hyphen keeps it."""
    before, after = match.groups()
    return f"{before}{after}" if after.islower() or not after.isupper() else f"{before}-{after}"
