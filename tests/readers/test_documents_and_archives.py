"""PDF, Word, zip, tar, gz, WARC."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

import docx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions

Reading = Callable[..., tuple[list[Document], list[Failure]]]
TEXT = b"Envoy received\n\nThe Chancellor of Sudmark received the envoy.\n"


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF by hand: one line of text after another on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 11 Tf 50 {760 - 14 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << "
        f"/Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out + end.encode()


def test_a_pdf_loses_running_heads_and_page_numbers_and_joins_words(reading: Reading) -> None:
    body = [
        "The Chancellor of Sudmark received the envoy of Norland, and they spoke of the navi-",
        "gation on the river and of two bridges that both states have wanted for long.",
    ]
    pages = [["Court of Sudmark", f"Part {n}", *body, f"{n}"] for n in range(1, 5)]
    (document,), _ = reading({"a.pdf": pdf(pages)})
    assert "Court of Sudmark" not in document.text
    assert "navigation on the river" in document.text
    assert "\n1\n" not in document.text


def test_a_scanned_pdf_is_a_named_failure(reading: Reading) -> None:
    documents, (failure,) = reading({"a.pdf": pdf([[], []])})
    assert not documents
    assert failure.reason == "no text in this PDF (2 pages of images); run OCR first"


def test_a_cut_pdf_is_a_named_failure(reading: Reading) -> None:
    _, (failure,) = reading({"a.pdf": b"%PDF-1.7\n1 0 obj <<"})
    assert "not a readable PDF" in failure.reason


def test_a_word_document_with_a_table_in_order(reading: Reading) -> None:
    document = docx.Document()
    document.core_properties.title = "Envoy received"
    document.add_paragraph("Envoy received")
    document.add_paragraph("The Chancellor received the envoy.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ("Ships", "3", "Bridges", "2"), strict=True
    ):
        cell.text = text
    document.add_paragraph("They agreed.")
    out = io.BytesIO()
    document.save(out)
    (found,), _ = reading({"a.docx": out.getvalue()})
    assert (
        found.text == "Envoy received\n\nThe Chancellor received the envoy.\n\nShips  3\nBridges  2\n\nThey agreed.\n"
    )


def packed(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in names.items():
            file.writestr(name, data)
    return out.getvalue()


def tarred(names: dict[str, bytes], mode: Literal["w", "w:gz", "w:xz"]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as file:
        for name, data in names.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", packed({"Doe/7Mar2011Doe4.txt": TEXT, "x.png": b"\x89PNG", ".hidden/b.txt": TEXT})),
        ("a.tar", tarred({"Doe/7Mar2011Doe4.txt": TEXT}, "w")),
        ("a.tgz", tarred({"Doe/7Mar2011Doe4.txt": TEXT}, "w:gz")),
        ("a.tar.xz", tarred({"Doe/7Mar2011Doe4.txt": TEXT}, "w:xz")),
    ],
)
def test_an_archive_is_read_with_paths_that_patterns_see(reading: Reading, name: str, data: bytes) -> None:
    documents, failures = reading({name: data}, ReadOptions(path_pattern="{issuer}/{day}{mon}{year}{_}.txt"))
    assert [document.fields["issuer"] for document in documents] == ["Doe"]
    assert documents[0].fields["published"] == "7 Mar 2011"
    assert not failures


def test_one_compressed_file(reading: Reading) -> None:
    (document,), _ = reading({"a.txt.gz": gzip.compress(TEXT)})
    assert document.text == TEXT.decode()


def test_a_path_that_leaves_the_archive_stays_inside(reading: Reading) -> None:
    (document,), _ = reading({"a.zip": packed({"../../etc/x.txt": TEXT})})
    assert document.origin.uri
    assert document.origin.uri.endswith("a.zip/etc/x.txt")


def test_a_bomb_is_cut_off(reading: Reading) -> None:
    bomb = packed({f"{n}.txt": b"a" * 2_000_000 for n in range(6)})
    _, failures = reading({"a.zip": bomb}, ReadOptions(max_bytes=3_000_000, max_unpacked=5_000_000))
    assert any("unpacks to more than 5 MB" in failure.reason for failure in failures)


def test_archives_in_archives_end_somewhere(reading: Reading) -> None:
    data = packed({"a.txt": TEXT})
    for _ in range(6):
        data = packed({"inner.zip": data})
    documents, failures = reading({"a.zip": data})
    assert not documents
    assert "nested too deeply" in failures[0].reason


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04broken", packed({"a.txt": TEXT})[:-30], gzip.compress(TEXT, mtime=0)[:20]]
)
def test_a_damaged_archive_is_a_named_failure(reading: Reading, data: bytes) -> None:
    _, failures = reading({"a.zip": data})
    assert failures


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves its scratch file open
def test_a_web_archive_gives_its_pages(reading: Reading) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    body = (
        b"<html><body><h1>Envoy received</h1><p>" + b"The Chancellor received the envoy. " * 10 + b"</p></body></html>"
    )
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    when = {"WARC-Date": datetime(2023, 5, 5, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    writer.write_record(
        writer.create_warc_record(
            "https://court.example/1",
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict=when,
        )
    )
    (document,), failures = reading({"a.warc.gz": out.getvalue()})
    assert document.text.startswith("Envoy received\n\nThe Chancellor")
    assert document.origin.key == "https://court.example/1"
    assert not failures
