#!/usr/bin/env bash
# Runs schemathesis against a live gateway, with each of the four specs and valid credentials.
#
#     schemathesis.sh GATEWAY [SEED]
#
# GATEWAY is the `cloudflow` executable; against_gateway.py says what happens with it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
python=$("$here/venv.sh")
exec "$python" "$here/against_gateway.py" "$@"
