"""What is known beforehand? One loader for the lexicons, gazetteers and profiles that ship with the package."""

import hashlib
import marshal
import os
from functools import cache
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


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a folder, in alphabetical order."""
    return tuple(sorted(p.name for p in (ROOT / "languages").iterdir() if p.is_dir() and not p.name.startswith("_")))


def _load(path: Path) -> Any:
    """YAML as plain data, through a copy in the user's cache folder: parsing takes 70 times as long."""
    source = path.read_bytes()
    copy = _cache_folder() / f"{hashlib.sha256(source).hexdigest()[:32]}.marshal"
    try:
        return marshal.loads(copy.read_bytes())  # noqa: S302  our own file in the user's own folder
    except (OSError, EOFError, ValueError, TypeError):
        return _parse(source, copy)


def _parse(source: bytes, copy: Path) -> Any:
    import yaml  # noqa: PLC0415  a seam: YAML is parsed once, then read from the copy

    value = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  a safe loader
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        scratch = copy.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(marshal.dumps(value))
        scratch.replace(copy)
    except (OSError, ValueError):
        pass  # no folder to write to: the next start parses again
    return value


@cache
def _cache_folder() -> Path:
    import platformdirs  # noqa: PLC0415  a seam: only what loads resources needs it

    return Path(platformdirs.user_cache_dir("releasecli")) / "resources"
