"""How does a release open?"""

from releasecli.store.cache.reading import unpacked


def lead_spans(spans: bytes, title: int, most: int) -> list[tuple[int, int, int]]:
    """The first sentences below the title, or the title where there is nothing else: start, end, paragraph.

    `title` is the length of the title; a first paragraph that is longer is no title.
    """
    triples = [(start, end, paragraph) for start, end, paragraph in unpacked(spans, 3)]
    return [(a, b, number) for a, b, number in triples if number > 1 or b - a > title + 2][:most] or triples[:1]
