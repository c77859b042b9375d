from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.names import names
from releasecli.model import Header
from releasecli.resources import ROOT, gazetteer, lexicon

CORPUS = Path(__file__).parents[3] / "../shared/corpus"
WORDS = [
    "President",
    "of",
    "the",
    "Republic",
    "Biden",
    "U.S.",
    "and",
    "Ministry",
    "Jr.",
    "’s",
    "-",
    "\n",
    "\n\n",
    "(",
    ")",
    "İ",
    "ẞ",
    "SEN.",
    "DOLE",
    "2019",
    "election",
    ",",
    "Əliyev",
    "Paris",
    "&",
    "d'",
    "al-Assad",
    "said",
    ".",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60)


@given(TEXTS)
def test_every_name_slices_to_its_text_in_order_and_apart(text: str) -> None:
    found = names(text, Header(language="en", title=text[:30]))
    assert all(text[n.start : n.end] == n.text for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_one_entity_has_one_name_and_one_kind(text: str) -> None:
    seen: dict[str, tuple[str, str | None]] = {}
    for name in names(text, Header(language="en")):
        if name.kind == "person":
            assert seen.setdefault(name.entity, (name.name, name.state)) == (name.name, name.state)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stands beside the repository")
def test_names_of_a_sample_of_the_corpus_slice_to_their_text() -> None:
    files = sorted(p for p in CORPUS.rglob("*") if p.suffix in (".txt", ".md"))[::60]
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")[:20_000]
        assert all(text[n.start : n.end] == n.text for n in names(text, Header(language="en"))), path


def test_word_lists_hold_words_only() -> None:
    table = lexicon("en", "names")
    assert [w for key, words in table.items() if isinstance(words, list) for w in words if not isinstance(w, str)] == []


@pytest.mark.parametrize("table", ["states", "places", "organisations", "regions", "cities", "first_names", "surnames"])
def test_every_gazetteer_names_its_source_and_has_even_rows(table: str) -> None:
    lines = (ROOT / "gazetteers" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert "Source" in "".join(line for line in lines if line.startswith("#"))
    assert len({len(row) for row in gazetteer(table)}) == 1


def test_the_gazetteers_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "gazetteers").glob("*.tsv")) < 3_000_000
