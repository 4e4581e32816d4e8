#!/usr/bin/env bash
# Builds the program for Windows and holds it to its promises under Wine, as root on a Debian machine
# with a display: its tests pass, its answers are those of Linux to the byte, it needs nothing that
# does not come with Windows, its window moves a slider, saves and opens again, where nothing can
# draw it, one sentence says so, and it is installed, opened by a profile's type and removed again.
#
# What Wine cannot show: rights of files (there is one user), limits of 260 characters (there is none),
# names of devices (they are those of Windows 7 to 10), graphics drivers, high resolutions, screen
# readers, scanners and signatures. The C library is that of GNU, where releases have Microsoft's.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/target/windows
# A Windows on which nothing was ever installed.
rm -rf "$work/wine"
mkdir -p "$work/wine"

packages=(binutils-mingw-w64-x86-64 gcc-mingw-w64-x86-64-posix libgl1 libgl1-mesa-dri locales msitools nsis openbox wine64
  wixl xdotool xvfb)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# The standard library for Windows is built from its sources, which Debian has for the very version
# of the compiler, in a release later than this one.
version=$(rustc --version | awk '{ print $2 }')
std=$work/std-$version
sources() ( # of the standard library, into a folder
  mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$1"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | sort -u | sed -n 1p)
  from=(-oDir::Etc::SourceList="$work/apt/sources.list" -oDir::Etc::SourceParts=/dev/null -oDir::State::Lists="$work/apt/lists"
    -oDir::Cache="$work/apt/cache" -oDir::State::status=/dev/null -oAPT::Sandbox::User=root)
  cd "$work/apt"
  for release in trixie-backports forky sid; do
    echo "deb $mirror $release main" >sources.list
    apt-get "${from[@]}" -qq update || continue
    found=$(apt-cache "${from[@]}" madison rust-src | awk -v of="$version+" 'index($3, of) == 1 && !n++ { print $3 }')
    if [ -n "$found" ]; then
      apt-get "${from[@]}" -qq download "rust-src=$found"
      dpkg-deb --fsys-tarfile rust-src_*.deb |
        tar -x -C "$1" --strip-components=4 "./usr/src/rustc-$version/library"
      return
    fi
  done
  echo "no package rust-src of version $version" >&2
  exit 1
)
if [ ! -e "$std/library/Cargo.lock" ]; then sources "$std"; fi
export RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT=$std/library CARGO_UNSTABLE_BUILD_STD=std,panic_unwind,test
export CARGO_TARGET_DIR=$work/target CARGO_PROFILE_DEV_DEBUG=false
target=x86_64-pc-windows-gnu
built=$CARGO_TARGET_DIR/$target/debug

# The language of Wine is that of the locale, and so are the letters that file names may have.
locale=$work/locale/fr_FR.UTF-8
if [ ! -e "$locale" ]; then
  mkdir -p "$work/locale"
  localedef -i fr_FR -f UTF-8 "$locale"
fi
wine=/usr/lib/wine/wine64
# What starts Wine: of the display, only the window gets to know.
# Nothing of it enters the menus of this machine.
export WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES=winemenubuilder.exe=d
in_language() { LOCPATH=$work/locale LC_ALL=$1 "$wine" "${@:2}"; }
in_wine() { in_language fr_FR.UTF-8 "$@"; }
stop_wine() { DISPLAY='' /usr/lib/wine/wineserver64 -k 2>/dev/null || true; }
# One server for all that runs: one that goes and comes loses a start now and then.
start_wine() { LOCPATH=$work/locale LC_ALL=fr_FR.UTF-8 /usr/lib/wine/wineserver64 -p; }
trap stop_wine EXIT
start_wine
# Wine 8 is without the library from which programs in Rust take their random seeds.
seeds=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
if [ ! -e "$seeds" ]; then
  DISPLAY='' in_wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  [ -e "$seeds" ] || x86_64-w64-mingw32-gcc -shared -O2 -x c - -x none -ladvapi32 -o "$seeds" <<'C'
#include <windows.h>
BOOLEAN WINAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE d, SIZE_T n) { return SystemFunction036(d, (ULONG)n); }
C
fi

started=$SECONDS
# Whether what it is given has such a line. All of it is read: who is not listened to ends in error.
says() { grep "$@" >/dev/null; }
# What is to be done next; says how long the last took.
part() {
  echo "-- $1 (after $((SECONDS - started)) s)"
}

part "tests"
tests() {
  # Snapshots are looked for without asking cargo, which is not there.
  LOCPATH=$work/locale LC_ALL=fr_FR.UTF-8 INSTA_WORKSPACE_ROOT=$PWD DISPLAY='' \
    CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$wine cargo test --locked --target $target "$@"
}
# What is compiled for Windows alone is free of warnings. (Clippy would build everything once more.)
tests --lib --test it --no-run 2>&1 | tee "$work/told"
if grep '^warning: `attache`' "$work/told"; then exit 1; fi
# Not run here: what computes, reads the source, or draws and drives a window without a system, so that
# Windows has no part in it. Its answers and pages are compared below, to the byte; here it would take longer
# than all the rest.
others=(arrows cases comparable contacts dates deck decisive evolution examples group knowledge locale model opinions
  page population report robustness source steps verdict whole wording
  window::{article,ballot,comparables,compare,contacts,describe,evolution,hand,journal,knowledge,meeting,panels,pictures,present,present_apart,review,scripts})
skipped=()
for name in "${others[@]}"; do
  test -e "tests/it/${name/:://}.rs"
  skipped+=(--skip "$name::")
done
# Of reading hostile files, what takes long and no stack.
skipped+=(--skip hostile::long_lists)
echo "not run here: ${others[*]} hostile::long_lists"
tests --lib
tests --test it -- "${skipped[@]}"
# Drives are shared as Windows shares them with administrators.
share=$WINEPREFIX/dosdevices/unc/localhost
mkdir -p "$share"
for drive in c z; do
  ln -sfn "$WINEPREFIX/dosdevices/$drive:" "$share/${drive^^}\$"
done
tests --test it -- --ignored files_of_a_share | tee "$work/shared"
grep -q '1 passed' "$work/shared"

part "what it needs and what it says of itself"
packaging/windows/imports.sh "$built"/attache.exe "$built"/attache-console.exe
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | sed -n 1p)
for program in attache attache-console; do
  x86_64-w64-mingw32-windres "$built/$program.exe" "$work/$program.rc"
  # The manifest is where Windows looks for it: number 1 of its kind.
  grep -q '^1 24' "$work/$program.rc"
  grep -q "VALUE \"FileDescription\", \"Attache\"" "$work/$program.rc"
  grep -q "VALUE \"ProductVersion\", \"$version\"" "$work/$program.rc"
done

part "answers and exports, to the byte"
linux=${LINUX:-target/debug/attache}
if [ ! -x "$linux" ]; then
  echo "no $linux to compare with: build it first" >&2
  exit 1
fi
answers() { # folder, program...
  local to=$1 profile
  shift
  mkdir -p "$to"
  for verb in evaluate evolve; do
    "$@" $verb --lang fr --format json profiles/*.ron >"$to/$verb.json"
    "$@" $verb --lang fr --format text profiles/ville.attache.ron >"$to/$verb.text"
  done
  for profile in banque-sous-surveillance groupe-hospitalier ville; do
    for kind in pdf png svg pptx xlsx html md; do
      "$@" export --lang fr "profiles/$profile.attache.ron" --to "$to/$profile.$kind"
    done
  done
  for theme in dark contrast; do
    for kind in pdf png svg; do
      "$@" export --lang en profiles/ville.attache.ron --theme $theme --page 16x9 --to "$to/$theme.$kind"
    done
  done
}
rm -rf "$work/answers"
answers "$work/answers/linux" "$linux" &
DISPLAY='' answers "$work/answers/windows" in_wine "$built/attache.exe"
wait $!
diff -r "$work/answers/linux" "$work/answers/windows"
echo "$(find "$work/answers/windows" -type f | wc -l) files are the same"

part "the window"
# Until now Wine had no display, and would stay without.
stop_wine
start_wine
home=$(mktemp -d)
profile="$home/À l’essai (n° 1).attache.ron"
cp profiles/banque-sous-surveillance.attache.ron "$profile"
window=
trap 'stop_wine; kill $(jobs -p) 2>/dev/null || true; rm -rf "$home"' EXIT
until_true() { # what is missing, command...
  local missing=$1
  shift
  for _ in $(seq 600); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  echo "$missing" >&2
  exit 1
}
in_windows() { echo "Z:${1//\//\\}"; }
shown() { window=$(xdotool search --onlyvisible --name '— Attache$' | tail -n 1) && [ -n "$window" ]; }
titled() { xdotool getwindowname "$window" | says "$1"; }
focused() { xdotool windowfocus --sync "$window" && [ "$(xdotool getwindowfocus)" = "$window" ]; }
open() {
  LIBGL_ALWAYS_SOFTWARE=1 in_wine "$@" &
  until_true "no window" shown
  until_true "no focus" focused
  sleep 1
}
key() {
  xdotool key "$1"
  sleep 0.3
}
# A window that has only just appeared does not listen yet: what is done is done until it shows.
pressed() {
  xdotool mousemove --window "$window" 60 "$slider" sleep 0.2 mousedown 1 sleep 0.2 mouseup 1 sleep 0.5
  titled '^• '
}
saved() {
  key ctrl+s
  titled '^[^•]'
}
left() {
  xdotool getwindowname "$window" || return 0
  key ctrl+q
  return 1
}
# The first slider of the first card stands where it stands on Linux.
slider=$(sed -n 's/.*window.click(60, \([0-9]*\)).*/\1/p' tests/it/desktop/real_window.rs | sed -n 1p)
test -n "$slider"
openbox &
manager=$!
open "$built/attache.exe" --lang fr "$(in_windows "$profile")"
until_true "the slider does not move" pressed
for _ in 1 2 3; do key Left; done
until_true "not saved" saved
"$linux" check "$profile"
changed=$(diff profiles/banque-sous-surveillance.attache.ron "$profile" | grep '^>' || true)
if ! grep -qx '> *"history": (value: [0-9.]*),' <<<"$changed"; then
  printf 'changed instead of one slider:\n%s\n' "$changed" >&2
  exit 1
fi
until_true "the window stays" left
open "$built/attache.exe" --lang fr "$(in_windows "$profile")"
until_true "not opened again" titled '^Banque Delorme'
until_true "the window stays" left
kill $manager
wait
echo "a slider was moved, saved and opened again"

part "a display without OpenGL"
screen=$DISPLAY
stop_wine
start_wine
Xvfb -displayfd 1 -screen 0 1280x720x24 -extension GLX >"$home/display" 2>/dev/null &
server=$!
until_true "no display" test -s "$home/display"
DISPLAY=:$(cat "$home/display")
export DISPLAY
in_wine "$built/attache.exe" --lang fr 2>"$home/told" &
program=$!
until_true "no box" xdotool search --onlyvisible --name '^Attache$'
answered() {
  kill -0 $program || return 0
  xdotool search --onlyvisible --name '^Attache$' windowfocus key Return
  return 1
}
until_true "the box stays" answered
status=0
wait $program || status=$?
kill $server
if [ $status != 1 ] || [ "$(grep -c '^attache: Attache ne peut pas s’afficher ici' "$home/told")" != 1 ]; then
  echo "status $status, told:" >&2
  cat "$home/told" >&2
  exit 1
fi
echo "one sentence, in a box too, and status 1"

part "installed for one user"
DISPLAY=$screen
stop_wine
start_wine
openbox &
manager=$!
mkdir -p "$work/programs"
for program in attache attache-console; do
  # As in releases, and sooner packed.
  x86_64-w64-mingw32-strip -o "$work/programs/$program.exe" "$built/$program.exe"
done
packaging/windows/pack.sh "$work/programs" "$work/packed" -DTARGET=amd64-unicode -DQUICK
installer=$work/packed/Attache-$version-setup.exe
cp "$profile" "$home/Par son type.attache"
profile="$home/Par son type.attache"
local=$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local
folder=$local/Programs/Attache
shortcut="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Attache.lnk"
registry() { # of whom, into a file; what Wine notes down for itself is left out
  in_wine reg export "$1\Software" "$(in_windows "$home/export.reg")" /y >/dev/null
  iconv -f utf-16 -t utf-8 "$home/export.reg" | tr -d '\r' | grep -vE '^$|\\Software\\Wine\\' >"$2"
}
value() { # of a key that has one, as it is written
  in_wine reg query "$1" /ve | tr -d '\r' | LC_ALL=C sed -n 's/.*REG_SZ *//p'
}
# A key that was empty may stay.
as_before() {
  registry "$1" "$home/after"
  diff "$home/before" "$home/after" | grep '^[<>]' |
    grep -vE '^> \[.*\\(Classes|Uninstall|Installer|Installer\\.*)\]$' >"$work/left" || true
  test ! -s "$work/left"
}
registry HKCU "$home/before"
# What the user has is there before and after.
mkdir -p "$local/attache/data/recovery"
echo kept >"$local/attache/data/recovery/kept"
in_language C.UTF-8 "$installer" /S
test "$(value 'HKCU\Software\Classes\Attache.Profile')" = "Attache profile"
# Once more, in the other language.
in_wine "$installer" /S
test "$(value 'HKCU\Software\Classes\Attache.Profile')" = "Profil Attache"
test "$(value 'HKCU\Software\Classes\.attache')" = "Attache.Profile"
registry HKCU "$home/after"
grep -q '\\Classes\\\.ron\\OpenWithProgids\]$' "$home/after"
if grep -A 1 '\\Classes\\\.ron\]$' "$home/after" | says '^@='; then
  echo "the type of others was taken" >&2
  exit 1
fi
for file in attache.exe attache.com THIRD-PARTY.txt LICENSE-MIT LICENSE-APACHE uninstall.exe; do
  test -s "$folder/$file"
done
test -e "$shortcut"
in_wine "$folder/attache.com" --lang fr check "$(in_windows "$profile")" | says 'Par son type'
# Wine looks for types in the machine's branch only: of the user's the command is read, then given.
command=$(value 'HKCU\Software\Classes\Attache.Profile\shell\open\command')
test "$command" = "\"C:\\users\\$(id -un)\\AppData\\Local\\Programs\\Attache\\attache.exe\" \"%1\""
open "$folder/attache.exe" "$(in_windows "$profile")"
titled '^Banque Delorme'
# While it is open, nothing takes its place.
status=0
in_wine "$installer" /S || status=$?
test $status = 2
until_true "the window stays" left
echo notes >"$folder/notes.txt"
in_wine "$folder/uninstall.exe" /S
until_true "not removed" as_before HKCU
test ! -e "$shortcut"
test "$(ls "$folder")" = notes.txt
test "$(cat "$local/attache/data/recovery/kept")" = kept
rm -r "$folder"
echo "installed, opened and removed"

part "installed for all users"
package=$work/packed/Attache-$version.msi
msiinfo export "$package" Property | says -P '^ALLUSERS\t1\r?$'
registry HKLM "$home/before"
in_wine msiexec /i "$(in_windows "$package")" /qn
test "$(value 'HKLM\Software\Classes\Attache.Profile')" = "Profil Attache"
open start /unix "$profile"
titled '^Banque Delorme'
until_true "the window stays" left
in_wine msiexec /x "$(in_windows "$package")" /qn
until_true "not removed" as_before HKLM
test ! -e "$WINEPREFIX/drive_c/Program Files/Attache"
test "$(cat "$local/attache/data/recovery/kept")" = kept
kill $manager
part "done"
