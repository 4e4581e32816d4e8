#!/usr/bin/env bash
# Packs the programs for Windows: pack.sh PROGRAMS OUT [argument of makensis...]. PROGRAMS is the folder
# with attache.exe and attache-console.exe, OUT the one that gets
#   Attache-VERSION-setup.exe   the installer for one user (installer.nsi)
#   Attache-VERSION.msi         the package for whoever looks after many computers (attache.wxs)
# SIGN, where it is set, is a command that signs the file whose name is put at its end: the programs,
# the uninstaller and both packages.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
programs=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
shift 2
# Paths of Windows on Windows, where these tools are no programs of this shell.
native() { if command -v cygpath >/dev/null; then cygpath -w "$1"; else echo "$1"; fi; }
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | sed -n 1p)
package=$out/Attache-$version
rm -f "$package"-setup.exe "$package".msi

# The shell of Git for Windows leaves arguments as they are.
export MSYS2_ARG_CONV_EXCL='*'
sign() { # file...
  if [ -z "${SIGN:-}" ]; then return; fi
  for file in "$@"; do $SIGN "$(native "$file")"; done
}
sign "$programs/attache.exe" "$programs/attache-console.exe"
# The installer signs itself, and first the uninstaller in it.
if [ -n "${SIGN:-}" ]; then set -- "-DSIGN=$SIGN" "$@"; fi
makensis -V2 -WX -INPUTCHARSET UTF8 "$@" "-DBUILT=$(native "$programs")" "-DVERSION=$version" \
  "-DOUT=$(native "$package-setup.exe")" "$(native "$root/packaging/windows/installer.nsi")"

cd "$root/packaging/windows"
if command -v wixl >/dev/null; then
  # It takes files by relative paths only.
  wixl -a x64 -D "Version=$version" -D "Built=$(realpath --relative-to=. "$programs")" -o "$package.msi" attache.wxs
else
  made=$(mktemp -d)
  candle -nologo -arch x64 "-dVersion=$version" "-dBuilt=$(native "$programs")" -out "$(native "$made/attache.wixobj")" attache.wxs
  light -nologo -spdb -out "$(native "$package.msi")" "$(native "$made/attache.wixobj")"
fi
sign "$package.msi"
ls -l "$package"-setup.exe "$package".msi
