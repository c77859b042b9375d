"""HTML pages of our own making, laid out as real ones are."""

from collections.abc import Callable

import pytest

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions

Reading = Callable[..., tuple[list[Document], list[Failure]]]
BODY = "".join(
    f"<p>The Chancellor of Sudmark received the envoy of Norland in hall {n}, and they spoke of the river.</p>"
    for n in range(6)
)
FURNITURE = (
    (
        "<nav><a href=/>Home</a> <a href=/news>News</a></nav><div "
        "class='cookie-banner'>We use cookies, accept them all</div>"
    ),
    (
        "<aside class='latest-posts'><h3>Latest posts</h3><ul><li>Queen "
        "opens fair 2 May 2031</li></ul></aside><footer>© 2031 Court</footer>"
    ),
)


def page(middle: str, head: str = "") -> str:
    return (
        "<!doctype html><html lang='en'><head><title>Envoy received | Court of "
        f"Sudmark</title>{head}</head><body>{FURNITURE[0]}{middle}{FURNITURE[1]}</body></html>"
    )


def one(reading: Reading, html: str | bytes, options: ReadOptions | None = None) -> Document:
    (document,), failures = reading({"a.html": html}, options)
    assert not failures
    return document


def test_the_article_is_taken_and_the_pages_furniture_is_not(reading: Reading) -> None:
    document = one(reading, page(f"<main><h1>Envoy received</h1><p>5 May 2023, 17:20</p>{BODY}</main>"))
    assert document.text.startswith("Envoy received\n\n5 May 2023, 17:20\n\nThe Chancellor")
    assert "cookies" not in document.text
    assert "Queen opens fair" not in document.text
    assert "© 2031" not in document.text


def test_the_visible_stamp_wins_over_scripts(reading: Reading) -> None:
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy '
        'received","datePublished":"2023-05-09T00:00:00Z","publisher":{"name":"Court"}}</script>'
    )
    document = one(
        reading, page(f"<h1>Envoy received</h1><div class=date>5 May 2023</div><article>{BODY}</article>", data)
    )
    found = header(document)
    assert (found.published, found.published_from, found.issuer) == ("2023-05-05", "header", "Court")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-05-05T17:20:00+02:00">',
        '<meta name="dcterms.issued" content="2023-05-05T17:20:00+02:00">',
        (
            "<script "
            'type="application/ld+json">{"@graph":[{"@type":"Article","headline":"x","datePublished":"2023-05-05T17:20:00+02:00"}]}</script>'
        ),
    ],
)
def test_metadata_say_the_day_where_the_page_shows_none(reading: Reading, head: str) -> None:
    found = header(one(reading, page(f"<h1>Envoy received</h1><article>{BODY}</article>", head)))
    assert (found.published, found.published_from) == ("2023-05-05T17:20:00+02:00", "meta")


def test_a_time_element_says_the_day(reading: Reading) -> None:
    found = header(
        one(reading, page(f"<h1>Envoy received</h1><time datetime=2023-05-05></time><article>{BODY}</article>"))
    )
    assert found.published == "2023-05-05"


def test_a_day_in_the_future_is_not_believed(reading: Reading) -> None:
    head = '<meta property="article:published_time" content="2999-01-01T00:00:00Z">'
    assert header(one(reading, page(f"<h1>Envoy received</h1><article>{BODY}</article>", head))).published is None


def test_the_headline_is_the_one_two_opinions_agree_on(reading: Reading) -> None:
    head = '<meta property="og:title" content="Envoy received">'
    document = one(reading, page(f"<h1>Court of Sudmark</h1><article><h1>Envoy received</h1>{BODY}</article>", head))
    assert document.fields["title"] == "Envoy received"


def test_the_windows_title_loses_the_site(reading: Reading) -> None:
    assert one(reading, page(f"<article>{BODY}</article>")).fields["title"] == "Envoy received"


@pytest.mark.parametrize(("encoding", "name"), [("cp1251", "windows-1251"), ("utf-8", "utf-8"), ("koi8-r", "koi8-r")])
def test_the_page_says_its_encoding(reading: Reading, encoding: str, name: str) -> None:
    text = (
        "<p>Канцлер принял посланника. Они говорили о реке и о двух мостах через неё, которые будут построены.</p>" * 5
    )
    html = f"<html><head><meta charset={name}></head><body><h1>Посланник принят</h1>{text}</body></html>"
    assert one(reading, html.encode(encoding)).text.startswith("Посланник принят\n\nКанцлер принял")


def test_a_users_profile_chooses_by_selectors(reading: Reading) -> None:
    own = {
        "court": {
            "recognise": {"hosts": ["court.example"]},
            "select": {"text": "div.words", "issuer": "p.office", "remove": ".advert", "published": "span#day"},
            "order": "mdy",
            "set": {"side": "SM"},
        }
    }
    middle = (
        "<h1>Envoy received</h1><p class=office>Office of the Court</p><span "
        f"id=day>03/04/2023</span><div class=words>{BODY}<p class=advert>Buy it</p></div>"
    )
    html = page(middle, "<link rel=canonical href=https://www.court.example/1>")
    document = one(reading, html, ReadOptions(profiles=own))
    assert document.fields["profile"] == "court"
    assert document.fields["profile_by"] == "host"
    assert document.fields["issuer"] == "Office of the Court"
    assert "Buy it" not in document.text
    assert document.origin.key == "https://www.court.example/1"


def test_a_page_made_by_scripts_is_a_named_failure(reading: Reading) -> None:
    _, (failure,) = reading({"a.html": "<html><body><div id=root></div><script>run()</script></body></html>"})
    assert "made by scripts" in failure.reason


def test_deep_nesting_is_no_trouble(reading: Reading) -> None:
    documents, failures = reading({"a.html": "<div>" * 30_000 + "<p>The envoy came.</p>" + "</div>" * 30_000})
    assert len(documents) + len(failures) == 1
