import CloudFlowRuntime
import Testing

@Suite struct BoxedTests {
    private struct Node: JSONModel, Hashable {
        var name: String
        @BoxedOptional var next: Node?
        @Boxed var label: Label

        init(name: String, next: Node? = nil, label: Label = Label(text: "")) {
            self.name = name
            self.next = next
            self.label = label
        }

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            name = reader.string("name")
            next = reader.optionalValue("next")
            label = reader.value("label")
            reader.endObject(object)
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.string("name", name)
            writer.value("next", next)
            writer.value("label", label)
            writer.endObject()
        }
    }

    private struct Label: JSONModel, Hashable {
        var text: String

        init(text: String) { self.text = text }

        init(reading reader: inout JSONReader) { text = reader.string() }

        func write(to writer: inout JSONWriter) { writer.string(text) }
    }

    @Test func `a value may hold another of its kind`() throws {
        let text = #"{"name":"a","next":{"name":"b","label":"y"},"label":"x"}"#
        let node = try Node(json: text.bytes)
        #expect(node.next?.name == "b")
        #expect(node.next?.next == nil)
        #expect(try node.jsonText() == text)
        #expect(MemoryLayout<Node>.size == MemoryLayout<String>.size + 2 * MemoryLayout<Int>.size)
    }

    @Test func `copies are independent`() {
        let first = Node(name: "a", next: Node(name: "b"), label: Label(text: "x"))
        var second = first
        second.next?.name = "c"
        second.label.text = "y"
        #expect(first.next?.name == "b")
        #expect(first.label.text == "x")
        #expect(second.next?.name == "c")
        #expect(second.label.text == "y")
        second.next = nil
        #expect(second.next == nil)
        #expect(first.next != nil)
    }

    @Test func `values are compared, not boxes`() {
        let make = { Node(name: "a", next: Node(name: "b"), label: Label(text: "x")) }
        #expect(make() == make())
        #expect(Set([make(), make()]).count == 1)
        #expect(make() != Node(name: "a", next: Node(name: "c"), label: Label(text: "x")))
    }

    @Test func `a box alone is read and written as its value`() throws {
        #expect(try [Boxed<Int>](json: "[1,2]".bytes).jsonText() == "[1,2]")
        #expect(throws: JSONError.self) { try Boxed<Int>(json: "null".bytes) }
    }
}
