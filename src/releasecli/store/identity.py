"""What makes a release itself? Hashes of texts, ids, seals of values."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from releasecli.model.header import Header
from releasecli.model.record import SINGLE

_SLUG = re.compile(r"[^a-z0-9]+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SEALED = (*SINGLE, "published_candidates")


def text_hash(text: str) -> str:
    """The hash by which a text in normal form is known: SHA-256 in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_bytes(digest: str) -> bytes:
    """A hash as the cache keeps it; nothing for what is none."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""


def mint(header: Header, digest: str, length: int = 8) -> str:
    """The id of a new release: the day of publication, unknown parts 00, and the first digits of the text's hash."""
    return f"{_day(header.published)}-{digest[:length]}"


def record_path(release_id: str, title: str, ending: str) -> str:
    """Where below the index a release is kept, by the id and title it has when first written."""
    year, month, *_ = [*release_id.split("-"), ""] if not release_id.startswith("undated") else ("undated", "")
    folder = f"releases/{year}/{month}" if month else f"releases/{year}"
    slug = _slug(title)
    return f"{folder}/{release_id}{'-' if slug else ''}{slug}.{ending}"


def version_path(release_id: str, version: int, ending: str) -> str:
    """Where below the index an earlier text of a release is kept."""
    return f"versions/{release_id}/v{version}.{ending}"


def seals(header: Header) -> dict[str, str]:
    """A short hash of each value the machine wrote."""
    return {key: _seal(value) for key in SEALED if (value := getattr(header, key))}


def by_hand(header: Header, sealed: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of values that no longer fit their seals: set, changed or taken out by a person."""
    return tuple(key for key in SEALED if _differs(getattr(header, key), sealed.get(key)))


def merged(machine: Header, kept: Header, keys: tuple[str, ...]) -> Header:
    """The machine's new header with a person's values for these keys."""
    return replace(machine, **{key: getattr(kept, key) for key in keys})


def _differs(value: str | tuple[str, ...] | None, seal: str | None) -> bool:
    return _seal(value) != seal if value else seal is not None


def _seal(value: str | tuple[str, ...]) -> str:
    whole = value if isinstance(value, str) else "\n".join(value)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _day(published: str | None) -> str:
    match = _DAY.match(published or "")
    return "-".join(part or "00" for part in match.groups()) if match else "undated"


def _slug(title: str) -> str:
    """At most six words of the title in plain ASCII."""
    from anyascii import anyascii  # noqa: PLC0415  a seam: only a new record needs it

    words = [word for word in _SLUG.split(anyascii(title).lower().replace("'", "")) if word]
    return "-".join(words[:6])[:60].strip("-")
