#!/usr/bin/env bash
# Builds Attache.flatpak, with flatpak-builder and, from Flathub, what the manifest says:
#   flatpak install --user flathub org.freedesktop.{Platform,Sdk,Sdk.Extension.rust-stable}//24.08
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/flatpak
mkdir -p "$out"
cargo vendor --locked "$out/vendor" >/dev/null
flatpak-builder --force-clean --state-dir="$out/state" --repo="$out/repo" "$out/build" packaging/linux/org.attache.attache.yml
flatpak build-bundle "$out/repo" "$out/Attache.flatpak" org.attache.attache
