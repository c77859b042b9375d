"""Search equals a slow scan over the texts: words far from each other, so that nothing is corrected or widened."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.queries.filters import Filters
from releasecli.queries.search.answer import counts, search
from releasecli.queries.search.query import SearchQuery
from releasecli.store.cache.rows import retire
from releasecli.text.stem import stem

Index = Callable[[Sequence[str]], sqlite3.Connection]
Fold = Callable[[str], str]
Line = list[str]  # the words of a paragraph or sentence
WORDS = ("barley", "bridges", "bridge", "corridor", "energetic", "harvested", "mountain", "piano", "summits", "vowed")
FEW = 3  # a query of so many words is answered by releases with some of them too


@dataclass(frozen=True)
class Text:
    """Paragraphs of sentences of words; the first paragraph is the title."""

    paragraphs: list[list[Line]]

    @property
    def written(self) -> str:
        title, *rest = self.paragraphs
        bodies = (" ".join(f"{' '.join(sentence).capitalize()}." for sentence in each) for each in rest)
        return "\n\n".join((" ".join(title[0]), *bodies))

    @property
    def lines(self) -> list[Line]:
        return [[word for sentence in paragraph for word in sentence] for paragraph in self.paragraphs]

    @property
    def sentences(self) -> list[Line]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True)
class Term:
    """A word, a phrase (several words), or a beginning."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def typed(self) -> str:
        if self.begins:
            return f"{self.words[0]}*"
        return self.words[0] if len(self.words) == 1 else f'"{" ".join(self.words)}"'

    def places(self, line: Line, fold: Fold) -> list[tuple[int, int]]:
        """Where it stands in a line, first word and end."""
        size = len(self.words)
        runs = ((place, line[place : place + size]) for place in range(len(line) - size + 1))
        return [(place, place + size) for place, words in runs if self._fits(words, fold)]

    def _fits(self, words: Line, fold: Fold) -> bool:
        if self.begins:
            return fold(words[0]) in {fold(word) for word in WORDS if word.startswith(self.words[0])}
        return list(map(fold, words)) == list(map(fold, self.words))


Clause = list[Term]
word = st.sampled_from(WORDS).map(lambda each: Term((each,)))
phrase = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda each: Term(tuple(each)))
beginning = st.sampled_from([each[:4] for each in WORDS]).map(lambda each: Term((each,), begins=True))
clause = st.lists(st.one_of(word, phrase, beginning), min_size=1, max_size=2)
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)
paragraph = st.lists(sentence, min_size=1, max_size=2)
text = st.builds(lambda title, rest: Text([[title], *rest]), sentence, st.lists(paragraph, min_size=1, max_size=3))
texts_of = st.lists(text, min_size=1, max_size=6)
few = settings(max_examples=80, deadline=None)


@dataclass(frozen=True)
class Asked:
    """A search, and what it means."""

    clauses: list[Clause]
    without: Term | None = None
    title: list[str] | None = None
    how: str = ""
    exact: bool = False
    near: int | None = None
    same_sentence: bool = False

    @property
    def query(self) -> SearchQuery:
        return SearchQuery(
            " ".join(" OR ".join(term.typed for term in clause) for clause in self.clauses),
            any=self.how == "any",
            every=self.how == "every",
            exact=self.exact,
            not_=(self.without.typed,) if self.without else (),
            title=" ".join(self.title) if self.title else None,
            near=self.near,
            same_sentence=self.same_sentence,
        )

    @property
    def fold(self) -> Fold:
        return str if self.exact else stem

    def all_in(self, text: Text) -> bool:
        return self._together(text) and self._titled(text) and not self._unwanted(text)

    def some_in(self, text: Text) -> bool:
        held = [self._stands(clause, line) for clause in self.clauses for line in text.lines]
        return any(held) and self._titled(text) and not self._unwanted(text)

    def is_answered_by_some(self) -> bool:
        """A query of a few words, unless it says that all must be there."""
        words = sum(len(clause[0]) for clause in {tuple(term.words for term in clause) for clause in self.clauses})
        strict = self.how == "every" or self.exact or self.near is not None or self.same_sentence
        return self.how == "any" or (words >= FEW and not strict)

    def _together(self, text: Text) -> bool:
        if len({tuple(clause) for clause in self.clauses}) < 2 or not (self.same_sentence or self.near is not None):
            return all(any(self._stands(clause, line) for line in text.lines) for clause in self.clauses)
        lines = text.sentences if self.same_sentence else text.lines
        return any(self._close(line) for line in lines)

    def _close(self, line: Line) -> bool:
        held = [[place for term in clause for place in term.places(line, self.fold)] for clause in self.clauses]
        distance = len(line) if self.near is None else self.near
        return any(
            max(start for start, _ in chosen) - min(end for _, end in chosen) <= distance for chosen in product(*held)
        )

    def _titled(self, text: Text) -> bool:
        return all(self._stands([Term((each,))], text.lines[0]) for each in self.title or ())

    def _unwanted(self, text: Text) -> bool:
        return self.without is not None and any(self.without.places(line, stem) for line in text.lines)

    def _stands(self, clause: Clause, line: Line) -> bool:
        return any(term.places(line, self.fold) for term in clause)


asked = st.builds(
    Asked,
    clauses=st.lists(clause, min_size=1, max_size=3),
    without=st.none() | word | phrase,
    title=st.none() | st.lists(st.sampled_from(WORDS), min_size=1, max_size=2),
    how=st.sampled_from(["", "any", "every"]),
    exact=st.booleans(),
)
close = st.builds(
    Asked,
    clauses=st.lists(clause, min_size=2, max_size=3),
    without=st.none() | word,
    title=st.none() | st.lists(st.sampled_from(WORDS), min_size=1, max_size=1),
    exact=st.booleans(),
    near=st.none() | st.integers(0, 4),
    same_sentence=st.booleans(),
).filter(lambda each: each.same_sentence or each.near is not None)


def _numbers(texts: Sequence[Text], fits: Callable[[Text], bool]) -> set[int]:
    return {n for n, each in enumerate(texts, 1) if fits(each)}


def _found(db: sqlite3.Connection, query: SearchQuery, filters: Filters) -> Iterator[tuple[int, str]]:
    return ((int(hit.id[-8:], 16), hit.match) for hit in search(db, query, filters).hits)


@few
@given(texts=texts_of, asked=asked)
def test_search_equals_a_slow_scan(index: Index, texts: list[Text], asked: Asked) -> None:
    db = index([each.written for each in texts])
    whole = _numbers(texts, asked.all_in)
    expected = _numbers(texts, asked.some_in) if asked.is_answered_by_some() else whole
    found = dict(_found(db, asked.query, Filters()))
    assert set(found) == expected
    assert {n for n, match in found.items() if match == "all"} == whole
    assert list(found.values()) == sorted(found.values())
    assert counts(db, asked.query, Filters()).total == len(expected if asked.how == "any" else whole)


@few
@given(texts=texts_of, asked=close)
def test_words_near_each_other_or_in_one_sentence_are_those_of_a_slow_scan(
    index: Index, texts: list[Text], asked: Asked
) -> None:
    db = index([each.written for each in texts])
    expected = _numbers(texts, asked.all_in)
    assert {n for n, _ in _found(db, asked.query, Filters())} == expected
    assert counts(db, asked.query, Filters()).total == len(expected)


@dataclass(frozen=True)
class Header:
    """What filters look at; `day` is the first and the last day, None where it is not known."""

    side: str | None
    language: str | None
    category: str | None
    issuer: str | None
    tags: frozenset[str]
    day: tuple[str, str] | None
    live: bool


DAYS = ("2022-12-30", "2023-01-01", "2023-01-31", "2023-02-10")
day = st.sampled_from(DAYS)
header = st.builds(
    Header,
    side=st.sampled_from(["AZ", "AM", None]),
    language=st.sampled_from(["en", "az", None]),
    category=st.sampled_from(["readout", "statement", None]),
    issuer=st.sampled_from(["Ministry of Trade", "Ministry of Defence", None]),
    tags=st.frozensets(st.sampled_from(["a", "b"])),
    day=st.none() | st.tuples(day, day).map(lambda both: (min(both), max(both))),
    live=st.integers(0, 4).map(bool),
)
filters = st.tuples(
    st.none() | st.tuples(st.none() | day, st.none() | day),
    st.sampled_from([(), (), ("trade",), ("Ministry",), ("defence ministry", "trade")]),
    st.sampled_from([(), (), ("az",), ("AZ", "AM")]),
    st.sampled_from([(), (), ("Readout",)]),
    st.sampled_from([(), (), ("en",), ("EN", "az")]),
    st.sampled_from([(), (), ("a",), ("a", "b")]),
    st.booleans(),
).map(
    lambda each: Filters(
        published=each[0],
        issuer=each[1],
        side=each[2],
        category=each[3],
        language=each[4],
        tag=each[5],
        undated=each[6],
    )
)


def _fits(header: Header, wanted: Filters) -> bool:
    one_of = (
        (wanted.side, header.side),
        (wanted.language, header.language),
        (wanted.category, header.category),
    )
    return (
        header.live
        and all(not values or (held or "").lower() in map(str.lower, values) for values, held in one_of)
        and (not wanted.tag or bool(header.tags & set(wanted.tag)))
        and (not wanted.issuer or any(_is_issuer(header.issuer, name) for name in wanted.issuer))
        and (wanted.published is None or _is_then(header.day, *wanted.published, undated=wanted.undated))
    )


def _is_issuer(issuer: str | None, name: str) -> bool:
    return issuer is not None and set(name.lower().split()) <= set(issuer.lower().split())


def _is_then(day: tuple[str, str] | None, first: str | None, last: str | None, *, undated: bool) -> bool:
    if day is None:
        return undated
    return (last is None or day[0] <= last) and (first is None or day[1] >= first)


def _put(db: sqlite3.Connection, n: int, header: Header) -> None:
    first, last = header.day or (None, None)
    db.execute(
        "update releases set side = ?, language = ?, category = ?, issuer = ?, day = ?, day_last = ? where n = ?",
        (header.side, header.language, header.category, header.issuer, first, last, n),
    )
    db.executemany("insert into tags values(?, ?)", [(tag, n) for tag in header.tags])
    if not header.live:
        retire(db, db.execute("select id from releases where n = ?", (n,)).fetchone()[0])


@few
@given(told=st.lists(st.tuples(text, header), min_size=1, max_size=6), asked=asked | close, wanted=filters)
def test_filters_leave_what_a_slow_scan_leaves(
    index: Index, told: list[tuple[Text, Header]], asked: Asked, wanted: Filters
) -> None:
    db = index([each.written for each, _ in told])
    for n, (_, header) in enumerate(told, 1):
        _put(db, n, header)
    held = asked.some_in if asked.is_answered_by_some() else asked.all_in
    expected = {n for n, (each, header) in enumerate(told, 1) if _fits(header, wanted) and held(each)}
    assert {n for n, _ in _found(db, asked.query, wanted)} == expected


@few
@given(told=st.lists(st.tuples(text, header), min_size=1, max_size=6), wanted=filters, oldest=st.booleans())
def test_without_words_all_that_fit_come_in_order_of_time(
    index: Index, told: list[tuple[Text, Header]], wanted: Filters, *, oldest: bool
) -> None:
    db = index([each.written for each, _ in told])
    for n, (_, header) in enumerate(told, 1):
        _put(db, n, header)
    found = [n for n, _ in _found(db, SearchQuery(sort="oldest" if oldest else None), wanted)]
    fits = {n: header.day for n, (_, header) in enumerate(told, 1) if _fits(header, wanted)}
    dated = [day[0] for n in found if (day := fits[n])]
    assert set(found) == set(fits)
    assert dated == sorted(dated, reverse=not oldest)
    assert not any(fits[n] for n in found[len(dated) :])
