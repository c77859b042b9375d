#!/bin/sh
# Which are the largest numbers claimed, and where do they stand? (figures, jq)
# Usage: largest-figures.sh [options of `releasecli figures`]
set -eu
releasecli figures "$@" --json |
    jq -r '[.[] | select(.value != null)] | sort_by(-.value) | .[0:10][] | [.value, .text, .ref] | @tsv'
