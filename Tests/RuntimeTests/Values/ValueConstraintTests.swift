import CloudFlowRuntime
import Testing

@Suite struct ValueConstraintTests {
    private struct Order: JSONReadable {
        var code: String?
        var mail: String?
        var count: Int?
        var price: Double?
        var rate: Float?
        var total: ExactNumber?
        var weight: Double?
        var tags: [String]?
        var others: [String: JSONValue]

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            code = reader.optionalString("code")
            mail = reader.optionalString("mail")
            count = reader.optionalInt("count")
            price = reader.optionalDouble("price")
            rate = reader.optionalFloat("rate")
            total = reader.optionalValue("total")
            weight = reader.optionalDouble("weight")
            tags = reader.optionalValue("tags")
            others = reader.rest(of: object)
            reader.check("code", code, pattern: #"^[A-Z]{2}\d$"#)
            reader.check("code", code, pattern: #"(?<=unreadable)"#)
            reader.check("mail", mail, format: .email)
            reader.check("count", count, multipleOf: 5)
            reader.check("price", price, multipleOf: 0.01)
            reader.check("rate", rate, multipleOf: 0.1)
            reader.check("total", total, multipleOf: 0.001)
            reader.check("total", total, range: 0...100)
            reader.check("weight", weight, above: 0)
            reader.check("tags", unique: tags)
            reader.check(object, members: 1...3)
            reader.endObject(object)
        }
    }

    @Test(arguments: [
        #"{"code":"AB1"}"#, #"{"mail":"a@b"}"#, #"{"count":-15}"#, #"{"count":0}"#, #"{"price":19.99}"#, #"{"price":0.07}"#,
        #"{"price":1e20}"#, #"{"rate":0.3}"#,
        #"{"total":1.001}"#, #"{"total":0.0010}"#, #"{"total":100.000}"#, #"{"total":0}"#, #"{"weight":0.1}"#, #"{"tags":["a","b"]}"#,
        #"{"tags":[]}"#,
        #"{"a":1,"b":2,"c":3}"#,
    ])
    func `values that meet the rules come in`(text: String) {
        #expect(throws: Never.self) { try Order(json: text.bytes, strict: true) }
    }

    @Test(arguments: [
        (#"{"code":"ab1"}"#, "/code", #"must match the pattern ^[A-Z]{2}\d$"#),
        (#"{"mail":"a"}"#, "/mail", "must be an email address"),
        (#"{"count":7}"#, "/count", "must be a multiple of 5"),
        (#"{"price":19.995}"#, "/price", "must be a multiple of 0.01"),
        (#"{"rate":0.35}"#, "/rate", "must be a multiple of 0.1"),
        (#"{"total":1.0011}"#, "/total", "must be a multiple of 0.001"),
        (#"{"total":100.001}"#, "/total", "must be 0 to 100"),
        (#"{"weight":0}"#, "/weight", "must be greater than 0.0"),
        (#"{"tags":["a","b","a"]}"#, "/tags", "must not have two equal items"),
        (#"{}"#, "", "must have 1 to 3 members"),
        (#"{"a":1,"b":2,"c":3,"count":5}"#, "", "must have 1 to 3 members"),
    ])
    func `values that break a rule are refused strictly only`(text: String, pointer: String, rule: String) {
        #expect(throws: Never.self) { try Order(json: text.bytes) }
        let error = #expect(throws: JSONError.self) { try Order(json: text.bytes, strict: true) }
        #expect(error?.pointer == pointer)
        #expect(error?.kind == .constraint(rule))
        let nested = #expect(throws: JSONError.self) { try [String: [Order]](json: "{\"x\":[\(text)]}".bytes, strict: true) }
        #expect(nested?.pointer == "/*/0\(pointer)")
    }

    @Test func `members of the same name count once`() {
        #expect(throws: Never.self) { try Order(json: #"{"a":1,"a":2,"b":2,"\u0062":2,"c":3}"#.bytes, strict: true) }
        #expect(throws: JSONError.self) { try Order(json: #"{"a":1,"a":2,"b":2,"c":3,"d":4}"#.bytes, strict: true) }
    }

    @Test(arguments: [
        ("0.3", "0.1", true), ("0.35", "0.1", false), ("1e400", "7", false), ("7e400", "7", true), ("1e400", "0.0001", true),
        ("1e-400", "1e-401", true),
        ("1e-401", "1e-400", false), ("100", "1e2", true), ("150", "1e2", false), ("1e300", "1024", true), ("-4.5", "1.5", true),
        ("5", "0", false), ("0", "3", true),
        ("18446744073709551616", "4294967296", true), ("18446744073709551617", "4294967296", false), ("1e1000000000", "3", false),
        ("123456789012345678901234567890123456789", "1234567890123456789012345678901234567", false),
    ])
    func `multiples are exact at any size`(number: String, divisor: String, isMultiple: Bool) throws {
        struct Multiple: JSONReadable {
            init(reading reader: inout JSONReader) {
                let object = reader.beginObject()
                let (number, divisor): (ExactNumber, ExactNumber) = (reader.value("number"), reader.value("divisor"))
                reader.check("number", number, multipleOf: divisor)
                reader.endObject(object)
            }
        }
        let document = "{\"number\":\(number),\"divisor\":\(divisor)}".bytes
        #expect(((try? Multiple(json: document, strict: true)) != nil) == isMultiple)
    }
}
