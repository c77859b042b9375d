"""Whatever the bytes, no traceback: a document or one clear line."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releasecli.extract.header import furniture, header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, documents
from releasecli.readers.raw import Raw
from releasecli.resources import data as resource
from releasecli.text.normal import normal_form

OPTIONS = ReadOptions(max_bytes=5_000_000, max_unpacked=10_000_000)
NAMES = [*(f"a.{ending}" for known in resource("formats")["endings"].values() for ending in known), "a"]
CORPUS = Path(__file__).parents[2] / "../shared/corpus"
WORDS = st.sampled_from(
    [
        *'{}"[]:,;\n\t',
        "title",
        "date: 2023-03-21\n",
        "---\n",
        "\r\n",
        "<p>",
        "</p>",
        "<html>",
        "<rss>",
        "<item>",
        "&amp;",
        "é",
        "ə",
        "From a@b Fri May  5 10:00:00 2023\n",
        "Subject: x\n",
        "\x00",
        "# ",
        "**",
        "- ",
        "%PDF-1.4\n",
        "PK\x03\x04",
        "&a",
        "*a",
    ]
)


def judged(name: str, data: bytes) -> Iterator[Document | Failure]:
    """Every result, each document in normal form and fit for the header."""
    for found in documents(Raw(name, name, data=data), OPTIONS):
        if isinstance(found, Document):
            assert found.text == normal_form(found.text)
            header(found)
            furniture(found.text)
        else:
            assert "\n" not in found.reason
        yield found


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=600) | st.lists(WORDS, max_size=40).map(lambda words: "".join(words).encode()))
def test_any_bytes_under_any_name_are_read_or_refused(name: str, data: bytes) -> None:
    list(judged(name, data))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_at_all_is_one_clear_line(name: str) -> None:
    found = list(judged(name, b""))
    assert all(isinstance(item, Failure) for item in found)


@pytest.mark.parametrize("make", ["zip", "tar"])
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cut=st.integers(0, 1200), flip=st.integers(0, 1200), bit=st.integers(1, 255))
def test_archives_with_flipped_bytes_are_read_or_refused(make: str, cut: int, flip: int, bit: int) -> None:
    out = io.BytesIO()
    if make == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("a.txt", "Call\n\nThe guest came. " * 20)
    else:
        with tarfile.open(fileobj=out, mode="w") as tarred:
            info = tarfile.TarInfo("a.txt")
            info.size = 300
            tarred.addfile(info, io.BytesIO(b"Call\n\nThe guest." * 20))
    whole = out.getvalue()
    data = bytearray(whole[: max(1, len(whole) - cut % 200)])
    data[flip % len(data)] ^= bit
    list(judged(f"a.{make}", bytes(data)))


def samples() -> list[Path]:
    """One small real file of each ending."""
    found: dict[str, Path] = {}
    for path in sorted(CORPUS.rglob("*")) if CORPUS.exists() else ():
        if path.is_file() and path.stat().st_size < 60_000 and path.name != "README.md":
            found.setdefault(path.suffix, path)
    return list(found.values())


@pytest.mark.skipif(not samples(), reason="the shared corpus is not here")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(which=st.integers(0, 50), at=st.integers(0, 59_999), junk=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_real_files_with_wounds_are_read_or_refused(which: int, at: int, junk: bytes, *, cut: bool) -> None:
    path = samples()[which % len(samples())]
    data = path.read_bytes()
    place = at % max(1, len(data))
    list(judged(path.name, data[:place] + junk + (b"" if cut else data[place + len(junk) :])))
