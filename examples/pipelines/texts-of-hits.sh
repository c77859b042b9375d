#!/bin/sh
# How do I hand the plain texts of all hits to another program? Here: how long are they? (search, xargs, wc)
# Usage: texts-of-hits.sh WORD...
set -eu
releasecli search "$@" --ids -0 | xargs -0 -r -n 1 releasecli show --text | wc -w
