#!/usr/bin/env bash
# Takes the picture of the window that opens README.md, on a screen of its own:
# picture.sh PROGRAM TO.png (needs xvfb, xdotool, scrot and pngquant).
set -euo pipefail
program=$(realpath "$1")
to=$(realpath "$2")
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$home"' EXIT
cd "$(dirname "$0")/.."

exec {number}<> "$home/number"
Xvfb -displayfd "$number" -screen 0 1440x900x24 -noreset > /dev/null 2>&1 &
until [ -s "$home/number" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$home/number")
# Nobody's settings, fonts from the program alone, no pointer over anything.
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LC_ALL=C.UTF-8
export LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
mkdir -p "$XDG_CONFIG_HOME/attache"
echo '(theme: Light, toured: true)' > "$XDG_CONFIG_HOME/attache/settings.ron"
"$program" profiles/banque-sous-surveillance.attache.ron --lang fr &
window=$(timeout 60 xdotool search --sync --onlyvisible --name Attache | sed -n 1p)
xdotool windowmove "$window" 0 0 windowsize --sync "$window" 1440 900 mousemove 700 899
# The survey goes on for a while after the first frame.
sleep 8
scrot --overwrite "$home/window.png"
pngquant --force --strip --quality 80-100 --output "$to" "$home/window.png"
