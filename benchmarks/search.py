"""How well and how fast does search find? Relevance, slips and names beside peers; times at scale with `--scale`."""

import argparse

from benchmarks.search_parts import names, relevance, speed


def main(argv: list[str]) -> None:
    """Relevance, slips and names; `--scale N`: times and sizes on N releases; `--ablations`: each step."""
    options = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    options.add_argument("--scale", type=int, metavar="N", help="times and sizes on so many releases")
    options.add_argument("--ablations", action="store_true", help="each step chosen on two sets, scored on the third")
    options.add_argument("--only", choices=["relevance", "names"], help="one part alone")
    given = options.parse_args(argv)
    if given.scale:
        speed.show(given.scale)
    elif given.ablations:
        relevance.show_ablations()
    else:
        if given.only != "names":
            relevance.show()
        if given.only != "relevance":
            names.show()
