"""What does a Word document hold?"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table

from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, UnreadableError, content

_UNPACKED = 300_000_000


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release: paragraphs and tables in order; the properties' title where the text has it, too."""
    data = content(raw, options.max_bytes)
    _bounded(data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = "\n\n".join(filter(None, _blocks(document)))
        title = " ".join((document.core_properties.title or "").split())
    except Exception as error:  # noqa: BLE001  the library raises what it happens upon in damaged files
        raise UnreadableError(f"not a readable Word document ({type(error).__name__})") from None
    fields = {"title": title} if title and title.casefold() in " ".join(body[:2000].split()).casefold() else {}
    yield Draft(body, "docx", fields=fields)


def _bounded(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(info.file_size for info in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("not a readable Word document (damaged or cut off)") from None
    if size > _UNPACKED:
        raise UnreadableError(f"unpacks to {size // 1_000_000} MB; not read")


def _blocks(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(_row(row) for row in block.rows)
        else:
            yield block.text.strip()


def _row(row: Any) -> str:
    """The cells of a row, a merged one once."""
    cells = dict.fromkeys(cell.text.strip().replace("\n", " ") for cell in row.cells)
    return "  ".join(filter(None, cells))
