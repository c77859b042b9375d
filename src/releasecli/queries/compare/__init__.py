"""How do accounts of the same event differ?"""

from releasecli.queries.compare.ask import CompareQuery, compare
from releasecli.queries.compare.counterparts import counterparts

__all__ = ["CompareQuery", "compare", "counterparts"]
