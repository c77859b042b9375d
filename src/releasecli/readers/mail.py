"""What does mail hold: one message, an mbox, or a Maildir?"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from releasecli.readers.archive import inner
from releasecli.readers.formats import endings
from releasecli.readers.markup import words
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, content
from releasecli.resources import data as resource
from releasecli.text.alternatives import alternatives

_FROM = re.compile(rb"(?:^|\n)From \S+.*\d{4}[^\n]*\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_WORDS = resource("formats")["mail"]
_REPLY = re.compile(rf"^\s*(?:{alternatives(_WORDS['replies'])}\s*:\s*|\[[^\]]{{2,30}}\]\s*)+", re.IGNORECASE)
_ATTACHED = endings("attached")
_SAVED = re.compile(r"[\"<]*saved by ", re.IGNORECASE)
_WRAPPED = re.compile(r"(?<=\S) \n(?=\S)")


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Raw | Failure]:
    """One release a message, and one for each attached file that can be read."""
    if raw.path is not None and raw.path.is_dir():
        yield from _maildir(raw, raw.path)
        return
    data = content(raw, options.max_bytes)
    parts = _split(data) if _FROM.match(data) else [data]
    for number, part in enumerate(parts, 1):
        yield from _message(part, raw, str(number) if len(parts) > 1 else None)


def _split(data: bytes) -> list[bytes]:
    """The messages of an mbox, quoted `From ` lines as they were."""
    starts = [match.start() for match in _FROM.finditer(data)]
    blocks = [data[start:end].lstrip(b"\n") for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]
    return [_QUOTED.sub(rb"\1", block.partition(b"\n")[2]) for block in blocks]


def _maildir(raw: Raw, top: Path) -> Iterator[Raw]:
    for part in ("cur", "new"):
        for path in sorted((top / part).iterdir()):
            yield Raw(f"{raw.uri}/{part}/{path.name}", f"{raw.below}/{part}/{path.name}", path=path, reader="mail")


def _message(data: bytes, raw: Raw, row: str | None) -> Iterator[Draft | Raw | Failure]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        fields = {ours: value for ours, name in _HEADERS.items() if (value := _header(message, name))}
        body = _body(message)
        attached = list(_attached(message))
    except Exception as error:  # noqa: BLE001  the parser raises what it happens upon in broken mail
        yield Failure(raw.uri, f"not readable mail ({type(error).__name__})")
        return
    if _SAVED.match(fields.get("issuer", "")) and (page := _page(message, raw)):
        yield page
        return
    fields["title"] = _REPLY.sub("", fields.get("title", ""))
    key = fields.get("id", "").strip("<> ") or None
    if body.strip() or not attached:
        yield Draft(body, "mail", fields=fields, published_from="header", key=key, row=row)
    yield from (inner(name, inside, raw) for name, inside in attached)


_HEADERS = {
    "title": "subject",
    "published": "date",
    "issuer": "from",
    "id": "message-id",
    "language": "content-language",
    "url": "x-original-url",
}


def _page(message: EmailMessage, raw: Raw) -> Raw | None:
    """The web page in what a browser saved as one file; the head of that file speaks of the browser and its day."""
    part = message.get_body(preferencelist=("html",))
    if part is None:
        return None
    url = _header(message, "snapshot-content-location") or str(part.get("content-location") or "")
    html = part.get_payload(decode=True)
    if not isinstance(html, bytes):
        return None
    return replace(raw, path=None, data=html, reader="html", url=url if url.startswith("http") else raw.url)


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded, unfolded; as it stands where it cannot be decoded."""
    try:
        value = str(message.get(name) or "")
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name), "")
    return " ".join(value.encode("utf-8", "replace").decode().split())


def _body(message: EmailMessage) -> str:
    """The plain part, or the words of the HTML part where that is all there is or the plain part is a stub."""
    plain, html = _part(message, "plain"), _part(message, "html")
    if html and len(plain.split()) < 25:
        shown = words(html)
        return shown if len(shown) > len(plain) else plain
    return plain


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    text = _decoded(cast("EmailMessage", part))
    return _WRAPPED.sub(" ", text) if part.get_param("format") == "flowed" else text


def _decoded(part: EmailMessage) -> str:
    try:
        text = part.get_content()
    except (LookupError, ValueError, UnicodeError, KeyError):
        text = part.get_payload(decode=True)
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text or "")


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments():
        name = part.get_filename() or ""
        data = part.get_payload(decode=True)
        if name.lower().endswith(_ATTACHED) and isinstance(data, bytes) and data:
            yield name, data
