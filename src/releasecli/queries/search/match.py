"""How is the full-text table asked?"""

from collections.abc import Sequence

from releasecli.queries.search.reading import Unit


def expression(units: Sequence[Unit], without: Sequence[Unit] = (), joiner: str = " AND ", within: str = "") -> str:
    """The full-text expression for releases with all (or some) of the units, or all `within`, and no others.

    The words of a title must always be there.
    """
    body = within or joiner.join(unit.match for unit in units if not unit.title)
    wanted = " AND ".join((*([f"({body})"] if body else ()), *(unit.match for unit in units if unit.title)))
    unwanted = " OR ".join(unit.match for unit in without)
    return f"({wanted}) NOT ({unwanted})" if unwanted and wanted else wanted
