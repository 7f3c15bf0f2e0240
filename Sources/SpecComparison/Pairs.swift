/// What belongs together of two lists, each with one of the other, and what is left on either side.
struct Pairs<Element> {
    private(set) var matched: [(old: Element, new: Element)] = []
    private(set) var olds: [Element]
    private(set) var news: [Element]

    init(_ olds: [Element], _ news: [Element]) {
        (self.olds, self.news) = (olds, news)
    }

    var isComplete: Bool { olds.isEmpty && news.isEmpty }

    /// Pairs what is left, each in its order with the first that it belongs to.
    mutating func match(where belong: (_ old: Element, _ new: Element) -> Bool) {
        var rest = news
        olds = olds.filter { old in
            guard let position = rest.firstIndex(where: { belong(old, $0) }) else { return true }
            matched.append((old, rest.remove(at: position)))
            return false
        }
        news = rest
    }

    func matching(where belong: (_ old: Element, _ new: Element) -> Bool) -> Pairs {
        var pairs = self
        pairs.match(where: belong)
        return pairs
    }
}
