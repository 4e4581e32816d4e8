#!/usr/bin/env bash
# Says which libraries programs for Windows ask for, and fails where one does not come with Windows:
# imports.sh PROGRAM...
set -euo pipefail
system=(advapi32 bcrypt bcryptprimitives combase comdlg32 dwmapi dxgi gdi32 imm32 iphlpapi kernel32 msvcrt ntdll ole32 oleaut32
  opengl32 propsys rpcrt4 setupapi shell32 shlwapi uiautomationcore user32 userenv uxtheme version winmm ws2_32)
for program in "$@"; do
  asked=$("${OBJDUMP:-x86_64-w64-mingw32-objdump}" -p "$program" |
    sed -n 's/^\s*DLL Name: //p' | tr '[:upper:]' '[:lower:]' | sort -u)
  test -n "$asked"
  echo "$program asks for" $asked
  # Sets of functions (api-ms-win-...) are part of the system; those of the C library (crt) are not
  # on every one.
  foreign=$(grep -v '^api-ms-win-core-' <<<"$asked" | grep -vxF "$(printf '%s.dll\n' "${system[@]}")" || true)
  if [ -n "$foreign" ]; then
    echo "not part of Windows:" $foreign >&2
    exit 1
  fi
done
