import ArgumentParser
import CloudFlowGateway
import CloudFlowRuntime

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Create, list and remove the accounts of points of sale.",
        subcommands: [Create.self, List.self, RenewSecret.self, Remove.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Create an account, and show its API token and webhook secret this once.")

        @Argument(help: "What people call the account.")
        var name: String
        @Option(help: "The account's id; chosen at random where it isn't given.")
        var id: String?
        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let accounts = try AccountStore(database.open())
            let (account, token) = try await accounts.create(name: name, id: id)
            let secret = try await accounts.webhookSecret(of: account.id)
            if json { return try show(AccountOutput(account, token: token, webhookSecret: secret)) }
            show(
                """
                Account '\(account.name)' is created.

                  account id      \(account.id)
                  API token       \(token.text)
                  webhook secret  \(secret?.value ?? "")

                The token is shown this once: only its SHA-256 is kept. So is the secret, which events that are posted are signed with;
                'cloudflow account renew-secret' makes another one. Case matters in all three.
                With a gateway on port 8080, this lists the account's devices:

                  \(curl(.client(accountId: account.id, apiToken: token.text), "/client/1.1/devices"))
                """
            )
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all accounts.")

        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            let accounts = try await AccountStore(database.open()).all()
            if json { return try show(accounts.map { AccountOutput($0) }) }
            show(table(["ACCOUNT ID", "NAME"], accounts.map { [$0.id, $0.name] }, whenEmpty: "There are no accounts."))
        }
    }

    struct RenewSecret: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "renew-secret",
            abstract: "Give an account another webhook secret, and show it this once."
        )

        @Argument(help: "The account's id.")
        var id: String
        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            guard let secret = try await AccountStore(database.open()).renewWebhookSecret(of: id) else {
                throw CommandFailure("there is no account '\(id)'; ids are case sensitive")
            }
            if json { return try show(["accountId": id, "webhookSecret": secret.value]) }
            show(
                """
                Account '\(id)' has another webhook secret, which is shown this once:

                  \(secret.value)

                Events are signed with it from now on. What a receiver refuses for its old secret is posted again.
                """
            )
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove an account, and its devices with it.")

        @Argument(help: "The account's id.")
        var id: String
        @OptionGroup var database: DatabaseOption

        func run() async throws {
            guard try await AccountStore(database.open()).remove(id: id) else {
                throw CommandFailure("there is no account '\(id)'; ids are case sensitive")
            }
            show("Account '\(id)' and its devices are removed.")
        }
    }
}
