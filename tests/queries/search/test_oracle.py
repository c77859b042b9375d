"""Search equals a slow scan over the texts: words far from each other, so that nothing is corrected or widened."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.queries.filters import Filters
from releasecli.queries.search import SearchQuery, counts, search
from releasecli.store.cache.rows import retire
from releasecli.text.stem import stem

Index = Callable[[Sequence[str]], sqlite3.Connection]
WORDS = ("barley", "bridges", "bridge", "corridor", "energetic", "harvested", "mountain", "piano", "summits", "vowed")
paragraph = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
text = st.lists(paragraph, min_size=2, max_size=4).map("\n\n".join)


@dataclass(frozen=True)
class Clause:
    """A word, a phrase (several words), or a beginning."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def typed(self) -> str:
        if self.begins:
            return f"{self.words[0]}*"
        return self.words[0] if len(self.words) == 1 else f'"{" ".join(self.words)}"'

    def stands_in(self, paragraphs: list[list[str]]) -> bool:
        if self.begins:
            stems = {stem(word) for word in WORDS if word.startswith(self.words[0])}
            return any(stem(word) in stems for words in paragraphs for word in words)
        wanted = [stem(word) for word in self.words]
        size = len(wanted)
        return any(
            [stem(word) for word in words[place : place + size]] == wanted
            for words in paragraphs
            for place in range(len(words))
        )


word = st.sampled_from(WORDS).map(lambda each: Clause((each,)))
phrase = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda each: Clause(tuple(each)))
beginning = st.sampled_from([each[:4] for each in WORDS]).map(lambda each: Clause((each,), begins=True))
clause = st.one_of(word, phrase, beginning)
alternatives = st.lists(clause, min_size=1, max_size=2)


def _scan(texts: Sequence[str], asked: list[list[Clause]], without: list[Clause], *, some: bool) -> set[int]:
    found = set()
    for n, each in enumerate(texts, 1):
        paragraphs = [block.split() for block in each.split("\n\n")]
        held = [any(clause.stands_in(paragraphs) for clause in group) for group in asked]
        if (any(held) if some else all(held)) and not any(clause.stands_in(paragraphs) for clause in without):
            found.add(n)
    return found


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(text, min_size=1, max_size=6),
    asked=st.lists(alternatives, min_size=1, max_size=4),
    without=st.lists(word, max_size=1),
    some=st.booleans(),
)
def test_search_equals_a_slow_scan(
    index: Index, texts: list[str], asked: list[list[Clause]], without: list[Clause], *, some: bool
) -> None:
    query = SearchQuery(
        " ".join(" OR ".join(clause.typed for clause in group) for group in asked),
        any=some,
        every=not some,
        not_=tuple(clause.typed for clause in without),
    )
    answer = search(index(texts), query, Filters())
    expected = _scan(texts, asked, without, some=some)
    assert {int(hit.id[-8:], 16) for hit in answer.hits} == expected
    assert answer.total == len(expected)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(text, min_size=1, max_size=6),
    typed=st.lists(st.sampled_from(WORDS), max_size=3),
    title=st.none() | st.sampled_from(WORDS),
    gone=st.sets(st.integers(1, 6)),
    ours=st.sets(st.integers(1, 6)),
    exact=st.booleans(),
)
def test_search_in_titles_as_typed_and_by_side_equals_a_slow_scan_of_what_is_live(
    index: Index, texts: list[str], *, typed: list[str], title: str | None, gone: set[int], ours: set[int], exact: bool
) -> None:
    db = index(texts)
    db.executemany("update releases set side = 'AZ' where n = ?", [(n,) for n in ours])
    for n, release_id in db.execute("select n, id from releases").fetchall():
        if n in gone:
            retire(db, release_id)
    query = SearchQuery(" ".join(typed), title=title, exact=exact, every=True)
    form = str if exact else stem
    expected = {
        n
        for n, each in enumerate(texts, 1)
        if n in ours - gone
        and {form(word) for word in typed} <= {form(word) for word in each.split()}
        and (title is None or stem(title) in {stem(word) for word in each.partition("\n")[0].split()})
    }
    answer = search(db, query, Filters(side=("az",)))
    assert {int(hit.id[-8:], 16) for hit in answer.hits} == expected
    assert (answer.total, counts(db, query, Filters(side=("az",))).total) == (len(expected), len(expected))
