"""The shared corpus, read in place: nothing of it is kept here."""

from collections import Counter
from pathlib import Path

import pytest

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, read

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
RELEASES = {
    "seed": 1,
    "congress_jsonl": 28,
    "corporate_newswire": 220,
    "kremlin": 440,
    "senate": 700,
    "srilanka_police_pdf": 12,
    "sweden_government": 137,
    "us_state_dept": 240,
    "whitehouse": 482,
}
UNDATED = {"sweden_government": 8}  # its path says the year 20222


@pytest.mark.parametrize("source", RELEASES)
def test_every_release_of_a_source_goes_in_with_a_title_and_a_day(source: str) -> None:
    found = list(read([str(CORPUS / source)], ReadOptions(exclude=("README.md",))))
    documents = [item for item in found if isinstance(item, Document)]
    headers = [header(document) for document in documents]
    assert not [failure for failure in found if isinstance(failure, Failure) and not failure.skipped]
    assert len(documents) == RELEASES[source]
    assert all(one.title and document.text for one, document in zip(headers, documents, strict=True))
    assert sum(one.published is None for one in headers) == UNDATED.get(source, 0)
    assert Counter(document.fields.get("profile") for document in documents).most_common(1)[0][0] is not None


def test_the_seed_is_read_as_its_readme_says() -> None:
    (document,) = (item for item in read([str(CORPUS / "seed")], ReadOptions()) if isinstance(item, Document))
    found = header(document)
    assert (found.published, found.published_from) == ("2023-03-21T19:22:00", "footer")
    assert (found.side, found.category, found.language) == ("AZ", "readout", "en")


def test_the_senate_set_is_dated_by_a_users_pattern_alone() -> None:
    options = ReadOptions(path_pattern="{issuer}/{day}{mon}{year}{_}.txt", exclude=("README.md",))
    for item in read([str(CORPUS / "senate/Dodd"), str(CORPUS / "senate/Akaka")], options):
        assert isinstance(item, Document)
        found = header(item)
        assert found.published_from == "path"
        assert found.issuer in {"Dodd", "Akaka"}
