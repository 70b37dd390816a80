/* Starts the program with the Python beside it; what is typed behind it is passed on. */

#include <wchar.h>
#include <windows.h>

#define LONGEST 32767 /* characters of a command in Windows */
#define TITLE L"决算公开与绩效自评"

static WCHAR folder[LONGEST], python[LONGEST], command[LONGEST];

static int tell(const WCHAR *sentence)
{
    MessageBoxW(NULL, sentence, TITLE, MB_OK | MB_ICONINFORMATION);
    return 1;
}

static BOOL is_older_than_windows_10(void)
{
    typedef LONG(WINAPI * Ask)(OSVERSIONINFOW *);
    Ask ask = (Ask)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
    return ask && ask(&version) == 0 && version.dwMajorVersion < 10;
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR rest, int shown)
{
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION started;
    (void)self, (void)before, (void)shown;

    if (is_older_than_windows_10())
        return tell(L"本程序要在 Windows 10 或 Windows 11 上使用，请换一台电脑。");
    if (!GetModuleFileNameW(NULL, folder, LONGEST))
        return tell(L"程序所在的文件夹找不到了，请重新安装。");
    *wcsrchr(folder, L'\\') = 0;
    if (wcslen(folder) + wcslen(rest) + 100 > LONGEST)
        return tell(L"文件夹的名字太长了，请把程序放到浅一些的文件夹里。");
    wcscat(wcscpy(python, folder), L"\\runtime\\pythonw.exe");
    wcscat(wcscat(wcscpy(command, L"\""), python), L"\" -m jsxh_desktop ");
    wcscat(command, rest);
    if (!CreateProcessW(python, command, NULL, NULL, FALSE, 0, NULL, NULL, &how, &started))
        return tell(L"程序的文件不齐，打不开。请重新安装；装过安全软件的，请先看看它有没有拦下文件。");
    AllowSetForegroundWindow(started.dwProcessId);
    return 0;
}
