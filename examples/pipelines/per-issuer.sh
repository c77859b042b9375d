#!/bin/sh
# Which office published how much on a subject? (search, jq)
# Usage: per-issuer.sh WORD...
set -eu
releasecli search "$@" --json |
    jq -r 'group_by(.issuer) | map([length, (.[0].issuer // "unknown")]) | sort_by(-.[0]) | .[] | @tsv'
