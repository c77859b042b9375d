"""Which dates and times does a text name, and which days are they?"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from releasecli.extract.times.document import times as times
    from releasecli.extract.times.typed import day_range as day_range

__all__ = ["day_range", "times"]
_MODULES = {"times": "document", "day_range": "typed"}


def __getattr__(name: str) -> Any:
    """A seam: a typed date needs little of what a document needs."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
