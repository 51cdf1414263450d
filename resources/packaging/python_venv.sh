#!/bin/sh
# Debian ships venv apart from Python: install it for the interpreter named in $1, or say what is missing.
set -u
version=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
if command -v apt-get >/dev/null 2>&1; then
    echo "Installing $version (once)"
    $as_root apt-get update -qq >/dev/null 2>&1
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$version" >/dev/null 2>&1 && exit 0
fi
echo "Python's venv module is missing. An administrator runs: apt-get install $version" >&2
exit 1
