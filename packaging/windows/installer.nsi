; Installs for the one who runs it, without an administrator. Given from outside: VERSION, COMMAS,
; OUT, ICON, KILOBYTES; files.nsh beside it lists what is installed.

Target amd64-unicode
Unicode true
ManifestDPIAware true
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "LogicLib.nsh"

!define NAME "决算公开与绩效自评"
!define PROGRAM "${NAME}.exe"
!define KIND "jsxh.workbook"
!define OURS "Software\jsxh-desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\jsxh-desktop"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\jsxh-desktop"
InstallDirRegKey HKCU "${OURS}" "Folder"
SetCompressor /SOLID lzma
SetCompressorDictSize 32
CRCCheck on

VIProductVersion "${DOTS}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TEXT "这台电脑不用联网，也不用管理员。装好以后桌面上有“${NAME}”。$\r$\n$\r$\n已经装过旧版本的，直接装在上面，填过的数据不动。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!macro WaitUntilClosed
    ; A library in use cannot be opened to be written.
    ${DoWhile} ${FileExists} "$INSTDIR\runtime\python313.dll"
        ClearErrors
        FileOpen $0 "$INSTDIR\runtime\python313.dll" a
        ${IfNot} ${Errors}
            FileClose $0
            ${Break}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "“${NAME}”正开着。请先把它关上，再点“重试”。" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 3
        Quit
    ${Loop}
!macroend

!macro RemoveProgram
    RMDir /r "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\site"
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\${PROGRAM}"
!macroend

!macro TellTheDesktop
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONINFORMATION "本程序要在 Windows 10 或 Windows 11（64 位）上使用，请换一台电脑。" /SD IDOK
        SetErrorLevel 4
        Quit
    ${EndIf}
FunctionEnd

Section
    !insertmacro WaitUntilClosed
    !insertmacro RemoveProgram
    !include "files.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\卸载.exe"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
    CreateDirectory "$SMPROGRAMS\${NAME}"
    CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
    CreateShortcut "$SMPROGRAMS\${NAME}\在桌面上写诊断信息.lnk" "$INSTDIR\${PROGRAM}" "--diagnose"
    CreateShortcut "$SMPROGRAMS\${NAME}\卸载.lnk" "$INSTDIR\卸载.exe"

    WriteRegStr HKCU "${OURS}" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${CLASSES}\.jsxh" "" "${KIND}"
    WriteRegStr HKCU "${CLASSES}\${KIND}" "" "单位决算数据"
    WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\卸载.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\卸载.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    !insertmacro TellTheDesktop
SectionEnd

Section "Uninstall"
    !insertmacro WaitUntilClosed
    !insertmacro RemoveProgram
    Delete "$INSTDIR\卸载.exe"
    RMDir "$INSTDIR"
    Delete "$DESKTOP\${NAME}.lnk"
    RMDir /r "$SMPROGRAMS\${NAME}"
    DeleteRegKey HKCU "${CLASSES}\${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.jsxh"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "${OURS}"
    !insertmacro TellTheDesktop
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "程序已经卸载，填过的数据文件都留着。$\r$\n$\r$\n字号、颜色这些设置和运行记录要不要也删去？" /SD IDNO IDNO kept
    RMDir /r "$LOCALAPPDATA\jsxh_desktop"
kept:
SectionEnd
