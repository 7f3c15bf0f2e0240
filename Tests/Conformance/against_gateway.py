"""Starts a gateway, runs schemathesis against it with each of the four specs, and stops it.

    against_gateway.py GATEWAY [SEED]

GATEWAY is the `cloudflow` executable. The gateway listens on a free loopback port, with a database in a temporary
folder and an account and two devices of its own. Exits with 1 when a spec fails, the gateway does not stay up, or an
output holds a token. Tokens are never printed, nor put on a command line.
"""

import base64
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPECS = HERE.parent.parent / "specs"
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
DEFAULT_SEED = "20240517"
START_LIMIT = STOP_LIMIT = 30  # seconds
SPEC_LIMIT = 120  # seconds

# The gateway's own access tokens: schemathesis shows the bodies of responses that fail.
ACCESS_TOKEN = re.compile(r'(?<="accessToken": ")[^"]*|(?<="accessToken":")[^"]*|\beyJ[\w-]+\.[\w-]+\.[\w-]*')


class Failed(Exception):
    """What keeps the run from going on, in words."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_healthy(gateway, port):
    # Proxies of the environment must not see a request that is meant for this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if gateway.poll() is not None:
            raise Failed(f"the gateway ended with status {gateway.returncode} before it listened")
        try:
            with opener.open(f"http://127.0.0.1:{port}/health", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise Failed(f"/health did not answer 200 within {START_LIMIT} s")


def create(executable, kind, *arguments):
    """Runs `cloudflow account|device create` and returns what it printed."""
    command = [executable, kind, "create", *arguments, "--json"]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    # Neither output is shown: it may hold the token.
    if result.returncode != 0:
        raise Failed(f"'cloudflow {kind} create' ended with status {result.returncode}")
    try:
        return json.loads(result.stdout)
    except ValueError:
        raise Failed(f"'cloudflow {kind} create --json' did not print JSON") from None


def bearer(**fields):
    return base64.b64encode(json.dumps(fields).encode()).decode()


def create_credentials(executable, database):
    """Creates an account and two devices; returns the bearer value of each API, and all that must stay secret."""
    on_database = ("--database", database)
    account = create(executable, "account", "Conformance", *on_database)
    # The devices that the examples in the specs speak of, so that the examples find something.
    identity = {"model": "A920", "serialNumber": "0820000042"}
    of_account = ("--account", account["accountId"], *on_database)
    first = create(
        executable, "device", *of_account, "--model", identity["model"], "--serial-number", identity["serialNumber"],
        "--reference-id", "till-7", "--name", "Till 7", "--location", "Zurich",
    )
    second = create(
        executable, "device", *of_account, "--model", "A77", "--serial-number", "1170000001", "--reference-id", "till-8"
    )
    bearers = {
        "client": bearer(accountId=account["accountId"], apiToken=account["apiToken"]),
        "device": bearer(**identity, apiToken=first["apiToken"]),
    }
    return bearers, [account["apiToken"], first["apiToken"], second["apiToken"], *bearers.values()]


def redacted(output, secrets):
    """The output without any token, and whether it held one of the secrets."""
    clean = output
    for secret in secrets:
        clean = clean.replace(secret, "[token]")
    return ACCESS_TOKEN.sub("[token]", clean), clean != output


def run_schemathesis(spec, url, bearer_value, seed, folder):
    """Returns the output of the run and whether it passed."""
    command = [SCHEMATHESIS, "--config-file", HERE / "schemathesis.toml", "run", spec, "--url", url, "--seed", seed, "--no-color"]
    environment = {
        **os.environ,
        "CLOUDFLOW_BEARER": bearer_value,
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    try:
        result = subprocess.run(
            command, cwd=folder, env=environment, timeout=SPEC_LIMIT,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"schemathesis did not finish {spec.name} within {SPEC_LIMIT} s") from None
    return result.stdout, result.returncode == 0


def stop(gateway):
    gateway.terminate()
    try:
        gateway.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        gateway.kill()
        gateway.wait()
        raise Failed(f"the gateway did not stop within {STOP_LIMIT} s") from None


def main(executable, seed):
    started = time.monotonic()
    failures = []
    with tempfile.TemporaryDirectory(prefix="cloudflow-conformance.") as folder:
        database, port, secrets = str(Path(folder, "conformance.sqlite")), free_port(), []
        log = Path(folder, "gateway.log")
        with log.open("wb") as log_file:
            serve = [executable, "serve", "--port", str(port), "--database", database]
            gateway = subprocess.Popen(serve, stdin=subprocess.DEVNULL, stdout=log_file, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(gateway, port)
            bearers, secrets = create_credentials(executable, database)
            for spec in sorted(SPECS.glob("*-*.yaml")):
                audience, version = spec.stem.split("-")
                url = f"http://127.0.0.1:{port}/{audience}/{version}"
                output, passed = run_schemathesis(spec, url, bearers[audience], seed, folder)
                output, leaked = redacted(output, secrets)
                print(f"== {spec.name}, seed {seed}\n{output}", flush=True)
                if leaked:
                    failures.append(f"{spec.name}: an output of schemathesis held a token")
                if not passed:
                    failures.append(f"{spec.name}: schemathesis found failures")
                if gateway.poll() is not None:
                    raise Failed(f"{spec.name}: the gateway ended with status {gateway.returncode}")
        except (Failed, OSError, KeyError, subprocess.SubprocessError) as error:
            failures.append(str(error))
        finally:
            if gateway.poll() is None:
                try:
                    stop(gateway)
                except Failed as failed:
                    failures.append(str(failed))
        log_text, leaked = redacted(log.read_text(errors="replace"), secrets)
        if leaked:
            failures.append("the gateway's log held a token")
        if failures:
            print("== the end of the gateway's log", *log_text.splitlines()[-40:], sep="\n")
    for failure in failures:
        print(f"failed: {failure}")
    print(f"schemathesis: {len(failures)} failed, seed {seed}, {time.monotonic() - started:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else DEFAULT_SEED))
