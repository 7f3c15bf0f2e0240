#!/usr/bin/env bash
# Runs the Autobahn cases of sections 1 to 7, 9 and 10 against the websockets of the server and of the client.
#
#     autobahn.sh SOCKET_ECHO
#
# SOCKET_ECHO is the executable of that name. The cases are those of autobahntestsuite 25.10.1, which is fetched once and made to run on
# Python 3; those of sections 12 and 13 are about compression, which is not offered.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$here/../.." && pwd)/.tools/autobahn

if ! cat "$here/autobahn-requirements.txt" "$here/autobahn_port.py" | cmp -s - "$tools/installed.txt"; then
    {
        python3 -m venv --clear "$tools" || { echo "error: python3 can't make a venv; on Debian: apt-get install python3-venv"; exit 1; }
        pip="$tools/bin/pip --quiet --disable-pip-version-check"
        $pip install --requirement "$here/autobahn-requirements.txt"
        $pip download --no-deps --dest "$tools/download" autobahntestsuite==25.10.1
        "$tools/bin/python" "$here/autobahn_port.py" "$tools/download" "$tools/cases"
        cat "$here/autobahn-requirements.txt" "$here/autobahn_port.py" >"$tools/installed.txt"
    } >&2
fi
exec "$tools/bin/python" "$here/autobahn_run.py" "$tools/cases" "$1"
