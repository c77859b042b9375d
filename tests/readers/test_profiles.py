"""Texts of our own laid out as well-known sites lay out theirs: each is taken by its profile and read rightly."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from releasecli.errors import UsageError
from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions
from releasecli.readers.profiles import profile, shipped

Reading = Callable[..., tuple[list[Document], list[Failure]]]


@dataclass(frozen=True)
class Layout:
    """A text as the site would show it, and what is right about it."""

    profile: str
    text: str
    title: str
    published: str | None
    issuer: str | None
    side: str | None = None
    url: str = ""
    holds: str = ""


def layouts(name: str) -> list[Layout]:
    return [Layout(**one) for one in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))]


LAYOUTS = layouts("layouts.yaml")
PAGES = layouts("pages.yaml")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.profile}: {layout.title[:20]}")
def test_a_layout_is_taken_by_its_profile_and_read_rightly(reading: Reading, layout: Layout) -> None:
    (document,), _ = reading({"a.txt": layout.text})
    found = header(document)
    assert document.fields.get("profile") == layout.profile
    assert (found.title, found.published) == (layout.title, layout.published)
    assert (found.issuer, found.side) == (layout.issuer, layout.side)


@pytest.mark.parametrize("layout", PAGES, ids=lambda layout: f"{layout.profile}: {layout.title[:20]}")
def test_a_page_is_taken_by_its_address_and_read_rightly(reading: Reading, layout: Layout) -> None:
    page = layout.text.replace("<body>", f'<link rel="canonical" href="{layout.url}"><body>', 1)
    (document,), _ = reading({"a.html": page})
    found = header(document)
    assert (document.fields.get("profile"), document.fields.get("profile_by")) == (layout.profile, "host")
    assert (found.title, found.published) == (layout.title, layout.published)
    assert (found.issuer, found.side) == (layout.issuer, layout.side)
    assert layout.holds in document.text
    assert "\n\n\n" not in document.text


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("https://www.state.gov/x", "state-gov"),
        ("https://am.usembassy.gov/x", "us-embassy"),
        ("https://eeas.europa.eu/x", "eeas"),
    ],
)
def test_an_address_is_enough(reading: Reading, host: str, name: str) -> None:
    (document,), _ = reading({"a.md": f"---\nurl: {host}\ntitle: Call\n---\nThe guest came.\n"})
    assert document.fields["profile"] == name


def test_a_site_that_is_not_described_gets_no_profile(reading: Reading) -> None:
    (document,), _ = reading({"a.md": "---\nurl: https://court.example/x\ntitle: Call\n---\nThe guest came.\n"})
    assert "profile" not in document.fields


def test_a_users_profile_comes_before_the_shipped_ones_and_maps_columns(reading: Reading) -> None:
    own = {
        "mine": {
            "recognise": {"columns": ["wann", "was"]},
            "map": {"published": "wann", "text": "was", "title": "wer"},
            "drop": [r"^Anzeige$"],
            "cut": [r"^Mehr dazu"],
            "set": {"issuer": "Hof von Norland", "language": "de"},
        }
    }
    table = 'wann,wer,was\n02.07.2020,Kanzler,"Der Gast kam.\nAnzeige\nEr ging.\nMehr dazu\nlesen Sie hier"\n'
    (document,), _ = reading({"a.csv": table}, ReadOptions(profiles=own))
    assert document.text == "Kanzler\n\nDer Gast kam.\n\nEr ging.\n"
    assert document.fields["profile_by"] == "columns"


def test_a_named_profile_is_taken_whatever_the_text_is(reading: Reading) -> None:
    (document,), _ = reading({"a.txt": "Call\n\nThe guest came."}, ReadOptions(profile="kremlin"))
    assert document.fields["profile"] == "kremlin"


@pytest.mark.parametrize(
    "wrong",
    [{"drop": ["("]}, {"path": "{who}/x.txt"}, {"recognise": {"first": ["["]}}],
)
def test_a_wrong_profile_is_refused_by_its_name(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        profile("mine", wrong)


def test_an_unknown_profile_is_refused_with_those_there_are(reading: Reading) -> None:
    with pytest.raises(UsageError, match="kremlin"):
        reading({"a.txt": "Call\n\nThe guest came."}, ReadOptions(profile="nowhere"))


@pytest.mark.parametrize("each", shipped(), ids=lambda each: each.name)
def test_every_shipped_profile_says_how_it_is_recognised(each: object) -> None:
    assert each.hosts or each.paths or each.first or each.columns  # type: ignore[attr-defined]  # ids want plain objects


def test_the_card_glued_behind_a_speaker_of_the_kremlin_is_left_out(reading: Reading) -> None:
    text = "They met. President of Velmora Ana Lind Lind AnaPresident of Velmora: Friends, welcome. Ole Moe: Thank you."
    row = f'headline,date,location,summary,body,link\nA talk,2024-05-16,Moscow,,"{text}",https://en.kremlin.ru/1\n'
    (document,), _ = reading({"a.csv": row})
    assert "President of Velmora Ana Lind: Friends" in document.text
