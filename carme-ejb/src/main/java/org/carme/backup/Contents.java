package org.carme.backup;

import java.util.Set;

/**
 * What is in a backup, as counted after it was written.
 *
 * @param schema the version of the schema; empty if there is none
 */
record Contents(String schema, Set<String> tables, long rows) {
    static final Contents NONE = new Contents("", Set.of(), 0);

    Contents {
        tables = Set.copyOf(tables);
    }
}
