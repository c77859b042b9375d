"""Where is the index?"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from releasecli.errors import IndexProblem

SETTINGS = "releasecli.yaml"
ALIASES = "aliases.yaml"
_NEW = """\
# Settings of this index; see `releasecli init --help`.
schema: releasecli/1
# The form of new records: yaml or json. Both are always readable.
records: yaml
# Your own source profiles, by name; they come before the shipped ones.
profiles: {}
"""


class Index(NamedTuple):
    """A folder of records; `writable` whether this user may write in it, `cache` where its cache is."""

    root: Path
    writable: bool
    cache: Path


def open_index(explicit: str | None, environ: Mapping[str, str] = os.environ) -> Index:
    """The index to use: the one named, RELEASECLI_INDEX, the nearest folder above with settings, the user's own."""
    root = locate(explicit, environ)
    if not (root / SETTINGS).is_file() and not (root / "releases").is_dir():
        raise IndexProblem(f"no index at {root}", "releasecli ingest PATH makes one, --index DIR names another")
    return _index(root)


def planned_index(explicit: str | None) -> Index:
    """The index an ingest would write to, whether it is there or not; for a dry run."""
    return _index(locate(explicit))


def create_index(explicit: str | None) -> Index:
    """The same place, made an index where it is none yet."""
    root = locate(explicit)
    try:
        root.mkdir(parents=True, exist_ok=True)
        if not (root / SETTINGS).exists():
            (root / SETTINGS).write_text(_NEW, encoding="utf-8")
    except OSError as error:
        raise IndexProblem(f"cannot write to {root}: {error.strerror}", "--index DIR names another place") from error
    return _index(root)


def locate(explicit: str | None, environ: Mapping[str, str] = os.environ) -> Path:
    """Where the index is or would be."""
    if named := explicit or environ.get("RELEASECLI_INDEX"):
        return Path(os.path.abspath(Path(named).expanduser()))  # noqa: PTH100  `..` would stay
    here = Path.cwd()
    above = next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)
    return above or _users_own()


def _users_own() -> Path:
    import platformdirs  # noqa: PLC0415  a seam: a named index needs no search for the user's folder

    return Path(platformdirs.user_data_dir("releasecli"))


def _index(root: Path) -> Index:
    writable = os.access(root, os.W_OK | os.X_OK)
    return Index(root, writable, root / ".cache" if writable else elsewhere(root))


def elsewhere(root: Path) -> Path:
    """The cache of an index whose folder cannot hold it: in the user's cache folder, named by the index's path."""
    import hashlib  # noqa: PLC0415  a seam, as the next

    import platformdirs  # noqa: PLC0415  a seam, as above

    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return Path(platformdirs.user_cache_dir("releasecli")) / "indexes" / name
