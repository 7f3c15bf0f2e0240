import CloudFlowRuntime
import Testing

@Suite struct DefaultsTests {
    @Test func whatIsLeftOutHasTheDefaultsOfTheSpec() throws {
        for thing in [DefaultsAPI.Thing(), try DefaultsAPI.Thing(json: Array("{}".utf8), strict: true)] {
            guard case .choice(.auto) = thing.word, case .int(4) = thing.number else {
                Issue.record("not the defaults of a union")
                continue
            }
            #expect(thing.policy.name == "always" && thing.policy.retries == 3)
            #expect(thing.labels == ["a": "b"] && thing.noLabels.isEmpty && thing.sizes.count == 2)
            #expect(String(decoding: try thing.anything.json(), as: UTF8.self) == #"{"a":[1,2.5,null,true],"b\"c":"x"}"#)
            #expect(thing.day.text == "2024-05-17" && thing.perhaps == "yes please" && thing.itself == nil)
            #expect(thing.noDay == nil && thing.noID == nil)
            #expect(thing.state == DefaultsAPI.State.none && thing.states == ["a": DefaultsAPI.State.none])
            #expect(thing.holder?.state == .value(DefaultsAPI.HolderState.none) && thing.stateList == [.some(.some), nil])
            guard case .null = thing.holder?.day else {
                Issue.record("not null")
                continue
            }
        }
        guard case .policy(let policy) = DefaultsAPI.Wrapper().either else {
            Issue.record("not the default of a union of a struct")
            return
        }
        #expect(policy.name == "never" && policy.retries == 0)
    }

    @Test func whatIsSaidComesBeforeADefault() throws {
        let thing = try DefaultsAPI.Thing(json: Array(#"{"word":7,"policy":{"name":"x"},"labels":{}}"#.utf8))
        guard case .int(7) = thing.word else {
            Issue.record("the default came before the value")
            return
        }
        #expect(thing.policy.name == "x" && thing.labels.isEmpty)
    }
}
