"""What does a web archive hold?"""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from releasecli.readers.formats import reader_for_media
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import PassingError, Raw, UnreadableError, content


def read(raw: Raw, options: ReadOptions) -> Iterator[Raw | Failure]:
    """The releases of all pages, feeds and PDFs that were answered with 200."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  an extra that may not be installed
    except ImportError:
        raise PassingError("web archives need one more package: pip install 'releasecli[warc]'") from None
    archive = ArchiveIterator(io.BytesIO(content(raw, options.max_bytes)), arc2warc=True)
    while (record := _next(archive)) is not None:
        if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200":
            yield from _page(record, raw, options)


def _next(archive: Iterator[Any]) -> Any:
    """The next record; the library's own remarks on broken ones are not the user's."""
    with redirect_stderr(io.StringIO()):
        try:
            return next(archive, None)
        except Exception as error:  # noqa: BLE001  the library raises what it happens upon in damaged archives
            raise UnreadableError(f"a damaged web archive ({type(error).__name__})") from None


def _page(record: Any, raw: Raw, options: ReadOptions) -> Iterator[Raw]:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    name = reader_for_media(record.http_headers.get_header("Content-Type") or "")
    if name and not url.endswith("/robots.txt"):
        data = record.content_stream().read(options.max_bytes)
        yield Raw(
            f"{raw.uri}#{url}",
            raw.below,
            data=data,
            url=url,
            depth=raw.depth + 1,
            reader="feed" if name == "xml" else name,
        )
