"""A server of our own on loopback that misbehaves."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, network, read

PAGE = (
    "<html><body><h1>Envoy received</h1><p>" + "The Chancellor received the envoy. " * 12 + "</p></body></html>"
).encode()
FEED = (
    b'<rss version="2.0"><channel><title>c</title><item><title>One</title><link>https://c.example/1</link>'
    b"<description>The envoy came.</description></item></channel></rss>"
)


class Handler(BaseHTTPRequestHandler):
    """One path, one fault."""

    seen: ClassVar[list[str]] = []
    robots = b""
    busy = 2

    def do_GET(self) -> None:
        Handler.seen.append(self.path)
        getattr(self, self.path.strip("/").split("/")[0].replace(".", "_"), self.missing)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), "Content_Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self) -> None:
        self.answer(404)

    def robots_txt(self) -> None:
        self.answer(200 if Handler.robots else 404, Handler.robots)

    def page(self) -> None:
        if self.headers.get("If-None-Match") == '"one"':
            self.answer(304)
        else:
            self.answer(200, PAGE, ETag='"one"', Last_Modified="Fri, 05 May 2023 10:00:00 GMT")

    def feed(self) -> None:
        self.answer(200, FEED)

    def old(self) -> None:
        self.answer(301, Location="/page")

    def circle(self) -> None:
        self.answer(302, Location="/circle")

    def elsewhere(self) -> None:
        self.answer(302, Location="file:///etc/hostname")

    def slow(self) -> None:
        time.sleep(1.5)

    def cut(self) -> None:
        self.answer(200, PAGE[:40], Content_Length="99999")

    def bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(3_000_000)), Content_Encoding="gzip")

    def picture(self) -> None:
        self.answer(200, b"\x89PNG", Content_Type="image/png")

    def busy_page(self) -> None:
        Handler.busy -= 1
        self.answer(*((429, b"") if Handler.busy >= 0 else (200, PAGE)))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Handler.seen, Handler.robots, Handler.busy = [], b"", 2
    network._robots.cache_clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    network._pool().clear()


@pytest.fixture
def get(site: str) -> Callable[..., Document | Failure]:
    def run(path: str, **options: Any) -> Document | Failure:
        (found,) = read([f"{site}/{path}"], ReadOptions(**{"timeout": 0.7, **options}))
        return found

    return run


Get = Callable[..., Document | Failure]


def failed(found: Document | Failure) -> str:
    assert isinstance(found, Failure)
    return found.reason


def taken(found: Document | Failure) -> Document:
    assert isinstance(found, Document)
    return found


def test_a_page_is_fetched_once_and_nothing_else_but_robots(get: Get) -> None:
    document = taken(get("page"))
    assert document.text.startswith("Envoy received\n\nThe Chancellor")
    assert document.fields["etag"] == '"one"'
    assert Handler.seen == ["/robots.txt", "/page"]


def test_a_feed_sent_as_html_is_a_feed(get: Get) -> None:
    assert taken(get("feed")).text == "One\n\nThe envoy came.\n"


def test_what_did_not_change_is_not_sent_again(get: Get, site: str) -> None:
    found = get("page", validators={f"{site}/page": ('"one"', "")})
    assert isinstance(found, Failure)
    assert found.skipped


def test_a_redirect_is_followed_and_kept(get: Get, site: str) -> None:
    document = taken(get("old"))
    assert document.origin.notes == (f"redirected from {site}/old",)
    assert document.origin.url == f"{site}/page"


def test_robots_are_honoured_unless_the_user_says_otherwise(get: Get) -> None:
    Handler.robots = b"User-agent: *\nDisallow: /page\n"
    assert "robots.txt" in failed(get("page"))
    taken(get("page", robots=False))


def test_a_busy_server_is_asked_again(get: Get) -> None:
    taken(get("busy_page"))
    assert Handler.seen.count("/busy_page") == 3


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("circle", "redirected in a circle"),
        ("elsewhere", "no web address"),
        ("slow", "no answer in time"),
        ("cut", "broke off"),
        ("picture", "image/png"),
        ("none", "the server answers 404"),
    ],
)
def test_each_fault_is_one_clear_line(get: Get, path: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_RETRIES", network._RETRIES.new(total=0))
    assert reason in failed(get(path))


def test_a_bomb_is_cut_off(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_BYTES", 1_000_000)
    assert failed(get("bomb")) == "larger than 1 MB"


def test_no_network_is_one_clear_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (found,) = read([f"http://127.0.0.1:{port}/page"], ReadOptions(timeout=0.5))
    assert "cannot be reached" in failed(found)
