"""Which yardsticks are there, and how is one run?"""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parent


def main(argv: list[str]) -> int:
    """`NAME [ARGS]` runs one yardstick; without a name they are listed."""
    if argv and argv[0] in _names():
        import_module(f"benchmarks.{argv[0]}").main(argv[1:])
        return 0
    if argv and argv[0] not in {"-h", "--help"}:
        print(f"benchmarks: no yardstick {argv[0]!r}", file=sys.stderr)
    print("python -m benchmarks NAME [ARGS]\n")
    for name in _names():
        print(f"  {name:<12} {_question(name)}")
    return 0 if not argv or argv[0] in {"-h", "--help"} else 2


def _names() -> list[str]:
    """Every module here that holds a `main(argv)`."""
    found = (module.name for module in pkgutil.iter_modules([str(FOLDER)]) if not module.name.startswith("_"))
    return sorted(name for name in found if "\ndef main(" in _source(name))


def _question(name: str) -> str:
    return _source(name).split("\n", 1)[0].strip('"')


def _source(name: str) -> str:
    path = FOLDER / f"{name}.py"
    return (path if path.exists() else FOLDER / name / "__init__.py").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
