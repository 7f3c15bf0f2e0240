import CloudFlowRuntime

/// Keeps a party connected: after a connection has ended, the next one is made with exponential backoff and full jitter.
struct Lifeline<Party: SocketParty>: Sendable {
    let party: Party
    let reconnection: RetryPolicy
    let clock: any Clock<Duration>

    /// Returns when the party wants no further connection, or when the task is cancelled.
    func run() async {
        var attempt = 1
        while !Task.isCancelled {
            let ending: ConnectionEnding
            do throws(ConnectionEnding) {
                let socket = try await party.connect()
                let (end, wasHeard) = await talk(over: socket)
                ending = end
                // One that is closed again at once is no reason to hurry back.
                if wasHeard { attempt = 1 }
            } catch {
                ending = error
            }
            guard party.ended(ending), !Task.isCancelled else { return }
            attempt += 1
            do { try await clock.sleep(for: reconnection.delay(before: attempt)) } catch { return }
        }
    }

    /// Sends and receives until the connection ends.
    private func talk(over socket: Socket<Party.Sends, Party.Receives>) async -> (ConnectionEnding, wasHeard: Bool) {
        let outgoing = party.connected()
        let result = await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    for await message in outgoing { try await socket.send(message) }
                } catch {
                    // The one who receives learns how the connection ended.
                }
                socket.connection.startClosing(Task.isCancelled ? .goingAway : .normal)
            }
            let result = await listen(to: socket)
            group.cancelAll()
            return result
        }
        await socket.close(.goingAway)
        return result
    }

    private func listen(to socket: Socket<Party.Sends, Party.Receives>) async -> (ConnectionEnding, wasHeard: Bool) {
        var wasHeard = false
        var messages = socket.makeAsyncIterator()
        while true {
            let message: Party.Receives?
            do throws(SocketClosure) {
                message = try await messages.next(isolation: nil)
            } catch {
                return (.closed(error), wasHeard)
            }
            guard let message else {
                return (.closed(socket.closure ?? SocketClosure(.goingAway, by: .here)), wasHeard)
            }
            wasHeard = true
            do throws(ConnectionEnding) { try party.received(message) } catch { return (error, wasHeard) }
        }
    }
}

extension Clock<Duration> {
    /// Tells how much time has passed since this was called.
    func stopwatch() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
