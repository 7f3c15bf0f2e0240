public import SpecPlan
public import SpecYAML

extension ModulePlan {
    /// Plans one module: each version by itself, then what the versions have in common.
    ///
    /// - Parameter versions: the oldest first.
    public init(named name: String, planning versions: [VersionSource], reporting diagnostics: inout [Diagnostic]) {
        var plans: [VersionPlan] = []
        for version in versions {
            var planner = VersionPlanner(version, besides: versions.map(\.namespace))
            let plan = planner.plan()
            diagnostics += planner.diagnostics
            plans.append(plan)
        }
        self.init(name: name, versions: plans.withFormerNames().sharingUnchangedTypes().withAdapters())
        hasMocks = versions.contains(where: \.hasMock)
    }
}
