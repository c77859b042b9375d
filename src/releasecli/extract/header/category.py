"""Which kind of release is it?"""

import re
from collections.abc import Mapping
from typing import cast

from releasecli.extract.header.settings import Settings, sections
from releasecli.model.header import Category

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
        or _called(called.replace("-", " ").replace("_", " "), language)
        or spoken
        or settings.values.get("category")
    )
    return cast("Category | None", found)


def _called(section: str, language: str | None) -> str | None:
    """The kind the source's own section names; `statements-releases` names two and says nothing."""
    kinds = {_by("category", part, language) for part in re.findall(r"[^\W_]+", section)} - {None}
    return _by("category", section, language) if len(kinds) < 2 else None


def _by(section: str, text: str, language: str | None) -> str | None:
    """The first kind of the language (and of English) whose words the text has."""
    for code in dict.fromkeys((language or "en", "en")):
        for kind, patterns in sections(section, code):
            if any(pattern.search(text) for pattern in patterns):
                return kind
    return None
