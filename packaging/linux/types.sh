#!/usr/bin/env bash
# Holds the desktop to the type of profiles, in files that it makes in a folder: `types.sh FOLDER`. What
# ends as a profile is one, and so is any RON that begins as one; nobody else's file is taken.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1
mine=application/vnd.attache.profile

is() { # wanted type or "other", file
  local found
  found=$(gio info -a standard::content-type "$2" | sed -n 's/.*content-type: //p')
  if [ "$1" = other ] && [ -n "$found" ] && [ "$found" != "$mine" ]; then return; fi
  if [ "$1" != "$found" ]; then
    echo "type of $2: '$found' instead of '$1'" >&2
    exit 1
  fi
}
for name in "profil.attache" "PROFIL.ATTACHE" "ancien.attache.ron" "autre nom.ron" "sans extension"; do
  cp profiles/ville.attache.ron "$folder/$name"
  is $mine "$folder/$name"
done
# Written by hand, it does not begin as the program writes it.
tail -n +2 profiles/ville.attache.ron >"$folder/à la main.attache"
is $mine "$folder/à la main.attache"
printf '(volume: 3)\n' >"$folder/jeu.ron"
is other "$folder/jeu.ron"
printf '// Attache\n' >"$folder/note.txt"
is other "$folder/note.txt"
