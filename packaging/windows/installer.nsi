; The installer for one user, who needs no administrator: makensis installer.nsi, with
;   -DBUILT=folder    where attache.exe and attache-console.exe are
;   -DVERSION=1.2.3   their version
;   -DOUT=file        what to write
;   -DTARGET=name     another kind of stub, where Windows has no 32 bits (Wine)
;   -DQUICK           for tries: larger, and sooner made
;   -DSIGN=command    signs a file, whose name is put at its end
; Installed silently by `/S`, elsewhere by `/D=folder` (last, unquoted). What it puts somewhere, its
; uninstaller removes, and nothing else: profiles, settings and copies of unsaved work are the user's.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifndef QUICK
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Attache"
!define AUTHORS "The Attache authors"
!define PROGID "Attache.Profile"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
; Programs of a user are here; the data of this one are in $LOCALAPPDATA\attache.
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${AUTHORS}"
VIAddVersionKey /LANG=0 "LegalCopyright" "© 2026 ${AUTHORS}"

!define MUI_ICON "..\icon\attache.ico"
!define MUI_UNICON "..\icon\attache.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\attache.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; That of Windows is taken; the first, where Windows speaks neither.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"

LangString PROFILE ${LANG_FRENCH} "Profil Attache"
LangString PROFILE ${LANG_ENGLISH} "Attache profile"
LangString SHORTCUT ${LANG_FRENCH} "Où rattacher la fonction médias sociaux ?"
LangString SHORTCUT ${LANG_ENGLISH} "Where should the social-media function report?"
LangString OPEN ${LANG_FRENCH} "Attache est ouvert : enregistrez votre travail, fermez Attache, puis réessayez."
LangString OPEN ${LANG_ENGLISH} "Attache is open: save your work, close Attache, then try again."
LangString OLD ${LANG_FRENCH} "Attache demande Windows 10 ou 11, en 64 bits."
LangString OLD ${LANG_ENGLISH} "Attache needs Windows 10 or 11, 64-bit."
LangString KEPT ${LANG_FRENCH} "Attache va être retiré de cet ordinateur. Vos profils, vos réglages et les copies de votre travail restent où ils sont."
LangString KEPT ${LANG_ENGLISH} "Attache will be removed from this computer. Your profiles, settings and copies of your work stay where they are."

; Waits until nobody uses the program, whose file can then be written to; gives up where nobody is
; there to be asked.
!macro Closed un
  Function ${un}Closed
    again:
    ${IfNot} ${FileExists} "$INSTDIR\attache.exe"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\attache.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  FunctionEnd
!macroend
!insertmacro Closed ""
!insertmacro Closed "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  Call Closed
  SetOutPath "$INSTDIR"
  File "/oname=attache.exe" "${BUILT}/attache.exe"
  ; What terminals start.
  File "/oname=attache.com" "${BUILT}/attache-console.exe"
  File "..\..\THIRD-PARTY.txt"
  File "..\..\LICENSE-MIT"
  File "..\..\LICENSE-APACHE"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\attache.exe" "" "$INSTDIR\attache.exe" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"

  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(PROFILE)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\attache.exe,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\attache.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.attache" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.attache" "Content Type" "application/vnd.attache.profile"
  WriteRegStr HKCU "${CLASSES}\.attache\OpenWithProgids" "${PROGID}" ""
  ; Other programs have files in RON: offered for those, and no more.
  WriteRegStr HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\attache.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\attache.exe\SupportedTypes" ".attache" ""
  WriteRegStr HKCU "${CLASSES}\Applications\attache.exe\SupportedTypes" ".ron" ""
  WriteRegStr HKCU "${CLASSES}\Applications\attache.exe\shell\open\command" "" '"$INSTDIR\attache.exe" "%1"'
  WriteRegStr HKCU "${APP_PATHS}\attache.exe" "" "$INSTDIR\attache.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${AUTHORS}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\attache.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  Call un.Closed
  Delete "$INSTDIR\attache.exe"
  Delete "$INSTDIR\attache.com"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\uninstall.exe"
  ; Stays where someone has put something there.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\Applications\attache.exe"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Applications"
  DeleteRegKey HKCU "${APP_PATHS}\attache.exe"
  DeleteRegKey /ifempty HKCU "${APP_PATHS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegValue HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron"
  DeleteRegValue HKCU "${CLASSES}\.attache\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.attache\OpenWithProgids"
  ; Another program may have taken the type over.
  ReadRegStr $0 HKCU "${CLASSES}\.attache" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.attache" ""
    DeleteRegValue HKCU "${CLASSES}\.attache" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.attache"
  ${RefreshShellIcons}
SectionEnd
