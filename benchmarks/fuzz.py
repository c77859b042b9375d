"""Does any wound of a real file make a reader fall over, hang, or write? `--cases 10000 --seed 1 --reader html`."""

import argparse
import io
import random
import resource
import signal
import sys
import tarfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import islice
from pathlib import Path
from types import FrameType

import docx
from warcio.warcwriter import WARCWriter

from benchmarks.corpus import CORPUS
from releasecli.extract.header import furniture, header
from releasecli.model import Document
from releasecli.readers import ReadOptions, documents
from releasecli.readers.raw import Raw
from releasecli.text.normal import normal_form

LIMIT = 20  # seconds of one case; more is a hang
LARGEST = 12_000
OPTIONS = ReadOptions(max_bytes=5_000_000, max_unpacked=20_000_000)
TOKENS = [
    b"\x00",
    b"\xff\xfe",
    b"<!ENTITY a 'b'>",
    b"&a;",
    b"<![CDATA[",
    b"]]>",
    b"---\n",
    b'"',
    b"\r",
    b"\n\n",
    b"<table>",
    b"*a",
    b"&a ",
]
TOKENS += [
    b"From x Fri May  5 10:00:00 2023\n",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"=?utf-8?b?////?=",
    b"PK\x03\x04",
]
TOKENS += [
    "ə\u0301\u202e".encode(),
    "é".encode("cp1252"),
    "Ж".encode("cp1251"),
    b"9" * 400,
    b"(" * 300,
    b"[" * 2000,
    b"<div>" * 500,
    b"31.02.2023",
]


@dataclass
class Tally:
    """What became of the cases of one reader."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    fell: Counter[str] = field(default_factory=Counter)


def main(argv: list[str]) -> None:
    """A table by reader; the exit status is 1 where one fell, hung or wrote."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", action="append")
    asked = parser.parse_args(argv)
    signal.signal(signal.SIGALRM, _hang)
    writes: list[str] = []
    sys.addaudithook(lambda event, seen: writes.append(str(seen[0])) if _writes(event, seen) else None)
    print(f"{'reader':<10}{'cases':>8}{'read':>8}{'refused':>9}{'fell':>6}{'slowest s':>11}{'writes':>8}")
    fell = 0
    for name, samples in _samples().items():
        if not asked.reader or name in asked.reader:
            tally = _run(name, samples, asked.cases, random.Random(f"{asked.seed} {name}"))
            fell += tally.fell.total()
            cells = f"{asked.cases:>8}{tally.read:>8}{tally.refused:>9}{tally.fell.total():>6}{tally.slowest:>11.2f}"
            print(f"{name:<10}{cells}{len(writes):>8}", flush=True)
            for reason, count in tally.fell.most_common(8):
                print(f"  {count} x {reason}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {memory} MB; written to: {sorted(set(writes))[:5] or 'nothing'}")
    sys.exit(1 if fell or writes else 0)


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {LIMIT} seconds")


def _writes(event: str, seen: Sequence[object]) -> bool:
    """Does an audit event open a file to write, or make, move or remove one?"""
    if event == "open":
        mode, flags = str(seen[1] or ""), seen[2]
        return any(sign in mode for sign in "wax+") or (isinstance(flags, int) and flags & 3 != 0)
    return event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate"}


def _run(name: str, samples: Sequence[bytes], cases: int, dice: random.Random) -> Tally:
    tally = Tally()
    for data in islice(_wounded(samples, dice), cases):
        begun = time.process_time()
        signal.alarm(LIMIT)
        try:
            good = _judge(f"case.{name}", data)
            tally.read, tally.refused = tally.read + good, tally.refused + (not good)
        except Exception as error:  # noqa: BLE001  whatever falls is counted and named
            tally.fell[_where(error)] += 1
        finally:
            signal.alarm(0)
        tally.slowest = max(tally.slowest, time.process_time() - begun)
    return tally


def _judge(name: str, data: bytes) -> bool:
    """Is at least one release read? Every one must be in normal form and have a header; every refusal is one line."""
    good = False
    for found in islice(documents(Raw(name, name, data=data), OPTIONS), 400):
        if isinstance(found, Document):
            assert found.text == normal_form(found.text), "not in normal form"
            header(found)
            furniture(found.text)
            good = True
        else:
            assert found.reason, "a refusal without a reason"
            assert "\n" not in found.reason, "a refusal of two lines"
            assert not found.reason.startswith("cannot be read ("), found.reason
    return good


def _where(error: Exception) -> str:
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
    return f"{type(error).__name__} at {place}: {str(error)[:120]}"


def _wounded(samples: Sequence[bytes], dice: random.Random) -> Iterator[bytes]:
    """Files with one to four wounds each, for ever."""
    while True:
        data = bytearray(dice.choice(samples))
        wounds = (_member,) if data.startswith(b"PK") and dice.random() < 0.7 else WOUNDS
        for _ in range(dice.randint(1, 4)):
            dice.choice(wounds)(data, samples, dice)
        yield bytes(data)


def _flip(data: bytearray, _: Sequence[bytes], dice: random.Random) -> None:
    for at in dice.choices(range(len(data) or 1), k=dice.randint(1, 12)):
        if data:
            data[at] ^= 1 << dice.randrange(8)


def _cut(data: bytearray, _: Sequence[bytes], dice: random.Random) -> None:
    start = dice.randrange(len(data) + 1)
    del data[start : start + dice.choice((1, 10, 200, len(data)))]


def _repeat(data: bytearray, _: Sequence[bytes], dice: random.Random) -> None:
    start = dice.randrange(len(data) + 1)
    part = data[start : start + dice.randint(1, 400)]
    data[start:start] = part * dice.choice((1, 2, 30))


def _insert(data: bytearray, _: Sequence[bytes], dice: random.Random) -> None:
    start = dice.randrange(len(data) + 1)
    data[start:start] = dice.choice(TOKENS)


def _splice(data: bytearray, samples: Sequence[bytes], dice: random.Random) -> None:
    other = dice.choice(samples)
    data[dice.randrange(len(data) + 1) :] = other[dice.randrange(len(other) + 1) :]


def _member(data: bytearray, samples: Sequence[bytes], dice: random.Random) -> None:
    """A wound inside a zip, packed again whole; any other file is cut."""
    try:
        with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
            parts = {info.filename: bytearray(packed.read(info)) for info in packed.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return
    for part in dice.sample(list(parts.values()), min(2, len(parts))):
        dice.choice((_flip, _cut, _repeat, _insert))(part, samples, dice)
    data[:] = _packed({name: bytes(part) for name, part in parts.items()})


def _overwrite(data: bytearray, _: Sequence[bytes], dice: random.Random) -> None:
    start = dice.randrange(len(data) + 1)
    data[start : start + 8] = dice.randbytes(8)


WOUNDS: tuple[Callable[[bytearray, Sequence[bytes], random.Random], object], ...] = (
    _flip,
    _cut,
    _repeat,
    _insert,
    _splice,
    _overwrite,
)


def _samples() -> dict[str, list[bytes]]:
    """Real files by ending, the first of each folder; and those the corpus has none of, made from its texts."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(CORPUS.rglob("*")):
        kind = path.suffix.lstrip(".").lower()
        if path.is_file() and path.name != "README.md" and len(found.get(kind, ())) < 40:
            data = path.read_bytes()
            found.setdefault(kind, []).append(data if len(data) < LARGEST or kind == "pdf" else data[:LARGEST])
    texts = [data.decode("utf-8", "replace") for data in found["txt"]]
    made = {
        "eml": _mail,
        "mbox": _mailbox,
        "docx": _word,
        "zip": _zipped,
        "tar": _tarred,
        "yaml": _yaml,
        "tsv": _tsv,
        "warc": _archived,
    }
    return found | {kind: [make(text[:8000]) for text in texts[:20]] for kind, make in made.items()}


def _mail(text: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "Görüş haqqında",
        "Press <press@x.example>",
        "Fri, 05 May 2023 10:00:00 +0400",
    )
    mail.set_content(text)
    mail.add_alternative(f"<html><body><p>{text}</p></body></html>", subtype="html")
    mail.add_attachment(text.encode(), maintype="text", subtype="plain", filename="annex.txt")
    return bytes(mail)


def _mailbox(text: str) -> bytes:
    return (
        b"From a@x.example Fri May  5 10:00:00 2023\n"
        + _mail(text)
        + b"\n\nFrom b@x.example Fri May  5 11:00:00 2023\n"
        + _mail(text)
    )


def _word(text: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph("".join(filter(str.isprintable, line)))
    document.add_table(2, 2).cell(0, 0).text = "Year"
    document.save(out)
    return out.getvalue()


def _zipped(text: str) -> bytes:
    return _packed({"a.txt": text.encode(), "../b.html": f"<html><body><p>{text}</p></body></html>".encode()})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def _archived(text: str) -> bytes:
    out = io.BytesIO()
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{text}</p></body></html>".encode()
    writer = WARCWriter(out, gzip=False)
    writer.write_record(writer.create_warc_record("https://x.example/a", "response", io.BytesIO(page)))
    return out.getvalue()


def _tarred(text: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        info, data = tarfile.TarInfo("../a.txt"), text.encode()
        info.size = len(data)
        packed.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _yaml(text: str) -> bytes:
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    return f"title: &t Envoy received\nalso: *t\npublished: 2023-05-05\ntext: |\n{lines}".encode()


def _tsv(text: str) -> bytes:
    return f"title\tdate\ttext\nEnvoy\t05.05.2023\t{' '.join(text.split())}\n".encode()
