import Testing

/// What did not change since the version before is one type in both.
@Suite struct SharingVersionsTests {
    /// A device in a list, with its kind and its owner.
    private func schemas(owner: String = "{ type: string }", kinds: String = "[a, b]", about device: String = "A device.") -> String {
        """
            List: { type: object, properties: { devices: { type: array, items: { $ref: "#/components/schemas/Device" } } } }
            Device:
              description: \(device)
              type: object
              properties:
                owner: { $ref: "#/components/schemas/Owner" }
            Owner: { type: object, properties: { id: \(owner) } }
            Kind: { type: string, enum: \(kinds) }
            Ids: { type: array, items: { type: string } }
        """
    }

    @Test func whatIsUnchangedBecomesAnAlias() throws {
        let old = spec(paths: operation("getList", returning: "List"), schemas: schemas())
        let specs = try VersionedSpecs([old, old])
        #expect(
            specs.aliases(of: "V2") == [
                "Device = V1.Device", "Ids = V1.Ids", "Kind = V1.Kind", "List = V1.List", "Owner = V1.Owner", "GetList = V1.GetList",
                "GetListFailure = V1.GetListFailure",
            ]
        )
        #expect(specs.aliases(of: "V1").isEmpty)
        #expect(specs.files["V1+Device.swift"] != nil)
        #expect(specs.files["V2+Device.swift"] == nil)
        #expect(specs.files["V2+GetList.swift"] == nil)
        #expect(specs.files["V2+Client.swift"]?.contains("public func getList() async throws(GetListFailure) -> List") == true)
    }

    @Test func anotherDescriptionIsNoChange() throws {
        let specs = try VersionedSpecs([
            spec(paths: operation("getList", returning: "List"), schemas: schemas()),
            spec(paths: operation("getList", returning: "List", besides: "summary: All."), schemas: schemas(about: "A terminal.")),
        ])
        #expect(specs.aliases(of: "V2").contains("Device = V1.Device"))
        #expect(specs.aliases(of: "V2").contains("GetList = V1.GetList"))
        #expect(specs.files["V2+Unchanged.swift"]?.contains("/// A terminal.") == true)
    }

    @Test func anOperationThatBecomesDeprecatedIsNoChange() throws {
        let specs = try VersionedSpecs([
            spec(paths: operation("getList", returning: "List"), schemas: schemas()),
            spec(paths: operation("getList", returning: "List", besides: "deprecated: true"), schemas: schemas()),
        ])
        #expect(specs.aliases(of: "V2").contains("GetList = V1.GetList"))
        #expect(specs.files["V1+Client.swift"]?.contains("@available") == false)
        #expect(specs.files["V2+Client.swift"]?.contains("@available(*, deprecated)") == true)
    }

    @Test func whatIsMadeOfSomethingChangedIsChanged() throws {
        let specs = try VersionedSpecs([
            spec(paths: operation("getList", returning: "List") + operation("getIds", returning: "Ids"), schemas: schemas()),
            spec(
                paths: operation("getList", returning: "List") + operation("getIds", returning: "Ids"),
                schemas: schemas(owner: "{ type: integer }")
            ),
        ])
        #expect(
            specs.aliases(of: "V2") == ["Ids = V1.Ids", "Kind = V1.Kind", "GetIds = V1.GetIds", "GetIdsFailure = V1.GetIdsFailure"]
        )
        for name in ["Owner", "Device", "List", "GetList"] { #expect(specs.files["V2+\(name).swift"] != nil, "\(name)") }
    }

    @Test(arguments: ["[a, b, c]", "[a]", "[b, a]"])
    func anEnumOfOtherValuesIsChanged(_ kinds: String) throws {
        let specs = try VersionedSpecs([spec(schemas: schemas()), spec(schemas: schemas(kinds: kinds))])
        #expect(!specs.aliases(of: "V2").contains("Kind = V1.Kind"))
        #expect(specs.aliases(of: "V2").contains("Device = V1.Device"))
    }

    @Test(arguments: [
        "{ type: object, properties: { id: { type: string } }, required: [id] }",
        "{ type: object, properties: { id: { type: string, maxLength: 3 } } }",
        "{ type: object, properties: { id: { type: string, nullable: true } } }",
        "{ type: object, properties: { id: { type: string, default: a } } }",
        "{ type: object, properties: { id: { type: string, deprecated: true } } }",
        "{ type: object, properties: { id: { type: string }, name: { type: string } } }",
        "{ type: object, properties: { id: { type: string } }, additionalProperties: false }",
        "{ type: object, properties: { ID: { type: string } } }",
        "{ type: string }",
    ])
    func anyOtherContractIsAChange(_ schema: String) throws {
        let old = "    Owner: { type: object, properties: { id: { type: string } } }"
        let specs = try VersionedSpecs([spec(schemas: old), spec(schemas: "    Owner: \(schema)")])
        #expect(specs.aliases(of: "V2").isEmpty)
        #expect(specs.files["V2+Owner.swift"] != nil)
    }

    @Test func whatRefersToItselfIsSharedAllTheSame() throws {
        let tree = """
                Tree: { type: object, properties: { trees: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
                Hen: { type: object, properties: { eggs: { type: array, items: { $ref: "#/components/schemas/Egg" } } } }
                Egg: { type: object, properties: { hens: { type: array, items: { $ref: "#/components/schemas/Hen" } } } }
            """
        let specs = try VersionedSpecs([spec(schemas: tree), spec(schemas: tree)])
        #expect(specs.aliases(of: "V2") == ["Egg = V1.Egg", "Hen = V1.Hen", "Tree = V1.Tree"])
    }

    @Test func aMappedTypeIsTheSameInAllVersions() throws {
        let old = spec(
            paths: operation("getList", returning: "ApiError"),
            schemas: "    ApiError: { type: object, properties: { a: { type: string } } }"
        )
        let new = spec(
            paths: operation("getList", returning: "ApiError"),
            schemas: "    ApiError: { type: object, properties: { b: { type: string } } }"
        )
        let specs = try VersionedSpecs([old, new], configuration: "types:\n  ApiError: APIError")
        #expect(specs.aliases(of: "V2") == ["GetList = V1.GetList", "GetListFailure = V1.GetListFailure"])
        #expect(specs.files["V1+GetList.swift"]?.contains("public typealias Output = APIError") == true)
        #expect(specs.files.keys.allSatisfy { !$0.contains("ApiError") })
    }

    @Test func eachVersionNamesTheOneBefore() throws {
        let same = spec(schemas: schemas())
        let specs = try VersionedSpecs([same, same, same])
        #expect(specs.aliases(of: "V3").contains("Device = V2.Device"))
        #expect(specs.aliases(of: "V2").contains("Device = V1.Device"))
    }

    @Test func whatComesBackIsAnotherType() throws {
        let specs = try VersionedSpecs([spec(schemas: schemas()), spec(), spec(schemas: schemas())])
        #expect(specs.aliases(of: "V2").isEmpty)
        #expect(specs.aliases(of: "V3").isEmpty)
        #expect(specs.files["V3+Device.swift"] != nil)
    }

    @Test func aSchemaOfTheNameOfAVersionHidesNoVersion() throws {
        let schema = "    V1: { type: object, properties: { id: { type: string } } }"
        let specs = try VersionedSpecs([spec(schemas: schema), spec(schemas: schema)])
        #expect(specs.aliases(of: "V2") == ["V1Model = V1.V1Model"])
    }
}
