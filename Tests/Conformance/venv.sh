#!/usr/bin/env bash
# Installs requirements.txt into .tools/conformance, unless that is up to date, and prints the path of its Python.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
venv=$(cd "$here/../.." && pwd)/.tools/conformance

if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    {
        python3 -m venv --clear "$venv" || { echo "error: python3 can't make a venv; on Debian: apt-get install python3-venv"; exit 1; }
        "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
        cp "$here/requirements.txt" "$venv/installed.txt"
    } >&2
fi
echo "$venv/bin/python"
