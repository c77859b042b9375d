"""How are the dates of events kept?

As numbers: a day as 20230321, and what kind of date it is as its place among all kinds there are. A timeline reads many
of them; `mod`, `until`, `anchor` and the rule are in the packed facts.
"""

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a timeline reads no dataclass
    from releasecli.model.times import Time


class Shape(NamedTuple):
    """What kind of date it is."""

    type: str
    basis: str
    role: str
    ambiguous: bool


SHAPES = tuple(
    map(
        Shape._make,
        product(("DATE", "TIME", "DURATION"), ("stated", "inferred", "vague"), ("event", "named"), (False, True)),
    )
)
_PLACES = {shape: place for place, shape in enumerate(SHAPES)}


def shape_of(time: "Time") -> int | None:
    """The place of a time among SHAPES; None for what is on no timeline."""
    if time.earliest is None and time.latest is None:
        return None
    return _PLACES.get(Shape(time.type, time.basis, time.role, time.ambiguous))


def number(day: str | None) -> int | None:
    """An ISO day as a number in the same order."""
    return None if day is None else int(day.replace("-", ""))


@cache
def day(number: int | None) -> str | None:
    """The ISO day of a number."""
    return None if number is None else f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}"
