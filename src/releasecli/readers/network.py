"""What lies at a URL?"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, NameResolutionError, NewConnectionError

from releasecli import __version__
from releasecli.readers.formats import reader_for_bytes, reader_for_media, reader_for_name
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Raw, UnreadableError

AGENT = f"releasecli/{__version__}"
_REDIRECTS = 5
_RETRIES = urllib3.Retry(
    total=3,
    redirect=False,
    backoff_factor=0.3,
    status_forcelist=(429, 500, 502, 503, 504),
    respect_retry_after_header=False,
    raise_on_status=False,
)
_BYTES = 50_000_000
_SLOWEST = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent in the end: `url` after redirects, `passed` the addresses on the way."""

    url: str
    data: bytes
    kind: str
    etag: str
    modified: str
    passed: tuple[str, ...]
    unchanged: bool = False


def read(raw: Raw, options: ReadOptions) -> Iterator[Raw | Failure]:
    """One page, feed or file; nothing is asked for but this URL and the site's robots.txt."""
    url = raw.url or raw.uri
    if options.robots and not _allowed(url, options.timeout):
        raise UnreadableError("the site's robots.txt does not allow it; save the page and give the file")
    answer = fetch(url, options)
    if answer.unchanged:
        yield Failure(raw.uri, "not changed since it was last read", skipped=True)
        return
    more = {name: value for name, value in (("etag", answer.etag), ("last_modified", answer.modified)) if value}
    notes = tuple(f"redirected from {passed}" for passed in answer.passed)
    below = urlsplit(answer.url).path
    yield Raw(
        raw.uri,
        below,
        data=answer.data,
        url=answer.url,
        reader=options.format or _reader(answer),
        extra=more,
        notes=notes,
    )


def fetch(url: str, options: ReadOptions) -> Answer:
    """The answer after redirects. Raises UnreadableError with one line on what went wrong."""
    passed: list[str] = []
    conditions = _conditions(options.validators.get(url))
    while True:
        if not url.startswith(("http://", "https://")):
            raise UnreadableError(f"redirected to {url[:80]}, which is no web address")
        answer = _one(url, conditions, options, tuple(passed))
        if isinstance(answer, Answer):
            return answer
        passed.append(url)
        url = urljoin(url, answer)
        if url in passed or len(passed) > _REDIRECTS:
            raise UnreadableError("redirected in a circle" if url in passed else "redirected too often")


def _one(url: str, conditions: Mapping[str, str], options: ReadOptions, passed: tuple[str, ...]) -> Answer | str:
    """The answer, or the address it redirects to."""
    timeout = urllib3.Timeout(connect=options.timeout, read=options.timeout)
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **conditions}
    try:
        response = _pool().request(
            "GET", url, headers=headers, timeout=timeout, retries=_RETRIES, redirect=False, preload_content=False
        )
        try:
            return _answer(response, url, options, passed)
        finally:
            response.close()
    except HTTPError as error:
        raise UnreadableError(_reason(error)) from None


def _answer(
    response: urllib3.BaseHTTPResponse, url: str, options: ReadOptions, passed: tuple[str, ...]
) -> Answer | str:
    location = response.headers.get("Location")
    if response.status in {301, 302, 303, 307, 308} and location:
        return location
    if response.status == 304:
        return Answer(url, b"", "", "", "", passed, unchanged=True)
    if response.status != 200:
        raise UnreadableError(f"the server answers {response.status} {response.reason or ''}".rstrip())
    data = _body(response, min(options.max_bytes, _BYTES))
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answer(url, data, kind, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""), passed)


def _body(response: urllib3.BaseHTTPResponse, limit: int) -> bytes:
    """The unpacked bytes, up to a size and a time: a gzip bomb and a drip are both cut off."""
    parts, size, began = [], 0, time.monotonic()
    for part in response.stream(65_536, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise UnreadableError(f"larger than {limit // 1_000_000} MB")
        if time.monotonic() - began > _SLOWEST:
            raise UnreadableError(f"not finished after {_SLOWEST:.0f} seconds")
    return b"".join(parts)


def _reader(answer: Answer) -> str:
    """The reader by what the server says, by the address, by the bytes; feeds are often sent as something else."""
    seen = reader_for_bytes(answer.data[:4096])
    said = reader_for_media(answer.kind)
    if said and said not in {"xml", "text"} and seen != "feed":
        return said
    if answer.kind.startswith(("image/", "video/", "audio/")):
        raise UnreadableError(f"no release but {answer.kind}")
    return seen if seen != "text" else reader_for_name(urlsplit(answer.url).path) or "text"


def _conditions(validators: tuple[str, str] | None) -> dict[str, str]:
    etag, modified = validators or ("", "")
    return {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}


def _allowed(url: str, timeout: float) -> bool:
    parts = urlsplit(url)
    if not parts.hostname:
        raise UnreadableError("not a web address")
    rules = _robots(f"{parts.scheme}://{parts.netloc}/robots.txt", timeout)
    return rules is None or rules.can_fetch(AGENT, url)


@cache
def _robots(url: str, timeout: float) -> RobotFileParser | None:
    """The rules of a site, None where it has none or does not answer."""
    try:
        response = _pool().request(
            "GET",
            url,
            headers={"User-Agent": AGENT},
            timeout=timeout,
            retries=urllib3.Retry(1, redirect=3),
            preload_content=False,
        )
        text = response.read(500_000, decode_content=True) if response.status == 200 else b""
        response.close()
    except HTTPError:
        return None
    rules = RobotFileParser()
    rules.parse(text.decode("utf-8", "replace").splitlines())
    return rules


@cache
def _pool() -> urllib3.PoolManager:
    return urllib3.PoolManager(num_pools=4)


def _reason(error: HTTPError) -> str:
    """The reason in one line, as far as a person can do something about it."""
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if isinstance(cause, NameResolutionError):
        return "no such host, or no network"
    if isinstance(cause, NewConnectionError):
        return "cannot be reached: no network, or nothing answers there"
    return {
        "ReadTimeoutError": "no answer in time",
        "ConnectTimeoutError": "no connection in time",
        "ProtocolError": "the connection broke off",
        "IncompleteRead": "the connection broke off",
        "InvalidHeader": "the answer is broken",
        "DecodeError": "the answer cannot be unpacked",
        "LocationParseError": "not a web address",
        "SSLError": "no secure connection (certificate)",
    }.get(type(cause).__name__, f"cannot be fetched ({type(cause).__name__})")
