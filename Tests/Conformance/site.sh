#!/usr/bin/env bash
# Makes the documentation site twice, and opens it in a headless Chromium.
#
#     site.sh GENERATOR GATEWAY
#
# GENERATOR is the `cloudflow-generate` executable, GATEWAY the `cloudflow` one. Chromium is taken from Debian's packages where it is missing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
if ! command -v chromium >/dev/null; then
    if ! command -v apt-get >/dev/null; then
        echo "install chromium, then try again" >&2
        exit 1
    fi
    sudo=""
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
exec "$("$here/venv.sh")" "$here/site.py" "$@"
