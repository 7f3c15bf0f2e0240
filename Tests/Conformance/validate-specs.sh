#!/usr/bin/env bash
# Checks the four specs: that they are valid OpenAPI, and that they say what the API's documentation says.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
specs=$(cd "$here/../../specs" && pwd)
python=$("$here/venv.sh")

"$python" -m openapi_spec_validator "$specs"/{client,device}-1.{0,1}.yaml
"$python" "$here/check-specs.py" "$specs"
