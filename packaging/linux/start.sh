#!/bin/sh
# Starts the program with the Python and the libraries it came with; nothing of the system's is
# used but the desktop it opens on. Works from any folder, also one that cannot be written.

tell() {
    title="决算公开与绩效自评"
    if command -v zenity >/dev/null; then
        zenity --info --no-markup --title="$title" --text="$1" 2>/dev/null && return
    elif command -v kdialog >/dev/null; then
        kdialog --title "$title" --msgbox "$1" 2>/dev/null && return
    fi
    echo "$1" >&2
}

here=$(dirname "$(readlink -f "$0")")
runtime=$here/runtime
python=$runtime/bin/python3.13
loader=$runtime/lib/ld-linux-x86-64.so.2

if [ "$(uname -m)" != x86_64 ]; then
    tell "这台电脑的处理器是 $(uname -m)，本程序只能在 x86_64（兆芯、海光、Intel、AMD）上打开。"
    exit 1
fi

# On a stick formatted by Windows nothing counts as a program; then only the loader is copied.
if ! [ -x "$loader" ]; then
    own=${XDG_CACHE_HOME:-$HOME/.cache}/jsxh_desktop
    mkdir -p "$own" && cp "$loader" "$own/loader.new" && chmod 700 "$own/loader.new" &&
        mv "$own/loader.new" "$own/loader"
    loader=$own/loader
fi

# Where even the loader may load nothing from, the stick forbids programs altogether.
if ! "$loader" --library-path "$runtime/lib" --list "$python" >/dev/null 2>&1; then
    tell "这里不允许运行程序。请把整个“$(basename "$here")”文件夹复制到“主目录”里，再从那里打开。"
    exit 1
fi

# How the program starts its own Python again: one word a line, for app/interpreter.py.
JSXH_PYTHON="$loader
--library-path
$runtime/lib
--argv0
$python
$python"
export JSXH_PYTHON

# A computer without the data of any locale would lose every Chinese character that is typed.
system=/usr/lib/locale
[ -e "$system/locale-archive" ] || [ -d "$system/C.utf8" ] || [ -d "$system/C.UTF-8" ] ||
    export LOCPATH="$runtime/share/locale"

# The keyboard of a desktop without the data of X11, as in a bare window.
[ -d /usr/share/X11/locale ] || export XLOCALEDIR="$runtime/share/X11/locale"

exec "$loader" --library-path "$runtime/lib" --argv0 "$python" "$python" -m jsxh_desktop "$@"
