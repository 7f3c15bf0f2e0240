import ArgumentParser
import SpecPlan

/// An end of an API, as it is called on the command line and in the configuration.
enum Side: String, CaseIterable, ExpressibleByArgument {
    case client
    case service

    var sides: Sides {
        switch self {
        case .client: .client
        case .service: .service
        }
    }
}
