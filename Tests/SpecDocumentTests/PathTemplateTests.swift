import SpecDocument
import Testing

@Suite struct PathTemplateTests {
    @Test func splitsTextAndParameters() {
        #expect(
            PathTemplate("/a/{b}/c{d}.{e}")?.parts == [
                .text("/a/"), .parameter("b"), .text("/c"), .parameter("d"), .text("."), .parameter("e"),
            ]
        )
        #expect(PathTemplate("/")?.parts == [.text("/")])
        #expect(PathTemplate("/a/{b}")?.parameterNames == ["b"])
    }

    @Test func shapesLeaveNamesOut() {
        #expect(PathTemplate("/a/{b}")?.shape == PathTemplate("/a/{c}")?.shape)
        #expect(PathTemplate("/a/{b}")?.shape != PathTemplate("/a/b")?.shape)
    }

    @Test(arguments: ["/{a", "/a}", "/{}", "/{{a}}", "/{a{b}}", "{"]) func bracesMustMatch(_ path: String) {
        #expect(PathTemplate(path) == nil)
    }
}
