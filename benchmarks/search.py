"""How well does search find? Relevance, slips and names beside peers (how fast: `searching`)."""

import argparse

from benchmarks.search_parts import names, relevance


def main(argv: list[str]) -> None:
    """Relevance, slips and names; `--ablations`: each step."""
    options = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    options.add_argument("--ablations", action="store_true", help="each step chosen on two sets, scored on the third")
    options.add_argument("--only", choices=["relevance", "names"], help="one part alone")
    given = options.parse_args(argv)
    if given.ablations:
        relevance.show_ablations()
        return
    if given.only != "names":
        relevance.show()
    if given.only != "relevance":
        names.show()
