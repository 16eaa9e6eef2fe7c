#!/bin/sh
# with-display.sh COMMAND...: runs it on a display of its own that no network reaches. SIGTERM for the process group ends both.
# The display is to end last, and in order: a killed Xvfb leaves its lock behind.
trap : TERM
number=$(mktemp) || exit
Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp 3>"$number" 2>/dev/null &
server=$!
until [ -s "$number" ]; do
  kill -0 $server 2>/dev/null || { echo 'Xvfb ended before it had a display' >&2; exit 1; }
  sleep 0.05
done
DISPLAY=:$(cat "$number")
export DISPLAY
"$@" >&2
code=$?
kill $server 2>/dev/null
wait $server
exit $code
