import SpecDocument
import SpecYAML
import Testing

@Suite struct OrderedMapTests {
    private func map(_ keys: [String]) -> OrderedMap<String, Int> {
        OrderedMap(keys.enumerated().map { .init(key: $1, location: Location(file: "a", line: $0 + 1), value: $0) })
    }

    @Test(arguments: [3, 8, 9, 50]) func keepsOrderAndFindsKeys(_ count: Int) {
        let keys = (0..<count).reversed().map { "k\($0)" }
        let map = map(keys)
        #expect(map.keys == keys)
        #expect(map.values == Array(0..<count))
        #expect(map["k0"] == count - 1)
        #expect(map["k\(count - 1)"] == 0)
        #expect(map.entry("k0")?.location.line == count)
        #expect(map["k\(count)"] == nil)
    }

    @Test(arguments: [2, 20]) func ofOneKeyTheLastValueCounts(_ count: Int) {
        var map = map((0..<count).map { "k\($0)" })
        map.append(.init(key: "k0", location: Location(file: "a"), value: 99))
        #expect(map.count == count)
        #expect(map["k0"] == 99)
        #expect(map.first?.value == 99)
    }

    @Test func valuesCanBeMapped() {
        #expect(map(["a", "b"]).mapValues { "\($0)" }.values == ["0", "1"])
    }
}
