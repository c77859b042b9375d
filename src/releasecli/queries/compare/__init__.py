"""How do accounts of the same event differ?"""

from releasecli.queries.compare.ask import CompareQuery, compare

__all__ = ["CompareQuery", "compare"]
