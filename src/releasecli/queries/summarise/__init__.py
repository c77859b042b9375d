"""What do these releases say, in a few of their own sentences?"""

from releasecli.queries.summarise.ask import SummaryQuery, summarise

__all__ = ["SummaryQuery", "summarise"]
