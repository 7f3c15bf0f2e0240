/// What a family of series is to Prometheus.
enum PrometheusKind: String, Sendable {
    case counter, gauge, histogram
}

/// The labels of a series, in the order in which they were given.
struct PrometheusLabels: Sendable, Hashable {
    /// Names in braces with their values, escaped; empty where there are none.
    let text: String
    private let pairs: [String]

    init(_ dimensions: [(String, String)]) {
        self.init(pairs: dimensions.map { name, value in "\(prometheusName(name))=\"\(Self.escaped(value))\"" })
    }

    private init(pairs: [String]) {
        self.pairs = pairs
        text = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
    }

    func adding(_ name: String, _ value: String) -> PrometheusLabels {
        PrometheusLabels(pairs: pairs + ["\(name)=\"\(value)\""])
    }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for character in value.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

/// The name as Prometheus takes it: ASCII letters, digits and `_`, no digit at its front.
func prometheusName(_ label: String) -> String {
    let name = String(
        label.unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "_" }
    )
    return name.first?.isNumber ?? true ? "_" + name : name
}

/// The number as Prometheus takes it: whole numbers without a fraction, and `+Inf`, `-Inf`, `NaN`.
func prometheusNumber(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: value).map(String.init) ?? "\(value)"
}
