#!/usr/bin/env bash
# Takes the pictures of the guide to a meeting, by holding one: meeting.sh FOLDER (needs xvfb, scrot and pngquant
# beside what the test of a meeting needs).
set -euo pipefail
to=$(realpath "$1")
cd "$(dirname "$0")/.."
ATTACHE_PICTURES=$to xvfb-run --auto-servernum --server-args="-screen 0 1280x720x24 -noreset" \
  env -u WAYLAND_DISPLAY LIBGL_ALWAYS_SOFTWARE=1 cargo test --test it desktop::meeting -- --include-ignored
pngquant --force --strip --quality 70-100 --ext .png "$to"/meeting-*.png
