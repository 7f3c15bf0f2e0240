import Testing

@testable import CloudFlowRuntime

struct NearestNameTests {
    @Test(
        arguments: [
            ("serialnumber", "serialNumber"), ("MODEL", "model"), ("modell", "model"), ("locaton", "location"), ("lcoation", "location"),
            ("colour", nil), ("", nil), ("m", nil), (String(repeating: "m", count: 65), nil),
        ] as [(String, String?)]
    )
    func nearestNameIsFound(_ name: String, nearest: String?) {
        #expect(nearestName(to: name, among: ["model", "serialNumber", "location"]) == nearest)
    }

    @Test
    func nothingIsNearToNothing() {
        #expect(nearestName(to: "model", among: []) == nil)
    }
}
