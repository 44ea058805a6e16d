package org.carme.system;

import java.util.function.Supplier;

/** Rows of which MariaDB refuses every change for a while. */
record PoisonedRows(SiteDatabase database, String table, String which) {
    static final String WORDS = "This row is poison";

    <T> T during(Supplier<T> action) {
        database.run("CREATE OR REPLACE TRIGGER test_poison BEFORE UPDATE ON " + table + " FOR EACH ROW IF " + which
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '" + WORDS + "'; END IF");
        try {
            return action.get();
        } finally {
            database.run("DROP TRIGGER test_poison");
        }
    }
}
