"""Which releases hold these words?"""

from releasecli.queries.search.answer import Found, counts, search
from releasecli.queries.search.query import SearchQuery

__all__ = ["Found", "SearchQuery", "counts", "search"]
