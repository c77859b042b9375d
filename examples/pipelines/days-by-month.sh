#!/bin/sh
# In which months did things happen? A bar chart in the terminal. (timeline, jq, gnuplot)
# Usage: days-by-month.sh [WORD...]
set -eu
releasecli timeline "$@" --all --jsonl |
    jq -r 'select(.precision == "day") | .date[0:7]' | sort | uniq -c | awk '{ print $2, $1 }' |
    gnuplot -e '
        set terminal dumb 78 18; set boxwidth 0.6; set style fill solid; unset key; set yrange [0:*];
        set title "days with events, by month"; set xtics nomirror;
        plot "<cat" using 0:2:xtic(1) with boxes'
