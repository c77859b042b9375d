"""What is known beforehand? One loader for the lexicons, gazetteers and profiles that ship with the package."""

import marshal
import os
from collections.abc import Iterator
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent


@cache
def lexicon(language: str, name: str) -> Any:
    """The YAML file `languages/LANGUAGE/NAME.yaml` as plain data, or {} where the language has none."""
    path = ROOT / "languages" / language / f"{name}.yaml"
    return _load(path) if path.is_file() else {}


@cache
def data(name: str) -> Any:
    """Any other YAML file of this folder, by its path without the ending (`profiles/whitehouse`)."""
    return _load(ROOT / f"{name}.yaml")


@cache
def gazetteer(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `gazetteers/NAME.tsv`, comment lines left out."""
    lines = (ROOT / "gazetteers" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def asset(name: str) -> str:
    """A file of this folder as it stands (`page/page.css`)."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a folder, in alphabetical order."""
    return tuple(sorted(p.name for p in (ROOT / "languages").iterdir() if p.is_dir() and not p.name.startswith("_")))


def _load(path: Path) -> Any:
    """YAML as plain data, through a copy beside Python's own: parsing takes 70 times as long as reading it back."""
    stat = path.stat()
    stamp = (path.name, stat.st_mtime_ns, stat.st_size)
    for copy in _copies(path):
        try:
            read = marshal.loads(copy.read_bytes())  # noqa: S302  our own file beside our own code
        except (OSError, EOFError, ValueError, TypeError):
            continue
        if read[0] == stamp:
            return read[1]
    return _parse(path, stamp)


def _parse(path: Path, stamp: tuple[str, int, int]) -> Any:
    value = _plain(path.read_bytes())
    for copy in _copies(path):
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            scratch = copy.with_suffix(f".{os.getpid()}")
            scratch.write_bytes(marshal.dumps((stamp, value)))
            scratch.replace(copy)
        except (OSError, ValueError):
            continue  # no folder to write to: try the next, else the next start parses again
        break
    return value


def _plain(content: bytes) -> Any:
    """YAML as plain data, of which only true and false are booleans: `on` and `no` are words, as in YAML 1.2."""
    import yaml  # noqa: PLC0415  a seam: YAML is parsed once, then read from the copy

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, form) for tag, form in known if tag != "tag:yaml.org,2002:bool" or first in "tfTF"]
        for first, known in base.yaml_implicit_resolvers.items()
    }
    return yaml.load(content, Loader=type("Loader", (base,), {"yaml_implicit_resolvers": resolvers}))  # noqa: S506  safe


def _copies(path: Path) -> Iterator[Path]:
    """Where a copy may be: in the folder where Python keeps compiled modules, else in the user's cache folder."""
    yield Path(cache_from_source(str(path.with_suffix(".py")))).with_suffix(".marshal")
    import platformdirs  # noqa: PLC0415  a seam: only where the package's own folder cannot be written

    name = "-".join(path.relative_to(ROOT).with_suffix(".marshal").parts)
    yield Path(platformdirs.user_cache_dir("releasecli")) / "resources" / name
