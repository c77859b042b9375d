"""Query and summarise official releases from the command line, offline, with proof for every line."""

__version__ = "0.1.0"
