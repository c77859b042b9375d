import mailbox
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, read

Reading = Callable[..., tuple[list[Document], list[Failure]]]
BODY = "The Chancellor of Sudmark received the envoy.\n\nThey spoke of the river.\n"


def message(subject: str = "Envoy received in Portís", body: str = BODY) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Office of the Court <press@court.example>"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 05 May 2023 17:20:00 +0400"
    mail["Message-ID"] = f"<{abs(hash(subject))}@court.example>"
    mail.set_content(body)
    return mail


def test_a_message_is_a_release_with_day_issuer_and_key(reading: Reading) -> None:
    (document,), _ = reading({"a.eml": message().as_bytes()})
    assert document.text == f"Envoy received in Portís\n\n{BODY}"
    found = header(document)
    assert (found.issuer, found.published, found.published_from) == (
        "Office of the Court",
        "2023-05-05T17:20:00+04:00",
        "header",
    )
    assert document.origin.key
    assert document.origin.key.endswith("@court.example")


def test_the_html_part_is_read_where_there_is_no_other(reading: Reading) -> None:
    mail = message()
    mail.set_content("<h2>Envoy</h2><p>The Chancellor received &ldquo;him&rdquo;.</p>", subtype="html")
    (document,), _ = reading({"a.eml": mail.as_bytes()})
    assert "The Chancellor received “him”." in document.text


def test_an_attached_release_is_a_release_of_its_own(reading: Reading) -> None:
    mail = message("Today's releases", "Please find attached.\n")
    mail.add_attachment("Second release\n\nThe envoy left.\n", filename="second.txt")
    documents, _ = reading({"a.eml": mail.as_bytes()})
    assert [document.text.split("\n")[0] for document in documents] == ["Today's releases", "Second release"]
    assert documents[1].origin.uri
    assert documents[1].origin.uri.endswith("a.eml/second.txt")


def test_a_forwarded_subject_loses_its_marks(reading: Reading) -> None:
    (document,), _ = reading({"a.eml": message("Fwd: [court-news] Envoy received").as_bytes()})
    assert document.fields["title"] == "Envoy received"


def test_an_mbox_holds_many_with_quoted_from_lines(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "all.mbox")
    box.add(message("One"))
    box.add(message("Two", "From the river to the bridge.\nFrom now on.\n"))
    box.close()
    documents = [item for item in read([str(tmp_path / "all.mbox")], ReadOptions()) if isinstance(item, Document)]
    assert [document.fields["title"] for document in documents] == ["One", "Two"]
    assert "\nFrom now on." in documents[1].text


def test_a_maildir_is_one_input(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box", create=True)
    box.add(message("One"))
    box.add(message("Two"))
    found = list(read([str(tmp_path)], ReadOptions()))
    assert sorted(item.fields["title"] for item in found if isinstance(item, Document)) == ["One", "Two"]


def test_mail_without_a_date_has_none(reading: Reading) -> None:
    mail = message()
    del mail["Date"]
    (document,), _ = reading({"a.eml": mail.as_bytes()})
    assert header(document).published is None


def test_an_unknown_character_set_is_no_traceback(reading: Reading) -> None:
    raw = (
        b"From: a@b.example\nSubject: =?x-none?Q?abc?=\nMIME-Version: "
        b"1.0\nContent-Type: text/plain; charset=x-none\n\nThe envoy came.\n"
    )
    documents, failures = reading({"a.eml": raw})
    assert len(documents) == 1
    assert not failures


def test_a_page_saved_as_one_file_is_a_page_and_no_letter_of_the_browser(reading: Reading) -> None:
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://court.example/1\r\nSubject: Envoy received\r\n"
        "Date: Mon, 3 Jun 2024 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>Envoy received</title></head><body>"
        "<h1>Envoy received in Portis</h1><p>6 May 2024</p><p>The Regent =C3=A9tait received the envoy."
        "</p></body></html>"
        "\r\n--b--\r\n"
    )
    (document,), _ = reading({"page.mhtml": page.encode()})
    found = header(document)
    assert (found.title, found.issuer, found.published) == ("Envoy received in Portis", None, "2024-05-06")
    assert document.origin.url == "https://court.example/1"
    assert "était" in document.text
