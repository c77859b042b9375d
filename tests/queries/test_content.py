import pytest

from releasecli.queries.content import content, holding

WANTED = frozenset({"us", "4700", "sana", "educ", "lachin", "di"})
PASSAGES = (
    "The U.S. answered.",
    "About 4,700 lorries passed.",
    "Educating (not schooling) helps",
    "The LACHIN-road opened.",
    "Laçın was named.",
    "They are dying, he said.",
    "Nothing of it stands here.",
    "Usage and reeducation are other words.",
    "",
)


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_holds_a_word_where_its_content_does(passage: str) -> None:
    assert holding(WANTED)(passage) == (not WANTED.isdisjoint(content(passage)))
