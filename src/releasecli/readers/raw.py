"""What does a reader get, and what does it hand on?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


class UnreadableError(Exception):
    """The input cannot be read; the text is the reason, one line without the place."""


class PassingError(UnreadableError):
    """It cannot be read for a reason outside of it, so another try may do better."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes and where they are from: a file (`path`), or `data` out of an archive, a URL or stdin.

    `below` is the path a path pattern sees, with forward slashes; `url` is set for what came over the network.
    `depth` counts archives around it, `reader` is known where the container says so, `extra` and `notes` go into every
    document out of it.
    """

    uri: str
    below: str
    path: Path | None = None
    data: bytes | None = None
    url: str | None = None
    depth: int = 0
    reader: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One release as its format gives it, before profile, path pattern and title line are applied.

    `fields` have our names, `raw_fields` the format's own (for a profile's column map). `published_from` says what kind
    of place the date stood in. `key` identifies the release at its source for ever.
    """

    body: str
    format: str
    fields: Mapping[str, str] = field(default_factory=dict)
    raw_fields: Mapping[str, str] = field(default_factory=dict)
    published_from: str = "column"
    key: str | None = None
    row: str | None = None
    notes: tuple[str, ...] = ()
    line: int | None = None


def content(raw: Raw, limit: int) -> bytes:
    """All bytes of an input. Raises UnreadableError above `limit`, PassingError when the system refuses."""
    if raw.data is not None:
        return raw.data
    assert raw.path is not None
    try:
        if raw.path.stat().st_size > limit:
            raise UnreadableError(f"larger than {limit // 1_000_000} MB")
        return raw.path.read_bytes()
    except OSError as error:
        raise PassingError(f"cannot be read: {error.strerror}") from None
