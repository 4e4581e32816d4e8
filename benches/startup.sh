#!/usr/bin/env bash
# Time to a visible window and memory at rest: Attache beside the barest eframe window, in turn, on
# the display at hand. Usage: xvfb-run -s "-screen 0 1280x720x24 -noreset" benches/startup.sh [ROUNDS [PROFILE]]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
profile=${2:-dist}
cargo build --profile "$profile" --quiet --bin attache --example bare_window
XDG_CONFIG_HOME=$(mktemp -d)
export XDG_CONFIG_HOME

measure() { # name of the window, program
  local begun shown pid
  begun=$(date +%s%N)
  "$2" &
  pid=$!
  until xdotool search --onlyvisible --pid "$pid" --name "$1" >/dev/null 2>&1; do
    kill -0 "$pid"
    sleep 0.005
  done
  # The title is set, and the window shown, once its first frame is drawn.
  shown=$(date +%s%N)
  sleep 2
  echo "$1 $(((shown - begun) / 1000000)) $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")"
  kill "$pid"
  wait "$pid" 2>/dev/null || true
}

for _ in $(seq "$rounds"); do
  measure bare-window target/$profile/examples/bare_window
  measure Attache target/$profile/attache
done | sort -k1,1 -k2,2n | awk '
  { n[$1]++; ms[$1, n[$1]] = $2; mib[$1] += $3 }
  END { for (w in n) printf "%-12s median %4d ms to a window, %4d MiB resident (%d rounds)\n",
        w, ms[w, int((n[w] + 1) / 2)], mib[w] / n[w], n[w] }'
