"""What the tests of readers share: files of our own making, read as a user's would be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from releasecli.model import Document
from releasecli.readers import Failure, ReadOptions, read

Reading = tuple[list[Document], list[Failure]]


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Reading]:
    """Write `name: content` files into one folder, read the folder, give the documents and the failures."""

    def run(files: dict[str, str | bytes], options: ReadOptions | None = None) -> Reading:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = list(read([str(tmp_path)], options or ReadOptions()))
        documents = [item for item in found if isinstance(item, Document)]
        return documents, [item for item in found if isinstance(item, Failure)]

    return run
