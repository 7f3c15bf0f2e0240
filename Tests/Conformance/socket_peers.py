"""Points of sale, devices and ill-mannered peers, as sockets.py plays them: by the specs, and with no code of the gateway."""

import asyncio
import json
import os
import socket
import struct
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

LIMIT = 30  # seconds that anything may take
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def rest(url, token, body=None):
    """The status and the JSON of a call."""
    request = urllib.request.Request(url, data=None if body is None else json.dumps(body).encode())
    request.add_header("Authorization", f"Bearer {token}")
    if body is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with OPENER.open(request, timeout=LIMIT) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


class Party:
    """A websocket, opened by the credentials that the platform gave."""

    def __init__(self, connection):
        self.connection = connection

    @classmethod
    async def open(cls, url, token, **options):
        fields = {} if token is None else {"Authorization": f"Bearer {token}"}
        options = {"subprotocols": ["cloudflow.v1"], "proxy": None, "ping_interval": None} | options
        return cls(await connect(url, additional_headers=fields, **options))

    async def send(self, **message):
        await self.connection.send(json.dumps(message))

    async def receive(self):
        return json.loads(await self.receive_text())

    async def receive_text(self):
        return await asyncio.wait_for(self.connection.recv(), LIMIT)

    async def ending(self):
        """The code and the reason of the gateway's Close frame, whatever comes before it."""
        try:
            while True:
                await self.receive_text()
        except ConnectionClosed as closed:
            return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (1006, "")

    async def close(self):
        await self.connection.close()


async def refusal(url, token):
    """The status and the error of a handshake that is refused; 101 for one that is not."""
    try:
        await (await Party.open(url, token)).close()
    except InvalidStatus as error:
        return error.response.status_code, json.loads(error.response.body)
    return 101, {}


def handshake(address, token):
    """The request for a websocket at an address that urlsplit gave."""
    return (
        f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    )


def frame_head(first, count):
    """What stands before the mask and the payload of a client's frame."""
    if count < 126:
        return bytes([first, 0x80 | count])
    if count < 1 << 16:
        return bytes([first, 0x80 | 126]) + struct.pack(">H", count)
    return bytes([first, 0x80 | 127]) + struct.pack(">Q", count)


class RawPeer:
    """A websocket client that sends exactly the bytes that it is told to."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    @classmethod
    async def open(cls, url, token, receive_buffer=None):
        address = urlsplit(url)
        connection = socket.create_connection((address.hostname, address.port))
        if receive_buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        reader, writer = await asyncio.open_connection(sock=connection, limit=1 << 16)
        writer.write(handshake(address, token))
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), LIMIT)
        assert head.startswith(b"HTTP/1.1 101 "), head.split(b"\r\n")[0]
        return cls(reader, writer)

    async def send(self, first, payload=b"", length=None):
        """A masked frame; `length` announces another one than it has."""
        mask = os.urandom(4)
        head = frame_head(first, len(payload) if length is None else length)
        self.writer.write(head + mask + bytes(byte ^ mask[index & 3] for index, byte in enumerate(payload)))
        await self.writer.drain()

    async def frame(self):
        """The first byte and the payload of the next frame; nothing when the connection ends."""
        try:
            first, count = await asyncio.wait_for(self.reader.readexactly(2), 2 * LIMIT)
            if count == 126:
                (count,) = struct.unpack(">H", await self.reader.readexactly(2))
            elif count == 127:
                (count,) = struct.unpack(">Q", await self.reader.readexactly(8))
            return first, await self.reader.readexactly(count)
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    async def ending(self):
        """The code of the Close frame, or 1006 where there is none."""
        while frame := await self.frame():
            if frame[0] == 0x88:
                return struct.unpack(">H", frame[1][:2])[0]
        return 1006

    def drop(self):
        self.writer.transport.abort()
