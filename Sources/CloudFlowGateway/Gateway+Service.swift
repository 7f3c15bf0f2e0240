import Logging
public import ServiceLifecycle

extension Gateway: Service {
    /// Runs the relay, and posts to callbacks, until a graceful stop, or until the task is cancelled.
    ///
    /// Stop it after the server: what connections have said until they are closed is stored before this returns. The database may be closed
    /// then.
    public func run() async throws {
        await withTaskGroup { tasks in
            tasks.addTask { await repeated(every: .milliseconds(500)) { hub.expire() } }
            tasks.addTask { await repeated(every: .seconds(3600)) { try? await hub.prune() } }
            tasks.addTask { await repeated(every: gate.options.accessCheck, closeEnded) }
            tasks.addTask {
                await poster.run(acknowledge: hub.posted)
                hub.stop()
            }
            await withTaskCancellationOrGracefulShutdownHandler {
                await hub.run()
            } onCancelOrGracefulShutdown: {
                poster.stop()
            }
            tasks.cancelAll()
        }
    }

    /// Does something at once and again and again, until the task is cancelled.
    private func repeated(every interval: Duration, _ action: @Sendable () async -> Void) async {
        while !Task.isCancelled {
            await action()
            try? await Task.sleep(for: interval)
        }
    }
}
