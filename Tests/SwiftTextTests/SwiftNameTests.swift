import SwiftText
import Testing

@Suite struct SwiftNameTests {
    @Test(arguments: [
        ("referenceId", "referenceId", "ReferenceId"),
        ("reference_id", "referenceId", "ReferenceId"),
        ("Reference-ID", "referenceId", "ReferenceId"),
        ("ConnectionCredentials", "connectionCredentials", "ConnectionCredentials"),
        ("URL", "url", "URL"),
        ("URLPath", "urlPath", "URLPath"),
        ("API_KEY", "apiKey", "ApiKey"),
        ("x", "x", "X"),
        ("2fa", "_2fa", "_2fa"),
        ("+1", "plus1", "Plus1"),
        ("-1", "minus1", "Minus1"), ("1.5", "_1_5", "_1_5"), ("api 2022-11-28", "api2022_11_28", "Api2022_11_28"),
        ("", "empty", "Empty"),
        ("$ref", "dollarRef", "DollarRef"),
        ("größe", "größe", "Größe"),
        ("a.b/c", "aBC", "ABC"),
        ("👍", "thumbsUpSign", "ThumbsUpSign"),
        ("❤️", "heavyBlackHeart", "HeavyBlackHeart"),
        ("soft\u{ad}hyphen", "softHyphen", "SoftHyphen"),
        ("\u{0}", "unnamed", "Unnamed"),
        ("_", "unnamed", "Unnamed"),
    ])
    func namesAreIdiomatic(_ wireName: String, _ member: String, _ type: String) {
        #expect(SwiftName(member: wireName).text == member)
        #expect(SwiftName(type: wireName).text == type)
    }

    @Test func keywordsAreEscapedOnlyWhereTheyMustBe() {
        let name = SwiftName(member: "default")
        let declaration: SwiftSource = "case \(name)"
        let use: SwiftSource = ".\(member: name)"
        #expect(declaration.text == "case `default`")
        #expect(use.text == ".default")
        let initial: SwiftSource = ".\(member: SwiftName(member: "init"))"
        #expect(initial.text == ".`init`")
    }

    @Test func aLabelIsEscapedWhereItCouldBeginAType() {
        let labels: SwiftSource = "(\(parameter: "in"): Int, \(parameter: "inout"): Int, \(parameter: "let"): Int)"
        #expect(labels.text == "(in: Int, `inout`: Int, `let`: Int)")
        let arguments: SwiftSource = "(\(member: "in"): 1, \(member: "inout"): 2, \(member: "let"): 3)"
        #expect(arguments.text == "(in: 1, `inout`: 2, let: 3)")
    }

    @Test(arguments: ["", "_", "1a", "a b", "a-b", "a(", "a\n"])
    func whatIsNoIdentifierIsNoVerbatimName(_ text: String) {
        #expect(SwiftName(verbatim: text) == nil)
    }

    @Test func verbatimNamesStandAsTheyAre() {
        #expect(SwiftName(verbatim: "ClientV1_1")?.text == "ClientV1_1")
    }
}

@Suite struct NameScopeTests {
    @Test func everyNameIsGivenOutOnce() {
        var scope = NameScope(reserving: ["other"])
        #expect(scope.take("add").text == "add")
        #expect(scope.take("add").text == "add2")
        #expect(scope.take("add").text == "add3")
        #expect(scope.take("other").text == "other2")
        #expect(scope.take("v1").text == "v1")
        #expect(scope.take("v1").text == "v1_2")
    }

    @Test func caseCanBeIgnored() {
        var scope = NameScope(reserving: ["Client"], ignoringCase: true)
        #expect(scope.take("URL").text == "URL")
        #expect(scope.take("Url").text == "Url2")
        #expect(scope.take("CLIENT", orAdding: "Model").text == "CLIENTModel")
    }

    @Test func aTakenNameGetsItsSuffixFirst() {
        var scope = NameScope(reserving: ["Client"])
        #expect(scope.take("Client", orAdding: "Model").text == "ClientModel")
        #expect(scope.take("Client", orAdding: "Model").text == "ClientModel2")
        #expect(scope.take("Device", orAdding: "Model").text == "Device")
    }
}
