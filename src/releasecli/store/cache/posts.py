"""By what is a surname alone told whose it is? Who bears which office for which state, in one facet each."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from releasecli.text.fold import key
from releasecli.text.tokens import words

if TYPE_CHECKING:  # a search needs only the posts
    from releasecli.model.facts import Name

FULL, LONE = "post", "lone"  # the kinds of facet: of people named in full, and of those named by surname only
_MOST = 80


class Post(NamedTuple):
    """A person, the state acted for, and the folded words of an office; both empty where the release has none."""

    entity: str
    state: str
    office: str


def posts(names: "Iterable[Name]") -> Iterator[tuple[str, str]]:
    """Kind and value of each facet: one an office of who is named in full, one a lone surname."""
    people: dict[str, list[Name]] = {}
    for mention in names:
        if mention.kind == "person":
            people.setdefault(mention.entity, []).append(mention)
    for entity, mentions in people.items():
        name = mentions[0].name
        state = next((mention.state for mention in mentions if mention.state), "")
        offices = {folded(mention.office) for mention in mentions if mention.office} or {""}
        if is_lone(name):
            office = max(offices, key=lambda office: (len(office), office))
            yield LONE, f"{entity}\t{state}\t{office}"
        elif "-" in entity:
            surname = entity.rpartition("-")[2]
            yield from ((FULL, f"{surname}\t{entity}\t{state}\t{office}") for office in offices)


def is_lone(name: str) -> bool:
    """'Blinken', 'von der Leyen': one word with a capital."""
    return sum(not word.islower() for word in name.split()) == 1


def folded(office: str) -> str:
    """The words of an office as they are compared."""
    return " ".join(map(key, words(office)))[:_MOST]


def post_of(value: str) -> Post:
    """The post that a facet's value says."""
    return Post(*value.split("\t")[-3:])
