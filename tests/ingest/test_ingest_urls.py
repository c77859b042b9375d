"""A page on a server of our own: what did not change is not sent again."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from releasecli.ingest import Counts, Event

TEXT = "Envoy received\n\n5 May 2023\n\nThe Chancellor received the envoy. {}\n"


Take = Callable[..., tuple[Counts, list[Event]]]


class Page(BaseHTTPRequestHandler):
    """A text with an ETag."""

    says: ClassVar[str] = "They spoke."
    answers: ClassVar[list[int]] = []

    def do_GET(self) -> None:
        mark, body = f'"{len(self.says)}"', TEXT.format(self.says).encode()
        if self.path == "/robots.txt":
            self.send_response(404)
            self.end_headers()
            return
        known = self.headers.get("If-None-Match") == mark
        Page.answers.append(304 if known else 200)
        self.send_response(Page.answers[-1])
        self.send_header("ETag", mark)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "0" if known else str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if known else body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    Page.says, Page.answers = "They spoke.", []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}/a.txt"
    server.shutdown()
    server.server_close()


def test_what_did_not_change_is_not_sent_again_and_counts_as_unchanged(take: Take, url: str) -> None:
    assert take(url)[0] == Counts(added=1)
    assert take(url)[0] == Counts(unchanged=1)
    assert Page.answers == [200, 304]


def test_a_changed_page_is_a_new_version(take: Take, url: str) -> None:
    take(url)
    Page.says = "They spoke of the river."
    assert take(url)[0] == Counts(versions=1)
    assert Page.answers == [200, 200]


def test_again_asks_for_all_of_it(take: Take, url: str) -> None:
    take(url)
    assert take(url, again=True)[0] == Counts(unchanged=1)
    assert Page.answers == [200, 200]
