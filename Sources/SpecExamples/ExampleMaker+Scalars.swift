import CloudFlowRuntime
import FoundationEssentials
import SchemaValidation
import SpecDocument

extension ExampleMaker {
    /// A text of the format, the pattern and the length.
    func text(_ parts: [Schema]) -> String {
        let least = parts.compactMap { $0.constraints?.minLength }.max() ?? 0
        let most = parts.compactMap { $0.constraints?.maxLength }.min() ?? .max
        let length = min(least, 100_000)...max(most, least)
        var candidates = parts.compactMap { $0.format?.sample(variant) }
        if candidates.isEmpty, parts.contains(where: { $0.applicators?.contentEncoding == "base64" }) { candidates = ["aGVsbG8="] }
        candidates.append("string".fitted(to: length, variant))
        for pattern in parts.compactMap({ $0.constraints?.pattern }) {
            if let text = PatternSample(pattern)?.text(length: length, variant: variant) { candidates.append(text) }
        }
        if parts.contains(where: { $0.format == "email" }) { candidates.append("a@b.example") }
        return candidates.first { accepts(.string($0), parts) } ?? candidates[0]
    }

    /// The least number that the bounds allow, or another one that is allowed.
    func number(_ parts: [Schema], isInteger: Bool) -> String {
        var candidates: [String] = []
        var bounds: [Decimal] = []
        for constraints in parts.compactMap(\.constraints) {
            if case .number(let bound) = constraints.exclusiveMinimum, let value = bound.decimal {
                candidates += [value + 1, value + Decimal(1) / 2].map(\.description)
                bounds.append(value)
            }
            if let minimum = constraints.minimum {
                candidates.append(minimum.text)
                if let value = minimum.decimal {
                    candidates.append((value + 1).description)
                    bounds.append(value)
                }
            }
        }
        let divisors = parts.compactMap { $0.constraints?.multipleOf?.decimal }
        let maxima = parts.compactMap(\.constraints).flatMap(\.upperBounds)
        if candidates.isEmpty {
            let isLow = maxima.contains { $0 < 1 }
            candidates = divisors.map(\.description) + (isLow ? [] : ["1"])
        }
        candidates += maxima.flatMap { [$0, $0 - 1, $0 - Decimal(1) / 2] }.map(\.description) + ["1", "0", "-1"]
        for divisor in divisors where divisor > 0 { candidates += divisor.multiples(from: bounds.max() ?? (maxima.min() ?? 1) - divisor) }
        if let low = bounds.max(), let high = maxima.min() { candidates.append(((low + high) / 2).description) }
        let isAllowed = { (text: String) in (!isInteger || SchemaValue.number(text).isOf(.integer)) && accepts(.number(text), parts) }
        guard let found = candidates.first(where: isAllowed) else { return candidates[0] }
        guard variant > 0, let value = Decimal(string: found) else { return found }
        let step = divisors.max() ?? 1
        let further = [Decimal(variant) * step + value, value - Decimal(variant) * step, value + Decimal(variant) / 100].map(\.description)
        return further.first(where: isAllowed) ?? found
    }

    /// Whether a scalar is of all of the schemas.
    private func accepts(_ value: SchemaValue, _ parts: [Schema]) -> Bool {
        parts.allSatisfy { validator.accepts(value, .inline($0)) }
    }
}

extension SpecNumber {
    fileprivate var decimal: Decimal? { Decimal(string: text) }
}

extension Schema.Constraints {
    fileprivate var upperBounds: [Decimal] {
        var bounds = [maximum?.decimal].compactMap { $0 }
        if case .number(let bound) = exclusiveMaximum, let value = bound.decimal { bounds.append(value) }
        return bounds
    }
}

extension Decimal {
    /// The first multiples that are not less than a number.
    fileprivate func multiples(from start: Decimal) -> [String] {
        let quotient = (start / self).description.prefix { $0 != "." }
        guard let first = Int(quotient) else { return [] }
        return (0..<4).map { (Decimal(first) + Decimal($0)) * self }.map(\.description)
    }
}

extension String {
    /// A text that has the format of this name; nil where it has no notation of its own.
    fileprivate func sample(_ variant: Int) -> String? {
        let digits = variant % 90 + 10
        return switch self {
        case "date-time": "2024-05-17T09:30:\(variant == 0 ? "00" : String(digits % 50 + 10))Z"
        case "date": variant == 0 ? "2024-05-17" : "20\(digits)-05-17"
        case "time": variant == 0 ? "09:30:00Z" : "09:30:\(digits % 50 + 10)Z"
        case "duration": variant == 0 ? "PT30S" : "PT\(digits)S"
        case "uuid": variant == 0 ? "7c9e6679-7425-40de-944b-e07fc1f90ae7" : "7c9e6679-7425-40de-944b-e07fc1f90a\(digits)"
        case "uri", "url", "iri": "https://example.com/resource" + (variant == 0 ? "" : "\(variant)")
        case "uri-reference": "/resource" + (variant == 0 ? "" : "\(variant)")
        case "uri-template": "/resource/{id}"
        case "email", "idn-email": (variant == 0 ? "someone" : "someone\(variant)") + "@example.com"
        case "hostname", "idn-hostname": (variant == 0 ? "" : "h\(variant).") + "example.com"
        case "ipv4": "192.0.2.\(variant % 254 + 1)"
        case "ipv6": "2001:db8::\(variant % 9 + 1)"
        case "byte", "base64": "aGVsbG8="
        case "json-pointer": "/key"
        case "relative-json-pointer": "0/key"
        case "regex": "^[a-z]+$"
        default: nil
        }
    }

    /// A text of a length in the range, which differs with its variant.
    fileprivate func fitted(to length: ClosedRange<Int>, _ variant: Int) -> String {
        var text = variant == 0 ? self : "\(self)\(variant)"
        if text.count < length.lowerBound { text += String(repeating: "x", count: length.lowerBound - text.count) }
        guard text.count > length.upperBound else { return text }
        return variant == 0 ? String(text.prefix(length.upperBound)) : String(text.suffix(length.upperBound))
    }
}
