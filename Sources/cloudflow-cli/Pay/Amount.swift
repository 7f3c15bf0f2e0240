import ArgumentParser
import CloudFlowRuntime

/// An amount of money in hundredths.
struct Amount: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    let hundredths: Int

    init(hundredths: Int) {
        self.hundredths = hundredths
    }

    /// Reads `12.50`, `12.5` and `12`, up to a million.
    init?(argument: String) {
        let parts = argument.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let cents = parts.count == 2 ? parts[1] : "00"
        guard (argument.utf8.allSatisfy { $0 == UInt8(ascii: ".") || 0x30...0x39 ~= $0 }), (1...2).contains(cents.count),
            let whole = Int(parts[0]), whole <= 1_000_000, let hundredths = Int(cents.count == 2 ? cents : cents + "0")
        else { return nil }
        self.hundredths = whole * 100 + hundredths
    }

    var description: String {
        let cents = "\(hundredths % 100)"
        return "\(hundredths / 100).\(cents.count == 1 ? "0" : "")\(cents)"
    }
}
