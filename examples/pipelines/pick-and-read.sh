#!/bin/sh
# How do I pick one hit by typing a few letters of its title, and read it? (search, fzf, show)
# Usage: pick-and-read.sh LETTERS WORD...     without a terminal: fzf --filter takes LETTERS as typed
set -eu
letters=$1
shift
releasecli search "$@" --tsv --fields id,published,title | tail -n +2 |
    fzf --delimiter '\t' --filter "$letters" | head -n 1 | cut -f 1 |
    releasecli show -
