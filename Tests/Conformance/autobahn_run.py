"""Runs the Autobahn cases against an echo program: first its server, then its client.

    autobahn_run.py CASES SOCKET_ECHO

Several connections run at once, each with a case of its own. It ends with 1 when a case fails.
"""

import collections
import os
import subprocess
import sys
import time
import types

CASES, ECHO = sys.argv[1:]
SECTIONS = {1, 2, 3, 4, 5, 6, 7, 9, 10}
WORKERS = 5
LIMIT = 170  # seconds for each direction
PASSED = {"OK", "NON-STRICT", "INFORMATIONAL"}

sys.path.insert(0, CASES)
sys.modules["pkg_resources"] = types.SimpleNamespace(resource_filename=lambda package, name: os.path.join(CASES, name))

import txaio

txaio.use_twisted()

import autobahn.websocket.utf8validator as utf8validator
from autobahn.twisted.websocket import (
    WebSocketClientFactory,
    WebSocketClientProtocol,
    WebSocketServerFactory,
    WebSocketServerProtocol,
)
from autobahn.websocket.protocol import WebSocketProtocol
from twisted.internet import reactor


def octets(text):
    return text.encode("latin-1") if isinstance(text, str) else text


class Utf8Validator(utf8validator.Utf8Validator):
    def validate(self, text):
        return super().validate(octets(text))


utf8validator.Utf8Validator = Utf8Validator

from case import Cases


def number(case):
    return tuple(int(part) for part in case.__name__[4:].split("_"))


class CaseProtocol:
    """What a case asks of its connection, for both roles. A case speaks in strings of Latin-1."""

    def begin(self, case):
        self.connectionWasOpen = False
        self.createWirelog = False
        self.wirelog = []
        self.localCloseReason = None
        self.txFrameStats = collections.Counter()  # by opcode
        self.error = None
        self.case = case(self)

    def enableWirelog(self, enabled):
        pass

    def sendFrame(self, opcode, payload=b"", fin=True, rsv=0, mask=None, payload_len=None, chopsize=None, sync=False):
        self.txFrameStats[opcode] += 1
        super().sendFrame(opcode=opcode, payload=octets(payload), fin=fin, rsv=rsv, mask=octets(mask), payload_len=payload_len, chopsize=chopsize, sync=sync)

    def sendMessage(self, payload, isBinary=False, fragmentSize=None, sync=False, doNotCompress=False):
        super().sendMessage(octets(payload), isBinary, fragmentSize, sync, doNotCompress)

    def sendPing(self, payload=None):
        super().sendPing(octets(payload))

    def sendPong(self, payload=None):
        super().sendPong(octets(payload))

    def sendMessageFrame(self, payload, sync=False):
        return super().sendMessageFrame(octets(payload), sync)

    def sendMessageFrameData(self, payload, sync=False):
        return super().sendMessageFrameData(octets(payload), sync)

    def sendCloseFrame(self, code=None, reasonUtf8=None, isReply=False):
        super().sendCloseFrame(code=code, reasonUtf8=octets(reasonUtf8), isReply=isReply)

    def later(self, delay, action):
        reactor.callLater(delay, lambda: self.state != WebSocketProtocol.STATE_CLOSED and action())

    def continueLater(self, delay, action, tag=None):
        self.later(delay, action)

    def killAfter(self, delay):
        self.later(delay, self._fail_connection)

    def closeAfter(self, delay):
        self.later(delay, self.sendClose)

    def onOpen(self):
        self.connectionWasOpen = True
        try:
            self.case.onOpen()
        except Exception as error:
            self.error = repr(error)
            self.transport.abortConnection()

    def onMessage(self, payload, isBinary):
        self.case.onMessage(payload.decode("latin-1"), isBinary)

    def onPing(self, payload):
        self.case.onPing(payload.decode("latin-1"))

    def onPong(self, payload):
        self.case.onPong(payload.decode("latin-1"))

    def onClose(self, wasClean, code, reason):
        self.case.onClose(wasClean, code, reason)

    def connectionLost(self, reason):
        super().connectionLost(reason)
        try:
            self.case.onConnectionLost(self.failedByMe)
        except Exception as error:
            self.error = self.error or repr(error)
        self.factory.direction.ended(self.case, self.error)


class ClientProtocol(CaseProtocol, WebSocketClientProtocol):
    pass


class ServerProtocol(CaseProtocol, WebSocketServerProtocol):
    pass


class Direction:
    """The cases against one end of the echo program."""

    def __init__(self, end):
        self.end = end
        self.todo = collections.deque(sorted((case for case in Cases if number(case)[0] in SECTIONS), key=number))
        self.count = len(self.todo)
        self.results = {}
        self.started = time.monotonic()

    def ended(self, case, error):
        self.results[number(type(case))] = (case.behavior, case.behaviorClose, error, case.result, case.resultClose)
        if len(self.results) == self.count:
            reactor.callLater(0, reactor.crash)

    def prepare(self, factory, protocol):
        """Gives each new connection of a factory its case."""

        def build(address):
            if not self.todo:
                return None
            connection = protocol()
            connection.factory = factory
            connection.begin(self.todo.popleft())
            return connection

        factory.direction = self
        factory.buildProtocol = build
        # A busy machine is no failure of the end that is tested.
        factory.setProtocolOptions(failByDrop=False, openHandshakeTimeout=60, closeHandshakeTimeout=30)

    def report(self):
        seconds = time.monotonic() - self.started
        failures = 0
        for key, (behavior, close, error, result, close_result) in sorted(self.results.items()):
            if error or behavior not in PASSED or close not in PASSED:
                failures += 1
                print(f"{self.end}: case {'.'.join(map(str, key))}: {behavior}, close {close}: {error or result} {close_result}")
        missing = self.count - len(self.results)
        kinds = ", ".join(f"{count} {kind}" for kind, count in collections.Counter(r[0] for r in self.results.values()).items())
        print(f"{self.end}: {self.count} cases in {seconds:.0f} s: {kinds}; {failures} failed, {missing} did not end")
        return failures + missing


def against_server():
    direction = Direction("server")
    server = subprocess.Popen([ECHO, "serve"], stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline())
        factory = WebSocketClientFactory(f"ws://127.0.0.1:{port}/echo")
        direction.prepare(factory, ClientProtocol)
        factory.setProtocolOptions(serverConnectionDropTimeout=30)

        def connect(*_):
            if direction.todo:
                reactor.connectTCP("127.0.0.1", port, factory)

        factory.clientConnectionLost = connect
        for _ in range(WORKERS):
            connect()
        run()
    finally:
        server.terminate()
        server.wait()
    return direction.report()


def against_client():
    direction = Direction("client")
    factory = WebSocketServerFactory()
    direction.prepare(factory, ServerProtocol)
    port = reactor.listenTCP(0, factory, interface="127.0.0.1")
    clients = [subprocess.Popen([ECHO, "connect", str(port.getHost().port), str(direction.count)], stderr=subprocess.DEVNULL) for _ in range(WORKERS)]
    try:
        run()
    finally:
        port.stopListening()
        for client in clients:
            client.terminate()
            client.wait()
    return direction.report()


def run():
    limit = reactor.callLater(LIMIT, reactor.crash)
    reactor.run(installSignalHandlers=False)
    if limit.active():
        limit.cancel()


sys.exit(1 if against_server() + against_client() else 0)
