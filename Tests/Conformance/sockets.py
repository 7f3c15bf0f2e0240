"""Plays points of sale and devices over the websockets of a live gateway, by the specs alone.

    sockets.py GATEWAY

GATEWAY is the `cloudflow` executable. It listens on a free loopback port, with a database in a temporary folder. While
ill-mannered peers do what they must not, a well-behaved pair pays all the time and must notice nothing. Prints what
failed, then how many checks passed; exits with 1 when one failed. Tokens and payloads are never printed.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from against_gateway import bearer, create, free_port, redacted, stop, wait_until_healthy
from socket_peers import Party, RawPeer, refusal, rest

CONNECTIONS = 12


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, []

    def equal(self, what, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failed.append(f"{what}: {expected!r} was expected, and {found!r} came")


class Shop:
    """An account with its devices, and the ways to the gateway."""

    def __init__(self, executable, database, port, name, devices):
        self.base = f"http://127.0.0.1:{port}"
        account = create(executable, "account", name, "--database", database)
        self.account = account["accountId"]
        self.till = bearer(accountId=self.account, apiToken=account["apiToken"])
        self.secrets = [account["apiToken"], self.till]
        self.devices = {}
        for reference in devices:
            made = create(
                executable, "device", "--account", self.account, "--model", "A920", "--serial-number", f"SN {reference}",
                "--reference-id", reference, "--database", database,
            )
            self.devices[reference] = bearer(model="A920", serialNumber=f"SN {reference}", apiToken=made["apiToken"])
            self.secrets += [made["apiToken"], self.devices[reference]]

    def credentials(self, reference=None, version="1.1"):
        if reference:
            return rest(f"{self.base}/device/{version}/devices/enrol", self.devices[reference])[1]
        return rest(f"{self.base}/client/{version}/token", self.till)[1]

    def where(self, reference=None, version="1.1"):
        credentials = self.credentials(reference, version)
        return credentials["connectionUrl"], credentials["accessToken"]

    async def open(self, reference=None, version="1.1", **options):
        return await Party.open(*self.where(reference, version), **options)


async def pay(checks, what, till, terminal, request, reference, payload='{ "amount":12.50, "e": 1E2 }'):
    """A payment with two events. The payload is held against what comes byte for byte."""
    await till.connection.send(f'{{"type":"request","id":"{request}","referenceId":"{reference}","payload":{payload}}}')
    text = await terminal.receive_text()
    checks.equal(f"{what}: the payload at the device", payload in text, True)
    asked = json.loads(text)
    checks.equal(f"{what}: the request", (asked["type"], asked["id"], sorted(asked)), ("request", request, ["expiresAt", "id", "payload", "type"]))
    await terminal.send(type="accepted", id=request)
    for sequence, final in ((0, "false"), (1, "true")):
        event = f'{{"type":"event","id":"{request}","sequence":{sequence},"payload":{payload},"final":{final}}}'
        await terminal.connection.send(event)
    for sequence in (0, 1):
        text = await till.receive_text()
        checks.equal(f"{what}: the payload at the client", payload in text, True)
        event = json.loads(text)
        found = (event["type"], event["id"], event["sequence"], event["referenceId"], event["final"])
        checks.equal(f"{what}: event {sequence}", found, ("event", request, sequence, reference, sequence == 1))
        checks.equal(f"{what}: ack {sequence}", await terminal.receive(), {"type": "ack", "id": request, "sequence": sequence})
    await till.send(type="ack", id=request, sequence=1)


async def pair_pays(checks, shop, done):
    """A well-behaved pair beside everything else; returns the count of its payments and the longest one in seconds."""
    till, terminal = await shop.open(), await shop.open("good-1")
    count = longest = 0
    while not done.is_set():
        started = time.monotonic()
        await pay(checks, "a pair beside the others", till, terminal, f"beside-{count}", "good-1")
        longest = max(longest, time.monotonic() - started)
        count += 1
        await asyncio.sleep(0.05)
    await till.close()
    await terminal.close()
    return count, longest


async def payments(checks, shop):
    for version in ("1.0", "1.1"):
        credentials = shop.credentials(version=version)
        checks.equal("credentials", (credentials["connectionType"], credentials["tokenType"]), ("websocket", "jwt"))
        checks.equal("connectionUrl", credentials["connectionUrl"].endswith(f"/client/{version}/socket"), True)
        till, terminal = await shop.open(version=version), await shop.open("till-7", version=version)
        checks.equal("the subprotocol", (till.connection.subprotocol, terminal.connection.subprotocol), ("cloudflow.v1",) * 2)
        await pay(checks, version, till, terminal, f"order-{version}", "till-7")
        await till.close()
        checks.equal("close 1000", till.connection.close_code, 1000)
        await terminal.close()


async def replay(checks, shop):
    till, terminal = await shop.open(), await shop.open("till-7")
    request = {"type": "request", "id": "replay", "referenceId": "till-7", "payload": {"n": 1}}
    await till.send(**request)
    await terminal.receive()
    for sequence in range(4):
        await terminal.send(type="event", id="replay", sequence=sequence, payload=sequence, final=sequence == 3)
        await till.receive()
        await terminal.receive()
    await till.send(type="ack", id="replay", sequence=1)
    await till.close()
    till = await shop.open()
    await till.send(**request)
    checks.equal("what was not acknowledged comes again", [(await till.receive())["sequence"] for _ in range(2)], [2, 3])
    await terminal.send(type="event", id="replay", sequence=3, payload=3, final=True)
    checks.equal("a repeated event is acknowledged", await terminal.receive(), {"type": "ack", "id": "replay", "sequence": 3})
    await till.send(**(request | {"payload": 2}))
    await error(checks, till, "the id with another content", "duplicateItem", "replay")
    await till.send(type="request", id="held", referenceId="till-7", payload=1)
    await terminal.receive()
    await till.send(type="request", id="busy", referenceId="till-7", payload=1)
    await error(checks, till, "a busy device", "preconditionFailed", "busy", "never")
    terminal.connection.transport.abort()
    terminal = await shop.open("till-7")
    checks.equal("what was not accepted is offered again", (await terminal.receive())["id"], "held")
    await terminal.send(type="error", id="held", errorCode="declined", errorMessage="no")
    await error(checks, till, "an error of the device", "declined", "held", "never")
    await till.close()
    await terminal.close()


async def error(checks, till, what, code, request, delivery="never"):
    message = await till.receive()
    checks.equal(what, tuple(message.get(name) for name in ("type", "id", "errorCode", "delivery")), ("error", request, code, delivery))


async def misdirected(checks, shop, other):
    till = await shop.open()
    for reference in ("nobody", *other.devices, "TILL-7"):
        await till.send(type="request", id="lost", referenceId=reference, payload=1)
        await error(checks, till, "a device that is not the account's", "notFound", "lost")
    await till.send(type="request", id="late", referenceId="till-8", payload=1, timeToLive=1)
    await error(checks, till, "a device that does not come", "connectionLost", "late")
    await till.close()
    body = {"requestId": "r", "payload": 1, "callbackUrl": "https://shop.example/events"}
    checks.equal("REST, a device that is not there", rest(f"{shop.base}/client/1.1/devices/till-8/requests", shop.till, body)[0], 410)
    checks.equal("REST, somebody else's device", rest(f"{shop.base}/client/1.1/devices/other-1/requests", shop.till, body)[0], 404)


def jwt(key, **claims):
    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    signed = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    return (signed + b"." + part(hmac.digest(key, signed, hashlib.sha256))).decode()


async def refusals(checks, shop, database):
    with sqlite3.connect(database) as connection:
        (key,) = connection.execute("SELECT bytes FROM signingKey").fetchone()
    now = int(time.time())
    good = dict(sub=shop.account, aud="cloudflow", role="client", account=shop.account, iat=now, exp=now + 60, jti="1")
    (url, token), (device_url, device_token) = shop.where(), shop.where("till-7")
    head, body, signature = token.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    checks.equal("a token of one's own making, in order", (await refusal(url, jwt(key, **good)))[0], 101)
    for what, where, bad in (
        ("no token", url, None), ("an API token", url, shop.till), ("rubbish", url, "a.b.c"),
        ("another signature", url, f"{head}.{body}.{signature[::-1]}"), ("no signature", url, f"{none}.{body}."),
        ("another key", url, jwt(b"x" * 32, **good)), ("another audience", url, jwt(key, **(good | {"aud": "shop"}))),
        ("an expired token", url, jwt(key, **(good | {"iat": now - 600, "exp": now - 300}))),
        ("a token of tomorrow", url, jwt(key, **(good | {"iat": now + 600, "exp": now + 900}))),
        ("nobody's token", url, jwt(key, **(good | {"sub": "nobody", "account": "nobody"}))),
    ):
        status, answer = await refusal(where, bad)
        checks.equal(f"401: {what}", (status, answer.get("errorCode"), "errorMessage" in answer), (401, "unauthorized", True))
    for what, where, other in (("a device's token", url, device_token), ("a client's token at the device's", device_url, token)):
        status, answer = await refusal(where, other)
        checks.equal(f"403: {what}", (status, answer.get("errorCode"), "errorMessage" in answer), (403, "forbidden", True))
    checks.equal("a token opens more than one websocket while it is good", [(await refusal(url, token))[0] for _ in range(2)], [101] * 2)
    checks.equal("a GET that asks for no websocket", rest(f"{shop.base}/client/1.1/socket", token)[0], 426)


async def limit(checks, shop):
    url, token = shop.where()
    parties = [await Party.open(url, token) for _ in range(CONNECTIONS)]
    status, answer = await refusal(url, token)
    checks.equal("429", (status, answer["errorCode"]), (429, "tooManyConnections"))
    for party in parties:
        await party.close()
    checks.equal("a place that is free again", (await refusal(url, token))[0], 101)


async def closes(checks, shop):
    async def ends(what, code, *messages, reference=None):
        party = await shop.open(reference)
        for message in messages:
            await party.connection.send(message)
        found, reason = await party.ending()
        checks.equal(what, (found, "secret" in reason), (code, False))

    await ends("1003: binary", 1003, b"{}")
    for reference in (None, "till-8"):
        for text in ('{"type":"hello"}', "[]", "secret", "", '{"type":"ack","id":"secret"}', '{"type":"event","id":"secret","sequence":0}'):
            await ends("1008: malformed or of an unknown type", 1008, text, reference=reference)
    await ends("1008: a member that is none", 1008, '{"type":"request","id":"1","referenceId":"a","payload":1,"secret":2}')
    await ends("1009: 64 KiB + 1", 1009, "x" * (64 * 1024 + 1))
    former = await shop.open("till-8")
    newest = await shop.open("till-8")
    checks.equal("4409", (await former.ending())[0], 4409)
    await newest.close()


async def hostile(checks, shop):
    url, token = shop.where()

    async def raw():
        return await RawPeer.open(url, token)

    peer = await raw()
    text = b'{"type":"request","id":"bytes","referenceId":"nobody","payload":1}'
    for index, byte in enumerate(text):
        await peer.send((1 if index == 0 else 0) | (0x80 if index == len(text) - 1 else 0), bytes([byte]))
    first, answer = await peer.frame()
    checks.equal("a message of 1-byte frames", (first, json.loads(answer)["errorCode"]), (0x81, "notFound"))
    peer.drop()
    for what, code, frames in (
        ("fragments without an end", 1009, [(0x01, b"x" * 1024)] + [(0x00, b"x" * 1024)] * 70),
        ("empty fragments without an end", 1009, [(0x01, b"")] + [(0x00, b"")] * 70_000),
        ("64 KiB + 1, announced", 1009, [(0x81, b"", 64 * 1024 + 1)]),
        ("2^62 bytes, announced", 1009, [(0x82, b"", 1 << 62)]),
        ("bad UTF-8", 1007, [(0x81, b'{"type":"\xff"}')]),
        ("a surrogate in UTF-8", 1007, [(0x81, b"\xed\xa0\x80")]),
        ("reserved bits", 1002, [(0xC1, b"{}")]),
        ("a reserved opcode", 1002, [(0x83, b"{}")]),
        ("the end of nothing", 1002, [(0x80, b"{}")]),
        ("a ping of 126 bytes", 1002, [(0x89, b"x" * 126)]),
    ):
        peer = await raw()
        try:
            for frame in frames:
                await peer.send(*frame)
        except ConnectionError:
            pass
        checks.equal(what, await peer.ending(), code)
        peer.drop()
    peer = await raw()
    for index in range(20_000):
        await peer.send(0x89, b"ping")
    peer.drop()
    for _ in range(20):
        peer = await raw()
        await peer.send(0x81, b"half a frame", 100)
        peer.drop()


async def silent(checks, shop):
    """A peer that answers no ping: it gets one after 25 s, and is dropped 10 s later."""
    peer = await RawPeer.open(*shop.where("quiet-1"))
    started = time.monotonic()
    first, _ = await peer.frame()
    pinged = time.monotonic() - started
    checks.equal("a ping after 25 s", (first, 24 <= pinged < 30), (0x89, True))
    await peer.ending()
    checks.equal("dropped 10 s after the ping", 9 <= time.monotonic() - started - pinged < 15, True)
    peer.drop()


async def slow(checks, shop):
    """A client that takes nothing in while its device sends more than the network holds. It gets 4408, unless it is so slow that it can't
    take in even that; and all that was sent is there later."""
    url, token = shop.where()
    peer, terminal = await RawPeer.open(url, token, receive_buffer=4096), await shop.open("slow-1")
    request = b'{"type":"request","id":"flood","referenceId":"slow-1","payload":1}'
    await peer.send(0x81, request)
    await terminal.receive()
    count, payload = 110, "x" * 60_000
    for sequence in range(count):
        await terminal.send(type="event", id="flood", sequence=sequence, payload=payload, final=sequence == count - 1)
        await terminal.receive()
    checks.equal("4408", await peer.ending() in (4408, 1006), True)
    peer.drop()
    till = await shop.open()
    await till.connection.send(request.decode())
    checks.equal("nothing that was not acknowledged is lost", [(await till.receive())["sequence"] for _ in range(count)], list(range(count)))
    await till.close()
    await terminal.close()


async def ended_access(checks, shop, executable, database):
    terminal = await shop.open("till-8")
    command = [executable, "device", "remove", "till-8", "--database", database]
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    checks.equal("the device is removed", result.returncode, 0)
    checks.equal("4401", (await terminal.ending())[0], 4401)


async def failing_store(checks, shop, database):
    """Somebody holds the database for longer than the gateway waits: 1011, and what was not stored is not said."""
    till, terminal = await shop.open(), await shop.open("till-7")
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        await till.send(type="request", id="unstored", referenceId="till-7", payload=1)
        checks.equal("1011 to the client", (await till.ending())[0], 1011)
        checks.equal("1011 to the device", (await terminal.ending())[0], 1011)
        connection.execute("ROLLBACK")
    till, terminal = await shop.open(), await shop.open("till-7")
    await pay(checks, "after the failure", till, terminal, "unstored", "till-7")
    await till.close()
    await terminal.close()


async def play(checks, executable, database, port, gateway, secrets):
    shop = Shop(executable, database, port, "Sockets", ["till-7", "till-8", "quiet-1", "slow-1"])
    good = Shop(executable, database, port, "Good", ["good-1"])
    other = Shop(executable, database, port, "Other", ["other-1"])
    crowd = Shop(executable, database, port, "Crowd", [])
    secrets += shop.secrets + good.secrets + other.secrets + crowd.secrets
    done = asyncio.Event()
    beside = asyncio.create_task(pair_pays(checks, good, done))
    quiet = asyncio.create_task(silent(checks, shop))
    await payments(checks, shop)
    await replay(checks, shop)
    await misdirected(checks, shop, other)
    await refusals(checks, shop, database)
    await limit(checks, crowd)
    await closes(checks, shop)
    await hostile(checks, shop)
    await slow(checks, shop)
    await ended_access(checks, shop, executable, database)
    await quiet
    done.set()
    count, longest = await beside
    print(f"beside the others a pair made {count} payments, the longest in {longest * 1000:.0f} ms")
    await failing_store(checks, shop, database)
    till, terminal = await shop.open(), await shop.open("till-7")
    gateway.terminate()
    checks.equal("1001", [(await party.ending())[0] for party in (till, terminal)], [1001] * 2)


def main(executable):
    checks, secrets, started = Checks(), [], time.monotonic()
    with tempfile.TemporaryDirectory(prefix="cloudflow-sockets.") as folder:
        database, port, log = str(Path(folder, "sockets.sqlite")), free_port(), Path(folder, "gateway.log")
        with log.open("wb") as log_file:
            serve = [executable, "serve", "--port", str(port), "--database", database, "--connections", str(CONNECTIONS)]
            gateway = subprocess.Popen(serve, stdin=subprocess.DEVNULL, stdout=log_file, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(gateway, port)
            asyncio.run(asyncio.wait_for(play(checks, executable, database, port, gateway, secrets), 240))
            checks.equal("the gateway's exit", gateway.wait(30), 0)
        except Exception as error:
            checks.failed.append(f"the play broke off: {type(error).__name__} at {where(error)}")
        finally:
            if gateway.poll() is None:
                stop(gateway)
        log_text, leaked = redacted(log.read_text(errors="replace"), secrets)
        checks.equal("a token in the log", leaked, False)
        if checks.failed:
            print("== the end of the gateway's log", *log_text.splitlines()[-20:], sep="\n")
    for failure in checks.failed:
        print(f"failed: {failure}")
    print(f"sockets: {checks.passed} passed, {len(checks.failed)} failed, {time.monotonic() - started:.0f} s")
    return 1 if checks.failed else 0


def where(error):
    """The lines of this script that led to an error, without its text, which may hold a token."""
    lines, trace = [], error.__traceback__
    while trace:
        if os.path.basename(trace.tb_frame.f_code.co_filename) in ("sockets.py", "socket_peers.py"):
            lines.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1])))
