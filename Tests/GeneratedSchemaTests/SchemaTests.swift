import CloudFlowRuntime
import SchemaCases
import Testing

/// What the generator makes of each kind of schema, at run time: the case `schemas` of GeneratorTests.
@Suite struct SchemaTests {
    @Test(
        arguments: [
            (#"{"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","name":"Ada","manager":{"id":"x","name":"Bo"}}"#, Person.self),
            (#"{"kind":"card","number":"1234"}"#, Payment.self),
            (#"{"kind":"debit","number":"1234"}"#, Payment.self),
            (#"{"kind":"cash","coins":[1,2]}"#, Payment.self),
            (#"{"radius":1.5}"#, ByKeys.self), (#"{"width":2}"#, ByKeys.self), (#"{"depth":[]}"#, ByKeys.self),
            (#"["a",1,[2,null],[]]"#, ByKind.self), (#"{"new":true}"#, ByKind.self),
            (#""2024-05-17""#, Ambiguous.self), (#""2024-05-17T09:30:00Z""#, Ambiguous.self),
            (#"{"type":"Car","wheels":4,"seats":5}"#, Vehicle.self), (#"{"type":"Vehicle","wheels":3}"#, Vehicle.self),
            ("1", Level.self), ("-1", Level.self), ("77", Level.self),
            (#""auto""#, Mixed.self), ("0.5", Mixed.self), ("false", Mixed.self), ("[3]", Mixed.self),
            (#""b""#, Named.self), (#""z""#, Named.self),
            (#"["x",1,true,false]"#, Pair.self), (#"["x"]"#, Pair.self),
            (#"{"theme":"a","one":1,"two":2}"#, Settings.self),
            (#"{"left":{"right":{}},"children":[{"left":{}}]}"#, Tree.self),
            (
                #"{"big":18446744073709551615,"huge":123456789012345678901234567890,"price":12.50,"nullable":null,"both":null,"fixed":"v1","day":"2024-05-18","tags":[],"level":1}"#,
                Values.self
            ),
        ] as [(String, any JSONModel.Type)]
    )
    func `what is read is written again`(_ text: String, _ type: any JSONModel.Type) throws {
        #expect(try rewritten(text, as: type) == text)
    }

    @Test func `unions have the case that their values say`() throws {
        guard case .card(let card) = try Payment(json: #"{"kind":"debit","number":"1"}"#.bytes) else { throw Unexpected() }
        #expect(card.number == "1")
        guard case .array(let items) = try ByKind(json: "[1,null]".bytes), case .int(1) = items[0] else { throw Unexpected() }
        if case .some = items[1] { throw Unexpected() }
        guard case .truck(let truck) = try Vehicle(json: #"{"type":"Truck","load":1.5}"#.bytes) else { throw Unexpected() }
        #expect(truck.load == 1.5)
        guard case .other(let value) = try Payment(json: #"{"kind":"cash"}"#.bytes) else { throw Unexpected() }
        #expect(value["kind"]?.string == "cash")
        #expect(try Mixed(json: "1.0".bytes) == .value1)
    }

    @Test func `constants are there without being given`() throws {
        #expect(try text(of: SchemasAPI.Card(number: "1")) == #"{"kind":"card","number":"1"}"#)
        #expect(try text(of: SchemasAPI.Car(seats: 2)) == #"{"type":"Car","wheels":4,"seats":2}"#)
    }

    @Test func `defaults stand for what is left out`() throws {
        let values = try Values(json: #"{"big":1,"nullable":null,"fixed":"v1"}"#.bytes, strict: true)
        #expect(values.day == CalendarDate(verbatim: "2024-05-17"))
        #expect(values.tags == ["a", "b"])
        #expect(values.level == .value2)
    }

    @Test func `a secret is in no description`() throws {
        var values = Values(big: 1, nullable: nil)
        values.secret = "hunter2"
        #expect(!"\(values)".contains("hunter2"))
        #expect(try text(of: values).contains("hunter2"))
    }

    @Test(
        arguments: [
            (#""fixed":"v2""#, "/fixed"), (#""email":"nobody""#, "/email"), (#""tags":["a","a"]"#, "/tags"), (#""tags":["abcd"]"#, "/tags"),
            (#""scores":{"a":-1}"#, "/scores"), (#""step":0.25"#, "/step"), (#""step":0"#, "/step"), (#""day":"soon""#, "/day"),
            (#""huge":-1"#, "/huge"),
        ]
    )
    func `a strict reading checks every constraint`(_ member: String, _ pointer: String) {
        let text = #"{"big":1,"nullable":null,"fixed":"v1",\#(member)}"#.bytes
        let error = #expect(throws: JSONError.self) { try Values(json: text, strict: true) }
        #expect(error?.pointer == pointer)
    }

    @Test(arguments: [#"{"depth":1}"#, #""text""#])
    func `a strict reading refuses what is of no alternative`(_ text: String) {
        #expect(throws: JSONError.self) { try ByKeys(json: text.bytes, strict: true) }
        #expect(throws: JSONError.self) { try Payment(json: text.bytes, strict: true) }
    }
}

/// Thrown where a union has another case.
private struct Unexpected: Error {}

private typealias Person = SchemasAPI.Person
private typealias Payment = SchemasAPI.Payment
private typealias ByKeys = SchemasAPI.ByKeys
private typealias ByKind = SchemasAPI.ByKind
private typealias Ambiguous = SchemasAPI.Ambiguous
private typealias Vehicle = SchemasAPI.Vehicle
private typealias Level = SchemasAPI.Level
private typealias Mixed = SchemasAPI.Mixed
private typealias Named = SchemasAPI.Named
private typealias Pair = SchemasAPI.Pair
private typealias Settings = SchemasAPI.Settings
private typealias Tree = SchemasAPI.Tree
private typealias Values = SchemasAPI.Values

private func rewritten<Model: JSONModel>(_ text: String, as type: Model.Type) throws -> String {
    let model = try Model(json: text.bytes)
    return String(decoding: try model.json(), as: UTF8.self)
}

private func text(of model: some JSONModel) throws -> String {
    String(decoding: try model.json(), as: UTF8.self)
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}
