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
        return migrator
    }
}
