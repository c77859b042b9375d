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


def test_a_short_page_keeps_its_paragraphs_and_lists(reading: Reading) -> None:
    middle = (
        "<article><h1>Envoy received</h1><div>Posted on <time datetime=2023-05-05>May 5, 2023</time> by admin</div>"
        "<p>The envoy came.</p><ul><li>Length: 300 metres</li><li>Cost: 12 million</li></ul><h2>Next</h2>"
        "<p>He will come again.</p><div class=sharedaddy>Share this: <a>Here</a></div></article>"
    )
    assert one(reading, page(middle)).text == (
        "Envoy received\n\nPosted on May 5, 2023 by admin\n\nThe envoy came.\n\nLength: 300 metres\nCost: 12 million"
        "\n\nNext\n\nHe will come again.\n"
    )


def test_a_page_laid_out_by_tables_is_read_without_its_menu(reading: Reading) -> None:
    rows = (
        "<tr><td colspan=2>Ministry of Rivers of Norland</td></tr><tr><td><a href=1>About us</a><br><a href=2>News</a>"
        "<br><a href=3>Visas</a></td>"
        "<td><font>19.03.2024 15:20</font><br><b>The Minister received the envoy</b><br><br>"
        "On March 19, the Minister received the envoy of Sudmark.<br><br>They spoke of the river and of trade.<br><br>"
        "<a href=p>Print</a> | <a href=b>Back</a></td></tr><tr><td colspan=2>All rights reserved 2024</td></tr>"
    )
    title = "<title>Ministry of Rivers of Norland</title>"
    document = one(reading, f"<html><head>{title}</head><body><table>{rows}</table></body></html>")
    found = header(document)
    assert (found.title, found.published) == ("The Minister received the envoy", "2024-03-19T15:20")
    assert not [word for word in ("Visas", "Print", "All rights") if word in document.text]
    assert "\n\nThey spoke of the river and of trade.\n" in document.text


def test_a_table_is_read_row_by_row_once(reading: Reading) -> None:
    cells = "<table><tr><th>Year</th><th>Tons</th></tr><tr><td>2022</td><td>4,700</td></tr></table>"
    document = one(reading, page(f"<main><h1>Envoy received</h1>{BODY}{cells}</main>"))
    assert document.text.endswith("\n\nYear  Tons\n2022  4,700\n")


def test_a_headline_without_any_markup_stands_above_its_stamp(reading: Reading) -> None:
    middle = (
        f"<div class=menu>Start</div><div>Envoy of Norland received</div><div>5 May 2023, 12:30</div><div>{BODY}</div>"
    )
    document = one(reading, f"<html><head><title>Court</title></head><body>{middle}</body></html>")
    assert document.text.startswith("Envoy of Norland received\n\n5 May 2023, 12:30\n\nThe Chancellor")


def test_the_publisher_may_be_described_elsewhere_and_a_person_is_none(reading: Reading) -> None:
    graph = (
        '{"@graph":[{"@type":"NewsArticle","headline":"Envoy received","publisher":{"@id":"#o"},"author":'
        '{"@type":"Person","name":"A. Clerk"}},{"@type":"Organization","@id":"#o","name":"Court of Sudmark"}]}'
    )
    data = f'<script type="application/ld+json">{graph}</script><meta name=author content=admin>'
    assert header(one(reading, page(f"<h1>Envoy received</h1>{BODY}", data))).issuer == "Court of Sudmark"
    alone = data.replace('"publisher":{"@id":"#o"},', "")
    assert "issuer" not in one(reading, page(f"<h1>Envoy received</h1>{BODY}", alone)).fields


def test_what_a_reader_cannot_see_is_not_kept(reading: Reading) -> None:
    assert (
        "inflation fell"
        in one(reading, page(f"<h1>Envoy received</h1><p>In&shy;fla&shy;tion fell.</p>{BODY}")).text.lower()
    )


def test_pictures_saved_into_a_page_do_not_make_it_too_large(reading: Reading) -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 1_200_000}'>"
    assert "hall 3" in one(reading, page(f"<h1>Envoy received</h1>{picture}{BODY}")).text
