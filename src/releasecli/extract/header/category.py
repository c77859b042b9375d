"""Which kind of release is it?"""

from collections.abc import Mapping
from typing import cast

from releasecli.extract.header.settings import Settings, sections
from releasecli.model.release import Category

_BEGINNING = 350
_WEAK = {"press-release", "other", None}


def category(
    fields: Mapping[str, str], title: str, body: str, language: str | None, settings: Settings
) -> Category | None:
    """By the profile's word for it, the title, the source's own word, the first sentences; None where nothing says."""
    called = fields.get("category", "")
    titled = _by("category", title, language)
    spoken = _by("body_category", body[:_BEGINNING], language)
    found = settings.categories.get(called.lower()) or (titled if titled not in _WEAK else spoken or titled)
    found = (
        found
        or _by("category", called.replace("-", " ").replace("_", " "), language)
        or spoken
        or settings.values.get("category")
    )
    return cast("Category | None", found)


def _by(section: str, text: str, language: str | None) -> str | None:
    """The first kind of the language (and of English) whose words the text has."""
    for code in dict.fromkeys((language or "en", "en")):
        for kind, patterns in sections(section, code):
            if any(pattern.search(text) for pattern in patterns):
                return kind
    return None
