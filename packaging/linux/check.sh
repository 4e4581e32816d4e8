#!/usr/bin/env bash
# Builds the Debian package and holds it to its promises, as root on a Debian machine with a display:
# valid metadata, a clean lintian, installed by apt, known to the desktop by its type, opened by a double-click.
set -euo pipefail
cd "$(dirname "$0")/../.."

desktop-file-validate packaging/linux/attache.desktop
appstreamcli validate --no-net --pedantic packaging/linux/org.attache.attache.metainfo.xml

cargo build --profile dist --locked
# Small enough to be sent by mail, as it is.
size=$(stat -c %s target/dist/attache)
if [ "$size" -ge 26000000 ]; then
  echo "the program has $size bytes, 26,000,000 at the most" >&2
  exit 1
fi

cargo deb --profile dist --locked --no-build --output target/debian/attache.deb
lintian --fail-on error,warning target/debian/attache.deb

DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --reinstall "$PWD/target/debian/attache.deb" >/dev/null
trap 'kill $(jobs -p) 2>/dev/null || true; pkill -x attache || true; apt-get purge -y -qq attache >/dev/null' EXIT

home=$(mktemp -d)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
expect() { # what, wanted, found
  if [ "$2" != "$3" ]; then
    echo "$1: '$3' instead of '$2'" >&2
    exit 1
  fi
}
profile="$home/À l’essai (n° 1).attache"
cp profiles/ville.attache.ron "$profile"
packaging/linux/types.sh "$home"
type=application/vnd.attache.profile
expect "program for profiles" "attache.desktop" "$(xdg-mime query default $type)"

shown() { # name of a window, seconds
  for _ in $(seq $(($2 * 10))); do
    if xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  echo "no window named '$1'" >&2
  exit 1
}
# What a file manager does on a double-click: the type's program, by its desktop entry.
gio open "$profile"
shown "^Ville de Saint-Aubin" 30
pkill -x attache
# From the menu of applications, without a file: a first start, with nothing open yet.
gtk-launch attache
shown "^(Untitled|Sans titre)" 30
pkill -x attache
# A Flatpak is made with the runtime of Flathub alone: what is said of it is read as its builder reads it, and
# what it installs is put together from what was made above.
manifest=packaging/linux/org.attache.attache.yml
expect "said of the Flatpak" "" "$(cd "$home" && flatpak-builder --show-manifest "$OLDPWD/$manifest" 2>&1 >/dev/null)"
sed -n 's/^ *- \(install .*\)/\1/p' "$manifest" | sed "s# /app/# $home/flatpak/usr/#g" | sh -e
test -x "$home/flatpak/usr/bin/attache"
appstreamcli validate-tree --no-net "$home/flatpak"

attache check "$profile"
man -w attache >/dev/null
echo "the package is installed, known and opened by its desktop entry"
