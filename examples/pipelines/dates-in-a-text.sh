#!/bin/sh
# Which days does a text that is in no index speak of? (annotate, jq)
# Usage: dates-in-a-text.sh < release.txt
set -eu
releasecli annotate --json |
    jq -r '.times[] | select(.role == "event") | [.value, .basis, .text] | @tsv'
