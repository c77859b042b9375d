"""Who takes part in a release, in which offices, for which state?"""

from collections.abc import Iterable
from dataclasses import dataclass

from releasecli.model import Name


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a release: all offices stated beside the name, the state they act for, the first mention's offset."""

    entity: str
    name: str
    offices: tuple[str, ...]
    state: str | None
    first: int


def cast(names: Iterable[Name]) -> tuple[Member, ...]:
    """The people of a release in order of their first mention."""
    found: dict[str, Member] = {}
    for name in names:
        if name.kind == "person":
            known = found.get(name.entity) or Member(name.entity, name.name, (), None, name.start)
            offices = known.offices
            if name.office and name.office not in offices:
                offices = (*offices, name.office)
            found[name.entity] = Member(name.entity, name.name, offices, known.state or name.state, known.first)
    return tuple(found.values())
