import CloudFlowRuntime
import Foundation
import Testing

/// Compares the reader with Foundation's, over 100,000 documents, half of them damaged.
///
/// Foundation's reader knowingly differs in these, and only in these:
/// - It lets a comma stand behind the last element or member.
/// - It takes a document with NUL bytes at its beginning for UTF-16 or UTF-32.
/// - It reads numbers of more than fifteen digits through a decimal type and does not round them to the nearest double.
/// - It refuses half a surrogate pair also in a member that a later one of the same name replaces.
@Suite struct FoundationDifferenceTests {
    @Test func `Foundation reads the same`() {
        let seed: UInt64 = 0x5EED_0009
        var documents = RandomDocument(seed: seed)
        var agreed = (read: 0, refused: 0)
        for number in 0..<100_000 {
            let document = number.isMultiple(of: 2) ? documents.valid() : documents.damaged()
            if document.prefix(4).contains(0) { continue }
            let ours = try? Tree(json: document)
            let theirs = try? JSONSerialization.jsonObject(with: Data(document), options: [.fragmentsAllowed])
            let isSame: Bool
            switch (ours, theirs) {
            case (nil, nil):
                agreed.refused += 1
                isSame = true
            case (let ours?, let theirs?):
                agreed.read += 1
                isSame = isEqual(ours, theirs)
            case (nil, let theirs?):
                isSame = (try? Tree(json: withoutTrailingCommas(document))).map { isEqual($0, theirs) } ?? false
            case (_?, nil):
                isSame = hasLoneSurrogate(document)
            }
            if !isSame { Issue.record("seed \(seed), document \(number): \(String(decoding: document, as: UTF8.self).debugDescription)") }
        }
        // Both sides of the comparison were tested.
        #expect(agreed.read > 50_000)
        #expect(agreed.refused > 20_000)
    }

    private func isEqual(_ ours: Tree, _ theirs: Any) -> Bool {
        switch ours {
        case .null: theirs is NSNull
        case .boolean(let value): (theirs as? NSNumber)?.boolValue == value
        case .number(let value): (theirs as? NSNumber).map { abs($0.doubleValue - value) <= abs(value) * 1e-14 } ?? false
        case .string(let value): (theirs as? String).map { $0.utf8.elementsEqual(value.utf8) } ?? false
        case .array(let values):
            (theirs as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy { isEqual($0, $1) } } ?? false
        case .object(let members):
            (theirs as? [String: Any]).map { theirs in
                theirs.count == members.count && members.allSatisfy { name, value in theirs[name].map { isEqual(value, $0) } ?? false }
            } ?? false
        }
    }

    /// Removes commas, outside of strings, that a closing bracket follows.
    private func withoutTrailingCommas(_ document: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var comma: Int?
        var isInString = false
        var isEscaped = false
        for byte in document {
            if isInString {
                if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
                comma = nil
            } else if byte == UInt8(ascii: ",") {
                comma = kept.count
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                if let comma { kept.remove(at: comma) }
                comma = nil
            } else if !" \t\r\n".utf8.contains(byte) {
                comma = nil
            }
            kept.append(byte)
        }
        return kept
    }

    /// Whether an escape stands for half a surrogate pair.
    private func hasLoneSurrogate(_ document: [UInt8]) -> Bool {
        let text = String(decoding: document, as: UTF8.self).lowercased()
        let surrogates = text.matches(of: /\\u(d[89a-f][0-9a-f]{2})/)
        let pairs = text.matches(of: /\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/)
        return surrogates.count != 2 * pairs.count
    }
}
