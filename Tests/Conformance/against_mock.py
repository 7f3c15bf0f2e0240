"""Serves mocks of descriptions, runs schemathesis against each, and prints a table of what it found.

    against_mock.py GENERATOR DESCRIPTION|FOLDER... [--examples N] [--only TEXT] [--seed N] [--limit SECONDS] [--details]

GENERATOR is the `cloudflow-generate` executable. A folder stands for the descriptions below it. Everything stays on the
loopback interface. Exits with 1 when schemathesis finds an answer that its description doesn't allow: the status, the
media type, the header fields, the schema of the body, and whether valid requests are taken and invalid ones refused.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
START_LIMIT = 60  # seconds

# What an answer is, whatever the request.
OF_ANSWERS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method", "allow_header_conformance", "positive_data_acceptance",
]
# What requests are refused. An operation that documents no status for that refuses none, so these are only counted.
OF_REFUSALS = ["negative_data_rejection", "missing_required_header", "ignored_auth"]


def descriptions(paths):
    """Each description, and the folder that its files must lie in."""
    for path in map(Path, paths):
        if path.is_file():
            yield path, path.parent
            continue
        for file in sorted(path.rglob("*")):
            if file.suffix in (".yaml", ".yml", ".json") and re.search(rb'["\']?(openapi|swagger)["\']?\s*:', file.read_bytes()[:4000]):
                yield file, path


def start(generator, description, root=None):
    """Starts a mock on a free port; returns the process, its URL and its log."""
    # What it logs must not fill a pipe that nobody reads.
    log = tempfile.NamedTemporaryFile(prefix="mock.", suffix=".log", delete=False)
    mock = subprocess.Popen(
        [generator, "mock", description, "--port", "0", "--root", root or description.parent],
        stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
    )
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and mock.poll() is None:
        found = re.search(r"listening on (http://\S+)", Path(log.name).read_text(errors="replace"))
        if found:
            return mock, found.group(1), Path(log.name)
        time.sleep(0.05)
    mock.kill()
    mock.wait()
    text = Path(log.name).read_text(errors="replace")
    os.unlink(log.name)
    raise RuntimeError("the mock did not start:\n" + "\n".join(text.splitlines()[-5:]))


def run(description, url, options, folder):
    """Runs schemathesis; returns its report, and what it printed."""
    report = Path(folder, "report.ndjson")
    report.unlink(missing_ok=True)
    config = Path(folder, "schemathesis.toml")
    config.write_text('[cache]\nenabled = false\n[generation]\ndatabase = "none"\n')
    command = [
        SCHEMATHESIS, "--config-file", config, "run", description, "--url", url, "--seed", str(options.seed), "--no-color",
        "--checks", ",".join(OF_ANSWERS + OF_REFUSALS), "--phases", "examples,coverage,fuzzing",
        "--max-examples", str(options.examples), "--continue-on-failure", "--no-shrink", "--request-timeout", "20",
        "--warnings", "off", "--report", "ndjson", "--report-ndjson-path", report,
        "--suppress-health-check", "all", "--output-truncate", "true",
    ]
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        result = subprocess.run(
            command, cwd=folder, env=environment, timeout=options.limit,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )
        printed, is_whole = result.stdout, True
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
        printed, is_whole = output.decode(errors="replace") if isinstance(output, bytes) else output, False
    return printed, is_whole, report


def tally(report):
    """How many cases there were, and for each check the operations that fail it."""
    cases, failures = 0, collections.defaultdict(set)
    if not report.exists():
        return cases, failures
    for line in report.read_text(errors="replace").splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        recorder = event.get("ScenarioFinished", {}).get("recorder")
        if not recorder:
            continue
        cases += len(recorder.get("cases", {}))
        for checks in recorder.get("checks", {}).values():
            for check in checks:
                if check.get("status") == "failure":
                    failures[check["name"]].add(recorder.get("label", "?"))
    return cases, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("generator")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--examples", type=int, default=10)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=20240517)
    parser.add_argument("--limit", type=int, default=600)
    parser.add_argument("--details", action="store_true", help="prints what schemathesis says of what fails")
    options = parser.parse_args()
    generator = os.path.abspath(options.generator)
    failed = 0
    print(f"{'description':40} {'cases':>6} {'answers':>8} {'refusals':>8} {'s':>5}", flush=True)
    for description, root in descriptions(options.paths):
        if options.only not in str(description):
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="cloudflow-mock.") as folder:
            try:
                mock, url, log = start(generator, description.resolve(), root.resolve())
            except RuntimeError as error:
                failed += 1
                print(f"{description.name:40} {error}", flush=True)
                continue
            try:
                printed, is_whole, report = run(description.resolve(), url, options, folder)
                has_ended = mock.poll() is not None
            finally:
                if mock.poll() is None:
                    mock.terminate()
                    mock.wait()
            cases, failures = tally(report)
        of_answers = {name: labels for name, labels in failures.items() if name not in OF_REFUSALS}
        of_refusals = {name: labels for name, labels in failures.items() if name in OF_REFUSALS}
        wrong, passed_over = (sum(map(len, kind.values())) for kind in (of_answers, of_refusals))
        notes = "; ".join(f"{name} {len(labels)}" for name, labels in sorted(failures.items()))
        if not is_whole:
            notes += " (stopped by --limit)"
        if has_ended:
            notes += " (the mock ended)"
        print(f"{description.name:40} {cases:6} {wrong:8} {passed_over:8} {time.monotonic() - began:5.0f} {notes}", flush=True)
        if wrong or has_ended or cases == 0:
            failed += 1
        if options.details or cases == 0:
            print(printed)
            print(*[line for line in log.read_text(errors="replace").splitlines() if ": warning: " in line][:20], sep="\n")
        log.unlink()
    print(f"{failed} failed, seed {options.seed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
