#!/usr/bin/env bash
# Makes Attache.app and Attache.dmg on macOS, from a program that is built: cargo build --profile dist.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/installer
app=$out/Attache.app
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
rm -rf "$app"
mkdir -p "$out"

osacompile -o "$app" packaging/macos/open.applescript
cp target/dist/attache LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt "$app/Contents/Resources/"

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

# Signed by nobody in particular: enough for a machine that the user trusts.
codesign --force --deep --sign - "$app"
hdiutil create -volname Attache -srcfolder "$app" -ov -format UDZO "$out/Attache-$version.dmg"
