/// Elements that come out in the order in which they went in.
struct FirstInFirstOut<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    private var first = 0

    var isEmpty: Bool { first == elements.count }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        defer {
            first += 1
            // What has been taken is dropped when it is half of all, so that each element is moved once.
            if first * 2 >= elements.count {
                elements.removeFirst(first)
                first = 0
            }
        }
        return elements[first]
    }
}

/// Elements that come out in the order of their times: a binary heap.
struct EarliestFirst<Element: Sendable>: Sendable {
    private var heap: [(time: ContinuousClock.Instant, element: Element)] = []

    var earliest: ContinuousClock.Instant? { heap.first?.time }

    mutating func insert(_ element: Element, at time: ContinuousClock.Instant) {
        heap.append((time, element))
        var child = heap.count - 1
        while child > 0, heap[child].time < heap[(child - 1) / 2].time {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the earliest element, if its time is not after the given one.
    mutating func pop(through time: ContinuousClock.Instant) -> Element? {
        guard let first = heap.first, first.time <= time else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
            guard let child = children.min(by: { heap[$0].time < heap[$1].time }), heap[child].time < heap[parent].time else { break }
            heap.swapAt(child, parent)
            parent = child
        }
        return first.element
    }
}
