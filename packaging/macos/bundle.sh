#!/usr/bin/env bash
# Makes Attache.app and Attache.dmg on macOS, for both kinds of Mac, from a program that is built:
# cargo build --profile dist --target aarch64-apple-darwin --target x86_64-apple-darwin
# Signed by MACOS_IDENTITY, a Developer ID Application; without one by nobody in particular, which is
# enough for a machine that the user trusts. Notarised where APPLE_ID, APPLE_TEAM and APPLE_PASSWORD say
# as whom.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/installer
app=$out/Attache.app
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | sed -n 1p)
rm -rf "$app"
mkdir -p "$out"

osacompile -o "$app" packaging/macos/open.applescript
cp LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt "$app/Contents/Resources/"
program=$app/Contents/Resources/attache
lipo -create -output "$program" target/{aarch64,x86_64}-apple-darwin/dist/attache

icons=$(mktemp -d)/attache.iconset
mkdir -p "$icons"
for size in 16 32 128 256; do
  cp "packaging/icon/$size.png" "$icons/icon_${size}x${size}.png"
  cp "packaging/icon/$((size * 2)).png" "$icons/icon_${size}x${size}@2x.png"
done
# An applet shows the icon of this name.
iconutil --convert icns --output "$app/Contents/Resources/applet.icns" "$icons"
cp "$app/Contents/Resources/applet.icns" "$app/Contents/Resources/attache.icns"

plist=$app/Contents/Info.plist
set_key() { plutil -replace "$1" "-$2" "$3" "$plist"; }
set_key CFBundleIdentifier string org.attache.attache
set_key CFBundleName string Attache
set_key CFBundleDisplayName string Attache
set_key CFBundleShortVersionString string "$version"
set_key CFBundleIconFile string attache
set_key NSHighResolutionCapable bool true
# The applet only passes the file on: the program has the window and the place in the dock.
set_key LSUIElement bool true
set_key UTExportedTypeDeclarations json '[{
  "UTTypeIdentifier": "org.attache.profile",
  "UTTypeDescription": "Attache profile",
  "UTTypeConformsTo": ["public.utf8-plain-text"],
  "UTTypeTagSpecification": {
    "public.filename-extension": ["attache"],
    "public.mime-type": "application/vnd.attache.profile"
  }
}]'
set_key CFBundleDocumentTypes json '[{
  "CFBundleTypeName": "Attache profile",
  "CFBundleTypeRole": "Editor",
  "CFBundleTypeIconFile": "attache",
  "LSHandlerRank": "Owner",
  "LSItemContentTypes": ["org.attache.profile"]
}]'

sign() {
  if [ -n "${MACOS_IDENTITY:-}" ]; then
    codesign --force --options runtime --timestamp --sign "$MACOS_IDENTITY" "$1"
  else
    codesign --force --sign - "$1"
  fi
}
# From the inside to the outside.
sign "$program"
sign "$app"
codesign --verify --deep --strict "$app"
dmg=$out/Attache-$version.dmg
hdiutil create -volname Attache -srcfolder "$app" -ov -format UDZO "$dmg"
if [ -n "${MACOS_IDENTITY:-}" ]; then sign "$dmg"; fi
if [ -n "${APPLE_ID:-}" ]; then
  xcrun notarytool submit "$dmg" --wait --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
  xcrun stapler staple "$dmg"
fi
