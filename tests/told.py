"""What does a test say of a release? The fixture `cache_of` makes a cache of several."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

Make = Callable[..., sqlite3.Connection]


class Told(NamedTuple):
    """A release for a test: the first line of the text is its title."""

    text: str
    published: str | None = None
    issuer: str | None = None
    side: str | None = None
