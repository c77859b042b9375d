from collections.abc import Callable

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure

Reading = Callable[..., tuple[list[Document], list[Failure]]]
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News of the Court</title><link>https://court.example</link><language>en-GB</language>
<item><title>Regent&#8217;s call</title><link>https://court.example/1</link>
<guid isPermaLink="false">https://court.example/?p=1</guid><dc:creator><![CDATA[Office of the Court]]></dc:creator>
<pubDate>Fri, 21 Aug 2026 16:00:54 +0400</pubDate><category>readouts</category>
<description><![CDATA[<p>The Regent spoke</p>]]></description>
<content:encoded><![CDATA[<p>The Regent spoke&nbsp;with the Chancellor.</p><script>junk()</script><p>They agreed.</p>]]>
</content:encoded></item>
<item><title>Only a title</title><guid>tag:court.example,2026:2</guid>
<pubDate>Thu, 20 Aug 2026 16:58:25 -0400</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Court</title>
<entry><title type="html">Envoy &lt;b&gt;received&lt;/b&gt;</title>
<id>tag:court.example,2026:3</id><link href="https://court.example/3"/><published>2026-08-20T10:00:00+02:00</published>
<author><name>Office of the Court</name></author>
<content type="html">&lt;p&gt;The envoy came.&lt;/p&gt;</content></entry></feed>"""


def test_items_carry_their_full_content_and_their_local_offset(reading: Reading) -> None:
    documents, failures = reading({"a.rss": RSS})
    assert not failures
    first = documents[0]
    assert first.text == "Regent’s call\n\nThe Regent spoke\u00a0with the Chancellor.\n\nThey agreed.\n"
    assert first.origin.key == "https://court.example/1"
    found = header(first)
    assert (found.published, found.published_from) == ("2026-08-21T16:00:54+04:00", "feed")
    assert (found.issuer, found.language, found.category) == ("Office of the Court", "en", "readout")


def test_an_item_of_a_title_alone_is_kept_and_said(reading: Reading) -> None:
    second = reading({"a.rss": RSS})[0][1]
    assert second.text == "Only a title\n"
    assert second.origin.notes == ("title only",)
    assert second.origin.key == "tag:court.example,2026:2"


def test_atom_under_the_name_of_xml(reading: Reading) -> None:
    (document,), _ = reading({"a.xml": ATOM})
    assert document.text == "Envoy received\n\nThe envoy came.\n"
    assert header(document).published == "2026-08-20T10:00:00+02:00"


def test_xml_that_is_no_feed_is_a_named_failure(reading: Reading) -> None:
    documents, (failure,) = reading({"a.xml": "<?xml version='1.0'?><catalogue><book/></catalogue>"})
    assert not documents
    assert "feed" in failure.reason or "text" in failure.reason


def test_entities_that_multiply_are_refused(reading: Reading) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss '
        'version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
    )
    documents, (failure,) = reading({"a.rss": bomb})
    assert not documents
    assert "entities" in failure.reason


def test_an_export_of_wordpress_yields_its_articles_under_the_name_of_the_site(reading: Reading) -> None:
    item = (
        "<item><title>{0}</title><link>https://police.example/{0}</link><dc:creator>admin</dc:creator>"
        "<content:encoded><![CDATA[{1}]]></content:encoded><wp:post_type>{2}</wp:post_type></item>"
    )
    export = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        "<title>Police of Portis</title>"
        + item.format("Arrests", "<p>Two men were arrested.</p>", "post")
        + item.format("logo", "", "attachment")
        + "</channel></rss>"
    )
    (document,), _ = reading({"export.xml": export})
    assert (document.fields["title"], header(document).issuer) == ("Arrests", "Police of Portis")
