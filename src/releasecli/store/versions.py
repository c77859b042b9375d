"""Which earlier texts of a release are kept?"""

from pathlib import Path

from releasecli.errors import UsageError
from releasecli.model.release import Release
from releasecli.store.records import read_release


def earlier(root: Path, release_id: str) -> tuple[int, ...]:
    """The numbers of the earlier versions of a release, oldest first."""
    numbers = (path.stem[1:] for path in (root / "versions" / release_id).glob("v*.*"))
    return tuple(sorted(int(number) for number in numbers if number.isdigit()))


def version(root: Path, release_id: str, number: int) -> Release:
    """An earlier version of a release (`ID@v1`)."""
    folder = root / "versions" / release_id
    for path in sorted(folder.glob(f"v{number}.*")):
        return read_release(path, path.relative_to(root).as_posix())
    kept = ", ".join(f"@v{each}" for each in earlier(root, release_id))
    raise UsageError(f"{release_id} has no version {number}", f"kept are {kept}" if kept else "it never changed")
