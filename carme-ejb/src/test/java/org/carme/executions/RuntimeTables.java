package org.carme.executions;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import org.carme.database.NativeQueries;
import org.carme.database.TestDatabase;

/** The batch runtime's tables as it makes them, and rows as it writes them. */
public final class RuntimeTables {
    private static final String COUNTS = "readcount INT, writecount INT, commitcount INT, rollbackcount INT,"
            + " readskipcount INT, processskipcount INT, filtercount INT, writeskipcount INT";
    private static final String[] MADE = {
        "CREATE TABLE JBATCHCHECKPOINTDATA (id VARCHAR(512), obj BLOB)",
        "CREATE TABLE JBATCHJOBINSTANCEDATA (jobinstanceid BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,"
                + " name VARCHAR(512), apptag VARCHAR(512))",
        "CREATE TABLE JBATCHEXECUTIONINSTANCEDATA (jobexecid BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,"
                + " jobinstanceid BIGINT, createtime TIMESTAMP NULL, starttime TIMESTAMP NULL, endtime TIMESTAMP NULL,"
                + " updatetime TIMESTAMP NULL, parameters BLOB, batchstatus VARCHAR(512), exitstatus VARCHAR(512),"
                + " FOREIGN KEY (jobinstanceid) REFERENCES JBATCHJOBINSTANCEDATA (jobinstanceid))",
        "CREATE TABLE JBATCHSTEPEXECUTIONINSTANCEDATA (stepexecid BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,"
                + " jobexecid BIGINT, batchstatus VARCHAR(512), exitstatus VARCHAR(512), stepname VARCHAR(512), "
                + COUNTS + ", starttime TIMESTAMP NULL, endtime TIMESTAMP NULL, persistentdata BLOB,"
                + " FOREIGN KEY (jobexecid) REFERENCES JBATCHEXECUTIONINSTANCEDATA (jobexecid))",
        "CREATE TABLE JBATCHJOBSTATUS (id BIGINT NOT NULL PRIMARY KEY, obj BLOB,"
                + " FOREIGN KEY (id) REFERENCES JBATCHJOBINSTANCEDATA (jobinstanceid) ON DELETE CASCADE)",
        "CREATE TABLE JBATCHSTEPSTATUS (id BIGINT NOT NULL PRIMARY KEY, obj BLOB,"
                + " FOREIGN KEY (id) REFERENCES JBATCHSTEPEXECUTIONINSTANCEDATA (stepexecid) ON DELETE CASCADE)"
    };

    private final TestDatabase database;

    public RuntimeTables(TestDatabase database) {
        this.database = database;
        for (String statement : MADE) {
            change(statement);
        }
    }

    /** Adds an execution of its own instance with one step, both of that number. */
    public void add(long number, String job, String status, Instant at) {
        change("INSERT INTO JBATCHJOBINSTANCEDATA (jobinstanceid, name, apptag) VALUES (?, ?, 'x')", number, job);
        change("INSERT INTO JBATCHJOBSTATUS (id) VALUES (?)", number);
        change(
                "INSERT INTO JBATCHEXECUTIONINSTANCEDATA (jobexecid, jobinstanceid, createtime, starttime, endtime,"
                        + " batchstatus, exitstatus) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                number,
                Timestamp.from(at),
                Timestamp.from(at),
                Timestamp.from(at.plusSeconds(1)),
                status,
                status);
        change(
                "INSERT INTO JBATCHSTEPEXECUTIONINSTANCEDATA (stepexecid, jobexecid, batchstatus, exitstatus, stepname,"
                        + " readcount, writecount, readskipcount, processskipcount, writeskipcount, starttime)"
                        + " VALUES (?, ?, ?, ?, 'one', 1, 0, 0, 0, 0, ?)",
                number,
                number,
                status,
                status,
                Timestamp.from(at));
        change("INSERT INTO JBATCHSTEPSTATUS (id) VALUES (?)", number);
    }

    /** Adds many that have completed, numbered from there on, a second apart. */
    void addMany(long from, int count, String job, Instant first) {
        String range = " FROM SYSTEM_RANGE(" + from + ", " + (from + count - 1) + ")";
        Timestamp begin = Timestamp.from(first);
        change("INSERT INTO JBATCHJOBINSTANCEDATA (jobinstanceid, name) SELECT x, ?" + range, job);
        change("INSERT INTO JBATCHJOBSTATUS (id) SELECT x" + range);
        change(
                "INSERT INTO JBATCHEXECUTIONINSTANCEDATA (jobexecid, jobinstanceid, createtime, batchstatus)"
                        + " SELECT x, x, DATEADD('SECOND', x - ?, CAST(? AS TIMESTAMP)), 'COMPLETED'" + range,
                from,
                begin);
        change("INSERT INTO JBATCHSTEPEXECUTIONINSTANCEDATA (stepexecid, jobexecid, batchstatus, stepname)"
                + " SELECT x, x, 'COMPLETED', 'one'" + range);
        change("INSERT INTO JBATCHSTEPSTATUS (id) SELECT x" + range);
    }

    /** Adds to every execution what Carme keeps of it. */
    public void knowAll() {
        change("INSERT INTO batch_executions (execution, job, portal, host, cause, started_by, parameters, begun_at,"
                + " log_lines) SELECT e.jobexecid, i.name, '', 'host', 'PORTAL', '', '', 0, 0"
                + " FROM JBATCHEXECUTIONINSTANCEDATA e"
                + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid");
    }

    /** Says that it failed without saying so itself. */
    public void judge(long number, Verdict verdict) {
        change("UPDATE batch_executions SET verdict = ? WHERE execution = ?", verdict.name(), number);
    }

    void change(String sql, Object... parameters) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(
                    own,
                    () -> NativeQueries.filled(own.createNativeQuery(sql), parameters)
                            .executeUpdate());
        }
    }

    long count(String table) {
        try (EntityManager own = database.open()) {
            return ((Number) own.createNativeQuery("SELECT COUNT(*) FROM " + table)
                            .getSingleResult())
                    .longValue();
        }
    }

    String text(String sql) {
        try (EntityManager own = database.open()) {
            return String.valueOf(own.createNativeQuery(sql).getSingleResult());
        }
    }
}
