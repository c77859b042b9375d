#!/bin/sh
# Who makes how many statements, and with which verbs? (statements, jq)
# Usage: who-speaks-most.sh [options of `releasecli statements`]
set -eu
releasecli statements "$@" --json |
    jq -r '[.[] | {who: .who[].name, verb: .cue.lemma}] | group_by(.who)
           | map([length, .[0].who, (map(.verb) | unique | join(", "))]) | sort_by(-.[0]) | .[] | @tsv'
