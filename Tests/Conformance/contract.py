"""Runs the contract suites of specs/ against a live gateway and against mocks, and against a service that is wrong.

    contract.py PRODUCTS

PRODUCTS is the folder of `cloudflow` and `cloudflow-generate`. Exits with 1 when the gateway or a mock fails a case, when too little
was exercised, or when what is wrong with the wrong service is not found. Tokens are only ever in the environment.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from against_gateway import Failed, create_credentials, free_port, redacted, stop, wait_until_healthy
from against_mock import start
from tally import Checks

SPECS = Path(__file__).resolve().parent.parent.parent / "specs"
FIXTURES = Path(__file__).resolve().parent / "fixtures"
SUM = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) not exercised$", re.MULTILINE)


def run(generator, spec, url, secrets, fixtures=None):
    """Runs a suite; returns the status it ends with, what it printed, and the three sums."""
    command = [generator, "contract", spec, "--url", url]
    for scheme in secrets:
        command += ["--credentials", f"{scheme}=SECRET_{scheme}"]
    if fixtures and fixtures.exists():
        command += ["--fixtures", fixtures]
    environment = {**os.environ, **{f"SECRET_{scheme}": secret for scheme, secret in secrets.items()}}
    result = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=300
    )
    found = SUM.search(result.stdout)
    return result.returncode, result.stdout, tuple(map(int, found.groups())) if found else (0, 0, 0)


def against_gateway(cloudflow, generator, checks):
    with tempfile.TemporaryDirectory(prefix="cloudflow-contract.") as folder:
        database, port = str(Path(folder, "contract.sqlite")), free_port()
        with open(Path(folder, "gateway.log"), "wb") as log:
            gateway = subprocess.Popen(
                [cloudflow, "serve", "--port", str(port), "--database", database],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )
        try:
            wait_until_healthy(gateway, port)
            bearers, secrets = create_credentials(cloudflow, database)
            for spec in sorted(SPECS.glob("*-*.yaml")):
                audience = spec.stem.split("-")[0]
                # Websockets are opened with tokens that nobody has here.
                schemes = {"apiToken": bearers[audience], "accessToken": "none"}
                status, output, (passed, failed, _) = run(generator, spec, f"http://127.0.0.1:{port}", schemes, FIXTURES / spec.name)
                output, leaked = redacted(output, secrets)
                print(f"== {spec.name} on the gateway\n{output}", flush=True)
                checks.equal(f"{spec.name}: failed cases", failed, 0)
                checks.equal(f"{spec.name}: status", status, 0)
                checks.true(f"{spec.name}: something passed", passed >= 3)
                checks.true(f"{spec.name}: no token is told", not leaked)
        finally:
            if gateway.poll() is None:
                stop(gateway)


def against_mocks(generator, checks):
    for spec in sorted(SPECS.glob("*-*.yaml")):
        mock, url, log = start(generator, spec)
        try:
            status, output, (passed, failed, _) = run(generator, spec, url, {"apiToken": "any", "accessToken": "any"})
            # A mock takes any credentials, and says so.
            unexpected = [line for line in output.splitlines() if "FAILED" in line and "with wrong credentials" not in line]
            checks.equal(f"{spec.name} on its mock", unexpected, [])
            # A device's API has one operation that answers without a websocket: its success, and its refusal without credentials.
            checks.true(f"{spec.name} on its mock: something passed", passed >= 2)
        finally:
            mock.terminate()
            mock.wait()
            log.unlink()


class Wrong(BaseHTTPRequestHandler):
    """Lets everybody in, checks nothing, and answers with what is documented nowhere."""

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        body = json.dumps({"referenceId": 7}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *arguments):
        pass


def against_wrong_service(generator, checks):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Wrong)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    try:
        status, output, (passed, failed, _) = run(generator, SPECS / "client-1.1.yaml", url, {"apiToken": "any"})
    finally:
        server.shutdown()
    checks.equal("the wrong service: status", status, 1)
    for part in [
        "without credentials: answered 200, not 401",
        "success: the body: /clientAccountId is missing",
        "body /requestId: longer than maxLength 64: answered 200, not 422",
    ]:
        checks.true(f"the wrong service: '{part}' is found", part in output)
    print(f"== a wrong service\n{output}" if checks.failed else f"a wrong service: {failed} failures found")


def main(products):
    cloudflow, generator = (str(Path(products, name).resolve()) for name in ("cloudflow", "cloudflow-generate"))
    checks = Checks()
    began = time.monotonic()
    try:
        against_gateway(cloudflow, generator, checks)
        against_mocks(generator, checks)
        against_wrong_service(generator, checks)
    except (Failed, RuntimeError, OSError, subprocess.SubprocessError) as error:
        checks.equal("the run", str(error), "to go on")
    print(f"contract: {time.monotonic() - began:.0f} s")
    return checks.report()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
