/// How an array or an object is put into a parameter's text: OpenAPI's `style`.
///
/// With `color` = `["a", "b"]` and `{"R": 1, "G": 2}`, not exploded and exploded:
///
/// | style | array | object |
/// | --- | --- | --- |
/// | simple | `a,b` both | `R,1,G,2` and `R=1,G=2` |
/// | label | `.a,b` and `.a.b` | `.R,1,G,2` and `.R=1.G=2` |
/// | matrix | `;color=a,b` and `;color=a;color=b` | `;color=R,1,G,2` and `;R=1;G=2` |
/// | form | `color=a,b` and `color=a&color=b` | `color=R,1,G,2` and `R=1&G=2` |
/// | spaceDelimited | `color=a%20b` | `color=R%201%20G%202` |
/// | pipeDelimited | `color=a%7Cb` | `color=R%7C1%7CG%7C2` |
/// | deepObject | `color[]=a&color[]=b` | `color[R]=1&color[G]=2`, nested to any depth |
///
/// A path takes simple, label and matrix, a query form, the delimited ones and deepObject, a header simple, and cookies form and cookie.
/// What a place doesn't take counts as its default.
///
/// What is nested where the style knows no nesting stands there as JSON. An empty array or object is an empty text where it must be sent, and
/// nothing where it may be left out (RFC 6570, section 2.3: an empty list is undefined).
public enum ParameterStyle: Sendable, Hashable {
    /// By commas.
    case simple
    /// By dots.
    case label
    /// By semicolons, with names.
    case matrix
    /// As forms are sent.
    case form
    /// By spaces.
    case spaceDelimited
    /// By vertical bars.
    case pipeDelimited
    /// With the way to each value in brackets.
    case deepObject
    /// Swagger 2.0's `tsv`: like the delimited ones, by tabs.
    case tabDelimited
    /// OpenAPI 3.2's style of cookies: form, but exploded into cookies of one name, and nothing is percent-encoded.
    case cookie

    /// Whether each element has a name of its own when the spec doesn't say.
    var explodesByDefault: Bool { self == .form || self == .cookie }

    /// What stands between the elements of a value that isn't exploded; nil where that is a comma.
    var delimiter: Character? {
        switch self {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        case .tabDelimited: "\t"
        default: nil
        }
    }
}
