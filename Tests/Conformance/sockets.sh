#!/usr/bin/env bash
# Plays points of sale and devices over the websockets of a live gateway, by the specs alone.
#
#     sockets.sh GATEWAY [SCRIPT]
#
# GATEWAY is the `cloudflow` executable; sockets.py says what happens with it. SCRIPT runs in its place.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$here/../.." && pwd)/.tools/sockets

if ! cmp -s "$here/sockets-requirements.txt" "$tools/installed.txt"; then
    {
        python3 -m venv --clear "$tools" || { echo "error: python3 can't make a venv; on Debian: apt-get install python3-venv"; exit 1; }
        "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/sockets-requirements.txt"
        cp "$here/sockets-requirements.txt" "$tools/installed.txt"
    } >&2
fi
PYTHONDONTWRITEBYTECODE=1 exec "$tools/bin/python" "${2:-$here/sockets.py}" "$1"
