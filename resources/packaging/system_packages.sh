#!/bin/sh
# Installs what Qt (and, with "test", the tests) need of the system and Python cannot bring: on Debian and
# Ubuntu by apt-get, only what is missing, quietly. Elsewhere, or without the right to install, it names
# what is missing in one sentence and goes on: what is there may be enough.
set -u
purpose=${1:-run}

# library or command = Debian package
libraries="libEGL.so.1=libegl1 libGL.so.1=libgl1 libxkbcommon.so.0=libxkbcommon0
libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3 libglib-2.0.so.0=libglib2.0-0
libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-image.so.0=libxcb-image0 libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1
libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
libX11-xcb.so.1=libx11-xcb1 libcups.so.2=libcups2"
commands=""
[ "$purpose" = test ] && commands="soffice=libreoffice-calc pdftotext=poppler-utils Xvfb=xvfb xauth=xauth"

[ "$(uname -s)" = Linux ] || exit 0
PATH=$PATH:/sbin:/usr/sbin
known=$(ldconfig -p 2>/dev/null) || known=""
missing=""
for pair in $libraries; do
    case "$known" in *"${pair%%=*}"*) ;; *) missing="$missing ${pair#*=}" ;; esac
done
for pair in $commands; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || missing="$missing ${pair#*=}"
done
missing=${missing# }
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
    # Without a terminal nobody could type the password.
    [ -t 0 ] || as_root="sudo -n"
else
    as_root=none
fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$as_root" = none ]; then
    echo "Some system packages are missing and cannot be installed from here. On Debian or Ubuntu an" \
        "administrator runs: apt-get install $missing" >&2
    exit 0
fi

echo "Installing system packages that are missing (once): $missing"
log=$(mktemp)
$as_root apt-get update -qq >"$log" 2>&1
chosen=""
for package in $missing; do
    # Since Debian 13 and Ubuntu 24.04 some libraries carry the suffix t64.
    if apt-cache show "${package}t64" >/dev/null 2>&1; then chosen="$chosen ${package}t64"; else chosen="$chosen $package"; fi
done
# shellcheck disable=SC2086 # a list of names
if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $chosen >>"$log" 2>&1; then
    tail -n 3 "$log" >&2
    echo "They could not be installed. An administrator runs: apt-get install$chosen" >&2
fi
rm -f "$log"
exit 0
