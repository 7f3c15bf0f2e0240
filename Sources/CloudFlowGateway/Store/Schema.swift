import CloudFlowRuntime
import GRDB

/// The tables, and the steps that brought them about. A step that has been released is never changed: a new one follows it.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("accounts, devices and the signing key") { connection in
            try connection.execute(
                sql: """
                    CREATE TABLE account (
                        id TEXT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        tokenDigest BLOB NOT NULL,
                        createdAt INTEGER NOT NULL
                    ) STRICT;

                    CREATE TABLE device (
                        referenceId TEXT NOT NULL PRIMARY KEY,
                        accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                        model TEXT NOT NULL,
                        serialNumber TEXT NOT NULL,
                        name TEXT,
                        location TEXT,
                        tokenDigest BLOB NOT NULL,
                        createdAt INTEGER NOT NULL,
                        UNIQUE (model, serialNumber)
                    ) STRICT;

                    CREATE INDEX deviceOfAccount ON device (accountId, referenceId);

                    CREATE TABLE signingKey (
                        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                        bytes BLOB NOT NULL
                    ) STRICT;
                    """
            )
        }
        migrator.registerMigration("requests and their items") { connection in
            try connection.execute(
                sql: """
                    CREATE TABLE relayRequest (
                        account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                        id TEXT NOT NULL,
                        referenceId TEXT NOT NULL,
                        payload BLOB NOT NULL,
                        timeToLive INTEGER NOT NULL,
                        callbackURL TEXT,
                        createdAt INTEGER NOT NULL,
                        progress INTEGER NOT NULL,
                        count INTEGER NOT NULL,
                        acknowledged INTEGER NOT NULL,
                        PRIMARY KEY (account, id)
                    ) STRICT;

                    CREATE INDEX unfinishedRequest ON relayRequest (createdAt) WHERE progress < 3;
                    CREATE INDEX finishedRequest ON relayRequest (createdAt) WHERE progress = 3;
                    CREATE INDEX unpostedRequest ON relayRequest (createdAt) WHERE callbackURL IS NOT NULL AND acknowledged < count;

                    CREATE TABLE relayItem (
                        account TEXT NOT NULL,
                        id TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        payload BLOB,
                        errorCode TEXT,
                        errorMessage TEXT,
                        delivery TEXT,
                        isFinal INTEGER NOT NULL,
                        PRIMARY KEY (account, id, sequence),
                        FOREIGN KEY (account, id) REFERENCES relayRequest (account, id) ON DELETE CASCADE
                    ) STRICT;
                    """
            )
        }
        migrator.registerMigration("a webhook secret for each account") { connection in
            try connection.execute(sql: "ALTER TABLE account ADD COLUMN webhookSecret TEXT NOT NULL DEFAULT ''")
            for id in try String.fetchAll(connection, sql: "SELECT id FROM account") {
                try connection.execute(sql: "UPDATE account SET webhookSecret = ? WHERE id = ?", arguments: [Secret.random().value, id])
            }
        }
        migrator.registerMigration("the age of items") { connection in
            try connection.execute(
                sql: """
                    ALTER TABLE relayItem ADD COLUMN createdAt INTEGER NOT NULL DEFAULT 0;
                    UPDATE relayItem SET createdAt = (
                        SELECT createdAt FROM relayRequest AS request WHERE request.account = relayItem.account AND request.id = relayItem.id
                    );
                    """
            )
        }
        return migrator
    }
}
