"""How does a release open?"""

from releasecli.store.cache.spans import sentences


def lead_spans(spans: bytes, marks: bytes, title: int, most: int) -> list[tuple[int, int, int]]:
    """The first sentences below the title, or the title where there is nothing else: start, end, paragraph.

    `title` is the length of the title; a first paragraph that is longer is no title.
    """
    triples = sentences(spans, marks)
    return [(a, b, number) for a, b, number in triples if number > 1 or b - a > title + 2][:most] or triples[:1]
