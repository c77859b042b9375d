"""Who released a text, and when?"""

from dataclasses import dataclass
from typing import Literal

Category = Literal["readout", "statement", "communique", "press-release", "remarks", "other"]


@dataclass(frozen=True, slots=True)
class Header:
    """Who released it, when, and what kind of release it is; None where the release does not say.

    `published` is ISO 8601 as precise as known (`2023`, `2023-03`, `2023-03-21`, `2023-03-21T19:22:00+04:00`), local
    time; `published_candidates` holds both readings where day and month cannot be told apart. `side` is the ISO 3166
    alpha-2 code of the issuer's state, `language` an ISO 639-1 code.
    """

    title: str = ""
    issuer: str | None = None
    issuer_id: str | None = None
    side: str | None = None
    category: Category | None = None
    category_text: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_candidates: tuple[str, ...] = ()
    place: str | None = None
    language: str | None = None
