"""What does a reader hand over?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was read.

    `uri` is the path or URL as the user gave it; `key` identifies the document at its source for ever (feed guid,
    URL, message id, container plus row id), never a local path; `notes` say what the reader decided ("read as cp1251").
    """

    format: str
    uri: str | None = None
    key: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One release as read: `text` in normal form with the title line first, `fields` the wrapper's unparsed strings.

    Names of fields: title, published, issuer, issuer_id, side, category, place, language, tags, url, id.
    """

    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=lambda: Origin("text"))
