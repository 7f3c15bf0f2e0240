#!/usr/bin/env python3
"""Kills the gateway, a terminal or the point of sale at random instants, and looks whether a payment is lost or made twice.

    run.py FOLDER-OF-EXECUTABLES --rounds 200 [--seed N]

A shop pays at three terminals without pause. In each round one of the processes gets SIGKILL after a random while, and is started again
after another. At the end everybody may finish what was begun, and the logs are held against each other: the shop's, written before each
event is acknowledged, and the terminals', written before each payment is carried out.

With --forget the terminals forget what they did, so that the test can be seen to fail.
"""

import argparse
import collections
import json
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time

TERMINALS = 3


class Process:
    """A process that is started again whenever it is gone."""

    def __init__(self, name, command, log):
        self.name, self.command, self.log = name, command, open(log, "ab")
        self.child = None
        self.starts = 0

    def start(self):
        self.child = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        self.starts += 1

    def is_running(self):
        return self.child.poll() is None

    def kill(self):
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    def keep_up(self):
        """Starts a terminal again that went out by itself, as amounts make it do."""
        if not self.is_running():
            if self.child.returncode != 70:
                raise SystemExit(f"{self.name} ended with {self.child.returncode}; see {self.log.name}")
            self.start()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answer(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def set_up(binaries, folder, seed):
    command, database = str(binaries / "cloudflow"), str(folder / "cloudflow.sqlite")
    account = answer([command, "account", "create", "Shop", "--id", "shop", "--json", "--database", database])
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    serve = [command, "serve", "--port", str(port), "--database", database, "--log-level", "error"]
    processes = [Process("gateway", serve, folder / "gateway.out")]
    for number in range(TERMINALS):
        serial = str(number)
        device = answer(
            [command, "device", "create", "--account", "shop", "--model", "A920", "--serial-number", serial]
            + ["--reference-id", f"till-{number}", "--json", "--database", database]
        )
        terminal = [command, "terminal", "--model", "A920", "--serial-number", serial, "--url", url, "--pace", "15"]
        terminal += ["--api-token", device["apiToken"], "--journal", str(folder / f"{number}.journal")]
        terminal += ["--executions", str(folder / f"{number}.executions"), "--longest-wait", "300"]
        processes.append(Process(f"terminal {number}", terminal, folder / f"terminal-{number}.out"))
    shop = [str(binaries / "crash-shop"), "--url", url, "--account", "shop", "--api-token", account["apiToken"]]
    shop += ["--log", str(folder / "shop.log"), "--stop", str(folder / "stop"), "--seed", str(seed)]
    processes.append(Process("shop", shop + [f"till-{number}" for number in range(TERMINALS)], folder / "shop.out"))
    return processes


def play(processes, rounds, chance, folder, forgets):
    killed = collections.Counter()
    for process in processes:
        process.start()
    for round in range(rounds):
        wait(processes, chance.uniform(0.02, 0.5))
        # The gateway, the shop and the terminals alike.
        kind = chance.choice(["gateway", "terminal", "shop"])
        victim = chance.choice([process for process in processes if process.name.startswith(kind)])
        victim.kill()
        killed[kind] += 1
        wait([process for process in processes if process is not victim], down(chance))
        if forgets and kind == "terminal":
            (folder / f"{victim.name.split()[1]}.journal").unlink(missing_ok=True)
        victim.start()
        if (round + 1) % 50 == 0:
            print(f"{round + 1} rounds", flush=True)
    return killed


def down(chance):
    """How long a process stays away: mostly for a moment, and at times for longer than a payment may wait."""
    return chance.uniform(1.2, 2) if chance.random() < 0.08 else chance.choice([0, 0, 0.05, 0.3])


def wait(processes, seconds):
    """Passes the time, and starts terminals again that go out by themselves."""
    end = time.monotonic() + seconds
    while True:
        for process in processes:
            process.keep_up()
        if time.monotonic() >= end:
            return
        time.sleep(0.005)


def finish(processes, folder, patience):
    """Lets the shop finish what it has begun. What it does not is a finding."""
    (folder / "stop").touch()
    shop = processes[-1]
    end = time.monotonic() + patience
    while shop.is_running() and time.monotonic() < end:
        wait(processes[:-1], 0.05)
    if not shop.is_running() and shop.child.returncode != 0:
        raise SystemExit(f"the shop ended with {shop.child.returncode}; see {folder}")


class Payment:
    def __init__(self):
        self.events = []
        self.outcome = None


def read(folder):
    payments, figures = {}, collections.Counter()
    for line in (folder / "shop.log").read_text().splitlines():
        kind, id, *rest = line.split()
        if kind == "begin":
            payments[id] = Payment()
        elif kind == "event":
            payments[id].events.append(tuple(map(int, rest)))
            figures["events"] += 1
        elif kind == "done":
            payments[id].outcome = rest
        else:
            figures[f"told {kind}"] += 1
    executions = []
    for number in range(TERMINALS):
        path = folder / f"{number}.executions"
        executions += path.read_text().split() if path.exists() else []
    return payments, executions, figures


def check(payments, executions, figures):
    """The findings, each in words."""
    findings = [f"{id} was carried out {count} times" for id, count in collections.Counter(executions).items() if count > 1]
    executed = set(executions)
    for id, payment in payments.items():
        numbers = [number for number, _, _ in payment.events]
        if numbers != list(range(len(numbers))):
            findings.append(f"the events of {id} came as {numbers}")
        if any(number != step for number, step, _ in payment.events):
            findings.append(f"the events of {id} are not those that the terminal sent: {payment.events}")
        outcome = payment.outcome
        if outcome is None:
            findings.append(f"nobody knows what became of {id}")
            continue
        is_final = bool(payment.events) and payment.events[-1][2] == 1
        if outcome[0] in ("approved", "declined", "repeated") and (not is_final or len(numbers) != 3 or id not in executed):
            findings.append(f"{id} is {outcome[0]}, with {len(numbers)} events, and was {'' if id in executed else 'not '}carried out")
        if outcome[0] == "never" and (numbers or id in executed):
            findings.append(f"{id} is said never to have reached the terminal, which carried it out")
        if outcome[0] == "delivered" and outcome[1] == "storageFailed":
            findings.append(f"{id} failed with {outcome}")
        figures[" ".join(outcome)] += 1
    findings += [f"{id} was carried out, and nobody asked for it" for id in executed - payments.keys()]
    return findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--forget", action="store_true", help="remove the journal of each terminal that is killed: this must give findings")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cloudflow-crash-"))
    began = time.monotonic()
    processes = set_up(options.binaries.resolve(), folder, options.seed)
    try:
        killed = play(processes, options.rounds, random.Random(options.seed), folder, options.forget)
        finish(processes, folder, 10 if options.forget else 120)
    finally:
        for process in processes:
            if process.child and process.is_running():
                process.kill()
    payments, executions, figures = read(folder)
    findings = check(payments, executions, figures)
    print(f"{options.rounds} rounds in {time.monotonic() - began:.0f} s: " + ", ".join(f"{n} kills of {k}" for k, n in sorted(killed.items())))
    print(f"{len(payments)} payments, {len(executions)} carried out, {figures.pop('events', 0)} events")
    print(", ".join(f"{n} {kind}" for kind, n in sorted(figures.items())))
    for finding in findings:
        print("wrong:", finding)
    print(f"{len(findings)} findings" + (f"; see {folder}" if findings else ""))
    if not findings:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return bool(findings)


sys.exit(main())
