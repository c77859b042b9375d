"""Who released it, when, and what kind of release is it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from releasecli.model import Document, Header

__all__ = ["HeaderOptions", "furniture", "header"]


@dataclass(frozen=True, slots=True)
class HeaderOptions:
    """What the user says about headers: own source profiles by name, and the order of numeric dates (`dmy`, `mdy`)."""

    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    order: str | None = None


def header(document: Document, options: HeaderOptions = HeaderOptions()) -> Header:  # noqa: B008  a frozen value
    """The header of a document from its fields and its text; what the release does not say stays None."""
    raise NotImplementedError


def furniture(text: str) -> list[tuple[int, int]]:
    """Spans that are no body text: stamps, footers, contact blocks, FOR IMMEDIATE RELEASE, `###`; in order, disjoint."""
    raise NotImplementedError
