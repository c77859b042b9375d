"""How do accounts of the same event differ?"""

from releasecli.queries.compare.ask import CompareQuery, compare
from releasecli.queries.compare.counterparts import counterparts, told_by_others

__all__ = ["CompareQuery", "compare", "counterparts", "told_by_others"]
