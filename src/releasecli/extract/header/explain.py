"""Why is a header as it is, field by field?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from releasecli.model import Document, Header
from releasecli.text.paragraphs import paragraphs

_FIELDS = ("title", "issuer", "side", "category", "published", "place", "language")


@dataclass(frozen=True, slots=True)
class Reason:
    """One field of a header, its value, and where that is from in the user's words."""

    field: str
    value: str | None
    why: str


def explain(document: Document, header: Header, profile: Mapping[str, str]) -> tuple[Reason, ...]:
    """The profile that took the document, then each field; `profile` holds the values the profile sets."""
    fields = document.fields
    took = Reason("profile", fields.get("profile"), fields.get("profile_by", "") or "none fits")
    named = dict(line.split("=", 1) for line in fields.get("named", "").splitlines())
    found = [_reason(name, header, fields, profile) for name in _FIELDS]
    shown = [replace(one, why=f"{one.why}: {named[one.field]}") if _theirs(one, named) else one for one in found]
    notes = tuple(Reason("note", note, document.origin.format) for note in document.origin.notes)
    return (took, *shown, _text(document, named.get("text")), *notes)


def _theirs(one: Reason, named: Mapping[str, str]) -> bool:
    """Is the value one of the file's own, which may have a name of its own?"""
    return one.field in named and one.why in {"the source's own field", "column", "front-matter"}


def _text(document: Document, name: str | None) -> Reason:
    count = len(paragraphs(document.text))
    value = f"{count} paragraph{'s' * (count != 1)}, {len(document.text):,} characters"
    return Reason("text", value, f"{document.origin.format}: {name}" if name else document.origin.format)


def _reason(name: str, header: Header, fields: Mapping[str, str], profile: Mapping[str, str]) -> Reason:
    value: str | None = getattr(header, name)
    if name == "published":
        return Reason(name, value, _published(header))
    if value is None or value == "":
        return Reason(name, None, "not stated")
    if value == fields.get(name):
        return Reason(name, value, "the source's own field")
    if value == profile.get(name):
        return Reason(name, value, f"profile {fields.get('profile')}")
    return Reason(name, value, "read from the text")


def _published(header: Header) -> str:
    if header.published_candidates:
        return f"day and month cannot be told apart: {' or '.join(header.published_candidates)}"
    return header.published_from or "not stated"
