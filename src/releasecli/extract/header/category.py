"""Which kind of release is it?"""

from collections.abc import Mapping
from typing import cast

from releasecli.extract.header.settings import Settings, sections
from releasecli.model.release import Category

_BEGINNING = 900


def category(
    fields: Mapping[str, str], title: str, body: str, language: str | None, settings: Settings
) -> Category | None:
    """By the profile's word for it, the title, the source's own word, the first sentences; None where nothing says."""
    called = fields.get("category", "")
    for found in (settings.categories.get(called.lower()), _by("category", title, language)):
        if found:
            return cast("Category", found)
    spoken = called.replace("-", " ").replace("_", " ")
    last = (
        _by("category", spoken, language)
        or _by("body_category", body[:_BEGINNING], language)
        or settings.values.get("category")
    )
    return cast("Category | None", last)


def _by(section: str, text: str, language: str | None) -> str | None:
    """The first kind of the language (and of English) whose words the text has."""
    for code in dict.fromkeys((language or "en", "en")):
        for kind, patterns in sections(section, code):
            if any(pattern.search(text) for pattern in patterns):
                return kind
    return None
