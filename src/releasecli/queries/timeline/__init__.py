"""What happened on which day?"""

from releasecli.queries.timeline.ask import TimelineQuery, timeline

__all__ = ["TimelineQuery", "timeline"]
