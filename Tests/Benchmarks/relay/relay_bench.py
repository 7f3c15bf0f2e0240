"""Measures the relay of a gateway from outside: its CPU a message, its memory a connection, its CPU a handshake.

    relay_bench.py GATEWAY

GATEWAY is the `cloudflow` executable of a release build. It is started for each measurement on a free loopback port with
a database in a temporary folder, and what it takes is read from /proc: the peers are not counted.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "Conformance"))

from against_gateway import bearer, create, free_port, stop, wait_until_healthy  # noqa: E402
from socket_peers import RawPeer, frame_head, handshake, rest  # noqa: E402

PAIRS = int(os.environ.get("PAIRS", 100))
PAYMENTS = int(os.environ.get("PAYMENTS", 200))  # of each pair
EVENTS = 4  # of each payment
IDLE = int(os.environ.get("IDLE", 10_000))
PAYLOAD = '{"type":"sale","amount":1250,"currency":"CHF","reference":"' + "x" * 140 + '"}'


class Gateway:
    def __init__(self, executable, *options):
        self.executable, self.options = executable, options

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="cloudflow-bench.")
        self.database, port = str(Path(self.folder.name, "bench.sqlite")), free_port()
        serve = [self.executable, "serve", "--port", str(port), "--database", self.database, "--log-level", "error", *self.options]
        self.process = subprocess.Popen(serve, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until_healthy(self.process, port)
        self.base = f"http://127.0.0.1:{port}"
        account = create(self.executable, "account", "Bench", "--database", self.database)
        self.account, self.till = account["accountId"], bearer(accountId=account["accountId"], apiToken=account["apiToken"])
        return self

    def __exit__(self, *_):
        stop(self.process)
        self.folder.cleanup()

    def device(self, reference):
        made = create(
            self.executable, "device", "--account", self.account, "--model", "A920", "--serial-number", reference,
            "--reference-id", reference, "--database", self.database,
        )
        return bearer(model="A920", serialNumber=reference, apiToken=made["apiToken"])

    @property
    def cpu(self):
        """Seconds of the process, of all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self):
        """KiB in RAM."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    async def open(self, peer, device=None):
        credentials = rest(f"{self.base}/device/1.1/devices/enrol", device)[1] if device else rest(f"{self.base}/client/1.1/token", self.till)[1]
        address = urlsplit(credentials["connectionUrl"])
        await asyncio.get_running_loop().create_connection(lambda: peer, address.hostname, address.port)
        peer.transport.write(handshake(address, credentials["accessToken"]))
        await peer.is_open
        return peer


class Peer(asyncio.Protocol):
    """A websocket that costs this process little, so that the gateway has the processor to itself and is kept busy.

    The mask of its frames is zero, which leaves the bytes as they are.
    """

    def __init__(self):
        self.is_open = asyncio.get_running_loop().create_future()
        self.bytes = b""

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, error):
        self.transport = None

    def send(self, text):
        payload = text.encode()
        self.transport.write(frame_head(0x81, len(payload)) + bytes(4) + payload)

    def data_received(self, data):
        data = self.bytes + data
        if not self.is_open.done():
            head, found, data = data.partition(b"\r\n\r\n")
            assert found and head.startswith(b"HTTP/1.1 101 "), head.split(b"\r\n")[0]
            self.is_open.set_result(None)
        position = 0
        while len(data) >= position + 4:
            begin, length = position + 2, data[position + 1]
            if length == 126:
                begin, length = position + 4, int.from_bytes(data[position + 2 : position + 4])
            if len(data) < begin + length:
                break
            assert data[position] in (0x81, 0x89), f"a frame begins with {data[position]:02x}"
            if data[position] == 0x81:
                self.received(data[begin : begin + length])
            position = begin + length
        self.bytes = data[position:]

    def close(self):
        if self.transport:
            self.transport.write(frame_head(0x88, 2) + bytes(4) + (1000).to_bytes(2))
            self.transport.close()


class Till(Peer):
    """Makes payments one after the other, each of one request and its events."""

    def __init__(self, reference):
        super().__init__()
        self.reference, self.number, self.left = reference, 0, 0
        self.is_done = asyncio.get_running_loop().create_future()

    def pay(self, count):
        self.left, self.is_done = count, asyncio.get_running_loop().create_future()
        self.next()
        return self.is_done

    def connection_lost(self, error):
        super().connection_lost(error)
        if not self.is_done.done():
            self.is_done.set_exception(error or ConnectionError("the gateway closed the connection"))

    def next(self):
        if self.left == 0:
            return self.is_done.set_result(None)
        self.left -= 1
        self.number += 1
        self.events = 0
        self.request = f"{self.reference}-{self.number}"
        self.send(f'{{"type":"request","id":"{self.request}","referenceId":"{self.reference}","payload":{PAYLOAD}}}')

    def received(self, message):
        assert b'"type":"event"' in message and f'"sequence":{self.events}'.encode() in message, message
        self.events += 1
        if self.events == EVENTS:
            self.send(f'{{"type":"ack","id":"{self.request}","sequence":{EVENTS - 1}}}')
            self.next()


class Terminal(Peer):
    """Answers each request with its events, each in a segment of its own."""

    def received(self, message):
        if b'"type":"request"' not in message:
            return
        request = json.loads(message)["id"]
        self.send(f'{{"type":"accepted","id":"{request}"}}')
        for sequence in range(EVENTS):
            final = "true" if sequence == EVENTS - 1 else "false"
            self.send(f'{{"type":"event","id":"{request}","sequence":{sequence},"payload":{PAYLOAD},"final":{final}}}')


async def messages(executable, what, goal, *options):
    with Gateway(executable, "--connections", str(2 * PAIRS), *options) as gateway:
        tills, terminals = [], []
        for number in range(PAIRS):
            reference = f"till-{number}"
            tills.append(await gateway.open(Till(reference)))
            terminals.append(await gateway.open(Terminal(), gateway.device(reference)))

        async def round(count):
            await asyncio.wait_for(asyncio.gather(*(till.pay(count) for till in tills)), 600)

        await round(10)
        memory, cpu, started = gateway.memory, gateway.cpu, time.monotonic()
        await round(PAYMENTS)
        relayed = PAIRS * PAYMENTS * (1 + EVENTS)
        cpu, elapsed = gateway.cpu - cpu, time.monotonic() - started
        print(f"  {what:34} {cpu / relayed * 1e6:6.1f} us of CPU a relayed message (goal {goal}); {relayed:,} in {elapsed:.0f} s, {PAIRS} pairs")
        print(f"  {'':34} {memory / 1024:6.1f} MiB before them, {gateway.memory / 1024:.1f} MiB after")
        for peer in tills + terminals:
            peer.close()


async def idle(executable):
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    count = min(IDLE, limit - 200)
    with Gateway(executable, "--connections", str(count + 1)) as gateway:
        credentials = rest(f"{gateway.base}/client/1.1/token", gateway.till)[1]

        def connect():
            return RawPeer.open(credentials["connectionUrl"], credentials["accessToken"])

        peers = [await connect() for _ in range(100)]
        memory, cpu = gateway.memory, gateway.cpu
        for _ in range((count - 100) // 50):
            peers += await asyncio.gather(*(connect() for _ in range(50)))
        more = len(peers) - 100
        print(f"  {'a handshake with its JWT':34} {(gateway.cpu - cpu) / more * 1e6:6.1f} us of CPU (goal 500)")
        print(f"  {'an idle connection':34} {(gateway.memory - memory) / more:6.1f} KiB of RAM (goal 8); {len(peers):,} of them")
        for peer in peers:
            peer.drop()


async def main(executable):
    await messages(executable, "without durability (memory alone)", 16, "--volatile")
    await messages(executable, "with durability (SQLite)", 40)
    await idle(executable)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    asyncio.run(main(os.path.abspath(sys.argv[1])))
